"""The points of a round.

With B for the worth of a right answer at the round's level (easy 100, medium 150, hard 200):

- A right answer earns B. A wrong answer, and a question without an answer, earns 0.
- A hint takes 40 % of B from the answer it was used for, at most 80 %.
- In a timed round a right answer earns up to half as much again: all of it at once, none of it
  when the time is over, in proportion between.
- The longest run of right answers earns 10 % of B for each answer after the first, at most B.
  Questions without an answer neither lengthen nor break a run.

Everything is a whole number (fractions are cut). The run is worth at most one right answer, so
that of two rounds without clock and hints the one with more right answers never scores less. A
hint costs more than it can win: who guesses gains nothing by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from azun_quiz.game.attempt import Attempt
from azun_quiz.text.catalog import N_

WORTH: Mapping[str, int] = MappingProxyType({"easy": 100, "medium": 150, "hard": 200})
"""What a right answer earns, by level."""

HINT_COST, MAX_HINT_COST = 40, 80
MAX_SPEED = 50
RUN_STEP, MAX_RUN = 10, 100


@dataclass(frozen=True, slots=True)
class Points:
    """What one answer earned: its worth, what hints took (0 or less), what speed added."""

    worth: int = 0
    hints: int = 0
    speed: int = 0

    @property
    def total(self) -> int:
        """The sum, never below 0."""
        return self.worth + self.hints + self.speed


@dataclass(frozen=True, slots=True)
class Score:
    """The points of a round in parts, and the counts they come from.

    ``asked`` counts all questions, ``answered`` those with a chosen option, ``right`` the right
    ones; ``run`` is the longest run of right answers and ``run_bonus`` what it earned.
    """

    worth: int
    hints: int
    speed: int
    run_bonus: int
    asked: int
    answered: int
    right: int
    run: int

    @property
    def total(self) -> int:
        """All points of the round, never below 0."""
        return self.worth + self.hints + self.speed + self.run_bonus


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence of the formula: a message id and the values of its places."""

    message: str
    params: Mapping[str, object] = field(default_factory=dict)


def points(attempt: Attempt | None, *, level: str, limit: float | None = None) -> Points:
    """What one answer earns; ``limit`` is the time for a question in seconds, None without clock.

    Raises:
        KeyError: the level is unknown.
    """
    worth = WORTH[level]
    if attempt is None or not attempt.right:
        return Points()
    hints = -(worth * min(attempt.hints * HINT_COST, MAX_HINT_COST) // 100)
    speed = 0
    if limit is not None:
        whole = max(round(limit * 1000), 1)
        left = min(max(whole - round(attempt.seconds * 1000), 0), whole)
        speed = (worth + hints) * MAX_SPEED * left // (100 * whole)
    return Points(worth, hints, speed)


def longest_run(attempts: Iterable[Attempt | None]) -> int:
    """The most right answers in a row; questions without an answer are passed over."""
    longest = run = 0
    for attempt in attempts:
        if attempt is None or attempt.chosen is None:
            continue
        run = run + 1 if attempt.right else 0
        longest = max(longest, run)
    return longest


def run_bonus(run: int, *, level: str) -> int:
    """What a run of right answers earns, in points."""
    return WORTH[level] * min(max(run - 1, 0) * RUN_STEP, MAX_RUN) // 100


def score(attempts: Sequence[Attempt | None], *, level: str, limit: float | None = None) -> Score:
    """The score of a round: one entry a question in the round's order, None if not answered.

    ``limit`` is the time for a question in seconds in a timed round, and None in all others.
    """
    earned = [points(attempt, level=level, limit=limit) for attempt in attempts]
    given = [each for each in attempts if each is not None and each.chosen is not None]
    run = longest_run(attempts)
    return Score(
        worth=sum(each.worth for each in earned),
        hints=sum(each.hints for each in earned),
        speed=sum(each.speed for each in earned),
        run_bonus=run_bonus(run, level=level),
        asked=len(attempts),
        answered=len(given),
        right=sum(each.right for each in given),
        run=run,
    )


def rules() -> tuple[Rule, ...]:
    """The formula in sentences, for the help screen."""
    return (
        Rule(
            N_("A right answer earns {easy} points (easy), {medium} (medium) or {hard} (hard)."),
            WORTH,
        ),
        Rule(N_("A wrong answer and an unanswered question earn nothing and cost nothing.")),
        Rule(
            N_("Each hint takes {cost} percent of the answer's points, at most {most} percent."),
            {"cost": HINT_COST, "most": MAX_HINT_COST},
        ),
        Rule(
            N_("In timed rounds a quick right answer earns up to {most} percent more."),
            {"most": MAX_SPEED},
        ),
        Rule(
            N_(
                "The longest run of right answers earns {step} percent of a right answer for each"
                " one after the first, at most {most} percent. Unanswered questions do not break a"
                " run."
            ),
            {"step": RUN_STEP, "most": MAX_RUN},
        ),
    )

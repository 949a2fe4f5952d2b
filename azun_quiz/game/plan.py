"""What a round asks, fixed before its first question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from azun_quiz.generator.chance import Chance
from azun_quiz.generator.item import Item
from azun_quiz.levels import LEVELS, MODES

SEEDS = 1 << 19
"""Seeds that the program itself chooses lie below this number, so that round codes stay short."""

MAX_SEED = (1 << 63) - 1
"""The greatest seed that can be stored; its negative is the least."""

SECONDS: Mapping[str, float] = {"easy": 30.0, "medium": 25.0, "hard": 20.0}
"""The time for a question of a timed round, by level, before the player's pace."""

_OTHER_SEEDS = 8


class Bank(Protocol):
    """The part of the generator's bank from which a round is made."""

    @property
    def digest(self) -> str:
        """The content version."""

    def item(self, item: str, /, *, lang: str, seed: int, level: str) -> Item:
        """One item.

        Raises:
            KeyError: it is unknown.
        """


@dataclass(frozen=True, slots=True)
class Question:
    """An item of a round, and the seed that decides its options."""

    item: str
    seed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A round before it is played.

    ``limit`` is the time for a question in seconds, given in timed rounds only. ``day`` is the
    date of a daily round as an ordinal (``datetime.date.toordinal``), None for others. ``origin``
    says where the questions come from: new, daily, code or review.

    Raises:
        ValueError: a mode or level is unknown, there is no question, or ``limit`` does not fit the
            mode.
    """

    mode: str
    level: str
    lang: str
    topics: tuple[str, ...]
    seed: int
    digest: str
    questions: tuple[Question, ...]
    limit: float | None = None
    day: int | None = None
    origin: str = "new"

    def __post_init__(self) -> None:
        if self.mode not in MODES or self.level not in LEVELS:
            raise ValueError(f"unknown mode or level: {self.mode}, {self.level}")
        if not self.questions:
            raise ValueError("a round needs a question")
        if (self.limit is None) == (self.mode == "timed"):
            raise ValueError("timed rounds, and only they, have a time limit")
        if self.limit is not None and not 0 < self.limit < 86_400:
            raise ValueError(f"no time limit: {self.limit}")


def time_limit(mode: str, level: str, pace: float = 1.0) -> float | None:
    """Seconds for a question; ``pace`` above 1 gives more time. None without a clock."""
    return SECONDS[level] * pace if mode == "timed" else None


def question(item: str, seed: int) -> Question:
    """The question that a round with this seed asks about an item."""
    return Question(item, Chance(seed, "question", item).below(1 << 31))


def questions(items: Iterable[str], seed: int) -> tuple[Question, ...]:
    """The questions of a new round: each item gets a seed of its own from the round's."""
    return tuple(question(item, seed) for item in items)


def again(
    bank: Bank,
    items: Sequence[str],
    *,
    lang: str,
    level: str,
    seed: int,
    last: Mapping[str, int],
) -> tuple[Question, ...]:
    """Questions on items that were asked before, with other options than the last time.

    ``last`` gives the seed of the last time an item was asked, where it is known. An item that
    has only one set of options keeps it.

    Raises:
        KeyError: the bank does not know an item.
    """
    result = []
    for item in items:
        fresh = question(item, seed)
        if item in last:
            before = set(bank.item(item, lang=lang, seed=last[item], level=level).options)
            for trial in range(_OTHER_SEEDS):
                other = question(item, seed + trial)
                options = bank.item(item, lang=lang, seed=other.seed, level=level).options
                if set(options) != before:
                    fresh = other
                    break
        result.append(fresh)
    return tuple(result)

"""What a player remembers of an item, by FSRS-6.

The model is the one of the ``fsrs`` library with its default parameters (trained on the reviews of
many Anki users), a wished retention of 90 %, learning steps of 1 and 10 minutes, a relearning step
of 10 minutes and no random change of intervals. The library takes some 30 ms to import, so it is
imported when the first answer is rated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from azun_quiz.game.attempt import Attempt
from azun_quiz.moments import Milliseconds

if TYPE_CHECKING:
    from fsrs import Scheduler

AGAIN, HARD, GOOD = 1, 2, 3
RATINGS = (AGAIN, HARD, GOOD)
"""How well an item was remembered; FSRS also knows 4 (easy), which no answer here shows."""

SLOW = 0.75
"""A right answer that took more than this part of the time is rated hard."""

LEARNING, REVIEW, RELEARNING = 1, 2, 3

DAY = 86_400_000
"""Milliseconds in a day."""

LATEST = 32_503_680_000_000
"""The start of the year 3000: later clocks are wrong, and datetime must not overflow."""

_DECAY = -0.1542
_FACTOR = 0.9 ** (1 / _DECAY) - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one item in a player's memory.

    ``stability`` is the time in days after which nine in ten are still remembered, ``difficulty``
    lies between 1 and 10, ``state`` is LEARNING, REVIEW or RELEARNING, ``step`` the step within
    learning (None in REVIEW); ``last`` is the moment of the last review.
    """

    state: int
    step: int | None
    stability: float
    difficulty: float
    due: Milliseconds
    last: Milliseconds


def rating(attempt: Attempt, *, limit: float | None = None) -> int | None:
    """The rating that an attempt earns, or None if it says nothing about memory.

    Wrong, or out of time, is AGAIN. Right is GOOD, but HARD if a hint helped or if it took most of
    the time ``limit`` (in seconds) of a timed round.
    """
    if attempt.chosen is None:
        return None if limit is None or attempt.seconds < limit else AGAIN
    if not attempt.right:
        return AGAIN
    slow = limit is not None and attempt.seconds > SLOW * limit
    return HARD if slow or attempt.hints else GOOD


def next_state(memory: Memory | None, rating: int, at: Milliseconds) -> Memory:
    """The memory of an item after a review at ``at``.

    ``memory`` is None for an item that was never reviewed. A clock that was set back counts as if
    no time had passed.

    Raises:
        ValueError: the rating is unknown.
    """
    from fsrs import Card, Rating, State

    if rating not in RATINGS:
        raise ValueError(rating)
    now = _moment(at if memory is None else max(at, memory.last))
    card = Card(card_id=0, due=now)
    if memory is not None:
        card.state = State(memory.state)
        card.step = memory.step
        card.stability = memory.stability
        card.difficulty = memory.difficulty
        card.last_review = _moment(memory.last)
    after, _ = _scheduler().review_card(card, Rating(rating), now)
    assert after.stability is not None
    assert after.difficulty is not None
    return Memory(
        state=int(after.state),
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        due=_milliseconds(after.due),
        last=_milliseconds(now),
    )


def retrievability(memory: Memory, at: Milliseconds) -> float:
    """The chance, from 0 to 1, that the item is remembered at ``at``.

    R = (1 + F t / S) ** D with t in whole days since the last review, the stability S,
    D = -0.1542 and F such that R = 0.9 when t = S (FSRS-6, as the ``fsrs`` library has it).
    """
    days = max(at - memory.last, 0) // DAY
    return float((1 + _FACTOR * days / memory.stability) ** _DECAY)


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)


def _moment(at: Milliseconds) -> datetime:
    return _EPOCH + timedelta(milliseconds=min(max(at, 0), LATEST))


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)

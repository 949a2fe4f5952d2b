"""What is remembered of answers: by item, by day, by round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.memory import Memory, next_state
from azun_quiz.moments import Milliseconds

MAX_SECONDS = 300.0
"""Longer than this nobody thinks about a question: the rest of the time is not counted."""


def counted_seconds(seconds: float) -> float:
    """The part of an answer's time that counts in figures."""
    return min(seconds, MAX_SECONDS)


@dataclass(frozen=True, slots=True)
class Miss:
    """The last wrong answer to an item: enough to show it again as it was asked.

    ``chosen`` is None when the time ran out.
    """

    seed: int
    level: str
    lang: str
    chosen: int | None
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """A player's history with one item.

    ``asked`` counts the answers, ``right`` the right ones, ``seconds`` sums their time. ``last``
    is the moment of the last answer and ``known_at`` that of the player's word that the item is
    known.
    """

    item: str
    asked: int = 0
    right: int = 0
    seconds: float = 0.0
    last: Milliseconds | None = None
    last_right: bool = False
    miss: Miss | None = None
    known_at: Milliseconds | None = None
    memory: Memory | None = None

    @property
    def missed(self) -> int:
        """How often the item was answered wrongly."""
        return self.asked - self.right

    @property
    def known(self) -> bool:
        """Whether the player called the item known and has not missed it since."""
        return self.known_at is not None and (self.miss is None or self.miss.at <= self.known_at)

    def after(self, attempt: Attempt, rating: int | None, *, level: str, lang: str) -> Self:
        """The record after one more answer; ``rating`` None leaves the memory as it is."""
        miss = self.miss
        if not attempt.right:
            miss = Miss(attempt.seed, level, lang, attempt.chosen, attempt.at)
        return replace(
            self,
            asked=self.asked + 1,
            right=self.right + attempt.right,
            seconds=round(self.seconds + counted_seconds(attempt.seconds), 3),
            last=attempt.at,
            last_right=attempt.right,
            miss=miss,
            memory=self.memory if rating is None else next_state(self.memory, rating, attempt.at),
        )


@dataclass(frozen=True, slots=True)
class DayRecord:
    """The answers of one day on the player's calendar: how many, how many right, their time."""

    day: date
    asked: int
    right: int
    seconds: float


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A finished round: what it was and what it came to.

    ``count`` is the number of questions, ``day`` the date of a daily round.
    """

    id: int
    mode: str
    level: str
    lang: str
    topics: tuple[str, ...]
    seed: int
    digest: str
    origin: str
    day: date | None
    count: int
    answered: int
    right: int
    score: int
    started: Milliseconds
    ended: Milliseconds

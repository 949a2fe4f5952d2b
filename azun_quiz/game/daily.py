"""What makes players come back: the round of the day and the streak of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from azun_quiz.game.plan import SEEDS
from azun_quiz.game.round_code import RoundRequest
from azun_quiz.generator.chance import Chance
from azun_quiz.levels import DEFAULT_LEVEL

COUNT = 10
LEVEL = DEFAULT_LEVEL

FORGIVEN_EVERY = 7
"""One missed day in so many days does not end a streak."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayStreak:
    """Days played in a row up to today: ``length`` counts the days played.

    ``today`` says whether today is among them; ``forgiven`` are the missed days passed over.
    """

    length: int
    today: bool
    forgiven: tuple[date, ...] = ()


def daily_request(day: date, *, digest: str, topics: tuple[str, ...]) -> RoundRequest:
    """The round of a day: the same for all who have this content, another one each day."""
    return RoundRequest(topics, LEVEL, COUNT, daily_seed(day, digest))


def daily_seed(day: date, digest: str) -> int:
    """The seed of a day's round, below ``plan.SEEDS``."""
    return Chance(day.toordinal(), "daily", digest).below(SEEDS)


def day_streak(days: Iterable[date], today: date) -> DayStreak:
    """The streak that lasts today.

    Today does not count as missed before it is over. Going back from there, a missed day is
    passed over if the day before it was played and no other one within seven days was passed
    over. Days after today (the clock was set back) are left out.
    """
    played = {day for day in days if day <= today}
    forgiven: list[date] = []
    day = today if today in played else today - _DAY
    length = 0
    while True:
        if day in played:
            length += 1
        elif day - _DAY in played and (not forgiven or (forgiven[-1] - day).days >= FORGIVEN_EVERY):
            forgiven.append(day)
        else:
            break
        day -= _DAY
    return DayStreak(length, today in played, tuple(forgiven))

"""Figures of a player's progress, computed from plain records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from azun_quiz.game.daily import DayStreak, day_streak
from azun_quiz.game.memory import retrievability
from azun_quiz.game.records import DayRecord, ItemRecord
from azun_quiz.moments import Milliseconds

MAX_HARDEST = 10
"""How many of the hardest items are listed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Answers counted: how many, how many right, and the seconds they took."""

    asked: int = 0
    right: int = 0
    seconds: float = 0.0

    @property
    def accuracy(self) -> float | None:
        """The part that was right, from 0 to 1; None without answers."""
        return self.right / self.asked if self.asked else None

    @property
    def seconds_per_answer(self) -> float | None:
        """The mean time of an answer; None without answers."""
        return self.seconds / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """A topic: its answers, how many of its ``items`` were ``met``, and its mastery.

    ``mastery`` is the mean chance (0 to 1) that an item of the topic is remembered now; an item
    that was never answered counts as 0.
    """

    topic: str
    figures: Figures
    items: int
    met: int
    mastery: float


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """A week, named by its Monday."""

    monday: date
    figures: Figures


@dataclass(frozen=True, slots=True)
class HardItem:
    """An item that is often missed; ``hardness`` is the chance (0 to 1) to miss it, estimated."""

    item: str
    figures: Figures
    hardness: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures of a player."""

    total: Figures
    topics: tuple[TopicFigures, ...]
    weeks: tuple[WeekFigures, ...]
    hardest: tuple[HardItem, ...]
    days: tuple[tuple[date, int], ...]
    streak: DayStreak

    def as_json(self) -> dict[str, Any]:
        """The figures as JSON values; parts of 1 are rounded to four places, seconds to two."""
        return {
            **_json(self.total),
            "streak": {"days": self.streak.length, "today": self.streak.today},
            "topics": [
                {
                    "topic": each.topic,
                    **_json(each.figures),
                    "items": each.items,
                    "met": each.met,
                    "mastery": round(each.mastery, 4),
                }
                for each in self.topics
            ],
            "weeks": [
                {"monday": each.monday.isoformat(), **_json(each.figures)} for each in self.weeks
            ],
            "hardest": [
                {"item": each.item, **_json(each.figures), "hardness": round(each.hardness, 4)}
                for each in self.hardest
            ],
            "days": {day.isoformat(): count for day, count in self.days},
        }


def statistics(
    items: Iterable[ItemRecord],
    days: Iterable[DayRecord],
    *,
    topic_of: Callable[[str], str | None],
    sizes: Mapping[str, int],
    today: date,
    at: Milliseconds,
) -> Statistics:
    """The figures of a player.

    ``topic_of`` gives the topic of an item, or None if the content no longer has it: such an item
    counts in the total only. ``sizes`` holds the number of items of each topic, in the order in
    which topics are shown. ``today`` is the day on the player's calendar and ``at`` the moment.
    """
    records = [record for record in items if record.asked]
    known = sorted(days, key=lambda each: each.day)
    by_topic: defaultdict[str | None, list[ItemRecord]] = defaultdict(list)
    for record in records:
        by_topic[topic_of(record.item)].append(record)
    return Statistics(
        total=_sum(records),
        topics=tuple(
            _topic(topic, by_topic.get(topic, []), size, at) for topic, size in sizes.items()
        ),
        weeks=_weeks(known),
        hardest=_hardest([each for topic in sizes for each in by_topic.get(topic, ())]),
        days=tuple((each.day, each.asked) for each in known),
        streak=day_streak((each.day for each in known), today),
    )


def hardness(asked: int, right: int) -> float:
    """The chance to miss an item, estimated by Laplace's rule: (misses + 1) / (answers + 2)."""
    return (asked - right + 1) / (asked + 2)


def _sum(records: Iterable[ItemRecord | DayRecord]) -> Figures:
    found = list(records)
    return Figures(
        asked=sum(each.asked for each in found),
        right=sum(each.right for each in found),
        seconds=round(sum(each.seconds for each in found), 3),
    )


def _topic(topic: str, records: list[ItemRecord], size: int, at: Milliseconds) -> TopicFigures:
    remembered = sum(
        retrievability(record.memory, at) for record in records if record.memory is not None
    )
    return TopicFigures(
        topic, _sum(records), size, len(records), remembered / size if size else 0.0
    )


def _weeks(days: Iterable[DayRecord]) -> tuple[WeekFigures, ...]:
    weeks: defaultdict[date, list[DayRecord]] = defaultdict(list)
    for each in days:
        weeks[each.day - timedelta(days=each.day.weekday())].append(each)
    return tuple(WeekFigures(monday, _sum(each)) for monday, each in sorted(weeks.items()))


def _hardest(records: Iterable[ItemRecord]) -> tuple[HardItem, ...]:
    found = [
        HardItem(record.item, _sum([record]), hardness(record.asked, record.right))
        for record in records
        if record.missed
    ]
    found.sort(key=lambda each: (-each.hardness, -each.figures.asked, each.item))
    return tuple(found[:MAX_HARDEST])


def _json(figures: Figures) -> dict[str, Any]:
    accuracy, pace = figures.accuracy, figures.seconds_per_answer
    return {
        "asked": figures.asked,
        "right": figures.right,
        "accuracy": None if accuracy is None else round(accuracy, 4),
        "seconds_per_answer": None if pace is None else round(pace, 2),
    }

"""Figures: they add up, and examples a reader can check."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.memory import DAY, GOOD, next_state
from azun_quiz.game.records import DayRecord, ItemRecord
from azun_quiz.game.statistics import hardness, heat, statistics

TODAY = date(2026, 9, 21)  # a Monday
NOW = 1_790_000_000_000
SIZES = {"dates": 4, "votes": 2}


def topic_of(item: str) -> str | None:
    return item.partition("/")[0] if item.partition("/")[0] in SIZES else None


def record(item: str, asked: int, right: int, seconds: float = 10.0) -> ItemRecord:
    memory = next_state(None, GOOD, NOW) if right else None
    return ItemRecord(item, asked, right, seconds, last=NOW, memory=memory)


items = st.lists(
    st.builds(
        lambda topic, number, right, wrong: record(f"{topic}/{number}", right + wrong, right),
        st.sampled_from(["dates", "votes", "gone"]),
        st.integers(0, 5),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    unique_by=lambda each: each.item,
)
days = st.lists(
    st.builds(
        lambda ago, right, wrong: DayRecord(TODAY - timedelta(ago), right + wrong, right, 1.5),
        st.integers(0, 60),
        st.integers(0, 9),
        st.integers(1, 9),
    ),
    unique_by=lambda each: each.day,
)


@given(items, days)
def test_parts_add_up(items: list[ItemRecord], days: list[DayRecord]) -> None:
    result = statistics(items, days, topic_of=topic_of, sizes=SIZES, today=TODAY, at=NOW + DAY)
    kept = [each for each in items if topic_of(each.item)]
    assert sum(each.figures.asked for each in result.topics) == sum(each.asked for each in kept)
    assert result.total.asked == sum(each.asked for each in items)
    assert sum(each.figures.asked for each in result.weeks) == sum(each.asked for each in days)
    assert sum(count for _, count in result.days) == sum(each.asked for each in days)
    assert all(each.monday.weekday() == 0 for each in result.weeks)
    assert [each.hardness for each in result.hardest] == sorted(
        (each.hardness for each in result.hardest), reverse=True
    )
    assert json.loads(json.dumps(result.as_json())) == result.as_json()


def test_an_example() -> None:
    result = statistics(
        [record("dates/a", 4, 3), record("dates/b", 2, 0, 5.0), record("gone/x", 5, 0)],
        [DayRecord(TODAY, 6, 3, 15.0), DayRecord(TODAY - timedelta(1), 5, 0, 5.0)],
        topic_of=topic_of,
        sizes=SIZES,
        today=TODAY,
        at=NOW,
    )
    assert result.as_json() == {
        "asked": 11,
        "right": 3,
        "accuracy": 0.2727,
        "seconds_per_answer": 2.27,
        "streak": {"days": 2, "today": True},
        "topics": [
            {"topic": "dates", "asked": 6, "right": 3, "accuracy": 0.5,
             "seconds_per_answer": 2.5, "items": 4, "met": 2, "mastery": 0.25},
            {"topic": "votes", "asked": 0, "right": 0, "accuracy": None,
             "seconds_per_answer": None, "items": 2, "met": 0, "mastery": 0.0},
        ],
        "weeks": [
            {"monday": "2026-09-14", "asked": 5, "right": 0, "accuracy": 0.0,
             "seconds_per_answer": 1.0},
            {"monday": "2026-09-21", "asked": 6, "right": 3, "accuracy": 0.5,
             "seconds_per_answer": 2.5},
        ],
        "hardest": [
            {"item": "dates/b", "asked": 2, "right": 0, "accuracy": 0.0,
             "seconds_per_answer": 2.5, "hardness": 0.75},
            {"item": "dates/a", "asked": 4, "right": 3, "accuracy": 0.75,
             "seconds_per_answer": 2.5, "hardness": 0.3333},
        ],
        "days": {"2026-09-20": 5, "2026-09-21": 6},
    }  # fmt: skip


def test_nothing_played_yet() -> None:
    result = statistics([], [], topic_of=topic_of, sizes=SIZES, today=TODAY, at=NOW)
    assert result.total.accuracy is None
    assert [each.mastery for each in result.topics] == [0.0, 0.0]


def test_more_misses_and_more_answers_make_surer() -> None:
    assert hardness(1, 0) < hardness(5, 0) < 1
    assert hardness(4, 1) > hardness(4, 2)


def test_the_heat_map_is_a_calendar() -> None:
    rows = heat([(TODAY, 3), (TODAY - timedelta(1), 2), (TODAY - timedelta(90), 9)], TODAY, 2)
    assert rows == ((0, 0, 0, 0, 0, 0, 2), (3, -1, -1, -1, -1, -1, -1))
    assert len(heat([], TODAY + timedelta(6), 1)[0]) == 7


def test_a_forgotten_clock_does_not_count() -> None:
    attempt = Attempt(0, "t/f", 1, 2, right=True, seconds=9000.0, hints=0, at=NOW)
    assert ItemRecord("t/f").after(attempt, GOOD, level="easy", lang="en").seconds == 300.0


@pytest.mark.parametrize(("known_at", "known"), [(None, False), (5, False), (NOW, True)])
def test_known_until_missed(known_at: int | None, known: bool) -> None:
    attempt = Attempt(0, "t/f", 1, 2, right=False, seconds=1.0, hints=0, at=NOW)
    record = ItemRecord("t/f", known_at=known_at).after(attempt, 1, level="easy", lang="en")
    assert record.known == known
    assert record.outstanding != known

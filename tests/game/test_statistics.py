"""Figures: they add up, and examples a reader can check."""

from __future__ import annotations

import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.memory import DAY, GOOD, REVIEW, Memory, next_state
from azun_quiz.game.records import DayRecord, ItemRecord
from azun_quiz.game.statistics import MAX_HARDEST, Statistics, hardness, statistics

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


def figures(*items: ItemRecord, sizes: dict[str, int] = SIZES, at: int = NOW) -> Statistics:
    return statistics(items, [], topic_of=topic_of, sizes=sizes, today=TODAY, at=at)


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


def test_seconds_are_summed_to_thousandths() -> None:
    total = figures(record("dates/a", 1, 1, 0.1), record("dates/b", 1, 1, 0.2)).total
    assert total.seconds == 0.3
    long = figures(record("dates/a", 1, 1, 1.2344), record("dates/b", 1, 1, 1.0)).total
    assert long.seconds == 2.234


def test_mastery_is_told_to_four_places() -> None:
    memory = Memory(REVIEW, None, 10.0, 5.0, due=NOW, last=NOW)
    known = ItemRecord("votes/a", 1, 1, 1.0, last=NOW, memory=memory)
    topics = figures(known, at=NOW + 3 * DAY).as_json()["topics"]
    # One of two items, remembered by (1 + 0.9804 * 3 / 10) ** -0.1542 = 0.9610 of all.
    assert topics[1]["mastery"] == 0.4805


def test_a_topic_that_has_lost_its_items_is_not_mastered() -> None:
    assert [each.mastery for each in figures(sizes={"dates": 0}).topics] == [0.0]


def test_of_equally_hard_items_the_one_asked_more_often_comes_first() -> None:
    once, often = record("dates/a", 1, 0), record("dates/b", 4, 1)
    assert hardness(1, 0) == hardness(4, 1)
    assert [each.item for each in figures(once, often).hardest] == ["dates/b", "dates/a"]


def test_only_missed_items_are_hard_and_only_the_hardest_are_listed() -> None:
    easy = record("dates/z", 5, 5)
    missed = [record(f"dates/{number:02}", 2, 0) for number in range(MAX_HARDEST + 2)]
    listed = [each.item for each in figures(easy, *reversed(missed)).hardest]
    assert listed == [each.item for each in missed[:MAX_HARDEST]]


def test_nothing_played_yet() -> None:
    result = statistics([], [], topic_of=topic_of, sizes=SIZES, today=TODAY, at=NOW)
    assert result.total.accuracy is None
    assert [each.mastery for each in result.topics] == [0.0, 0.0]


def test_more_misses_and_more_answers_make_surer() -> None:
    assert hardness(1, 0) < hardness(5, 0) < 1
    assert hardness(4, 1) > hardness(4, 2)

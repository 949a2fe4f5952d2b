"""What is remembered of an item: an answer adds to its record, a miss can be shown again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.memory import AGAIN, GOOD, next_state
from azun_quiz.game.records import MAX_SECONDS, ItemRecord, Miss
from tests.game.stubs import attempts

NOW = 1_790_000_000_000
MINUTE = 60_000
RIGHT = Attempt(0, "t/f", seed=11, chosen=2, right=True, seconds=4.0, hints=0, at=NOW)
WRONG = replace(RIGHT, seed=12, chosen=3, right=False, seconds=1.5, at=NOW + MINUTE)


def after(record: ItemRecord, attempt: Attempt, rating: int | None) -> ItemRecord:
    return record.after(attempt, rating, level="hard", lang="az")


def test_two_answers_to_an_item() -> None:
    first = after(ItemRecord("t/f"), RIGHT, GOOD)
    learned = next_state(None, GOOD, NOW)
    assert first == ItemRecord(
        "t/f", asked=1, right=1, seconds=4.0, last=NOW, last_right=True, memory=learned
    )
    second = after(first, WRONG, AGAIN)
    assert second == ItemRecord(
        "t/f",
        asked=2,
        right=1,
        seconds=5.5,
        last=NOW + MINUTE,
        last_right=False,
        miss=Miss(12, "hard", "az", 3, NOW + MINUTE),
        memory=next_state(learned, AGAIN, NOW + MINUTE),
    )
    assert second.missed == 1


def test_a_miss_is_remembered_until_the_next_one() -> None:
    missed = after(ItemRecord("t/f"), WRONG, AGAIN)
    mended = after(missed, replace(RIGHT, at=NOW + 2 * MINUTE), GOOD)
    assert mended.miss == missed.miss
    assert after(mended, replace(WRONG, seed=13), AGAIN).miss == replace(missed.miss, seed=13)


@given(st.lists(attempts(), max_size=10))
def test_answers_without_a_rating_leave_the_memory_as_it_is(given: list[Attempt]) -> None:
    learned = after(ItemRecord("t/f"), RIGHT, GOOD)
    record = learned
    for each in given:
        record = after(record, each, None)
    assert record.memory == learned.memory
    assert record.asked == 1 + len(given)
    assert record.right == 1 + sum(each.right for each in given)


def test_a_forgotten_clock_does_not_count() -> None:
    record = after(ItemRecord("t/f"), replace(RIGHT, seconds=9000.0), GOOD)
    assert record.seconds == MAX_SECONDS == 300.0


def test_seconds_are_summed_to_thousandths() -> None:
    record = after(ItemRecord("t/f", seconds=0.1), replace(RIGHT, seconds=0.2), GOOD)
    assert record.seconds == 0.3
    assert after(ItemRecord("t/f"), replace(RIGHT, seconds=1.2344), GOOD).seconds == 1.234


@pytest.mark.parametrize(
    ("known_at", "known"),
    [(None, False), (WRONG.at - 1, False), (WRONG.at, True), (WRONG.at + 1, True)],
)
def test_known_until_missed(known_at: int | None, known: bool) -> None:
    record = after(ItemRecord("t/f", known_at=known_at), WRONG, AGAIN)
    assert record.known == known


def test_an_item_that_was_never_asked_is_not_known() -> None:
    assert not ItemRecord("t/f").known

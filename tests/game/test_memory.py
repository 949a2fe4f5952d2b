"""Memory by FSRS-6, against an independent implementation and for what must always hold.

``fsrs_histories.json`` holds 1,000 random histories of reviews with the answers of ts-fsrs 5.4.2
(npm package ``ts-fsrs``): ``fsrs({enable_fuzz: false, enable_short_term: true, learning_steps:
["1m", "10m"], relearning_steps: ["10m"], request_retention: 0.9})``, default parameters, each
review given by ``f.next(card, now, rating)`` on a card from ``createEmptyCard``. A row is

    [rating, day, minute of the day after 06:00 UTC,
     stability, difficulty, state, interval in minutes, (interval from stability alone)]

Days are counted alike: ts-fsrs counts nights (UTC), the ``fsrs`` library whole periods of 24 hours,
and the minutes of a history never fall, so both see the same number. The last column is there
where ts-fsrs moves an interval by one rule more than FSRS has: "good" gets at least a day more
than "hard" would, and "hard" no more than "good". In learning, "hard" on the second step repeats
its 10 minutes here (as in Anki), where ts-fsrs gives the mean of both steps; it is the only step
that differs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Scheduler, State
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.memory import (
    AGAIN,
    DAY,
    GOOD,
    HARD,
    RATINGS,
    REVIEW,
    Memory,
    next_state,
    rating,
    retrievability,
)

HISTORIES = json.loads((Path(__file__).parent / "fsrs_histories.json").read_text())
START = 1_735_711_200_000  # 2025-01-01 06:00 UTC

times = st.integers(0, 4_000_000_000_000)
reviews = st.lists(st.tuples(st.sampled_from(RATINGS), st.integers(-DAY, 400 * DAY)), min_size=1)


def play(history: list[tuple[int, int]], start: int = START) -> list[Memory]:
    states: list[Memory] = []
    at = start
    for rated, gap in history:
        at += gap
        states.append(next_state(states[-1] if states else None, rated, at))
    return states


def test_intervals_are_those_of_an_independent_implementation() -> None:
    assert len(HISTORIES) == 1000
    for history in HISTORIES:
        memory = None
        for rated, day, minute, stability, difficulty, state, interval, *plain in history:
            at = START + day * DAY + minute * 60_000
            on_second_step = memory is not None and memory.step == 1
            memory = next_state(memory, rated, at)
            assert memory.stability == pytest.approx(stability, rel=1e-5, abs=1e-6)
            assert memory.difficulty == pytest.approx(difficulty, rel=1e-6)
            assert memory.state == state
            minutes = (memory.due - at + 30_000) // 60_000  # ts-fsrs gives 5.5 minutes as 6
            if on_second_step and rated == HARD:
                assert (minutes, interval) == (10, 6)
            else:
                assert minutes == (plain[0] if plain else interval)


def test_the_one_rule_that_differs_is_rare() -> None:
    rows = [row for history in HISTORIES for row in history]
    assert sum(len(row) > 7 for row in rows) < len(rows) / 20


@given(reviews)
def test_states_are_sound_and_due_after_the_review(history: list[tuple[int, int]]) -> None:
    for memory in play(history):
        assert type(memory.due) is type(memory.last) is int
        assert memory.due > memory.last
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10
        assert (memory.step is None) == (memory.state == REVIEW)


@given(reviews, st.integers(0, 400 * DAY))
def test_a_better_answer_never_comes_back_sooner(history: list[tuple[int, int]], gap: int) -> None:
    memory = play(history)[-1]
    after = [next_state(memory, each, memory.last + gap) for each in (AGAIN, HARD, GOOD)]
    assert [each.stability for each in after] == sorted(each.stability for each in after)
    assert after[0].due <= after[2].due


@given(reviews, st.integers(0, 2000 * DAY))
def test_retrievability_is_that_of_the_library(history: list[tuple[int, int]], gap: int) -> None:
    memory = play(history)[-1]
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    card = Card(
        card_id=1,
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        last_review=epoch + timedelta(milliseconds=memory.last),
    )
    at = memory.last + gap
    now = epoch + timedelta(milliseconds=at)
    expected = Scheduler().get_card_retrievability(card, now)
    assert retrievability(memory, at) == pytest.approx(expected, rel=1e-12)


@given(reviews, st.integers(-DAY, 3000 * DAY), st.integers(0, 3000 * DAY))
def test_memory_fades(history: list[tuple[int, int]], gap: int, more: int) -> None:
    memory = play(history)[-1]
    sooner, later = (retrievability(memory, memory.last + each) for each in (gap, gap + more))
    assert 0 < later <= sooner <= 1


def test_nine_in_ten_are_remembered_after_the_stability() -> None:
    memory = Memory(REVIEW, None, 10.0, 5.0, due=10 * DAY, last=0)
    assert retrievability(memory, 10 * DAY) == pytest.approx(0.9)


@given(reviews, times)
def test_a_clock_set_back_is_taken_as_no_time(history: list[tuple[int, int]], at: int) -> None:
    memory = play(history)[-1]
    after = next_state(memory, GOOD, min(at, memory.last))
    assert after == next_state(memory, GOOD, memory.last)


@pytest.mark.parametrize("at", [0, 1, START])
def test_the_moment_of_a_review_is_kept(at: int) -> None:
    assert next_state(None, GOOD, at).last == at


@pytest.mark.parametrize("at", [-5, 0, 10**15, 10**30])
def test_no_clock_is_too_wrong(at: int) -> None:
    memory = next_state(next_state(None, GOOD, at), GOOD, at)
    assert memory.due > memory.last >= 0
    assert 0 < retrievability(memory, at) <= 1


def test_how_answers_are_rated() -> None:
    right = Attempt(place=0, item="t/f", seed=1, chosen=2, right=True, seconds=9.0, hints=0, at=0)
    assert rating(right) == GOOD
    assert rating(right, limit=20.0) == GOOD
    assert rating(right, limit=12.0) == GOOD
    assert rating(right, limit=11.99) == HARD
    assert rating(replace(right, hints=1)) == HARD
    assert rating(replace(right, right=False), limit=20.0) == AGAIN
    out_of_time = replace(right, chosen=None, right=False, seconds=10.0)
    assert rating(out_of_time, limit=10.0) == AGAIN
    assert rating(out_of_time) is None
    assert rating(out_of_time, limit=20.0) is None


@pytest.mark.parametrize("unknown", [0, 4, 9])
def test_an_unknown_rating_is_an_error(unknown: int) -> None:
    with pytest.raises(ValueError):
        next_state(None, unknown, 0)


def test_the_library_is_imported_when_it_is_needed() -> None:
    """The first screen does not need it, and its import takes long."""
    script = (
        "import sys, azun_quiz.store.store, azun_quiz.game.statistics as s\n"
        "store = azun_quiz.store.store.Store.in_memory()\n"
        "store.items(store.player('a', at=1).id)\n"
        "assert 'fsrs' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

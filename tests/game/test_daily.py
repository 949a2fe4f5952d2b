"""The round of the day and the streak of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.daily import daily_request, daily_seed, day_streak
from azun_quiz.game.plan import SEEDS
from azun_quiz.game.round_code import RoundRequest

TODAY = date(2026, 9, 21)
day_sets = st.sets(st.integers(-2, 40).map(lambda ago: TODAY - timedelta(days=ago)))


def played(pattern: str) -> list[date]:
    """Days from a picture: the last sign is today, # was played."""
    days = enumerate(reversed(pattern))
    return [TODAY - timedelta(days=ago) for ago, sign in days if sign == "#"]


@pytest.mark.parametrize(
    ("pattern", "length", "forgiven"),
    [
        ("", 0, 0),
        ("#", 1, 0),
        ("#.", 1, 0),
        ("#..", 1, 1),
        ("#...", 0, 0),
        ("####", 4, 0),
        ("##.#", 3, 1),
        ("##.#.", 3, 1),
        ("##..#", 1, 0),
        ("#.#.#", 2, 1),
        ("##.######.#", 9, 2),
        ("##.#####.#", 6, 1),
    ],
)
def test_streaks_in_pictures(pattern: str, length: int, forgiven: int) -> None:
    streak = day_streak(played(pattern), TODAY)
    assert (streak.length, len(streak.forgiven)) == (length, forgiven)
    assert streak.today == pattern.endswith("#")


@given(day_sets, st.integers(0, 40))
def test_playing_more_never_shortens_a_streak(days: set[date], ago: int) -> None:
    more = days | {TODAY - timedelta(days=ago)}
    assert day_streak(more, TODAY).length >= day_streak(days, TODAY).length


@given(day_sets)
def test_a_streak_is_made_of_days_played_and_few_forgiven(days: set[date]) -> None:
    streak = day_streak(days, TODAY)
    assert streak.length <= len({day for day in days if day <= TODAY})
    assert not set(streak.forgiven) & days
    gaps = zip(streak.forgiven, streak.forgiven[1:], strict=False)
    assert all((later - earlier).days >= 7 for later, earlier in gaps)


@given(st.dates(), st.dates())
def test_each_day_has_its_round(one: date, other: date) -> None:
    request = daily_request(one, digest="d", topics=("dates",))
    assert request == daily_request(one, digest="d", topics=("dates",))
    assert 0 <= request.seed < SEEDS
    if abs((one - other).days) == 1:
        assert daily_seed(other, "d") != request.seed


def test_the_round_of_a_day_is_ten_questions_of_medium_level_from_all_topics_wished_for() -> None:
    request = daily_request(TODAY, digest="d", topics=("dates", "votes"))
    assert request == RoundRequest(("dates", "votes"), "medium", 10, daily_seed(TODAY, "d"))


def test_seeds_do_not_change_from_release_to_release() -> None:
    assert daily_seed(TODAY, "d1" * 32) == 323048
    assert daily_seed(TODAY, "e2" * 32) != daily_seed(TODAY, "d1" * 32)

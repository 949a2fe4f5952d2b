"""The formula of the points, said as properties and as examples a player can check."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.scoring import MAX_RUN, WORTH, points, rules, score
from azun_quiz.levels import LEVELS
from azun_quiz.text.catalog import messages
from tests.game.stubs import attempts, results

RIGHT = Attempt(place=0, item="t/f", seed=0, chosen=1, right=True, seconds=5.0, hints=0, at=0)
WRONG = replace(RIGHT, chosen=0, right=False)
OUT_OF_TIME = replace(RIGHT, chosen=None, right=False)

levels = st.sampled_from(LEVELS)
limits = st.none() | st.floats(1, 100)


@given(results(), levels, limits, st.data())
def test_one_more_right_answer_never_scores_less(
    given: list[Attempt | None], level: str, limit: float | None, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(given)))
    before = [*given[:place], None, *given[place:]]
    with_right = [*given[:place], RIGHT, *given[place:]]
    with_wrong = [*given[:place], WRONG, *given[place:]]
    more = score(with_right, level=level, limit=limit).total
    assert more >= score(before, level=level, limit=limit).total
    assert more >= score(with_wrong, level=level, limit=limit).total


@given(
    st.lists(st.sampled_from([RIGHT, WRONG, None]), max_size=40),
    st.lists(st.sampled_from([RIGHT, WRONG, None]), max_size=40),
    levels,
)
def test_without_clock_and_hints_more_right_answers_never_score_less(
    one: list[Attempt | None], other: list[Attempt | None], level: str
) -> None:
    first, second = score(one, level=level), score(other, level=level)
    if first.right < second.right:
        assert first.total <= second.total


@given(results(), levels, st.data())
def test_time_counts_only_in_timed_rounds(
    given: list[Attempt | None], level: str, data: st.DataObject
) -> None:
    slower = [
        each and replace(each, seconds=each.seconds + data.draw(st.floats(0, 50))) for each in given
    ]
    assert score(slower, level=level) == score(given, level=level)
    assert score(slower, level=level, limit=30).total <= score(given, level=level, limit=30).total


@given(results(), levels, limits, st.randoms(use_true_random=False))
def test_nothing_depends_on_where_unanswered_questions_stand(
    given: list[Attempt | None], level: str, limit: float | None, random: object
) -> None:
    answered = [each for each in given if each is not None and each.chosen is not None]
    moved: list[Attempt | None] = list(answered)
    for each in given:
        if each is None or each.chosen is None:
            moved.insert(random.randint(0, len(moved)), each)  # type: ignore[attr-defined]
    assert score(moved, level=level, limit=limit) == score(given, level=level, limit=limit)


@given(results(), levels, limits)
def test_points_are_whole_never_negative_and_add_up(
    given: list[Attempt | None], level: str, limit: float | None
) -> None:
    result = score(given, level=level, limit=limit)
    parts = [points(each, level=level, limit=limit) for each in given]
    assert type(result.total) is int
    assert result.total == sum(each.total for each in parts) + result.run_bonus
    assert all(each.total >= 0 for each in parts)
    assert 0 <= result.run_bonus <= WORTH[level] * MAX_RUN // 100
    assert result.right <= result.answered <= result.asked == len(given)
    assert (result.total == 0) == (result.right == 0)


@given(attempts(), levels, limits)
def test_a_harder_level_earns_more(attempt: Attempt, level: str, limit: float | None) -> None:
    earned = [points(attempt, level=each, limit=limit).total for each in LEVELS]
    assert earned == sorted(earned)
    assert len(set(earned)) == (3 if attempt.right else 1)


@pytest.mark.parametrize("options", [3, 4, 5])
def test_a_guesser_gains_nothing_by_a_hint(options: int) -> None:
    def expected(hints: int) -> float:
        earned = points(replace(RIGHT, hints=hints), level="hard").total
        return earned / (options - hints)

    assert all(expected(0) > expected(hints) for hints in range(1, options - 1))


def test_an_example_to_check_by_hand() -> None:
    given = [RIGHT, RIGHT, None, RIGHT, WRONG, replace(RIGHT, hints=1), OUT_OF_TIME]
    result = score(given, level="medium")
    # Four right answers of 150, one hint of 60, a run of three: two steps of 15.
    assert (result.worth, result.hints, result.speed, result.run_bonus) == (600, -60, 0, 30)
    assert (result.asked, result.answered, result.right, result.run) == (7, 5, 4, 3)
    assert result.total == 570


def test_speed_is_worth_half_at_once_and_nothing_at_the_end() -> None:
    def speed(seconds: float, hints: int = 0) -> int:
        attempt = replace(RIGHT, seconds=seconds, hints=hints)
        return points(attempt, level="easy", limit=20.0).speed

    assert [speed(0.0), speed(10.0), speed(20.0), speed(25.0)] == [50, 25, 0, 0]
    assert speed(0.0, hints=1) == 30


def test_fractions_of_a_point_are_cut() -> None:
    def speed(seconds: float) -> int:
        return points(replace(RIGHT, seconds=seconds), level="easy", limit=20.0).speed

    # A point of speed is worth 0.4 seconds.
    assert [speed(19.6), speed(19.601), speed(19.2), speed(19.201)] == [1, 0, 2, 1]


def test_the_shortest_limit_is_a_thousandth_of_a_second() -> None:
    for limit in (0.001, 0.0001):
        earned = [
            points(replace(RIGHT, seconds=seconds), level="hard", limit=limit).speed
            for seconds in (0.0, 0.001, 5.0)
        ]
        assert earned == [100, 0, 0]


@pytest.mark.parametrize(
    ("given", "run"),
    [
        ([], 0),
        ([WRONG], 0),
        ([WRONG, RIGHT], 1),
        ([RIGHT, WRONG, RIGHT, RIGHT], 2),
        ([RIGHT, RIGHT, RIGHT, WRONG, RIGHT, RIGHT], 3),
        ([RIGHT, None, RIGHT, OUT_OF_TIME, RIGHT], 3),
    ],
)
def test_a_wrong_answer_ends_a_run(given: list[Attempt | None], run: int) -> None:
    assert score(given, level="easy").run == run


def test_the_run_is_bounded() -> None:
    assert [score([RIGHT] * count, level="easy").run_bonus for count in (0, 1, 2, 11, 50)] == [
        0, 0, 10, 100, 100,
    ]  # fmt: skip


def test_an_unknown_level_is_an_error() -> None:
    with pytest.raises(KeyError):
        points(RIGHT, level="brutal")


@pytest.mark.parametrize("lang", ["ar", "az"])
def test_the_rules_are_told_in_other_languages(lang: str) -> None:
    for rule in rules():
        assert messages(lang)(rule.message, **rule.params) != rule.message.format_map(rule.params)


def test_the_rules_tell_the_numbers_in_use() -> None:
    told = " ".join(rule.message.format_map(rule.params) for rule in rules())
    for number in (
        "100 points",
        "150",
        "200",
        "40 percent",
        "80 percent",
        "50 percent more",
        "10 percent of",
        "100 percent",
    ):
        assert number in told

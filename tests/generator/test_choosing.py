"""Where the key stands, which numbers are made up, and chances that are the same everywhere."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import ANY, number_line
from azun_quiz.generator.drafting import planned_place
from azun_quiz.levels import LEVELS


@pytest.mark.parametrize(
    ("number", "place", "level", "line"),
    [
        (155, 1, "hard", [140, 155, 170, 185]),
        (155, 1, "easy", [104, 155, 206, 257]),
        (4, 3, "medium", [1, 2, 3, 4]),
        (1, 3, "medium", [1, 2, 3, 4]),
        (0, 2, "medium", [0, 1, 2, 3]),
        (-3, 1, "medium", [-4, -3, -2, -1]),
    ],
)
def test_numbers_round_a_number(number: int, place: int, level: str, line: list[int]) -> None:
    numbers, index = number_line(number, count=4, place=place, level=level)
    assert numbers == line
    assert numbers[index] == number


@given(st.integers(-(10**17), 10**17), st.integers(3, 5), st.data())
def test_the_number_stands_among_others_in_order(number, count, data) -> None:
    place = data.draw(st.integers(0, count - 1))
    level = data.draw(st.sampled_from([*LEVELS, ANY]))
    numbers, index = number_line(number, count=count, place=place, level=level)
    assert 0 <= index <= place
    assert numbers[index] == number
    assert numbers == sorted(set(numbers))
    assert len(numbers) == count
    assert number <= 0 or numbers[0] >= 1


def test_a_large_number_as_the_last_one_keeps_the_widest_step_above_zero() -> None:
    numbers, index = number_line(8 * 10**17, count=5, place=4, level="easy")
    assert (numbers[0], numbers[index]) == (4, 8 * 10**17)


@given(st.integers(), st.integers(3, 5))
def test_each_block_of_items_has_every_place_once(seed: int, count: int) -> None:
    for block in range(4):
        places = [planned_place(seed, count, block * count + offset) for offset in range(count)]
        assert sorted(places) == list(range(count))


def test_chances_are_the_same_on_every_machine() -> None:
    chance = Chance(7, "template/fact", "hard", 0)
    assert [chance.below(100) for _ in range(20)] == [
        16, 9, 50, 38, 37, 94, 55, 7, 58, 77, 46, 52, 44, 27, 98, 57, 53, 55, 25, 27,
    ]  # fmt: skip
    assert Chance(7, "a").shuffled("abcdefg") == list("bedagcf")


@given(st.integers(), st.text(), st.integers(1, 1000))
def test_a_chance_depends_on_its_names_alone(seed: int, name: str, limit: int) -> None:
    one, other = Chance(seed, name), Chance(seed, name)
    assert [one.below(limit) for _ in range(40)] == [other.below(limit) for _ in range(40)]
    assert all(0 <= one.below(limit) < limit for _ in range(40))


@given(st.integers(), st.lists(st.integers(), unique=True), st.integers(0, 10))
def test_samples_have_nothing_twice(seed: int, items: list[int], count: int) -> None:
    drawn = Chance(seed).sample(items, count)
    assert len(set(drawn)) == len(drawn) == min(count, len(items))
    assert set(drawn) <= set(items)
    assert sorted(Chance(seed).shuffled(items)) == sorted(items)


def test_chances_are_even() -> None:
    seen = Counter(Chance(0, number).below(10) for number in range(10_000))
    assert sum((seen[face] - 1000) ** 2 / 1000 for face in range(10)) < 21.67  # p > 0.01, 9 degrees

"""In any world that a teacher could write, every question has exactly one right answer."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from azun_quiz.levels import LEVELS
from tests.generator.judging import CHECKS, examine
from tests.generator.worlds import World, random_world, smallest, worlds


def fails(world: World, seed: int, level: str, name: str) -> bool:
    try:
        examine(world, seed, level, name)
    except AssertionError:
        return True
    return False


@settings(
    max_examples=200,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # `smallest` makes failures small
)
@given(worlds(), st.integers(0, 5), st.sampled_from(LEVELS), st.sampled_from(["", "p"]))
def test_every_item_has_exactly_one_right_option(
    world: World, seed: int, level: str, name: str
) -> None:
    if fails(world, seed, level, name):
        world = smallest(world, lambda less: fails(less, seed, level, name))
        print(*world.facts, *world.things, world, sep="\n")
    examine(world, seed, level, name)


def test_the_worlds_are_not_empty() -> None:
    """Every way of asking occurs often enough for the test above to mean something."""
    seen: Counter[str] = Counter()
    for number in range(60):
        seen += examine(random_world(Random(number)), 0, "medium")
    assert set(seen) == set(CHECKS)
    assert seen.total() > 60

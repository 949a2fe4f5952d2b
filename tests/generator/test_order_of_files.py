"""In which order facts stand in a file makes no difference to what can be asked."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from azun_quiz.generator.bank import Bank
from tests.generator.judging import bank_of
from tests.generator.worlds import World, random_world


def subjects(bank: Bank) -> dict[str, set[str]]:
    """What every template asks about."""
    return {template: {*bank.way(template).subjects} for template in bank.templates}


def left_out(bank: Bank) -> dict[str, list[set[str]]]:
    """The facts that every template does not ask, by the reason."""
    found = {}
    for template in bank.templates:
        lost = bank.way(template).left_out
        ambiguous = {fact for fact, _, _ in lost.ambiguous}
        found[template] = [ambiguous, {*lost.starved}, {*lost.withheld}]
    return found


def shuffled(world: World, random: Random) -> World:
    return replace(world, facts=random.sample(world.facts, len(world.facts)))


@pytest.mark.parametrize("seed", range(40))
def test_the_same_is_asked_and_left_out(seed: int) -> None:
    random = Random(seed)
    world = random_world(random)
    bank, other = bank_of(world), bank_of(shuffled(world, random))
    assert subjects(bank) == subjects(other)
    assert left_out(bank) == left_out(other)

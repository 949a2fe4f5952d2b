"""How near the wrong options lie to the right one: the harder, the nearer, whatever is asked."""

from __future__ import annotations

from statistics import fmean

import pytest

from azun_quiz.generator.bank import Bank
from azun_quiz.levels import LEVELS
from tests.packs import bank_of

COUNT = 60

HEAD = """\
    kind: thing
    fields:
      name: {type: words}
      number: {type: number}
      sort: {type: text}
      shade: {type: text}
    unique: [name, number]
    complete: yes
    facts:
"""
ASKS = """\
    topic: t
    templates:
      number: {about: thing, ask: {en: "Which number has {name}?"}, answer: number}
      first: {about: thing, way: first, by: number, answer: name, ask: {en: "Which first?"}}
      last: {about: thing, way: last, by: number, answer: name, ask: {en: "Which last?"}}
      pair: {about: thing, way: pair, pair: [number, name], ask: {en: "Which pair?"}}
      like: {about: thing, ask: {en: "Which has the number {number}?"}, answer: name}
      odd: {about: thing, way: odd, where: {sort: [s0, s1, s2]}, answer: number,
            ask: {en: "Which is not so?"}}
    """


def name(number: int) -> str:
    return f"{'bcdfghjk'[number % 8]}{'aeiou'[number % 5]}{'lmnprst'[number % 7]}".capitalize()


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    facts = "".join(
        f"      f{n}: {{name: {{en: {name(n)}}}, number: {n}, sort: s{n // 15},"
        f" shade: h{n // 5}, sources: [x]}}\n"
        for n in range(COUNT)
    )
    directory = tmp_path_factory.mktemp("levels")
    return bank_of(directory, data_thing=HEAD + facts, questions_t=ASKS)


def distance(bank: Bank, item: str, level: str) -> float:
    """How far the wrong options of an item lie from the right one, as the mean over seeds."""
    names = {name(number): number for number in range(COUNT)}
    found = []
    for seed in range(3):
        made = bank.item(item, lang="en", seed=seed, level=level)
        texts = [option.partition(" ")[0] for option in made.options]
        places = [names[text] if text in names else int(text) for text in texts]
        own = places.pop(made.key)
        found += [abs(place - own) for place in places]
    return fmean(found)


@pytest.mark.parametrize("template", ["number", "first", "last", "pair", "like", "odd"])
def test_harder_questions_have_nearer_options(bank: Bank, template: str) -> None:
    items = [item for item in bank.ids() if item.startswith(f"{template}/")]
    assert len(items) >= 12
    hard, medium, easy = (
        fmean(distance(bank, item, level) for item in items) for level in ("hard", "medium", "easy")
    )
    assert hard < medium
    assert easy > 1.2 * medium


@pytest.mark.parametrize("level", LEVELS)
def test_the_key_stands_everywhere_at_every_level(bank: Bank, level: str) -> None:
    """Also where it is the first or the last of all values that there are."""
    for template in ("number", "first", "pair", "like"):
        items = [item for item in bank.ids() if item.startswith(f"{template}/")]
        keys = [bank.item(item, lang="en", seed=1, level=level).key for item in items]
        assert all(keys.count(place) >= len(keys) / 8 for place in range(4)), template


def test_the_hardest_options_of_a_number_are_its_neighbours(bank: Bank) -> None:
    for seed in range(6):
        made = bank.item("number/f30", lang="en", seed=seed, level="hard")
        numbers = [int(option) for option in made.options]
        assert numbers == sorted(numbers)
        assert 26 <= numbers[0] <= 30 <= numbers[-1] <= 34


def test_the_hardest_options_share_what_can_be_shared(bank: Bank) -> None:
    """Things of one sort and shade are five; there are enough of them for each question."""
    for place in (7, 22, 48):
        for seed in range(4):
            made = bank.item(f"like/f{place}", lang="en", seed=seed, level="hard")
            assert {int(holder[1:]) // 5 for holder in made.holders if holder} == {place // 5}

"""Questions whose options are pairs, and what numbers look like in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs import bank_of

KIND = """\
kind: city
name: {en: city}
fields:
  name: {type: words}
  river: {type: ref, of: river}
  people: {type: number}
unique: [name]
complete: yes
facts:
"""
RIVERS = """\
kind: river
name: {en: river}
fields:
  name: {type: words}
  length: {type: number}
unique: [name, length]
complete: yes
facts:
"""
QUESTIONS = """\
topic: cities
templates:
  pairs:
    about: city
    way: pair
    pair: [name, SECOND]
    ask: {en: "Which of these pairs is right?"}
"""
CITIES = ("Rome", "Bonn", "Oslo", "Riga", "Bern", "Kyiv")


def files(second: str, *, withheld: str = "") -> dict[str, str]:
    """Cities, each at a river of its own, and a template that pairs them."""
    cities, rivers = KIND, RIVERS
    for number, name in enumerate(CITIES):
        extra = "    not-asked: it changes too often\n" if name == withheld else ""
        cities += (
            f"  {name.lower()}:\n    name: {{en: {name}}}\n    river: river-{name.lower()}\n"
            f"    people: {1000 + 37 * number}\n    sources: [made up]\n{extra}"
        )
        rivers += (
            f"  river-{name.lower()}:\n    name: {{en: Water of {name[::-1].title()}}}\n"
            f"    length: {40 + 3 * number}\n    sources: [made up]\n"
        )
    return {
        "data_city": cities,
        "data_river": rivers,
        "questions_cities": QUESTIONS.replace("SECOND", second),
    }


def true_pair(name: str, second: str) -> str:
    number = CITIES.index(name)
    return {
        "river": f"{name} – Water of {name[::-1].title()}",
        "river.length": f"{name} – {40 + 3 * number}",
        "people": f"{name} – {1000 + 37 * number}",
    }[second]


@pytest.mark.parametrize("second", ["river", "river.length", "people"])
def test_one_pair_is_true_and_says_what_the_facts_say(tmp_path: Path, second: str) -> None:
    bank = bank_of(tmp_path, **files(second))
    assert len(bank.ids()) == len(CITIES)
    for name in bank.ids():
        for seed in range(8):
            item = bank.item(name, lang="en", seed=seed)
            city = item.facts[0].title()
            assert item.answer == true_pair(city, second)
            for option in item.options:
                shown = option.partition(" – ")[0]
                assert (option == true_pair(shown, second)) == (option == item.answer)


def test_a_fact_that_is_not_asked_stands_in_no_pair(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, **files("people", withheld="Oslo"))
    assert "pairs/oslo" not in bank
    for name in bank.ids():
        for seed in range(8):
            options = bank.item(name, lang="en", seed=seed).options
            assert not any(str(1000 + 37 * CITIES.index("Oslo")) in option for option in options)
            assert not any("Oslo" in option for option in options)

"""The items of the built-in content, as players get them."""

from __future__ import annotations

from collections import Counter

import pytest

from azun_quiz.content.values import Date, Span
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.rules import option_flaws, stem_flaws
from azun_quiz.levels import LEVELS
from azun_quiz.library import Library
from tests.generator.measuring import is_even, is_ordered

LANGUAGES = ("en", "ar", "az")
SEEDS = (0, 1)


@pytest.fixture(scope="module")
def bank(library: Library) -> Bank:
    return library.bank


def test_there_are_enough_items_with_the_same_ids_in_each_language(bank: Bank) -> None:
    by_language = [bank.ids(None, lang) for lang in LANGUAGES]
    assert by_language[0] == by_language[1] == by_language[2]
    assert len(by_language[0]) >= 300
    assert len(set(by_language[0])) == len(by_language[0])
    assert bank.ids(["context"])
    assert not set(bank.ids(["context"])) & set(by_language[0])


@pytest.mark.parametrize("level", LEVELS)
def test_no_item_breaks_an_item_writing_rule(bank: Bank, level: str) -> None:
    broken = []
    for id_ in bank.ids(bank.topics):
        for seed in SEEDS:
            shapes = set()
            for lang in LANGUAGES:
                item = bank.item(id_, lang=lang, seed=seed, level=level)
                shapes.add((len(item.options), item.key))
                flaws = option_flaws(
                    bank.stems(id_)[lang],
                    item.options,
                    item.key,
                    lang,
                    ordered=is_ordered(bank, id_),
                )
                broken += [(id_, lang, seed, flaw) for flaw in flaws]
                assert item.sources
                assert 3 <= len(item.options) <= 5
                assert item.explanation
            assert len(shapes) == 1, "the options must not depend on the language"
    assert broken == []


def test_every_stem_is_a_question_that_reads_well(bank: Bank) -> None:
    broken = [
        (id_, lang, flaw)
        for id_ in bank.ids(bank.topics)
        for lang, stem in bank.stems(id_).items()
        for flaw in stem_flaws(stem, lang)
    ]
    assert broken == []


@pytest.mark.parametrize("seed", [0, 7, 2026])
def test_the_places_of_the_key_are_even(bank: Bank, seed: int) -> None:
    for topics in (None, ["context"]):
        for only_ordered in (False, True):
            places: dict[int, Counter[int]] = {}
            for id_ in bank.ids(topics):
                if is_ordered(bank, id_) or not only_ordered:
                    item = bank.item(id_, lang="en", seed=seed)
                    places.setdefault(len(item.options), Counter())[item.key] += 1
            for count, found in places.items():
                even = is_even([found[place] for place in range(count)])
                assert even, (topics, only_ordered, found)


def test_numbers_and_dates_stand_in_order(bank: Bank) -> None:
    checked = 0
    for id_ in bank.ids(bank.topics):
        way = bank.way(id_.partition("/")[0])
        if way.compiled.template.way != "answer" or way.compiled.answer.type not in (
            "number",
            "year",
        ):
            continue
        options = [int(text.replace(",", "")) for text in bank.item(id_, lang="en", seed=5).options]
        assert options == sorted(options), id_
        checked += 1
    assert checked > 50


def spread(bank: Bank, id_: str, level: str) -> int:
    """How far the options of an item about a date lie apart, in days."""
    facts = bank.content.facts
    item = bank.item(id_, lang="en", seed=3, level=level)
    days = []
    for holder in item.holders:
        assert holder is not None
        value = next(v for v in facts[holder].values.values() if isinstance(v, Date) and v.day)
        days.append(value.year * 365 + value.month * 30 + value.day)
    return max(days) - min(days)


def test_harder_items_have_nearer_options(bank: Bank) -> None:
    dates = [
        id_
        for id_ in bank.ids(bank.topics)
        if id_.startswith(("event-date/", "admission-date/", "resolution-date/"))
    ]
    sums = {level: sum(spread(bank, id_, level) for id_ in dates) for level in LEVELS}
    assert sums["hard"] < sums["medium"] < sums["easy"]


def test_an_item_does_not_depend_on_what_was_asked_before(library: Library) -> None:
    from azun_quiz.content.packs import BUILT_IN, Pack
    from azun_quiz.library import open_library
    from azun_quiz.paths import built_in

    fresh = open_library([Pack(BUILT_IN, built_in())]).bank
    ids = library.bank.ids()[::40]
    forward = [library.bank.item(id_, lang="ar", seed=9) for id_ in ids]
    backward = [fresh.item(id_, lang="ar", seed=9) for id_ in reversed(ids)]
    assert forward == backward[::-1]


FORBIDDEN = {
    "event-": ("6 March 1992", "6 May 1992"),
    "assembly-date/ga-48-114": ("23 March 1994",),
    "membership-years/az-unicef": ("2005–2009",),
    "membership-years/az-unesco": ("1995–1997",),
    "secretary-general-term/": ("1946–1952",),
}


@pytest.mark.parametrize("prefix", FORBIDDEN)
def test_values_that_sources_dispute_are_never_options(bank: Bank, prefix: str) -> None:
    items = [id_ for id_ in bank.ids(bank.topics) if id_.startswith(prefix)]
    assert items
    for id_ in items:
        for level in LEVELS:
            options = bank.item(id_, lang="en", seed=4, level=level).options
            assert not set(FORBIDDEN[prefix]) & set(options), id_


def test_bodies_of_which_azerbaijan_was_a_member_are_never_wrong_options(bank: Bank) -> None:
    facts = bank.content.facts
    terms = [
        (fact.values["body"], fact.values["term"])
        for fact in facts.values()
        if fact.kind == "membership" and fact.holds and fact.values["state"] == "azerbaijan"
    ]
    names = {fact.id: fact.values["name"] for fact in facts.values() if fact.kind == "body"}
    checked = 0
    for id_ in bank.ids():
        if not id_.startswith("membership-body-in-year/"):
            continue
        year = Date(int(id_.rpartition(".")[2]))
        member = {
            str(names[str(body)])
            for body, term in terms
            if isinstance(term, Span) and term.includes(year) is not False
        }
        for seed in range(4):
            item = bank.item(id_, lang="en", seed=seed)
            wrong = set(item.options) - {item.answer}
            assert not wrong & member, (id_, item.options)
            checked += 1
    assert checked > 100


def test_the_source_of_the_right_answer_comes_first(bank: Bank) -> None:
    """However many sources the other options bring."""
    for id_ in bank.ids(bank.topics):
        item = bank.item(id_, lang="en")
        holder = item.holders[item.key]
        if holder is not None:
            assert item.sources[0] == bank.content.facts[holder].sources[0], id_


def test_an_introduction_is_followed_by_a_small_letter(bank: Bank) -> None:
    """Unless what follows is a name."""
    names = {"Azerbaijan", "Heydar", "Ilham", "Azərbaycan", "Azərbaycanın", "Heydər", "İlham"}
    seen = 0
    for id_ in bank.ids(bank.topics):
        for lang in ("en", "az"):
            stem, plain = bank.item(id_, lang=lang).stem, bank.stems(id_)[lang]
            if len(stem) > len(plain):
                first = stem[-len(plain) :].split()[0]
                assert not first[0].isupper() or first in names, stem
                seen += 1
    assert seen > 100

"""Looking over the questions of a template finds the same as making each of them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.checking import Shared, check
from azun_quiz.generator.rules import stem_flaws
from azun_quiz.generator.sentences import fill
from azun_quiz.generator.stem_checker import signature
from azun_quiz.generator.surveying import Survey
from azun_quiz.paths import built_in
from tests.generator.judging import bank_of
from tests.generator.worlds import random_world
from tests.packs import bank_of as bank_of_files

LANGUAGES = ("en", "ar", "az")


def surveyed(bank: Bank, template: str) -> list[str]:
    """The ids of the questions of a template, as a check finds them."""
    shared, way = Shared(bank.content), bank.way(template)
    found = shared.survey.questions(way)
    found = found.without(shared.stems.lacking(way, found.facts))
    return [found.subject(index).id for index in range(len(found))]


def faults(bank: Bank, template: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The faults of the stems of a template: of those that are read, and of all."""
    shared, way = Shared(bank.content), bank.way(template)
    found = shared.survey.questions(way)
    found = found.without(shared.stems.lacking(way, found.facts))

    def of(index: int, lang: str) -> set[tuple[str, str]]:
        subject = found.subject(index)
        stem = fill(way.compiled.ask[lang], subject.fact, subject.each, lang) or ""
        return {(code, lang) for code, _ in stem_flaws(stem, lang)}

    read: set[tuple[str, str]] = set()
    for lang, indexes in shared.stems.to_read(way, found.facts):
        read = read.union(*(of(index, lang) for index in indexes))
    langs = way.compiled.ask
    every = [of(index, lang) for index in range(len(found)) for lang in langs]
    return read, set().union(*every)


def assert_same(bank: Bank, again: Bank) -> int:
    """Compare with a bank that has not been surveyed; the number of questions."""
    count = 0
    for template in bank.templates:
        found = surveyed(bank, template)
        assert found == list(again.way(template).subjects)
        read, every = faults(bank, template)
        assert read == every
        count += len(found)
    return count


def test_of_the_built_in_content() -> None:
    content = load([Pack("", built_in())])
    assert assert_same(Bank(content), Bank(content)) > 900


@pytest.mark.parametrize("seed", range(25))
def test_of_random_worlds(seed: int) -> None:
    world = random_world(Random(seed))
    assert_same(bank_of(world), bank_of(world))


THINGS = """
    kind: thing
    name: {en: thing}
    fields:
      name: {type: words}
      number: {type: number}
      day: {type: date, optional: yes}
    unique: [number]
    facts:
"""

ASKS = """
    topic: things
    templates:
      number:
        about: thing
        ask: {en: "Which number has a {name}?"}
        answer: number
      the-number:
        about: thing
        ask: {en: "Which number has the {name}?"}
        answer: number
      day:
        about: thing
        where: {day: 1990/1999}
        ask: {en: "On what day, in the {number} of the {name}, was it?"}
        answer: day
      name:
        about: thing
        ask: {en: "What of {day} is the x{number}?"}
        answer: name
"""

NAMES = st.sampled_from(
    ["Apple", "the Nile", "Economic Council", "hour", "union", "of", "not so", "a a b", "x.", "(y)",
     "Pear", "Plum", "many", "8", "Ünsal", "İzmir", "in", "an", "y ?", "_", "every", "THE Nile"]
)  # fmt: skip
DAYS = st.sampled_from(["1993-07-29", "1994-01-02", "1995", "1996-03", "1989-11-09", ""])


@settings(max_examples=60)
@given(facts=st.lists(st.tuples(NAMES, DAYS), min_size=1, max_size=9))
def test_of_names_that_join_badly(
    tmp_path_factory: pytest.TempPathFactory, facts: list[tuple[str, str]]
) -> None:
    lines = "".join(
        f"      f{number}: {{name: {{en: '{name}'}}, number: {number}"
        + (f", day: {day}" if day else "")
        + ", sources: [a]}\n"
        for number, (name, day) in enumerate(facts)
    )
    directory: Path = tmp_path_factory.mktemp("things")
    bank = bank_of_files(directory, data_thing=THINGS + lines, questions_asked=ASKS)
    assert_same(bank, Bank(bank.content))


def test_in_a_complete_kind_shared_givens_are_found(tmp_path: Path) -> None:
    names = ["Apple", "Pear", "Plum", "Quince", "Pear"]
    lines = "".join(
        f"      f{number}: {{name: {{en: {name}}}, number: {number}, sources: [a]}}\n"
        for number, name in enumerate(names)
    )
    things = THINGS.replace("unique: [number]", "complete: yes")
    bank = bank_of_files(tmp_path, data_thing=things + lines, questions_asked=ASKS)
    assert_same(bank, Bank(bank.content))
    (problem, *_) = [problem for problem in check(bank) if problem.code == "ambiguous"]
    assert (problem.details["first"], problem.details["second"]) == ("f1", "f4")


def test_a_bank_that_is_made_and_one_that_is_not_have_the_same_problems(tmp_path: Path) -> None:
    """Few questions are all tried, so that nothing depends on which come first."""
    lines = "".join(
        f"      f{number}: {{name: {{en: {name}}}, number: {number}, day: 1993-0{number + 1}-02,"
        " sources: [a]}\n"
        for number, name in enumerate(["Apple", "Pear", "the Nile", "not so", "Plum"])
    )
    files = {"data_thing": THINGS + lines, "questions_asked": ASKS}
    fresh, made = (bank_of_files(tmp_path, **files) for _ in range(2))
    assert len(made) > 0
    for bank in (fresh, made, made):
        found = [(problem.code, problem.message) for problem in check(bank)]
        assert found == [(problem.code, problem.message) for problem in check(fresh)]
        assert found


def test_facts_that_share_their_givens_are_left_to_the_way() -> None:
    """Only a template whose facts are told apart is decided by a set."""
    bank = Bank(load([Pack("", built_in())]))
    quick = 0
    for template in bank.templates:
        way = bank.way(template)
        Survey().questions(way)
        quick += way._subjects is None
    assert 0 < quick < len(bank.templates)


@given(lang=st.sampled_from(LANGUAGES), text=st.text(min_size=1, max_size=12))
def test_texts_of_one_signature_have_the_same_faults_in_a_stem(lang: str, text: str) -> None:
    """A signature that is not the text itself promises that the text is harmless by itself."""
    mark = signature(text, lang)
    if mark != text:
        stem = f"Is it so: {text}, or so?"
        assert stem_flaws(stem, lang) == []


WORDS = {
    "en": ["the", "a", "An", "of", "apple", "hour", "union", "Council", "8", "not", "NOT", "every"],
    "ar": ["في", "على", "التي", "الذي", "مجلس", "ليس", "عدا", "دائما", "باكو", "Baku"],
    "az": ["və", "bu", "BU", "hansı", "saylı", "şura", "deyil", "DEYİL", "həmişə", "heç", "vaxt"],
}
FRAMES = {
    "en": [
        "Is it {}?",
        "Is the {} it?",
        "Is a {} it?",
        "Is An {} it?",
        "{} of it?",
        "Is {} the {}?",
    ],
    "ar": ["هل هو {}؟", "ما في {}؟", "ما {} في؟", "ما التي {} التي؟"],
    "az": ["Nə {}?", "Nə və {}?", "{} bu nə?", "Nə bu {} saylı?", "Nə hansı {}?"],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_of_one_signature_have_the_same_faults_in_any_stem(lang: str) -> None:
    """Also where words of the stem and of the text meet."""
    words = WORDS[lang]
    seen: dict[object, list[set[str]]] = {}
    for text in [*words, *(f"{one} {other}" for one in words for other in words)]:
        stems = [frame.format(*[text] * frame.count("{}")) for frame in FRAMES[lang]]
        faults = [{code for code, _ in stem_flaws(stem, lang)} for stem in stems]
        assert faults == seen.setdefault(signature(text, lang), faults), text
    assert len(seen) < len(words) * (len(words) + 1)


ODD_FACTS = [
    "{name: {en: Fig}, number: 9, certainty: open, sources: [a]}",
    "{name: {en: Fig}, number: 9, not-asked: old, sources: [a]}",
    "{name: {en: Fig}, number: 9, not-asked: {number: old}, sources: [a]}",
    "{name: {en: Fig}, number: 9, holds: no, sources: [a]}",
    "{name: {en: Fig}, number: 9, otherwise: [{field: number, value: 8, source: b}], sources: [a]}",
    "{name: {en: Fig}, number: 9, day: 1999, sources: [a]}",
    "{name: {en: Pear}, number: 9, sources: [a]}",
]


@pytest.mark.parametrize("fact", ODD_FACTS)
@pytest.mark.parametrize("complete", ["yes", "no"])
def test_one_fact_that_is_not_like_the_others(tmp_path: Path, fact: str, complete: str) -> None:
    lines = "".join(
        f"      f{number}: {{name: {{en: {name}}}, number: {number}, day: 1993-0{number + 1}-02,"
        " sources: [a]}\n"
        for number, name in enumerate(["Apple", "Pear", "Plum", "Quince", "Lime"])
    )
    more = """\
      when:
        about: thing
        ask: {en: "When was the {number}?"}
        answer: day
    """
    files = {"data_thing": THINGS.replace("day: {type: date, optional: yes}", "day: {type: date}")}
    if "day:" not in fact:
        files = {"data_thing": THINGS}
    files["data_thing"] = files["data_thing"].replace(
        "unique:", f"complete: {complete}\n    unique:"
    )
    files["data_thing"] += lines + f"      odd: {fact}\n"
    bank = bank_of_files(tmp_path, **files, questions_asked=ASKS.rstrip() + "\n" + more)
    assert "when" in bank.templates
    assert assert_same(bank, Bank(bank.content)) > 5

"""What a check of templates finds: each fault once, the same whatever was asked before."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import pairwise
from pathlib import Path

import pytest

from azun_quiz.content.load import load
from azun_quiz.generator.absences import absences
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.checking import TRIED, Shared, Trials, check
from azun_quiz.library import Library
from tests.content.broken_packs import BROKEN
from tests.content.checked_packs import write
from tests.packs import bank_of


@pytest.mark.parametrize("case", BROKEN)
def test_questions_that_were_asked_change_nothing(tmp_path: Path, case: str) -> None:
    """A bank whose items are made is looked over in another way; it has the same problems."""
    content = load([write(tmp_path, BROKEN[case])])
    fresh, made = Bank(content), Bank(content)
    made.ids()
    for _ in range(2):
        found = [(p.code, p.place, p.message, p.advice) for p in check(made)]
        assert found == [(p.code, p.place, p.message, p.advice) for p in check(fresh)]


@pytest.mark.parametrize("made", [False, True])
def test_a_check_adds_nothing_to_what_the_bank_keeps(tmp_path: Path, made: bool) -> None:
    """A template is checked each time its file is saved, and its bank may be the same one."""
    kind = WATERS.replace("en: ", "az: ").replace("az: Po", "az: {default: Po, genitive: Ponun}")
    questions = """\
        topic: t
        templates:
          it: {about: water, answer: depth, ask: {az: "{name:genitive} dərinliyi nədir?"}}
        """
    bank = bank_of(tmp_path, data_water=kind, questions_it=questions)
    if made:
        bank.ids()
    way = bank.way("it")
    found = [([(p.code, p.message) for p in check(bank)], deepcopy(way.left_out)) for _ in range(3)]
    assert found[0] == found[1] == found[2]
    assert [code for code, _ in found[0][0]] == ["missing-form"]
    assert {item.fact for item in absences(bank, "it")} == {"one", "three", "four"}


def test_of_sound_templates_a_part_of_the_questions_is_tried(library: Library) -> None:
    """A check of a large file takes no longer than it must; a template near a share that is
    reported is tried whole."""
    bank = Bank(library.content)
    shared, tried = Shared(bank.content), []
    for template in bank.templates:
        way = bank.way(template)
        found = shared.survey.questions(way)
        trials = Trials(bank, way, found)
        count = len(trials.sound) + len(trials.starved) + len(trials.flawed)
        assert count == len(found) or TRIED <= count <= 2 * TRIED
        if len(found) >= 4 * TRIED:
            tried.append(count == len(found))
    assert False in tried


def test_the_questions_tried_are_spread_evenly(library: Library) -> None:
    bank = Bank(library.content)
    way = bank.way("resolution-date")
    found = Shared(bank.content).survey.questions(way)
    places = [entry.index for entry in Trials(bank, way, found).sound]
    steps = {after - before for before, after in pairwise(places)}
    assert places[0] == 0
    assert len(steps) == 1 or len(places) == len(found)


WATERS = """\
    kind: water
    name: {en: water}
    fields:
      name: {type: words}
      depth: {type: number}
      seen: {type: span}
    unique: [name]
    complete: yes
    facts:
      one: {name: {en: Ob}, depth: 11, seen: 2001-2003, sources: [a]}
      two: {name: {en: Po}, depth: 22, seen: 2005-2007, sources: [a]}
      three: {name: {en: Don}, depth: 33, seen: 2009-2011, sources: [a]}
      four: {name: {en: Aa}, depth: 44, seen: 2013-2015, sources: [a]}
    """


def problems(
    directory: Path, kind: str = WATERS, **keys: str
) -> list[tuple[str, dict[str, object]]]:
    lines = "".join(
        f"        {key}: {value}\n" for key, value in ({"about": "water"} | keys).items()
    )
    questions = "    topic: t\n    templates:\n      it:\n" + lines
    bank = bank_of(directory, data_water=kind, questions_it=questions)
    assert bank.content.problems == ()
    return [(problem.code, dict(problem.details)) for problem in check(bank)]


def test_a_fault_of_every_stem_is_told_once_with_the_first_as_the_example(tmp_path: Path) -> None:
    keys = {"each": "{year: seen}", "answer": "depth"}
    ask = '{en: "Never the the {name} in {year}, how deep?"}'
    found = problems(tmp_path, ask=ask, **keys)
    assert sorted(code for code, _ in found) == ["stem-absolute", "stem-join", "stem-negative"]
    assert {details["item"] for _, details in found} == {"it/one.2001"}


def test_an_explanation_may_name_what_one_fact_has(tmp_path: Path) -> None:
    kind = WATERS.replace(
        "seen: {type: span}", "seen: {type: span}\n      top: {type: number, optional: yes}"
    )
    keys = {
        "ask": '{en: "How deep is the {name}?"}',
        "answer": "depth",
        "explain": '{en: "Up to {top}."}',
    }
    (found,) = problems(tmp_path / "none", kind, **keys)
    assert found[0] == "idle-explanation"
    assert (found[1]["placeholder"], found[1]["language"]) == ("{top}", "en")
    assert (
        problems(tmp_path / "one", kind.replace("depth: 44,", "depth: 44, top: 9,"), **keys) == []
    )


def of_two_sorts(long: int, short: int) -> str:
    """Waters that are asked, with long and short names, and others that are wrong options."""
    names = ["L" + "o" * 9 + "ng"] * long + ["S"] * short + ["Middle"] * 5
    facts = "".join(
        f"      f{n}: {{name: {{en: {name}{chr(65 + n)}}}, depth: {n + 3}, seen: {1990 + n},"
        f" sort: {'other' if name == 'Middle' else 'asked'}, sources: [a]}}\n"
        for n, name in enumerate(names)
    )
    head = WATERS.partition("      one:")[0]
    return (
        head.replace("seen: {type: span}", "seen: {type: span}\n      sort: {type: text}") + facts
    )


@pytest.mark.parametrize(
    ("long", "short", "told"),
    [(8, 0, True), (7, 0, False), (7, 3, True), (6, 4, False), (0, 12, False)],
)
def test_only_a_key_that_is_often_the_longest_is_told(
    tmp_path: Path, long: int, short: int, told: bool
) -> None:
    keys = {"answer": "name", "only": "{sort: asked}", "among": "{sort: other}"}
    found = problems(
        tmp_path, of_two_sorts(long, short), ask='{en: "Which is {depth} deep?"}', **keys
    )
    shares = [(details["count"], details["total"]) for _, details in found]
    assert shares == ([(long, long + short)] if told else [])


def test_where_the_key_often_stands_out_all_questions_are_counted(tmp_path: Path) -> None:
    """The first ones that are tried are not the measure of a share that is told."""
    kind = of_two_sorts(22, 20).replace("Looooooooong", "Longer by far than the others")
    kind = kind.replace("sort: other", "sort: beside")
    names = {chr(65 + n): f"{chr(97 + n // 9)}{chr(97 + n % 9)}" for n in range(47)}
    kind = re.sub(r"(others|S|Middle)(.)}", lambda match: f"{match[1]} {names[match[2]]}}}", kind)
    keys = {"answer": "name", "only": "{sort: asked}", "among": "{sort: beside}"}
    ((code, details),) = problems(tmp_path, kind, ask='{en: "Which is {depth} deep?"}', **keys)
    assert code == "key-stands-out"
    assert (details["count"], details["total"]) == (22, 42)


def test_what_cannot_be_asked_is_counted_once(tmp_path: Path) -> None:
    """A pair whose halves cannot be crossed is found when options are chosen, not before."""
    kind = WATERS.replace("seen: {type: span}", "seen: {type: span}\n      sort: {type: text}")
    kind = re.sub(r"depth: (\d+)", r"depth: \1, sort: a", kind).replace(
        "44, sort: a", "44, sort: b"
    )
    questions = """\
        topic: t
        templates:
          it: {about: water, way: pair, pair: [name, sort], ask: {en: "Which pair?"}}
        """
    bank = bank_of(tmp_path, data_water=kind, questions_it=questions)
    for _ in range(2):
        (problem,) = check(bank)
        assert (problem.code, problem.details["count"]) == ("small-pool", 4)
        assert bank.ids() == ()

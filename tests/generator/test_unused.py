"""What stands in the files and does nothing is told, and what does something is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.content.problems import Problem
from azun_quiz.generator.checking import check
from tests.generator.lands import EVENTS, LANDS
from tests.packs import bank_of


def problems(directory: Path, *more: str, **keys: str) -> list[Problem]:
    """The problems of a template, with more facts of the kind."""
    lines = {"about": "event", "ask": '{en: "Which is {name}?"}', "answer": "number"} | keys
    text = "".join(f"        {key}: {value}\n" for key, value in lines.items() if value)
    facts = "".join(f"      m{number}: {fact}\n" for number, fact in enumerate(more))
    bank = bank_of(
        directory,
        data_land=LANDS,
        data_event=EVENTS.rstrip() + "\n" + facts,
        questions_t="    topic: t\n    templates:\n      it:\n" + text,
    )
    assert bank.content.problems == ()
    return [problem for problem in check(bank) if problem.code != "small-pool"]


WHERE = {"ask": '{en: "Where was {name}?"}', "answer": "land"}


@pytest.mark.parametrize(
    ("keys", "value", "kind"),
    [
        ({"where": "{number: [1, 2, 3, 4]}"}, "4", "event"),
        ({"only": "{number: [1, 2, 3, 4]}"}, "4", "event"),
        ({"only": "{day: [1993, 1996]}"}, "1996", "event"),
        ({"only": "{term: [1993, 2001]}"}, "2001", "event"),
        ({"only": "{land.sort: [island, city]}"}, "city", "event"),
        (WHERE | {"among": "{sort: [island, kingdom, city]}"}, "city", "land"),
        ({"among": "{number: [1, 2, 3, 4]}"}, "4", "event"),
    ],
)
def test_a_value_that_no_fact_has_is_told(
    tmp_path: Path, keys: dict[str, str], value: str, kind: str
) -> None:
    (problem,) = problems(tmp_path, **keys)
    assert problem.code == "unmet-condition"
    assert (problem.details["value"], problem.details["kind"]) == (value, kind)


@pytest.mark.parametrize(
    "keys",
    [
        {"only": "{number: [1, 2, 3]}"},
        {"only": "{day: [1993-07, 1994/1995]}"},
        {"only": "{land: yes}"},
        {"only": "{lands: [zembla, utopia]}"},
        WHERE | {"among": "{sort: [island, kingdom]}"},
    ],
)
def test_values_that_facts_have_are_not_told(tmp_path: Path, keys: dict[str, str]) -> None:
    assert problems(tmp_path, **keys) == []


def test_of_several_values_that_no_fact_has_each_is_told(tmp_path: Path) -> None:
    found = problems(tmp_path, only="{number: [7, 1, 2, 3, 8]}")
    assert [problem.details["value"] for problem in found] == ["7", "8"]


def test_a_value_of_another_source_is_told_as_such(tmp_path: Path) -> None:
    fact = (
        "{name: {en: Four}, number: 4, day: 1996-01-01, term: 2001, land: utopia, lands: [utopia],"
        " otherwise: [{field: number, value: 5, source: y}], sources: [x]}"
    )
    assert problems(tmp_path / "own", fact, only="{number: [1, 2, 3, 4]}") == []
    (problem,) = problems(tmp_path / "other", fact, only="{number: [1, 2, 3, 5]}")
    assert (problem.code, problem.details["fact"]) == ("disputed-value", "m0")


DENIALS = {
    "{number: 7, name: {en: One}, holds: no, sources: [x]}": ({}, False),
    "{number: 7, holds: no, sources: [x]}": ({}, False),
    "{number: 7, land: utopia, holds: no, sources: [x]}": ({}, True),
    "{number: 7, land: zembla, holds: no, sources: [x]}": ({"where": "{land: zembla}"}, False),
    "{number: 8, land: utopia, holds: no, sources: [x]}": ({"where": "{land: zembla}"}, True),
    "{number: 7, lands: [zembla], holds: no, sources: [x]}": ({"where": "{lands: zembla}"}, False),
    "{number: 7, day: 1990, holds: no, sources: [x]}": (
        {"ask": '{en: "Which was in {day.year}?"}'},
        False,
    ),
    "{land: zembla, day: 1990, holds: no, sources: [x]}": (
        {"way": "odd", "answer": "land", "where": "{day: 1990}", "ask": '{en: "Which not?"}'},
        False,
    ),
    "{name: {en: One}, day: 1990, holds: no, sources: [x]}": (
        {"way": "first", "by": "day", "answer": "name", "ask": '{en: "Which first?"}'},
        True,
    ),
    "{number: 7, lands: [utopia], holds: no, sources: [x]}": (
        {"each": "{who: lands}", "ask": '{en: "Which is that of {who}?"}'},
        False,
    ),
}
"""By the false statement: the template, and whether no question can use it."""


@pytest.mark.parametrize("statement", DENIALS)
def test_a_false_statement_that_no_question_says_is_told(tmp_path: Path, statement: str) -> None:
    keys, idle = DENIALS[statement]
    codes = [problem.code for problem in problems(tmp_path, statement, **keys)]
    assert ("idle-denial" in codes) == idle


def test_false_statements_of_the_same_fields_are_told_once(tmp_path: Path) -> None:
    same = "{number: %d, land: utopia, holds: no, sources: [x]}"
    other = "{day: 1990, land: utopia, holds: no, sources: [x]}"
    found = problems(tmp_path, same % 7, same % 8, other)
    assert [problem.details["fact"] for problem in found] == ["m0", "m2"]
    assert {problem.code for problem in found} == {"idle-denial"}


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("Which is {name}?", []),
        ("Which is {name:default}?", []),
        ("Which is {name:the}?", [("{name:the}", "event", "the")]),
        ("Which is {name} of {land:the}?", []),
        ("Which is {name} of {land.name:the}?", []),
        ("Which is {name} of {land:gen}?", [("{land:gen}", "land", "gen")]),
        ("Which is {name} of {land.name:gen}?", [("{land.name:gen}", "land", "gen")]),
    ],
)
def test_a_form_that_no_word_has_is_told(
    tmp_path: Path, ask: str, told: list[tuple[str, str, str]]
) -> None:
    found = problems(tmp_path, ask=f'{{en: "{ask}"}}')
    assert {problem.code for problem in found} <= {"form-nowhere"}
    details = [problem.details for problem in found]
    assert [(d["placeholder"], d["kind"], d["form"]) for d in details] == told


def test_a_form_in_an_explanation_and_of_one_asked_by_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "a", explain='{en: "{name:gen}."}')
    assert (problem.code, problem.details["form"]) == ("form-nowhere", "gen")
    keys = {"each": "{who: lands}", "several": "yes"}
    ask = '{en: "Which {name} is that of {who:%s}?"}'
    assert problems(tmp_path / "b", ask=ask % "the", **keys) == []
    (problem,) = problems(tmp_path / "c", ask=ask % "gen", **keys)
    assert (problem.code, problem.details["kind"]) == ("form-nowhere", "land")

"""What a template must not be: each fault of one is told with its place, and leaves no question."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.content.problems import Problem
from azun_quiz.generator.bank import Bank
from tests.generator.lands import EVENTS, LANDS
from tests.packs import bank_of

NAME = '{en: "Which is {name}?"}'
PLAIN = '{en: "Which is it?"}'

FAULTS: list[tuple[str, str, dict[str, str], dict[str, object]]] = [
    ("unknown-kind", "about", {"about": "evnet"}, {"kind": "evnet"}),
    ("unknown-placeholder", "answer", {"answer": "nubmer"}, {"kind": "event"}),
    ("unknown-placeholder", "ask", {"ask": '{en: "Which {nmae}?"}'}, {"placeholder": "{nmae}"}),
    ("unknown-placeholder", "explain", {"explain": '{en: "{x}."}'}, {"placeholder": "{x}"}),
    ("unknown-placeholder", "by", {"way": "first", "by": "x", "answer": "name"}, {}),
    ("unknown-placeholder", "pair", {"way": "pair", "pair": "[name, x]", "answer": ""}, {}),
    ("unknown-placeholder", "each", {"each": "{who: x}"}, {"placeholder": "x"}),
    ("unknown-form", "ask", {"ask": '{en: "Which {name} on {day:ord}?"}'}, {"form": "ord"}),
    ("bad-answer", "each", {"each": "{who: number}"}, {"answer": "number", "way": "each"}),
    (
        "bad-answer",
        "each",
        {"each": "{who: lands}", "way": "odd", "where": "{number: 1}"},
        {"answer": "lands", "way": "odd"},
    ),
    (
        "bad-answer",
        "by",
        {"way": "last", "by": "land", "answer": "name"},
        {"answer": "land", "way": "last"},
    ),
    (
        "bad-answer",
        "answer",
        {"way": "first", "by": "day", "answer": "number"},
        {"answer": "number", "way": "first"},
    ),
    ("bad-answer", "pair", {"way": "pair", "pair": "[name, name]", "answer": ""}, {"way": "pair"}),
    ("needs-complete", "way", {"way": "count", "answer": "", "ask": PLAIN}, {"kind": "event"}),
    ("answer-in-stem", "ask", {"ask": '{en: "Which {name} {number}?"}'}, {"field": "number"}),
    (
        "answer-in-stem",
        "ask",
        {"ask": '{en: "Which {name} on {day}?"}', "answer": "day.year"},
        {"field": "day"},
    ),
    (
        "answer-in-stem",
        "ask",
        {"ask": '{en: "Which {name} in {day.month}?"}', "answer": "day.year"},
        {"field": "day.month"},
    ),
    (
        "answer-in-stem",
        "ask",
        {"ask": '{en: "Which {land.name}?"}', "answer": "land"},
        {"field": "land.name"},
    ),
    (
        "answer-in-stem",
        "ask",
        {"ask": '{en: "Which {name} in {term}?"}', "answer": "term.length"},
        {"field": "term"},
    ),
    (
        "placeholder-not-here",
        "ask",
        {"way": "first", "by": "day", "answer": "name", "ask": NAME},
        {"way": "first", "field": "name"},
    ),
    (
        "placeholder-not-here",
        "ask",
        {"way": "odd", "answer": "name", "where": "{number: 1}", "ask": '{en: "Which {day}?"}'},
        {"way": "odd", "field": "day"},
    ),
    (
        "each-not-said",
        "ask",
        {"each": "{who: lands}", "ask": NAME},
        {"placeholder": "{who}", "language": "en"},
    ),
]
"""The code, the key at fault, what is written, and some of the details."""

SOUND: list[dict[str, str]] = [
    {},
    {"ask": '{en: "In which year was the {name} of {day.year}?"}', "answer": "day"},
    {"ask": '{en: "Which {name} in {term.first}?"}', "answer": "term.last"},
    {"ask": '{en: "Which {name} in {term.first}?"}', "answer": "term"},
    {"ask": '{en: "What sort of land is {land}?"}', "answer": "land.sort"},
    {"way": "first", "by": "term", "answer": "land", "ask": PLAIN},
    {"way": "last", "by": "number", "answer": "name", "ask": PLAIN},
    {"way": "last", "by": "day.month", "answer": "name", "ask": PLAIN},
    {"way": "pair", "pair": "[name, number]", "answer": "", "ask": PLAIN},
    {"each": "{year: term}", "ask": '{en: "Which was in {year}?"}', "answer": "name"},
    {"each": "{who: lands}", "ask": '{en: "Which was in {who}?"}', "answer": "fact"},
]


def banked(directory: Path, **keys: str) -> tuple[Bank, list[str]]:
    lines = {"about": "event", "ask": NAME, "answer": "number"} | keys
    text = "".join(f"        {key}: {value}\n" for key, value in lines.items() if value)
    questions = "    topic: t\n    templates:\n      it:\n" + text
    bank = bank_of(directory, data_land=LANDS, data_event=EVENTS, questions_t=questions)
    return bank, (directory / "questions" / "t.yaml").read_text("utf-8").splitlines()


def key_at(problem: Problem, lines: list[str]) -> str:
    """The key of the template on whose line the problem stands."""
    return lines[problem.place.line - 1].split(":")[0].strip()


@pytest.mark.parametrize(("code", "key", "keys", "details"), FAULTS)
def test_a_template_that_does_not_fit(
    tmp_path: Path, code: str, key: str, keys: dict[str, str], details: dict[str, object]
) -> None:
    bank, lines = banked(tmp_path, **keys)
    (problem,) = bank.problems
    assert problem.code == code
    assert key_at(problem, lines) == key
    assert {name: problem.details.get(name) for name in details} == details
    assert bank.templates == ()


@pytest.mark.parametrize("keys", SOUND)
def test_a_template_that_fits(tmp_path: Path, keys: dict[str, str]) -> None:
    bank, _ = banked(tmp_path, **keys)
    assert bank.problems == ()
    assert bank.templates == ("it",)

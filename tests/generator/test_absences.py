"""Every fact that is not asked has a reason that a teacher can act on: one example of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from azun_quiz.generator.absences import REASONS, Absence, absences
from tests.packs import bank_of

HEAD = """\
    kind: sea
    name: {en: sea}
    fields:
      name: {type: words}
      depth: {type: number, optional: yes}
      seen: {type: date, optional: yes}
      open: {type: span, optional: yes}
      shores: {type: refs, of: land, optional: yes}
      sort: {type: text, optional: yes}
      land: {type: ref, of: land, optional: yes}
    unique: [name]
    facts:
      one: {name: {en: One}, depth: 1, seen: 2001-01-01, open: 2001-2002, sort: a, sources: [x]}
      two: {name: {en: Two}, depth: 2, seen: 2002-02-02, open: 2003-2004, sort: a, sources: [x]}
      three: {name: {en: Three}, depth: 3, seen: 2003-03-03, open: 2005-2006, sort: a, sources: [x]}
      four: {name: {en: Four}, depth: 4, seen: 2004-04-04, open: 2007-2008, sort: a, sources: [x]}
    """
LANDS = """\
    kind: land
    name: {en: land}
    fields: {name: {type: words}}
    facts:
      ruritania: {name: {en: Ruritania}, sources: [x]}
      zembla: {name: {en: Zembla}, sources: [x]}
    """

DEPTH = {"ask": '{en: "How deep is the {name}?"}', "answer": "depth"}
SHALLOW = DEPTH | {"where": "{sort: a}"}
CHOSEN = DEPTH | {"only": "{sort: a}"}
SEEN = {"ask": '{en: "When was the {name} seen?"}', "answer": "seen"}
OPEN = {"ask": '{en: "When was the {name} open?"}', "answer": "open"}
BY_DEPTH = {"ask": '{en: "Which is {depth} deep?"}', "answer": "name"}
FIRST = {"ask": '{en: "Which first?"}', "answer": "name", "way": "first", "by": "depth"}
ODD = {"ask": '{en: "Which not?"}', "answer": "name", "way": "odd", "where": "{sort: a}"}
PAIR = {"ask": '{en: "Which go together?"}', "way": "pair", "pair": "[name, depth]"}
COUNT = {"ask": '{en: "How many of sort {sort}?"}', "way": "count"}
SHORES = {
    "ask": '{en: "How deep is the {name} of {land}?"}',
    "each": "{land: shores}",
    "answer": "depth",
}
BEYOND = "{name: {en: Five}, depth: 5, seen: 2005-05-05, sort: b, sources: [x]"

CASES: dict[str, tuple[dict[str, str], str, dict[str, str]]] = {
    "holds": (DEPTH, "{name: {en: Five}, depth: 5, holds: no, sources: [x]}", {}),
    "where": (SHALLOW, BEYOND + "}", {}),
    "where-unsure": (SHALLOW, "{name: {en: Five}, depth: 5, sources: [x]}", {}),
    "inside": (ODD, "{name: {en: Five}, sort: a, sources: [x]}", {}),
    "only": (CHOSEN, BEYOND + "}", {}),
    "only-unsure": (CHOSEN, "{name: {en: Five}, depth: 5, sources: [x]}", {}),
    "open": (DEPTH, BEYOND + ", certainty: open}", {}),
    "not-asked": (DEPTH, BEYOND + ", not-asked: it shrinks}", {"why": "it shrinks"}),
    "not-asked-field": (
        DEPTH,
        BEYOND + ", not-asked: {depth: it shrinks}}",
        {"field": "depth", "why": "it shrinks"},
    ),
    "not-asked-field#given": (
        DEPTH,
        BEYOND + ", not-asked: {name: a slur}}",
        {"field": "name", "why": "a slur"},
    ),
    "not-asked-field#by": (
        FIRST,
        BEYOND + ", not-asked: {depth: it shrinks}}",
        {"field": "depth", "why": "it shrinks"},
    ),
    "not-asked-field#odd": (
        ODD,
        BEYOND + ", not-asked: {sort: unclear}}",
        {"field": "sort", "why": "unclear"},
    ),
    "not-asked-field#pair": (
        PAIR,
        BEYOND + ", not-asked: {name: a slur}}",
        {"field": "name", "why": "a slur"},
    ),
    "not-asked-field#each": (
        SHORES,
        BEYOND + ", shores: [zembla], not-asked: {shores: contested}}",
        {"field": "shores", "why": "contested"},
    ),
    "lacks": (DEPTH, "{name: {en: Five}, sources: [x]}", {"field": "depth"}),
    "lacks#reference": (
        {"ask": '{en: "How deep is the {name} of {land.name}?"}', "answer": "depth"},
        BEYOND + "}",
        {"field": "land.name"},
    ),
    "lacks#by": (FIRST, "{name: {en: Five}, sources: [x]}", {"field": "depth"}),
    "lacks#pair": (PAIR, "{name: {en: Five}, sources: [x]}", {"field": "depth"}),
    "lacks#each": (SHORES, BEYOND + "}", {"field": "shores"}),
    "lacks#count": (COUNT, "{name: {en: Five}, depth: 5, sources: [x]}", {"field": "sort"}),
    "not-exact": (SEEN, "{name: {en: Five}, seen: 2005-05, sources: [x]}", {"field": "seen"}),
    "not-exact#span": (OPEN, "{name: {en: Five}, open: 2009/, sources: [x]}", {"field": "open"}),
    "wording": (
        DEPTH | {"ask": '{az: "{name:genitive} dərinliyi nədir?"}'},
        "{name: {az: Beş}, depth: 5, sources: [x]}",
        {"placeholder": "{name:genitive}", "language": "az"},
    ),
    "ambiguous": (
        BY_DEPTH,
        "{name: {en: Five}, depth: 4, sources: [x]}",
        {"first": "four", "second": "it"},
    ),
    "several-keys": (
        {"ask": '{en: "Which shore has the {name}?"}', "answer": "shores"},
        "{name: {en: Five}, shores: [ruritania, zembla], sources: [x]}",
        {},
    ),
    "disputed": (
        FIRST,
        BEYOND + ", otherwise: [{field: depth, value: 9, source: y}]}",
        {},
    ),
    "disputed#odd": (
        ODD,
        BEYOND + ", otherwise: [{field: depth, value: 9, source: y}]}",
        {},
    ),
    "starved": (FIRST, BEYOND.replace("depth: 5", "depth: 9") + "}", {}),
    "starved#pair": (PAIR | {"pair": "[name, sort]"}, BEYOND + "}", {}),
    "together": (COUNT, "{name: {en: Five}, sort: a, sources: [x]}", {}),
    "unsure": (PAIR, BEYOND + ", otherwise: [{field: depth, value: 9, source: y}]}", {}),
}
"""By the reason: what is asked, the fact that is not, and the details."""


def accounts(directory: Path, keys: dict[str, str], fact: str, head: str = HEAD) -> list[Absence]:
    """The accounts of the template, with the fact ``it`` at the end of the kind."""
    text = "".join(f"        {key}: {value}\n" for key, value in ({"about": "sea"} | keys).items())
    lands = LANDS
    if "az: " in fact:
        head = head.replace("{en: sea}", "{az: dəniz}")
        head = re.sub(r"{en: (\w+)}", r"{az: {default: \1, genitive: \1in}}", head)
        lands = lands.replace("{en:", "{az:")
    if keys.get("way") in ("odd", "count"):
        head = head.replace("unique:", "complete: yes\n    unique:")
    bank = bank_of(
        directory,
        data_land=lands,
        data_sea=f"{head.rstrip()}\n      it: {fact}\n",
        questions_it="    topic: t\n    templates:\n      it:\n" + text,
    )
    return list(absences(bank, "it"))


@pytest.mark.parametrize("case", CASES)
def test_the_reason_of_a_fact(tmp_path: Path, case: str) -> None:
    keys, fact, details = CASES[case]
    found = {absence.fact: absence for absence in accounts(tmp_path, keys, fact)}
    assert found["it"] == Absence("it", case.partition("#")[0], details)


def test_every_reason_has_an_example() -> None:
    """But for a fact that is broken, or whose key stands out, as in the tests below."""
    assert {case.partition("#")[0] for case in CASES} | {"broken", "flawed"} == set(REASONS)


def test_a_broken_fact_is_accounted_for_too(tmp_path: Path) -> None:
    found = accounts(tmp_path, DEPTH, "{name: {en: Five}, depth: deep, sources: [x]}")
    assert found == [Absence("it", "broken")]


def test_a_right_option_that_stands_out_is_accounted_for(tmp_path: Path) -> None:
    facts = HEAD
    for name in ("One", "Two", "Three", "Four"):
        facts = facts.replace(f"{{en: {name}}}", f"{{en: The sea of {name}}}")
    words = "The sea of Five and some more words, so that it is the longest by far"
    found = accounts(
        tmp_path, BY_DEPTH, f"{{name: {{en: '{words}'}}, depth: 5, sources: [x]}}", facts
    )
    assert found == [Absence("it", "flawed", {"rule": "key-longest"})]


def test_the_first_reason_is_told(tmp_path: Path) -> None:
    """What keeps a fact out for good comes before what could be filled in."""
    fact = "{name: {en: Five}, certainty: open, not-asked: it shrinks, sources: [x]}"
    assert accounts(tmp_path, DEPTH, fact) == [Absence("it", "open")]

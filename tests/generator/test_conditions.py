"""Which facts meet a condition: for certain, not, or it cannot be told; and what none can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.generator.bank import Bank
from tests.packs import bank_of

LANDS = """\
    kind: land
    fields: {name: {type: words}, sort: {type: text}}
    facts:
      zembla: {name: {en: Zembla}, sort: kingdom, sources: [x]}
      utopia: {name: {en: Utopia}, sort: island, sources: [x]}
    """
EVENTS = """\
    kind: event
    fields:
      name: {type: words}
      number: {type: number, optional: yes}
      code: {type: text}
      day: {type: date}
      term: {type: span}
      land: {type: ref, of: land}
      lands: {type: refs, of: land, optional: yes}
    facts:
      one: {name: {en: One}, number: 0, code: A/1, day: 1993-07-29, term: 1990-1992, land: zembla,
            lands: [zembla], sources: [x]}
      two: {name: {en: Two}, number: 2, code: 'yes', day: 1993-08, term: 1992-1995, land: utopia,
            lands: [zembla, utopia], sources: [x]}
      three: {name: {en: Three}, code: B/3, day: 1994, term: 1996/, land: utopia, sources: [x]}
    """

MEANT: dict[str, tuple[bool | None, ...]] = {
    "number: 0": (True, False, None),
    "number: [0, 2]": (True, True, None),
    "number: yes": (True, True, False),
    "number: no": (False, False, True),
    "code: A/1": (True, False, False),
    "code: yes": (False, True, False),
    "day: 1993": (True, True, False),
    "day: 1993-07": (True, False, False),
    "day: 1993-08-01": (False, None, False),
    "day: 1994-01-01": (False, False, None),
    "day: 1993/1994": (True, True, True),
    "day: 1993-08-10/1995": (False, None, True),
    "day.year: 1993": (True, True, False),
    "day.month: 1993-07": (True, False, None),
    "term: 1990-1992": (True, None, False),
    "term: 1992": (True, True, False),
    "term.first: 1996": (False, False, True),
    "term.last: 1995": (False, True, None),
    "land: zembla": (True, False, False),
    "land.sort: island": (False, True, True),
    "lands: utopia": (None, True, None),
    "lands: zembla": (True, True, None),
}
"""By the condition: whether the three events meet it, None where it cannot be told."""
COMPLETE: dict[str, tuple[bool | None, ...]] = {
    "number: 0": (True, False, False),
    "lands: utopia": (False, True, False),
    "term.last: 1995": (False, True, None),
}
"""The same where the file says that it has everything."""

FAULTS = {
    "number: many": "bad-number",
    "day: soon": "bad-date",
    "term: soon": "bad-span",
    "day.month: soon": "bad-date",
    "day.year: soon": "bad-number",
    "land: atlantis": "unknown-fact",
    "lands: atlantis": "unknown-fact",
    "land.name: Zembla": "condition-on-words",
    "name: One": "condition-on-words",
    "nmae: One": "unknown-placeholder",
    "number.first: 1": "unknown-placeholder",
}


def asked(directory: Path, condition: str, kind: str = EVENTS) -> Bank:
    questions = f"""\
        topic: t
        templates:
          it:
            about: event
            ask: {{en: "What was {{name}}?"}}
            answer: code
            where: {{{condition}}}
        """
    return bank_of(directory, data_land=LANDS, data_event=kind, questions_t=questions)


def verdicts(bank: Bank) -> tuple[bool | None, ...]:
    passes = bank.way("it").compiled.passes
    return tuple(passes(bank.content.facts[fact]) for fact in ("one", "two", "three"))


@pytest.mark.parametrize("condition", MEANT)
def test_which_facts_meet_a_condition(tmp_path: Path, condition: str) -> None:
    assert verdicts(asked(tmp_path, condition)) == MEANT[condition]


@pytest.mark.parametrize("condition", COMPLETE)
def test_in_a_complete_kind_what_is_not_told_is_not_so(tmp_path: Path, condition: str) -> None:
    kind = EVENTS.replace("facts:", "complete: yes\n    facts:")
    assert verdicts(asked(tmp_path, condition, kind)) == COMPLETE[condition]


def test_another_source_leaves_a_condition_open(tmp_path: Path) -> None:
    kind = EVENTS.replace(
        "number: 0,", "number: 0, otherwise: [{field: number, value: 7, source: y}],"
    )
    assert verdicts(asked(tmp_path / "own", "number: 0", kind)) == (True, False, None)
    assert verdicts(asked(tmp_path / "other", "number: 7", kind)) == (None, False, None)
    assert verdicts(asked(tmp_path / "none", "number: 2", kind)) == (False, True, None)


def test_a_condition_on_two_fields_is_met_by_those_that_meet_both(tmp_path: Path) -> None:
    bank = asked(tmp_path, "land: utopia, day: 1993")
    assert verdicts(bank) == (False, True, False)


@pytest.mark.parametrize("condition", FAULTS)
def test_a_condition_that_cannot_be_used_is_told(tmp_path: Path, condition: str) -> None:
    bank = asked(tmp_path, condition)
    assert [problem.code for problem in bank.problems] == [FAULTS[condition]]
    assert bank.templates == ()

"""Sets of options that break no item-writing rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.content.load import load
from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.generator.absences import absences
from azun_quiz.generator.bank import Bank
from tests.packs import write_pack

KIND = """\
kind: capital
name: {en: capital}
fields:
  name: {type: words}
  state: {type: words}
unique: [name, state]
complete: yes
facts:
"""
FACT = """\
  c{number}:
    name: {{en: "{name}"}}
    state: {{en: State {number}}}
    sources: [made up]
"""
QUESTIONS = """\
topic: capitals
templates:
  capital-of:
    about: capital
    ask: {en: "What is the capital of {state}?"}
    answer: name
"""


def bank_with(directory: Path, *names: str) -> Bank:
    facts = "".join(FACT.format(number=number, name=name) for number, name in enumerate(names))
    write_pack(directory, data_capital=KIND + facts, questions_capitals=QUESTIONS)
    content = load([Pack(BUILT_IN, directory)])
    assert not content.problems
    return Bank(content)


@pytest.mark.parametrize("odd", ["All of the above", "None of these", "Any of them"])
def test_no_option_speaks_of_the_others(tmp_path: Path, odd: str) -> None:
    bank = bank_with(tmp_path, "Rome", "Bonn", "Oslo", "Riga", odd)
    assert bank.ids() == tuple(f"capital-of/c{number}" for number in range(4))
    for seed in range(30):
        for name in bank.ids():
            assert odd not in bank.item(name, lang="en", seed=seed, level="hard").options
    (absence,) = absences(bank, "capital-of")
    assert absence.reason == "flawed"
    assert absence.details == {"rule": "combined-option"}


def test_no_question_offers_only_yes_and_no(tmp_path: Path) -> None:
    bank = bank_with(tmp_path, "Yes", "No", "True")
    assert bank.ids() == ()
    rules = {absence.details["rule"] for absence in absences(bank, "capital-of")}
    assert rules == {"yes-no-series"}


def test_yes_among_other_options_is_one_like_others(tmp_path: Path) -> None:
    bank = bank_with(tmp_path, "Yes", "Rome", "Bonn")
    assert len(bank.ids()) == 3

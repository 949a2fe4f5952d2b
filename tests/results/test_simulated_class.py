"""A simulated class of 300: what is known of its items is found again."""

from __future__ import annotations

from typing import Any

import pytest

from azun_quiz.analysis.analysis import analyse
from azun_quiz.analysis.as_json import as_values
from azun_quiz.analysis.merging import merge
from azun_quiz.analysis.reading import read
from azun_quiz.analysis.results import written
from azun_quiz.commands.results_analyse import BankQuestions
from azun_quiz.library import Library
from azun_quiz.text.catalog import messages
from tests.results import simulate
from tests.results.simulate import EASY, GUESSED, IDLE, ITEMS, MISKEYED, Simulated


@pytest.fixture(scope="module")
def made(library: Library) -> Simulated:
    return simulate.simulated(library.bank, seed=1)


@pytest.fixture(scope="module")
def report(made: Simulated, library: Library) -> dict[str, Any]:
    files = [read(b"".join(written(results)), "x.json") for results in made.files]
    found = analyse(merge(files), BankQuestions(library.bank, "en"), files=len(files))
    assert found is not None
    return as_values(found, messages("en"))


def entries(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {entry["item"]: entry for entry in report["items"]}


def test_facility_and_discrimination_lie_within_their_errors(
    made: Simulated, report: dict[str, Any]
) -> None:
    gaps = list(simulate.differences(entries(report), made))
    for column in (0, 1):
        errors = [gap[column] for gap in gaps]
        assert max(map(abs, errors)) < 3.5
        assert 0.4 < sum(error**2 for error in errors) / ITEMS < 1.8


def test_reliability_is_found(made: Simulated, report: dict[str, Any]) -> None:
    assert report["reliability"]["kr20"] == pytest.approx(made.known.kr20, abs=0.04)


def test_the_planted_faults_are_told_and_come_first(
    made: Simulated, report: dict[str, Any]
) -> None:
    codes = {
        item: {reason["code"] for reason in entry["reasons"]}
        for item, entry in entries(report).items()
    }
    miskeyed, idle = made.asked[MISKEYED], made.asked[IDLE]
    assert report["items"][0]["item"] == miskeyed.id
    assert codes[miskeyed.id] >= {"negative", "rival"}
    sentences = [each["sentence"] for each in report["items"][0]["reasons"]]
    assert any(miskeyed.options[simulate.rival_option(miskeyed)] in each for each in sentences)
    assert "guessed" in codes[made.asked[GUESSED].id]
    assert codes[made.asked[EASY].id] == {"easy"}
    assert codes[idle.id] == {"idle"}
    (only,) = entries(report)[idle.id]["reasons"]
    assert idle.options[simulate.idle_option(idle)] in only["sentence"]


def test_no_sound_item_is_called_wrong(made: Simulated, report: dict[str, Any]) -> None:
    for index in made.sound:
        reasons = entries(report)[made.asked[index].id]["reasons"]
        assert all(each["urgency"] < 3 and each["code"] != "weak" for each in reasons)

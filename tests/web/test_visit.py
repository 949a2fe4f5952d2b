"""The parts of a visitor's game that need no process."""

from __future__ import annotations

import pytest

from azun_quiz.web.pages import language_of
from azun_quiz.web.visit import MAX_COLUMNS, MAX_LINES, Budget, bounded, environment


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "en"),
        ("ar", "ar"),
        ("AR-EG", "ar"),
        ("de-DE,de;q=0.9,az;q=0.8", "az"),
        ("az;q=0.2, ar;q=0.7", "ar"),
        ("ar;q=0, az;q=0.1", "az"),
        ("ar;q=much", "en"),
        ("ar;q=nan", "en"),
        (",;,;q=1,*", "en"),
        ("x," * 5000 + "ar", "en"),
    ],
)
def test_the_language_of_a_browser(accepted: str, lang: str) -> None:
    assert language_of(accepted, ("en", "ar", "az"), "en") == lang


def test_so_much_in_each_span() -> None:
    now = [0.0]
    budget = Budget(10, 5.0, lambda: now[0])
    assert budget.spend(4)
    assert budget.spend(6)
    assert not budget.spend(1)
    now[0] = 4.9
    assert not budget.spend(1)
    now[0] = 5.0
    assert budget.spend(10)


def test_a_screen_of_any_size_can_be_drawn() -> None:
    assert bounded(-5, 0) == (1, 1)
    assert bounded(80, 24) == (80, 24)
    assert bounded(10**9, 10**9) == (MAX_COLUMNS, MAX_LINES)


def test_a_game_gets_no_settings_of_a_debugger_or_of_a_terminal() -> None:
    given = {"HOME": "/h", "TEXTUAL": "devtools", "TEXTUAL_LOG": "/x", "TERM_PROGRAM": "vscode"}
    found = environment(given, 100, 30)
    assert found["HOME"] == "/h"
    assert found["TERM_PROGRAM"] == "textual"
    assert (found["COLUMNS"], found["ROWS"]) == ("100", "30")
    assert "TEXTUAL" not in found
    assert "TEXTUAL_LOG" not in found

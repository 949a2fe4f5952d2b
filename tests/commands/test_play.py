"""What is settled before the screen opens."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("command", ["play", "review"])
def test_an_unknown_topic_is_told_and_no_screen_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def opened(*_: object, **__: object) -> int:
        raise AssertionError("the screen was opened")

    monkeypatch.setattr("azun_quiz.commands.support.screen.run_screen", opened)
    said = io.StringIO()
    environment = Environment(
        Terminal(), Terminal(), said, {"AZUN_QUIZ_HOME": str(tmp_path), "TERM": "xterm"}
    )
    assert main([command, "--topic", "cooking", "--lang", "en"], environment) == 1
    assert "There is no topic cooking." in said.getvalue()

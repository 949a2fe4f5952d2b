"""What may import what, and what must not be imported early."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from importlinter.cli import lint_imports

HEAVY = ("textual", "rich", "yaml", "babel", "sqlite3", "fsrs", "asyncio")


def loaded_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code."""
    script = f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_import_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint_imports() == 0, capsys.readouterr().out


def test_the_command_line_starts_light() -> None:
    loaded = loaded_after("import azun_quiz.cli")
    assert loaded.isdisjoint(HEAVY)


def test_exports_need_no_screen() -> None:
    loaded = loaded_after(
        "from azun_quiz.cli import main\nmain(['export', 'jsonl', '--questions', '1'])"
    )
    assert "yaml" in loaded
    assert loaded.isdisjoint({"textual", "rich"})


def test_the_first_screen_waits_for_nothing_slow() -> None:
    loaded = loaded_after("import azun_quiz.tui.app, azun_quiz.commands.support.screen")
    assert loaded.isdisjoint({"yaml", "babel", "sqlite3", "fsrs"})

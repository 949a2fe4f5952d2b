"""An export that is stopped in the middle, and its bar, in real processes on a pseudo-terminal."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.plain.script import PACK

ROOT = Path(__file__).resolve().parent.parent.parent

HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"

WAITING = """
import sys, time
from azun_quiz.cli import main
from azun_quiz.commands.support import progress
from azun_quiz.export import html
progress.LONG = 1
pieces = html.pieces
def slow(sheet):
    for piece in pieces(sheet):
        yield piece
        print("written", flush=True)
        time.sleep(60)
html.pieces = slow
sys.exit(main(sys.argv[1:]))
"""

BAR = """
import sys
from azun_quiz.cli import main
from azun_quiz.commands.support import progress
progress.LONG = int(sys.argv.pop(1))
sys.exit(main(sys.argv[1:]))
"""


def words(*after: str) -> list[str]:
    return ["--only-content", "--content", str(PACK), "export", *after]


def environ(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "AZUN_QUIZ_HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
    }


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_stopped_export_leaves_nothing(tmp_path: Path, number: signal.Signals, code: int) -> None:
    stopped, files = stop(tmp_path, number)
    assert (stopped, files) == (code, ["old.html"])


def test_a_killed_export_leaves_the_old_file_and_a_hidden_one_at_most(tmp_path: Path) -> None:
    stopped, files = stop(tmp_path, signal.SIGKILL)
    assert stopped == -signal.SIGKILL
    hidden = [name for name in files if name != "old.html"]
    assert all(name.startswith(".old.html.") and name.endswith(".part") for name in hidden)


def stop(tmp_path: Path, number: signal.Signals) -> tuple[int, list[str]]:
    """Stop an export after its first piece; its exit code, and what is in the directory then."""
    place = tmp_path / "files"
    place.mkdir()
    path = place / "old.html"
    path.write_text("old", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING, *words("html", "-o", str(path))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ(tmp_path),
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    assert path.read_text(encoding="utf-8") == "old"
    return process.returncode, sorted(os.listdir(place))


def test_an_interrupted_bar_gives_the_cursor_back(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING, *words("html", "-o", str(tmp_path / "sheet.html"))],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environ(tmp_path),
        text=True,
    )
    os.close(theirs)
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    process.send_signal(signal.SIGINT)
    shown = seen(ours)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert shown.rindex(SHOW_CURSOR) > shown.rindex(HIDE_CURSOR)
    assert "Traceback" not in shown


@pytest.mark.parametrize(("long", "shown"), [(10, True), (1000, False)])
def test_a_bar_is_shown_for_a_long_export(tmp_path: Path, long: int, shown: bool) -> None:
    path = tmp_path / "all.jsonl"
    screen, code = on_terminal(tmp_path, long, "jsonl", "--all", "-o", str(path))
    assert code == 0
    assert ("━" in screen and "%" in screen) == shown
    assert path.read_text(encoding="utf-8").count("\n") > 10


def test_no_bar_stands_among_questions_on_the_terminal(tmp_path: Path) -> None:
    screen, code = on_terminal(tmp_path, 10, "jsonl", "--all", both=True)
    assert code == 0
    records = [json.loads(line) for line in screen.splitlines()]
    assert len(records) > 10


def on_terminal(tmp_path: Path, long: int, *after: str, both: bool = False) -> tuple[str, int]:
    """What an export shows on a terminal, and its exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", BAR, str(long), *words(*after)],
        stdin=subprocess.DEVNULL,
        stdout=theirs if both else subprocess.DEVNULL,
        stderr=theirs,
        env=environ(tmp_path),
    )
    os.close(theirs)
    shown = seen(ours)
    return shown, process.wait(timeout=60)


def seen(ours: int) -> str:
    """What is written to a pseudo-terminal until its other end is closed."""
    shown = b""
    with suppress(OSError):
        while piece := os.read(ours, 65536):
            shown += piece
    os.close(ours)
    return shown.decode()

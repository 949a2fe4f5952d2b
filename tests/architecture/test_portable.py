"""Nothing outside the handling of terminals is tied to one operating system."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from azun_quiz.content.packs import Pack
from azun_quiz.library import open_library
from azun_quiz.paths import built_in

PACKAGE = Path(__file__).resolve().parents[2] / "azun_quiz"
ONE_SYSTEM = {
    "fcntl",
    "grp",
    "msvcrt",
    "posix",
    "pty",
    "pwd",
    "resource",
    "termios",
    "tty",
    "winreg",
}
FEW_SYSTEMS = {"SIGHUP", "SIGQUIT", "SIGKILL", "getuid", "geteuid", "fork", "mkfifo", "O_DIRECTORY"}


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_and_names_that_other_systems_lack_are_not_relied_on(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert {alias.name for alias in node.names}.isdisjoint(ONE_SYSTEM)
        elif isinstance(node, ast.ImportFrom):
            assert node.module not in ONE_SYSTEM
        elif isinstance(node, ast.Attribute):
            assert node.attr not in FEW_SYSTEMS


def test_files_are_read_and_written_as_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    """Python warns where an encoding is left to the locale."""
    script = (
        "from azun_quiz.cli import main\n"
        "main(['new', 'pack', 'lakes', '--lang', 'ar'])\n"
        "main(['check'])\n"
        "main(['export', 'html', '--lang', 'ar', '--questions', '2', '-o', 'x.html'])\n"
        "main(['where'])\n"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-X",
            "warn_default_encoding",
            "-W",
            "error::EncodingWarning",
            "-c",
            script,
        ],
        cwd=tmp_path,
        env={**os.environ, "AZUN_QUIZ_HOME": str(tmp_path), "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"EncodingWarning" not in done.stderr


def test_line_ends_of_other_systems_change_nothing(tmp_path: Path) -> None:
    for part in ("data", "questions"):
        (tmp_path / part).mkdir()
        for source in (built_in() / part).glob("*.yaml"):
            text = source.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            (tmp_path / part / source.name).write_bytes(text)
    here, there = (open_library([Pack("content", p)]) for p in (built_in(), tmp_path))
    assert there.problems == ()
    ids = here.bank.ids(["resolutions"])
    assert there.bank.ids(["resolutions"]) == ids
    assert [there.bank.item(i, lang="ar") for i in ids] == [
        here.bank.item(i, lang="ar") for i in ids
    ]


def test_requests_to_end_that_a_system_does_not_know_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from azun_quiz.commands.support.stopping import ending_tidily

    for name in ("SIGHUP", "SIGQUIT"):
        monkeypatch.delattr(signal, name)
    before = signal.getsignal(signal.SIGTERM)
    with ending_tidily():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before

"""Command lines at random: done, refused with 1 or 2, never a traceback."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from unittest.mock import patch

from azun_quiz.cli import COMMANDS, main
from azun_quiz.commands.support.environment import Environment
from azun_quiz.export.registry import FORMATS
from tests.fuzzers.mutation import word
from tests.plain.script import PACK

LEFT_OUT = {"serve"}
"""A command that goes on until it is stopped."""

OPTIONS = (
    "--lang", "--player", "--topic", "--questions", "--level", "--mode", "--seed", "--code",
    "--plain", "--due", "--flagged", "--json", "--format", "--all", "-o", "--output", "--missed",
    "--title", "--large-print", "--help", "--version", "--content", "--only-content", "--fact",
    "--name", "--nothing", "-x",
)  # fmt: skip
VALUES = (
    *FORMATS, "text", "json", "github", "en", "ar", "az", "decisions", "members", "easy", "medium",
    "practice", "timed", "exam", "5", "200", "items.out", "mine.db", "analyse", "export",
    "decision-date", str(PACK), "-", ".",
)  # fmt: skip


def fuzz(chance: Random) -> None:
    """Call the program with words at random, in a directory of its own."""
    command = chance.choice([*(set(COMMANDS) - LEFT_OUT), word(chance)])
    words = [command]
    for _ in range(chance.randrange(6)):
        words.append(chance.choice(OPTIONS) if chance.random() < 0.5 else word(chance, VALUES))
        if chance.random() < 0.1:
            words[-1] += f"={word(chance, VALUES)}"
    if chance.random() < 0.2:
        chance.shuffle(words)
    call(["--content", str(PACK), "--only-content", *words], [word(chance) for _ in range(9)])


def call(arguments: list[str], typed: list[str]) -> str:
    """Call the program as a shell does; what it wrote. Whatever is no exit code is an error."""
    # A NUL cannot stand in an argument, and neither can a way out of this directory.
    arguments = [each.replace("\0", "").replace("..", "") for each in arguments]
    paper = io.StringIO()
    with _elsewhere() as home, redirect_stdout(paper), redirect_stderr(paper):
        environ = {"AZUN_QUIZ_HOME": str(home / "home"), "COLUMNS": "80"}
        keyboard = io.StringIO("".join(f"{line}\n" for line in typed))
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
        try:
            code = main(arguments, Environment(keyboard, out, paper, environ))
        except SystemExit as leaving:
            code = leaving.code
        out.flush()
        text = out.buffer.getvalue().decode() + paper.getvalue()  # type: ignore[attr-defined]
    assert code in (0, 1, 2), (arguments, code)
    assert "Traceback" not in text, (arguments, text)
    return text


@contextmanager
def _elsewhere() -> Iterator[Path]:
    """An empty directory, where the program cannot close the output of this process."""

    def leave() -> None:
        raise SystemExit(1)

    before = os.getcwd()
    with (
        tempfile.TemporaryDirectory() as home,
        patch("azun_quiz.cli._close_quietly", leave),
    ):
        os.chdir(home)
        try:
            yield Path(home)
        finally:
            os.chdir(before)

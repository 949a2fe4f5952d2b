"""A pack with a fault in it, and all that a teacher and a player do with it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from azun_quiz.content.load import Content, load
from azun_quiz.content.packs import Pack
from azun_quiz.content.problems import Problem
from azun_quiz.diagnostics import FORMATS
from azun_quiz.generator.bank import Bank
from azun_quiz.library import Library, all_problems
from tests.content.broken_packs import SOUND

WHOLE_FILE = frozenset({"unreadable", "empty-file"})
"""Codes that speak of a file as a whole and of no line in it."""


def write(directory: Path, files: dict[str, bytes]) -> Content:
    sound = {name: dedent(text).encode() for name, text in SOUND.items()}
    for name, content in (sound | files).items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return load([Pack("", directory)])


def examine(content: Content, directory: Path, *, sound: int = 3) -> list[Problem]:
    """All that a teacher and a player do with content; the problems that were told.

    ``sound``: how many questions of the sound rest of the pack there must be.
    """
    bank = Bank(content)
    library = Library(bank, content, (*content.problems, *bank.problems))
    problems = list(all_problems(library, [Pack("", directory)]))
    for format_ in FORMATS.values():
        for line in format_(problems, directory):
            assert all(char.isprintable() or char == "\n" for char in line)
    assert problems or not (content.unsound or content.shaken)  # nothing goes without a word
    items = bank.ids(bank.topics)
    assert sum(item.startswith("sea-depth/") for item in items) >= sound
    for item in items:
        for lang in bank.languages:
            if item in bank.ids(bank.topics, lang):
                shown = bank.item(item, lang=lang, seed=1)
                assert all(text.isprintable() for text in (shown.stem, *shown.options))
    return problems


def lie_in(problems: list[Problem], directory: Path) -> bool:
    """Whether every problem names a file of the pack and a line that the file has."""
    for problem in problems:
        path, line, column = problem.place
        if not path.is_relative_to(directory):
            return False
        if line == 0 and problem.code not in WHOLE_FILE:
            return False
        if line and (column < 1 or line > path.read_bytes().count(b"\n") + _other_ends(path) + 1):
            return False
    return True


def _other_ends(path: Path) -> int:
    """How many characters other than a line feed may end a line of a file in YAML."""
    text = path.read_bytes().decode("utf-8", "replace")
    return sum(map(text.count, "\r\x85\u2028\u2029")) + 1

"""Packs on the disk, from texts, and what a check says of them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from azun_quiz.content.packs import Pack
from azun_quiz.content.problems import Problem
from azun_quiz.generator.bank import Bank
from azun_quiz.library import Library, all_problems
from tests.content.broken_packs import SOUND


def write(directory: Path, files: dict[str, str | bytes | None]) -> Pack:
    for name, content in ({name: dedent(text) for name, text in SOUND.items()} | files).items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Pack("", directory)


def problems_of(pack: Pack, bank: Bank) -> tuple[Problem, ...]:
    library = Library(bank, bank.content, (*bank.content.problems, *bank.problems))
    return all_problems(library, [pack])

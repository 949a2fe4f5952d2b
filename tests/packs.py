"""Packs written for a test, in the words of the guide for teachers."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from azun_quiz.content.load import Content, load
from azun_quiz.content.packs import Pack
from azun_quiz.generator.bank import Bank


def write_pack(directory: Path, **files: str) -> Path:
    """Write files into a pack: ``data_city`` is data/city.yaml, ``questions_all`` the like."""
    for name, text in files.items():
        folder, _, stem = name.partition("_")
        path = directory / folder / f"{stem.replace('_', '-')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return directory


def load_pack(directory: Path, **files: str) -> Content:
    """The content of a pack with these files, as if it were the built-in one."""
    return load([Pack("", write_pack(directory, **files))])


def bank_of(directory: Path, **files: str) -> Bank:
    """The bank of a pack with these files."""
    return Bank(load_pack(directory, **files))

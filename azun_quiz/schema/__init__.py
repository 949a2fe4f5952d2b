"""JSON Schemas of facts, templates and units, by which editors complete and check while typing.

The files beside this module are made by ``python -m azun_quiz.schema``; a test keeps them equal to
what `azun_quiz.schema.building` makes.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

DIRECTORY = Path(__file__).resolve().parent
BESIDE = ".schema"
"""The directory of a pack in which its files find the schemas, wherever the pack is taken."""


def put_beside(pack: Path) -> None:
    """Copy the schemas into a pack, newer ones over older ones; without them its files work too."""
    with suppress(OSError):
        directory = pack / BESIDE
        directory.mkdir(exist_ok=True)
        for path in DIRECTORY.glob("*.schema.json"):
            text = path.read_bytes()
            copy = directory / path.name
            if not copy.is_file() or copy.read_bytes() != text:
                copy.write_bytes(text)

"""Packs: directories with facts in ``data/`` and templates in ``questions/``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

BUILT_IN = ""
"""The name of the pack that comes with the program; its ids carry no prefix."""

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae"})
"""Latin letters that are no plain letter with an accent, and what stands for them in names."""


def name_of(directory: str) -> str:
    """The name of a pack, from that of its directory: small letters, digits and hyphens.

    Where other letters had to be left out or changed, a few characters that are worked out from
    the directory's name keep the pack apart from others, wherever the directory lies.
    """
    given = unicodedata.normalize("NFC", directory).casefold()
    plain = unicodedata.normalize("NFKD", given.translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    name = _NOT_IN_NAMES.sub("-", plain).strip("-")
    if given.isascii():
        return name or "pack"
    return f"{name or 'pack'}-{digest_of(given)}"


def is_pack(directory: Path) -> bool:
    """Whether a directory holds facts or templates."""
    return (directory / "data").is_dir() or (directory / "questions").is_dir()


def digest_of(text: str) -> str:
    """Six characters that hardly any other text gives."""
    return blake2b(text.encode(errors="surrogateescape"), digest_size=3).hexdigest()


@dataclass(frozen=True, slots=True)
class Pack:
    """A directory of facts and templates. ``name`` goes before its ids, as in ``name:id``."""

    name: str
    directory: Path

    @classmethod
    def at(cls, directory: Path) -> Pack:
        """The pack in a directory, named after it."""
        return cls(name_of(directory.resolve().name), directory)

    def data_files(self) -> list[Path]:
        """The files of facts, by name."""
        return _yaml_files(self.directory / "data")

    def question_files(self) -> list[Path]:
        """The files of templates, by name."""
        return _yaml_files(self.directory / "questions")

    def qualify(self, name: str) -> str:
        """An id of this pack as the whole program knows it."""
        return f"{self.name}:{name}" if self.name else name


def _yaml_files(directory: Path) -> list[Path]:
    return sorted(path for path in directory.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))


def find(name: str, pack: str, known: object) -> str | None:
    """The full id that a name written in a pack means, or None if there is none.

    A name with a colon says its pack; one without is looked up in the pack itself and then in
    the built-in pack. ``known`` is any container of full ids.
    """
    if pack and ":" not in name and f"{pack}:{name}" in known:  # type: ignore[operator]
        return f"{pack}:{name}"
    return name if name in known else None  # type: ignore[operator]

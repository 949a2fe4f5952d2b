"""What is wrong with a file of facts or templates, and where.

Every problem has a stable code; `azun_quiz.content.codes` has the words of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from azun_quiz.content.codes import CODES


class Place(NamedTuple):
    """A place in a file; line and column count from 1, and 0 means the file as a whole."""

    path: Path
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place."""

    code: str
    place: Place
    details: Mapping[str, object]

    @property
    def severity(self) -> str:
        """Either ``error`` (what is wrong is left out) or ``warning``."""
        return CODES[self.code].severity

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return CODES[self.code].message.format_map(self.details)

    @property
    def advice(self) -> str:
        """What to do, in English."""
        return CODES[self.code].advice.format_map(self.details)

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """The order in which problems are reported."""
        return (str(self.place.path), self.place.line, self.place.column, self.code)


class Problems:
    """A growing list of problems."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Place, str], Problem] = {}
        self.errors = 0
        """How often an error was reported, repeated ones counted too."""

    def add(self, code: str, place: Place, /, **details: object) -> None:
        """Report a problem; the same one at the same place is kept once."""
        problem = Problem(code, place, details)
        self._found.setdefault((code, place, problem.message), problem)
        self.errors += problem.severity == "error"

    def extend(self, problems: Iterable[Problem]) -> None:
        """Report several problems."""
        for problem in problems:
            self.add(problem.code, problem.place, **problem.details)

    def sorted(self) -> tuple[Problem, ...]:
        """All problems by file, line and column."""
        return tuple(sorted(self._found.values(), key=lambda problem: problem.sort_key))

    def __len__(self) -> int:
        return len(self._found)


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that names the known word most like a misspelt one, or an empty string."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{found[0]}”?" if found else ""


def alternatives(word: str, known: Iterable[str], what: str) -> str:
    """Advice for a word that is not known: the nearest one, or all there are.

    Ids are shown without their pack, unless the word has one.
    """
    names = sorted({name if ":" in word else name.rpartition(":")[2] for name in known})
    found = get_close_matches(word, names, n=1, cutoff=0.6)
    if found:
        return f"Did you mean “{found[0]}”?"
    if not names:
        return f"There are no {what} here."
    shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    return f"Known {what}: {shown}."

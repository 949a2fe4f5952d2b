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
from azun_quiz.content.problem_code import Severity
from azun_quiz.text.catalog import N_, Messages
from azun_quiz.text.phrase import Phrase, listed, phrase


class Place(NamedTuple):
    """A place in a file; line and column count from 1, and 0 means the file as a whole."""

    path: Path
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place; it is put into words where it is shown.

    ``details`` fill the places of the code's words: what somebody typed, numbers, and what is
    words itself (`azun_quiz.text.phrase`).
    """

    code: str
    place: Place
    details: Mapping[str, object]

    @property
    def severity(self) -> Severity:
        """Either ``error`` (what is wrong is left out) or ``warning``."""
        return CODES[self.code].severity

    @property
    def words(self) -> tuple[str, str]:
        """The message ids of what is wrong and of what to do, before their places are filled."""
        return CODES[self.code].words(self.details)

    def in_words(self, t: Messages) -> tuple[str, str]:
        """What is wrong and what to do, in a language; nothing that a terminal would obey."""
        message, advice = self.words
        return Phrase(message, self.details).in_words(t), Phrase(advice, self.details).in_words(t)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(Phrase(self.words[0], self.details))

    @property
    def advice(self) -> str:
        """What to do, in English."""
        return str(Phrase(self.words[1], self.details))

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


def severity_name(severity: Severity, t: Messages) -> str:
    """The word for an error or a warning."""
    return t.context("problem", "error") if severity == "error" else t.context("problem", "warning")


_KNOWN: Mapping[str, tuple[str, str]] = {
    "ids": (N_("Known ids of the kind {kind}: {names}."), N_("The kind {kind} has no facts.")),
    "keys": (N_("Known keys: {names}."), N_("There are no keys here.")),
    "kinds": (N_("Known kinds: {names}."), N_("There are no kinds.")),
    "parts": (N_("Known parts: {names}."), N_("There are no parts here.")),
    "units": (N_("Known units: {names}."), N_("There are no units.")),
    "values": (N_("Known values: {names}."), N_("There are no values here.")),
    "warnings": (N_("Known warnings: {names}."), N_("There are no warnings.")),
    "words": (N_("Known words here: {names}."), N_("There are no words here.")),
}
"""By what a word should have been: the advice that names all there are, and the one for none."""


def nearest(word: str, known: Iterable[str]) -> dict[str, object]:
    """Details of the case ``near``, with the known word most like a misspelt one; empty without."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return {"case": "near", "near": found[0]} if found else {}


def alternatives(word: str, known: Iterable[str], what: str, /, **values: object) -> Phrase:
    """Advice for a word that is not known: the nearest one, or all there are.

    ``what`` is a key of the table above, and ``values`` fill the places of its messages. Ids are
    shown without their pack, unless the word has one.
    """
    names = sorted({name if ":" in word else name.rpartition(":")[2] for name in known})
    found = get_close_matches(word, names, n=1, cutoff=0.6)
    if found:
        return phrase(N_("Did you mean “{near}”?"), near=found[0])
    some, none = _KNOWN[what]
    return phrase(some, names=listed(names), **values) if names else phrase(none, **values)

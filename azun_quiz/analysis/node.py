"""A value in a file that may hold anything, with its place, read as what it should be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from azun_quiz.errors import UserError
from azun_quiz.text.catalog import N_

ADVICE = N_("Ask for the file again, or leave it out.")

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_FORBIDDEN = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class ResultsError(UserError):
    """A file of results that cannot be used; ``params`` hold its name and the place in it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of JSON; each method gives it as what it should be, or raises ResultsError.

    ``file`` is the file's name, fit to be shown; ``place`` says where in it the value stands, in
    names and indexes (from 0) of JSON.
    """

    value: Any
    file: str
    place: str = ""

    def member(self, name: str) -> Node:
        """A member of an object."""
        if not isinstance(self.value, dict):
            raise self._error(N_("{file}: {place} is no object."))
        if name not in self.value:
            place = self._inside(name)
            raise ResultsError(
                N_("{file}: {place} is missing."), ADVICE, file=self.file, place=place
            )
        return Node(self.value[name], self.file, self._inside(name))

    def has(self, name: str) -> bool:
        """Whether this is an object with such a member that is not null."""
        return isinstance(self.value, dict) and self.value.get(name) is not None

    def entries(self, most: int) -> Iterator[Node]:
        """The entries of a list that has at most so many."""
        if not isinstance(self.value, list) or len(self.value) > most:
            raise self._error(
                N_("{file}: {place} is no list of at most {most} entries."), most=most
            )
        for index, entry in enumerate(self.value):
            yield Node(entry, self.file, f"{self.place}[{index}]")

    def whole(self, least: int, most: int) -> int:
        """A whole number between two bounds."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            message = N_("{file}: {place} is no whole number from {least} to {most}.")
            raise self._error(message, least=least, most=most)
        return value

    def truth(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self._error(N_("{file}: {place} is neither true nor false."))
        return self.value

    def text(self, most: int) -> str:
        """A text of one line that is not empty, without characters that a screen would obey."""
        value = self.value
        if not isinstance(value, str) or not 0 < len(value) <= most or not _fit(value):
            message = N_("{file}: {place} is no text of one line with 1 to {most} characters.")
            raise self._error(message, most=most)
        return value

    def one_of(self, words: Collection[str]) -> str:
        """One of some words."""
        if not isinstance(self.value, str) or self.value not in words:
            message = N_("{file}: {place} is none of these: {known}.")
            raise self._error(message, known=", ".join(words))
        return self.value

    def day(self) -> date:
        """A day, written as year, month and day."""
        if isinstance(self.value, str) and _DAY(self.value):
            try:
                return date.fromisoformat(self.value)
            except ValueError:
                pass
        raise self._error(N_("{file}: {place} is no day such as 2026-11-24."))

    def wrong(self, message: str) -> ResultsError:
        """The error that a sound value stands where it cannot."""
        return self._error(message)

    def _inside(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def _error(self, message: str, **params: object) -> ResultsError:
        return ResultsError(message, ADVICE, file=self.file, place=self.place or "{}", **params)


def _fit(text: str) -> bool:
    return bool(text.strip()) and not any(
        char in _TURNING or unicodedata.category(char) in _FORBIDDEN for char in text
    )

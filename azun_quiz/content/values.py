"""The values that a field of a fact can hold."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import Literal, NamedTuple, TypeGuard

Precision = Literal["year", "month", "day"]


class Date(NamedTuple):
    """A date of the Gregorian calendar; month and day are 0 where only the year is known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> Precision:
        """How exactly the date is known."""
        return "day" if self.day else "month" if self.month else "year"

    def matches(self, other: Date) -> bool | None:
        """Whether this may be the same date: None where the less precise one cannot tell."""
        if self.year != other.year:
            return False
        for mine, theirs in ((self.month, other.month), (self.day, other.day)):
            if not mine or not theirs:
                return True if mine == theirs else None
            if mine != theirs:
                return False
        return True

    def before(self, other: Date) -> bool:
        """Whether this lies before the other date for certain."""
        return self.last_day() < other.first_day()

    def first_day(self) -> Date:
        """The first day that the date can mean."""
        return Date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> Date:
        """The last day that the date can mean."""
        month = self.month or 12
        return Date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"


class Span(NamedTuple):
    """A stretch of time, both ends counted; ``last`` is None while it is not over."""

    first: Date
    last: Date | None

    @property
    def length(self) -> int | None:
        """How many calendar years it touches, or None for an open end."""
        return None if self.last is None else self.last.year - self.first.year + 1

    @property
    def is_years(self) -> bool:
        """Whether both ends are plain years."""
        return not self.first.month and (self.last is None or not self.last.month)

    def includes(self, date: Date) -> bool | None:
        """Whether a date lies inside; None where precision leaves it open."""
        if date.before(self.first) or (self.last is not None and self.last.before(date)):
            return False
        starts = self.first.first_day() <= date.first_day() or self.first.matches(date)
        ends = (
            self.last is None or date.last_day() <= self.last.last_day() or self.last.matches(date)
        )
        return True if starts and ends else None

    def contains(self, other: Span) -> bool:
        """Whether the other one lies inside for certain; the two may be equal."""
        if self == other:
            return True
        if self.first.first_day() > other.first.first_day():
            return False
        if self.last is None:
            return True
        return other.last is not None and other.last.last_day() <= self.last.last_day()

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a day in common that cannot be ruled out."""
        after = other.last is not None and other.last.before(self.first)
        before = self.last is not None and self.last.before(other.first)
        return not (after or before)

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}/"
        if self.is_years:
            if self.first == self.last:
                return str(self.first)
            return f"{self.first}-{self.last}"
        return f"{self.first}/{self.last}"


class Words:
    """One wording a language, each with its named forms; ``default`` is always among them."""

    __slots__ = ("_hash", "by_language")

    def __init__(self, by_language: dict[str, str | dict[str, str]]) -> None:
        self.by_language = by_language
        self._hash: int | None = None

    def form(self, lang: str, form: str = "default", *, strict: bool = False) -> str | None:
        """The wording in a language and form.

        None if the language is missing, or, where ``strict``, if the form is; otherwise the
        default form stands in for a missing one.
        """
        wording = self.by_language.get(lang)
        if wording is None:
            return None
        if isinstance(wording, str):
            return wording if form == "default" or not strict else None
        found = wording.get(form)
        if found is None and not strict:
            return wording["default"]
        return found

    def forms(self, lang: str) -> tuple[str, ...]:
        """The names of the forms in a language."""
        wording = self.by_language.get(lang)
        return tuple(wording) if isinstance(wording, dict) else ("default",)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self.by_language == other.by_language

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(self.form("en") or next(iter(self.by_language), ""))
        return self._hash

    def __str__(self) -> str:
        return self.form("en") or next(
            (text for lang in self.by_language if (text := self.form(lang))), ""
        )


Value = str | int | Date | Span | Words | tuple[str, ...] | tuple[Span, ...]


def is_list(value: Value | None) -> TypeGuard[tuple[str, ...] | tuple[Span, ...]]:
    """Whether this is the value of a list field, and not a single one (dates and spans are tuples
    themselves)."""
    return isinstance(value, tuple) and not isinstance(value, Date | Span)


_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Date | None:
    """A date from ``1993-07-29``, ``1993-07`` or ``1993``; None if it is none."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or month == 0 or day == 0 or (month or 1) > 12:
        return None
    if day and month and day > monthrange(year, month)[1]:
        return None
    return Date(year, month or 0, day or 0)


def parse_span(text: str) -> Span | None:
    """A span from ``2003-2005``, ``2003``, ``1992-03-06/1992-05-14`` or ``2017/``."""
    years = _YEARS.fullmatch(text)
    if years:
        return Span(Date(int(years[1])), Date(int(years[2])))
    first_text, slash, last_text = text.partition("/")
    first = parse_date(first_text.strip())
    if first is None:
        return None
    if not slash:
        return Span(first, first)
    if not last_text.strip():
        return Span(first, None)
    last = parse_date(last_text.strip())
    return None if last is None else Span(first, last)


def parse_number(text: str) -> int | None:
    """A whole number of up to 18 digits; None if it is none."""
    return int(text) if _NUMBER.fullmatch(text) else None

"""Marks of values, by which the facts that can fit a stem are found without looking at all."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import product
from math import prod

from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.matching import FieldTest
from azun_quiz.generator.ways import values_of

MOST_MARKS = 64
"""A fact with more marks than this is compared with every question."""


def marks_of(test: FieldTest, value: Value | None) -> list[Hashable] | None:
    """Marks that a value shares with every value that may be the same; None if it has none."""
    if isinstance(value, Span):
        return _years(value)
    if isinstance(value, Date):
        return [value] if test.path.type != "date" or value.day else None
    if isinstance(value, tuple):
        marks: list[Hashable] = []
        for single in values_of(test.plain(value)):
            more = _years(single) if isinstance(single, Span) else [single]
            if more is None:
                return None
            marks += more
        return marks
    return None if value is None else [test.plain(value)]


def _years(span: Span) -> list[Hashable] | None:
    if span.last is None or span.last.year - span.first.year > MOST_MARKS:
        return None
    return [Date(year) for year in range(span.first.year, span.last.year + 1)]


def combined(marks: Sequence[list[Hashable] | None]) -> list[tuple[Hashable, ...]] | None:
    """Every choice of one mark from each list; None where there are none or too many."""
    known = [found for found in marks if found is not None]
    if len(known) < len(marks) or prod(map(len, known)) > MOST_MARKS:
        return None
    return list(product(*known))

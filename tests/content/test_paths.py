"""Which values are exact enough to stand among the options."""

from __future__ import annotations

import pytest

from azun_quiz.content.kinds import Field
from azun_quiz.content.paths import FieldPath
from azun_quiz.content.values import Date, Span, Value, is_list

YEARS, OPEN = Span(Date(2003), Date(2005)), Span(Date(2003), None)


def path(type_: str) -> FieldPath:
    return FieldPath("x", (Field("x", type_),), None, type_)


@pytest.mark.parametrize("type_", ["date", "span", "spans"])
@pytest.mark.parametrize(
    ("value", "exact_for"),
    [
        (Date(1993, 7, 29), "date"),
        (Date(1993, 7), ""),
        (Date(1993), ""),
        (YEARS, "span"),
        (OPEN, ""),
        (Span(Date(1992, 3, 6), Date(1992, 5, 14)), ""),
        (Span(Date(2003), Date(2005, 2)), ""),
    ],
)
def test_dates_have_their_day_and_spans_their_end(type_: str, value: Value, exact_for: str) -> None:
    assert path(type_).is_exact(value) == (type_.rstrip("s") == exact_for)


@pytest.mark.parametrize("type_", ["number", "text", "ref", "words", "year"])
def test_other_values_are_exact_as_they_are(type_: str) -> None:
    assert path(type_).is_exact(1993)


@pytest.mark.parametrize("value", [("a", "b"), (), (YEARS, OPEN)])
def test_values_of_list_fields_are_lists(value: Value) -> None:
    assert is_list(value)


@pytest.mark.parametrize("value", [None, "a", 1, Date(1993), YEARS])
def test_single_values_are_not(value: Value | None) -> None:
    assert not is_list(value)

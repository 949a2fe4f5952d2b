"""Dates, spans and words: what a value says for certain, and what it leaves open."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.content.values import Date, Span, Words, parse_date, parse_number, parse_span

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@st.composite
def dates(draw: st.DrawFn) -> Date:
    day = draw(DAYS)
    precision = draw(st.integers(1, 3))
    return Date(*(day.year, day.month, day.day)[:precision])


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted([draw(st.integers(1990, 2000)), draw(st.integers(1990, 2000))])
    return Span(Date(first), draw(st.sampled_from([Date(last), None])))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1993-07-29", Date(1993, 7, 29)),
        ("1993-7-2", Date(1993, 7, 2)),
        ("1992-11", Date(1992, 11)),
        ("1992", Date(1992)),
        ("2000-02-29", Date(2000, 2, 29)),
    ],
)
def test_dates_as_they_are_typed(text: str, date: Date) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text",
    ["", "93", "1993-13", "1993-00", "1993-02-30", "1993-07-00", "0000", "29 July 1993", "١٩٩٣",
     "1993-07-29T00:00", "1993/07", " 1993", "1900-02-29"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2003-2005", Span(Date(2003), Date(2005))),
        ("2003–2005", Span(Date(2003), Date(2005))),
        ("2012", Span(Date(2012), Date(2012))),
        ("2017/", Span(Date(2017), None)),
        ("2012-01-01/2013-12-31", Span(Date(2012, 1, 1), Date(2013, 12, 31))),
        ("2012-05", Span(Date(2012, 5), Date(2012, 5))),
    ],
)
def test_spans_as_they_are_typed(text: str, span: Span) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize("text", ["", "/", "/2005", "2003-", "2003-05-", "2003 2005", "x-y"])
def test_what_is_no_span(text: str) -> None:
    assert parse_span(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("15", 15), ("-3", -3), ("007", 7), ("9" * 18, int("9" * 18)), ("9" * 19, None), ("1_0", None),
     ("1.5", None), ("", None), ("٣", None), ("+1", None)],
)  # fmt: skip
def test_numbers(text: str, number: int | None) -> None:
    assert parse_number(text) == number


@given(dates())
def test_a_date_is_read_as_it_is_written(date: Date) -> None:
    assert parse_date(str(date)) == date


@given(spans())
def test_a_span_is_read_as_it_is_written(span: Span) -> None:
    assert parse_span(str(span)) == span


@given(dates(), DAYS)
def test_a_vague_date_may_be_every_day_in_it(date: Date, day: datetime.date) -> None:
    """``matches`` says no only if no day can be both."""
    exact = Date(day.year, day.month, day.day)
    inside = date.first_day() <= exact <= date.last_day()
    assert (date.matches(exact) is not False) == inside
    assert date.matches(date) is True


@given(dates(), dates())
def test_before_means_every_day_before_every_day(one: Date, other: Date) -> None:
    assert one.before(other) == (one.last_day() < other.first_day())
    assert not (one.before(other) and other.before(one))


@given(spans(), dates())
def test_what_a_span_includes(span: Span, date: Date) -> None:
    first, last = span.first.first_day(), span.last.last_day() if span.last else Date(9999, 12, 31)
    verdict = span.includes(date)
    if date.last_day() < first or last < date.first_day():
        assert verdict is False
    elif first <= date.first_day() and date.last_day() <= last:
        assert verdict is True


@given(spans(), spans())
def test_spans_overlap_both_ways_and_contain_one_way(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(other):
        assert one.overlaps(other)
    if one.contains(other) and other.contains(one):
        assert one == other


def test_the_length_of_a_term_counts_both_ends() -> None:
    assert Span(Date(2003), Date(2005)).length == 3
    assert Span(Date(2012), Date(2012)).length == 1
    assert Span(Date(2017), None).length is None


def test_azerbaijani_forms_do_not_fall_back() -> None:
    name = Words({"en": {"default": "United States", "the": "the United States"}, "az": "ABŞ"})
    assert name.form("en", "the") == "the United States"
    assert name.form("en", "gen") == "United States"
    assert name.form("az", "gen", strict=True) is None
    assert name.form("az", "default", strict=True) == "ABŞ"
    assert name.form("ar") is None

"""Dates, numbers and spans as a reader sees them, in each language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.text import wording


@pytest.mark.parametrize(
    ("lang", "form", "text"),
    [
        ("en", "default", "29 July 1993"),
        ("ar", "default", "29 تموز/يوليه 1993"),
        ("az", "default", "29 iyul 1993-cü il"),
        ("az", "loc", "1993-cü il iyulun 29-da"),
        ("az", "attr", "29 iyul 1993-cü il tarixli"),
        ("fr", "default", "29 juillet 1993"),
    ],
)
def test_a_day(lang: str, form: str, text: str) -> None:
    assert wording.day(1993, 7, 29, lang, form) == text


ARABIC_MONTHS = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
]


@pytest.mark.parametrize("month", range(1, 13))
def test_arabic_months_as_the_united_nations_write_them(month: int) -> None:
    assert wording.month(2012, month, "ar") == f"{ARABIC_MONTHS[month - 1]} 2012"


def test_months() -> None:
    assert wording.month(2012, 5, "en") == "May 2012"
    assert wording.month(2012, 5, "az") == "2012-ci ilin may ayı"
    assert wording.month(2012, 5, "az", "loc") == "2012-ci ilin may ayında"


@pytest.mark.parametrize(
    ("lang", "form", "text"),
    [
        ("en", "default", "2003–2005"),
        ("ar", "default", "2003-2005"),
        ("az", "default", "2003–2005"),
        ("az", "loc", "2003–2005-ci illərdə"),
    ],
)
def test_years(lang: str, form: str, text: str) -> None:
    assert wording.years(2003, 2005, lang, form) == text
    assert wording.years(2012, 2012, "en") == "2012"


def test_an_open_end() -> None:
    assert wording.years(2017, None, "en") == "since 2017"
    assert wording.years(2017, None, "ar") == "منذ عام 2017"
    assert wording.years(2017, None, "az") == "2017-ci ildən"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (13, "13th"), (46, "46th"),
     (62, "62nd"), (111, "111th"), (121, "121st")],
)  # fmt: skip
def test_english_ordinals(number: int, text: str) -> None:
    assert wording.number(number, "en", "ord") == text


VOTES = {
    "zero": "# صوت",
    "one": "صوت واحد",
    "two": "صوتان",
    "few": "# أصوات",
    "many": "# صوتا",
    "other": "# صوت",
}


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "صوت واحد"), (2, "صوتان"), (7, "7 أصوات"), (13, "13 صوتا"), (39, "39 صوتا"),
     (100, "100 صوت"), (103, "103 أصوات"), (155, "155 صوتا")],
)  # fmt: skip
def test_arabic_nouns_after_figures(number: int, text: str) -> None:
    assert wording.counted(number, VOTES, "ar") == text


def test_big_numbers_are_grouped_and_years_are_not() -> None:
    assert wording.number(1_000_000, "en") == "1,000,000"
    assert wording.number(1_000_000, "az") == "1.000.000"
    assert wording.number(1993, "en") == "1993"
    assert "1" in wording.number(1_000_000, "ar")


def test_lists() -> None:
    assert wording.joined(("a", "b", "c"), "en") == "a, b and c"
    assert wording.joined(("a", "b"), "az") == "a və b"
    assert wording.joined(("أ", "ب"), "ar") == "أ وب"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["en", "ar", "az"]))
def test_two_days_never_read_alike(day: date, lang: str) -> None:
    text = wording.day(day.year, day.month, day.day, lang)
    assert str(day.year) in text
    other = date.fromordinal(day.toordinal() + 1)
    assert text != wording.day(other.year, other.month, other.day, lang)


@pytest.mark.parametrize(
    ("value", "places", "lang", "text"),
    [
        (0.125, 2, "en", "0.12"),
        (-0.5, 2, "en", "-0.50"),
        (-0.004, 2, "en", "0.00"),
        (12.6, 0, "en", "13"),
        (-0.5, 2, "az", "-0,50"),
        (0.5, 1, "ar", "0.5"),
        (-0.5, 2, "ar", "\u200e-0.50"),
    ],
)
def test_a_decimal(value: float, places: int, lang: str, text: str) -> None:
    assert wording.decimal(value, places, lang) == text

"""Endings of Azerbaijani figures, against a table of the numbers that the material uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.text import azerbaijani

ORDINALS = """
1991-ci 1992-ci 1995-ci 1997-ci 1998-ci 2000-ci 2001-ci 2002-ci 2005-ci 2007-ci 2008-ci 2011-ci
2012-ci 2015-ci 2017-ci 2018-ci 2020-ci 2025-ci 2027-ci 47-ci 48-ci 50-ci 55-ci 57-ci 58-ci 62-ci
82-ci 85-ci 98-ci 142-ci 3052-ci 3072-ci 3127-ci 3205-ci 3292-ci 3525-ci 6765-ci 7050-ci 17-ci
1993-cü 1994-cü 2003-cü 2004-cü 2013-cü 2014-cü 2023-cü 2024-cü 3194-cü 3264-cü 3313-cü 104-cü
1990-cı 1996-cı 2006-cı 2016-cı 2026-cı 46-cı 60-cı 66-cı 86-cı 16-cı 40-cı
1999-cu 2009-cu 2010-cu 2019-cu 49-cu 59-cu 3259-cu 39-cu 10-cu
"""
HARD_DAYS = {6, 9, 10, 16, 19, 26, 29, 30}
"""Days whose locative ends in -da."""

MONTHS = {
    "yanvar": "yanvarın",
    "fevral": "fevralın",
    "mart": "martın",
    "aprel": "aprelin",
    "may": "mayın",
    "iyun": "iyunun",
    "iyul": "iyulun",
    "avqust": "avqustun",
    "sentyabr": "sentyabrın",
    "oktyabr": "oktyabrın",
    "noyabr": "noyabrın",
    "dekabr": "dekabrın",
}


@pytest.mark.parametrize("ordinal", ORDINALS.split())
def test_ordinals(ordinal: str) -> None:
    assert azerbaijani.ordinal(int(ordinal.partition("-")[0])) == ordinal


@pytest.mark.parametrize("day", range(1, 32))
def test_days_in_the_locative(day: int) -> None:
    assert azerbaijani.locative(day) == f"{day}-{'da' if day in HARD_DAYS else 'də'}"


@pytest.mark.parametrize(("month", "genitive"), MONTHS.items())
def test_months_in_the_genitive(month: str, genitive: str) -> None:
    assert azerbaijani.genitive(month) == genitive


@pytest.mark.parametrize(
    ("word", "genitive"),
    [("Bakı", "Bakının"), ("Toqo", "Toqonun"), ("Gürcüstan", "Gürcüstanın"), ("Çin", "Çinin")],
)
def test_plain_names_in_the_genitive(word: str, genitive: str) -> None:
    assert azerbaijani.genitive(word) == genitive


@given(st.integers(min_value=0, max_value=10**9))
def test_every_number_has_an_ending(number: int) -> None:
    assert azerbaijani.ordinal_ending(number) in {"ci", "cü", "cı", "cu"}

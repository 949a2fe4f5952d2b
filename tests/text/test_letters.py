"""The letters that stand before options."""

from __future__ import annotations

import pytest

from azun_quiz.text.letters import letter, letters


@pytest.mark.parametrize(("lang", "known"), [("en", "ABCDE"), ("az", "ABCDE"), ("ar", "أبجده")])
def test_letters_then_numbers(lang: str, known: str) -> None:
    assert letters(lang) == known
    assert [letter(index, lang) for index in range(6)] == [*known, "6"]

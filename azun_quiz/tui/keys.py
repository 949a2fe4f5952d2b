"""Keys that stand for an option, on the keyboards of all three languages."""

from __future__ import annotations

LETTERS = {"ar": "أبجده"}
_LATIN = "ABCDE"
_DIGITS = ("12345", "١٢٣٤٥", "۱۲۳۴۵")
_TYPED = (_LATIN, _LATIN.lower(), LETTERS["ar"], "ابجده")

_INDEX = {character: index for row in (*_DIGITS, *_TYPED) for index, character in enumerate(row)}


def letters(lang: str) -> str:
    """The letters that stand before the options in a language."""
    return LETTERS.get(lang, _LATIN)


def option_of(character: str | None) -> int | None:
    """The index of the option that a typed character stands for."""
    return _INDEX.get(character) if character else None

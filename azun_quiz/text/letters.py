"""The letters that stand before the options of a question."""

from __future__ import annotations

LATIN = "ABCDE"
ARABIC = "أبجده"


def letters(lang: str) -> str:
    """The letters of the options in a language, in their order."""
    return ARABIC if lang == "ar" else LATIN


def letter(index: int, lang: str) -> str:
    """The letter of an option, counted from 0; its number where the letters are used up."""
    known = letters(lang)
    return known[index] if index < len(known) else str(index + 1)

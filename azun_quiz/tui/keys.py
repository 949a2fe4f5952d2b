"""Keys that stand for an option, on the keyboards of all three languages."""

from __future__ import annotations

from azun_quiz.text.letters import ARABIC, LATIN

_DIGITS = ("12345", "١٢٣٤٥", "۱۲۳۴۵")
_TYPED = (LATIN, LATIN.lower(), ARABIC, "ابجده")

_INDEX = {character: index for row in (*_DIGITS, *_TYPED) for index, character in enumerate(row)}


def option_of(character: str | None) -> int | None:
    """The index of the option that a typed character stands for."""
    return _INDEX.get(character) if character else None

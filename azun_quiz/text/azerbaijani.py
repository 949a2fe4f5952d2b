"""Endings of Azerbaijani figures and month names.

Source of the rules: the spelling norms of the Azerbaijani language (2019): an ordinal is written
as a figure, a hyphen and the short ending that fits the last number word as it is read; endings
follow vowel harmony.
"""

from __future__ import annotations

_ONES = {1: "ci", 2: "ci", 3: "cü", 4: "cü", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cu"}
_TENS = {1: "cu", 2: "ci", 3: "cu", 4: "cı", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cı"}
_HUNDRED, _THOUSAND, _MILLION, _ZERO = "cü", "ci", "cu", "cı"

_HARMONY = {
    "a": "ı",
    "ı": "ı",
    "o": "u",
    "u": "u",
    "e": "i",
    "ə": "i",
    "i": "i",
    "ö": "ü",
    "ü": "ü",
}
_BACK = frozenset("ıu")


def ordinal_ending(number: int) -> str:
    """The ending of an ordinal: ``ci`` for 1992, ``cü`` for 1993, ``cı`` for 46."""
    number = abs(number)
    if number % 10:
        return _ONES[number % 10]
    if number % 100:
        return _TENS[number // 10 % 10]
    if number % 1000:
        return _HUNDRED
    if number % 1_000_000:
        return _THOUSAND
    return _MILLION if number else _ZERO


def ordinal(number: int) -> str:
    """The ordinal in figures, as in ``46-cı``."""
    return f"{number}-{ordinal_ending(number)}"


def locative(number: int) -> str:
    """The figure with the ending that says in or on, as in ``30-da`` and ``12-də``."""
    vowel = ordinal_ending(number)[-1]
    return f"{number}-{'da' if vowel in _BACK else 'də'}"


def genitive(word: str) -> str:
    """The genitive of a plain noun: ``iyulun``, ``mayın``, ``Bakının``.

    Nouns that already carry a possessive ending need an n before every ending and a word with a
    changing last letter keeps it: such words bring their own forms.
    """
    vowels = [letter for letter in word.lower() if letter in _HARMONY]
    vowel = _HARMONY[vowels[-1]] if vowels else "i"
    link = "n" if word[-1].lower() in _HARMONY else ""
    return f"{word}{link}{vowel}n"

"""The languages of the program and the rules that differ between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

_HARAKAT_AND_TATWEEL = re.compile("[\u0640\u064b-\u065f\u0670]")
_NO_WIDTH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")


def _plain_fold(text: str) -> str:
    return text.casefold()


def _azerbaijani_fold(text: str) -> str:
    """Fold case with the two pairs İ/i and I/ı kept apart."""
    return text.replace("İ", "i").replace("I", "ı").casefold()


def _arabic_fold(text: str) -> str:
    """Drop vowel signs and tatweel, which change how a word looks and not which word it is."""
    return _HARAKAT_AND_TATWEEL.sub("", text)


@dataclass(frozen=True)
class Language:
    """What the program has to know about a language.

    ``strict_forms``: a missing named form of a word is an error (a wrong case ending would be
    printed otherwise); elsewhere the default form stands in. ``openers`` are the words that a
    question may begin with, all of which are written small inside a sentence.
    """

    code: str
    name: str
    right_to_left: bool = False
    strict_forms: bool = False
    fold_case: Callable[[str], str] = _plain_fold
    openers: frozenset[str] = field(default_factory=frozenset)

    def fold(self, text: str) -> str:
        """The text reduced to what makes it the same answer: no case, one Unicode form."""
        text = _NO_WIDTH.sub("", unicodedata.normalize("NFKC", text))
        folded = unicodedata.normalize("NFKC", self.fold_case(text))
        return _SPACES.sub(" ", folded).strip()

    def inside_sentence(self, question: str) -> str:
        """The question as it runs on after an introduction and a comma."""
        first, _, _ = question.partition(" ")
        if first not in self.openers:
            return question
        return first[0].lower() + question[1:]


# fmt: off
_OPENERS_EN = (
    "About", "At", "By", "During", "For", "From", "How", "In", "Of", "On", "To", "Under",
    "Until", "What", "When", "Where", "Which", "Who", "Whom", "Whose", "With",
)
_OPENERS_AZ = (
    "Bu", "Bunlardan", "Hansı", "Hansında", "Kim", "Kimin", "Kimlər", "Nə", "Nəyə", "Neçə",
    "Neçənci", "Harada",
)
# fmt: on

_KNOWN = {
    "en": Language("en", "English", openers=frozenset(_OPENERS_EN)),
    "ar": Language("ar", "العربية", right_to_left=True, fold_case=_arabic_fold),
    "az": Language(
        "az",
        "Azərbaycanca",
        strict_forms=True,
        fold_case=_azerbaijani_fold,
        openers=frozenset(_OPENERS_AZ),
    ),
}

BUILT_IN = tuple(_KNOWN)
"""Codes of the languages that the program itself speaks, in the order they are offered."""

DEFAULT = "en"


@lru_cache
def language(code: str) -> Language:
    """The language with that code; one that only a pack speaks gets its rules from CLDR."""
    known = _KNOWN.get(code)
    if known:
        return known
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Language(code, code)
    return Language(
        code,
        (locale.get_display_name(code) or code).capitalize(),
        right_to_left=locale.text_direction == "rtl",
    )

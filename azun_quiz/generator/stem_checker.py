"""Stems as they read, looked over together: those that can only have the same faults count once.

A fault of a stem lies in a value, in the template's own words, or where the two meet. So a value
is known by its faults and by what its ends can do to the words beside it (its `signature`), and
of stems whose values have the same signatures one is read.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from azun_quiz.content.facts import Fact
from azun_quiz.generator.rules import FRAUGHT, JOINING, bad_joins, plain_words
from azun_quiz.generator.sentences import Pattern, Slot
from azun_quiz.generator.ways import Way

Column = dict[str, Hashable]
"""The signature of what each fact shows at a place, by the fact's id; None where it shows none."""

_ODD = re.compile(
    r"[_{}…?!؟]|\.\.|\(\)| [ ,.;:،؛]|^[\s\W]|[\s(.»”\"]$|[^\S ]",
)
"""What may be a fault in a value, or become one beside other words."""

_LETTER = re.compile(r"\w")


def signature(text: str, lang: str) -> Hashable:
    """What a reader of stems has to know of a value; the text itself if that is all of it."""
    if _ODD.search(text) is not None:
        return text
    words = plain_words(text)
    if not words or not FRAUGHT.isdisjoint(words):
        return text
    first = _sound(text[0])
    if JOINING.isdisjoint(words):
        return first
    if bad_joins(text, lang):
        return text
    return first, *(word if word in JOINING else "" for word in (words[0], words[-1]))


def _sound(letter: str) -> int:
    """What the English article before a letter depends on: vowel, doubtful, digit, or other."""
    if letter.isdecimal():
        return 2
    plain = letter.casefold()[0].replace("ı", "i")
    return 0 if plain in "aeio" else 1 if plain in "uh" else 3


def _stands_apart(pattern: Pattern) -> bool:
    """Whether a space or a sign stands between the places of a sentence and the words round them,
    so that no word comes about where they meet."""
    for before, after in pairwise(pattern):
        if isinstance(before, Slot) and isinstance(after, Slot):
            return False
        if isinstance(before, str) and _LETTER.match(before[-1]):
            return False
        if isinstance(after, str) and _LETTER.match(after[0]):
            return False
    return True


class StemChecker:
    """Looks over the stems of templates; the columns of a kind's values are made once."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, str, str, str], Column] = {}

    def lacking(self, way: Way, facts: Sequence[Fact]) -> set[str]:
        """The ids of the facts that lack a value or a form for a place of a stem."""
        found: set[str] = set()
        for lang, pattern in way.compiled.ask.items():
            for column in self._columns_of(way, pattern, lang):
                if None in column.values():
                    found.update(fact.id for fact in facts if column[fact.id] is None)
        return found

    def to_read(self, way: Way, facts: Sequence[Fact]) -> Iterator[tuple[str, Sequence[int]]]:
        """For each language the facts whose stems have to be read, as indexes into ``facts``."""
        for lang, pattern in way.compiled.ask.items():
            if way.compiled.each is not None or not _stands_apart(pattern):
                yield lang, range(len(facts))
                continue
            columns = self._columns_of(way, pattern, lang)
            seen: dict[Hashable, int] = {}
            for index, fact in enumerate(facts):
                seen.setdefault(tuple([column[fact.id] for column in columns]), index)
            yield lang, list(seen.values())

    def _columns_of(self, way: Way, pattern: Pattern, lang: str) -> list[Column]:
        return [
            self._column(way, piece, lang)
            for piece in pattern
            if isinstance(piece, Slot) and piece.get is not None
        ]

    def _column(self, way: Way, slot: Slot, lang: str) -> Column:
        placeholder = slot.placeholder
        key = (way.compiled.kind.id, placeholder.path, placeholder.form, lang)
        found = self._columns.get(key)
        if found is None:
            found = self._columns[key] = {}
            get, write = slot.get, slot.format
            known: dict[str | None, Hashable] = {}
            assert get is not None
            for fact in way.pools.facts_of(way.compiled.kind.id):
                value = get(fact)
                text = None if value is None else write(value, lang)
                if text not in known:
                    known[text] = None if text is None else signature(text, lang)
                found[fact.id] = known[text]
        return found

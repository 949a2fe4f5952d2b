"""What a bank holds of each item, and what an item shows and asks."""

from __future__ import annotations

from dataclasses import dataclass

from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.pool import ORDERED
from azun_quiz.generator.rules import tokens
from azun_quiz.generator.sentences import fill
from azun_quiz.generator.ways import Way


@dataclass(frozen=True, slots=True)
class Clues:
    """What an item shows and what it asks, as marks that no language changes."""

    shows: frozenset[str]
    asks: frozenset[str]

    def spoils(self, other: Clues) -> bool:
        """Whether one item shows what the other asks, or both ask the same."""
        return not (
            self.shows.isdisjoint(other.asks)
            and self.asks.isdisjoint(other.shows)
            and self.asks.isdisjoint(other.asks)
        )


class Entry:
    """An item in the bank: its template at work, its subject, and its place in the bank.

    ``sound`` is a set of options that is known to break no rule; ``told`` are the stem and the
    explanation in the languages that were asked for.
    """

    __slots__ = (
        "index",
        "languages",
        "ordered",
        "sound",
        "stem_words",
        "stems",
        "subject",
        "told",
        "way",
    )

    def __init__(self, way: Way, subject: Subject, index: int) -> None:
        self.way = way
        self.subject = subject
        self.index = index
        compiled = way.compiled
        self.ordered = compiled.template.way == "count" or (
            compiled.template.way == "answer" and compiled.answer.type in ORDERED
        )
        self.sound: Draft | None = None
        self.told: dict[str, tuple[str, str]] = {}
        self.stems: dict[str, str] = {}
        for lang in way.pools.languages:
            self.stems[lang] = fill(compiled.ask[lang], subject.fact, subject.each, lang) or ""
        self.languages = tuple(self.stems)
        self.stem_words = tuple([tokens(stem, lang) for lang, stem in self.stems.items()])


@dataclass(frozen=True, slots=True)
class Kept:
    """A template at work in an earlier bank, and its items there."""

    way: Way
    entries: tuple[Entry, ...]

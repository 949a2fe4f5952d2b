"""What a bank holds of each item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.pool import ORDERED
from azun_quiz.generator.rules import tokens
from azun_quiz.generator.sentences import fill
from azun_quiz.generator.ways import Way


class Entry:
    """An item in the bank: its template at work, its subject, and its place in the bank.

    ``sound`` is a set of options that is known to break no rule; ``texts`` are the stem and the
    explanation in the languages that were asked for.
    """

    __slots__ = (
        "index",
        "ordered",
        "sound",
        "stem_words",
        "stems",
        "subject",
        "texts",
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
        self.texts: dict[str, tuple[str, str]] = {}
        self.stems: dict[str, str] = {}
        for lang in way.pools.languages:
            self.stems[lang] = fill(compiled.ask[lang], subject.fact, subject.each, lang) or ""
        self.stem_words = tuple([tokens(stem, lang) for lang, stem in self.stems.items()])


@dataclass(frozen=True, slots=True)
class Kept:
    """The items of a template in an earlier bank, the place of the first of them, and the template
    at work with what is known of them, where one was asked for."""

    place: int
    items: tuple[str, ...]
    way: Way | None
    entries: Mapping[str, Entry] | None

"""What an item shows its reader and what it asks, so that no round gives its own answers away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from azun_quiz.content.values import Date, Value
from azun_quiz.generator.answering import Answering
from azun_quiz.generator.entries import Entry
from azun_quiz.generator.sentences import Slot

_ABOUT_SEVERAL = ("first", "last", "odd", "count")


@dataclass(frozen=True, slots=True)
class Clues:
    """What an item shows and what it asks, as marks that no language changes."""

    shows: frozenset[str]
    asks: frozenset[str]


def clues_of(entry: Entry) -> Clues:
    """What an item shows and asks: fields of facts, and values that say much."""
    way, fact = entry.way, entry.subject.fact
    compiled = way.compiled
    pattern = next(iter(compiled.ask.values()))
    shows = {f"{fact.id}:{path.base}" for path in compiled.givens}
    shows.update(
        _marks(piece.get(fact) for piece in pattern if isinstance(piece, Slot) and piece.get)
    )
    asked = [compiled.answer, *compiled.pair, *([compiled.by] if compiled.by else [])]
    asks = {f"{fact.id}:{path.base}" for path in asked} - shows
    if compiled.template.way in _ABOUT_SEVERAL:
        asks = {f"{compiled.template.id}/{compiled.template.way}/{fact.id}"}
    elif isinstance(way, Answering):
        asks.update(_marks([way.get(fact)]))
    if entry.subject.each is not None and compiled.each is not None:
        shows.add(f"{fact.id}:{compiled.each.base}")
    return Clues(frozenset(shows), frozenset(asks - shows))


def _marks(values: Iterable[Value | None]) -> set[str]:
    """Marks of values that say much: ids of facts, and dates to the day."""
    return {
        f"={value}"
        for value in values
        if isinstance(value, str) or (isinstance(value, Date) and value.day)
    }

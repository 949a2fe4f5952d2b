"""Regions: the parts of a kind in which what the file does not say is false."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Kind
from azun_quiz.content.load import Content
from azun_quiz.content.packs import find
from azun_quiz.content.values import Value, parse_number, parse_span
from azun_quiz.generator.matching import implies

ACCORDING_TO = "according-to"
"""The key under which a claim and a region say whose statement is meant."""


def regions_of(kind: Kind, content: Content) -> list[Mapping[str, Value]]:
    """The parts of a kind in which an absent fact is a false one, with typed values."""
    return [
        {name: _region_value(name, text, kind, content) for name, text in region.items()}
        for region in kind.regions
    ]


def _region_value(name: str, text: str, kind: Kind, content: Content) -> Value:
    """The value in a condition of a region, by the type of its field."""
    field = kind.fields.get(name.partition(".")[0])
    if field is None or field.type in ("ref", "refs"):  # a reference, or whose statement it is
        return find(text, kind.id.rpartition(":")[0], content.facts) or text
    if field.type in ("span", "spans", "date"):
        return parse_span(text) or text
    if field.type == "number":
        number = parse_number(text)
        return text if number is None else number
    return text


Closed = Callable[[Fact, str, Value | None], bool]
"""Whether a list of a fact is known not to hold a value that it does not name (None: any)."""


def is_closed(kind: Kind, content: Content) -> Closed:
    """The function that tells it for the facts of a kind."""
    if kind.complete:
        return lambda *_: True
    regions = regions_of(kind, content)
    if not regions:
        return lambda *_: False

    def closed(fact: Fact, path: str, value: Value | None) -> bool:
        claim = {name: held for name, held in fact.values.items() if name != path}
        if fact.voice is not None:
            claim[ACCORDING_TO] = fact.voice
        if value is not None:
            claim[path] = value
        return any(implies(claim, region) for region in regions)

    return closed

"""Facts: typed, dated, sourced statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from azun_quiz.content import shapes
from azun_quiz.content.kinds import FIELDS, RESERVED, TYPES, Kind
from azun_quiz.content.problems import Place, nearest
from azun_quiz.content.reader import Reader
from azun_quiz.content.tree import Node, Scalar, place
from azun_quiz.content.values import Value, Words
from azun_quiz.text.phrase import listed

Certainty = Literal["confirmed", "known", "stated", "open"]
"""How sure a fact is; one that is ``open`` is never asked, and no option."""

CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True)
class Dispute:
    """What another source gives for a field; never an option of any question."""

    field: str
    value: Value
    source: str
    reason: Words | None


@dataclass(slots=True)
class Fact:
    """A fact of a kind.

    ``values`` holds the fields that are known. ``not_asked`` is the reason why the fact as a
    whole is not asked, ``not_asked_fields`` the same for single fields. ``holds`` is False for a
    statement that is known to be false: it only makes wrong options safe.
    """

    id: str
    kind: str
    values: Mapping[str, Value]
    place: Place
    sources: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    checked: tuple[int, ...] = ()
    certainty: Certainty = "confirmed"
    voice: str | None = None
    not_asked: str | None = None
    not_asked_fields: Mapping[str, str] = field(default_factory=dict)
    disputes: tuple[Dispute, ...] = ()
    note: Words | None = None
    holds: bool = True
    pack: str = ""

    def get(self, name: str) -> Value | None:
        """The value of a field, or None where it is not known."""
        return self.values.get(name)

    def reason_not_asked(self, name: str) -> str | None:
        """Why the field is not asked, or None if it may be."""
        return self.not_asked or self.not_asked_fields.get(name)


class FactReader:
    """Reads the facts of one file, all of one kind."""

    def __init__(self, reader: Reader, kind: Kind) -> None:
        self.reader = reader
        self.kind = kind
        self._decoders = {name: TYPES[field.type] for name, field in kind.fields.items()}
        self._required = tuple(name for name, item in kind.fields.items() if not item.optional)
        self._references = frozenset(
            name for name, item in kind.fields.items() if item.type in ("ref", "refs")
        )
        self.ref_nodes: dict[tuple[str, str], Node] = {}

    def read(self, fact_id: str, key_node: Node, node: Node) -> Fact | None:
        """One fact, or None if it cannot be used."""
        reader = self.reader
        values: dict[str, Value] = {}
        extra: dict[str, Node] = {}
        errors = reader.problems.errors
        sound = True
        decoders = self._decoders
        for name, (name_node, value_node) in reader.mapping(node, fact_id).items():
            decoder = decoders.get(name)
            if decoder is not None:
                value = decoder(reader, value_node, name)
                if value is None:
                    sound = False
                else:
                    values[name] = value
                    if name in self._references:
                        self.ref_nodes[fact_id, name] = value_node
            elif name in RESERVED:
                extra[name] = value_node
            else:
                sound = False
                self._unknown_field(name_node, name)
        fact = Fact(fact_id, self.kind.id, values, place(reader.path, key_node))
        for name, value_node in extra.items():
            sound = _EXTRAS[name](self, fact, value_node) and sound
        sound = sound and reader.problems.errors == errors
        if sound and not values:
            sound = False
            reader.report("empty-value", node, what=fact_id)
        if fact.holds and sound:
            sound = self._complete(fact, key_node)
        return fact if sound else None

    def _complete(self, fact: Fact, key_node: Node) -> bool:
        missing = [name for name in self._required if name not in fact.values]
        for name in missing:
            self.reader.report("missing-field", key_node, fact=fact.id, field=name)
        if not fact.sources:
            self.reader.report("no-sources", key_node, fact=fact.id)
        return not missing and bool(fact.sources)

    def _unknown_field(self, node: Node, name: str) -> None:
        known = [*self.kind.fields, *RESERVED]
        details = {"kind": self.kind.id, "field": name, "known": listed(self.kind.fields)}
        self.reader.report("unknown-field", node, **details, **(nearest(name, known) or FIELDS))

    def _sources(self, fact: Fact, node: Node) -> bool:
        fact.sources = self.reader.texts(node, "sources")
        return bool(fact.sources)

    def _article(self, fact: Fact, node: Node) -> bool:
        fact.article = self.reader.texts(node, "article")
        return True

    def _checked(self, fact: Fact, node: Node) -> bool:
        numbers = [
            TYPES["number"](self.reader, item, "checked")
            for item in self.reader.sequence(node, "checked", may_be_empty=True)
        ]
        fact.checked = tuple(number for number in numbers if isinstance(number, int))
        return len(fact.checked) == len(numbers)

    def _certainty(self, fact: Fact, node: Node) -> bool:
        text = self.reader.text(node, "certainty")
        if text is None:
            return False
        if text not in CERTAINTIES:
            details = {"value": text, "what": "certainty", "known": listed(CERTAINTIES)}
            self.reader.report("unknown-choice", node, **details, **nearest(text, CERTAINTIES))
            return False
        fact.certainty = text
        return True

    def _voice(self, fact: Fact, node: Node) -> bool:
        self.ref_nodes[fact.id, "according-to"] = node
        fact.voice = self.reader.text(node, "according-to")
        return fact.voice is not None

    def _not_asked(self, fact: Fact, node: Node) -> bool:
        if isinstance(node, Scalar):
            fact.not_asked = self.reader.text(node, "not-asked")
            return fact.not_asked is not None
        reasons: dict[str, str] = {}
        for name, (name_node, value) in self.reader.mapping(node, "not-asked").items():
            reason = self.reader.text(value, "not-asked")
            if reason is None or not self._knows(name_node, name):
                return False
            reasons[name] = reason
        fact.not_asked_fields = reasons
        return True

    def _otherwise(self, fact: Fact, node: Node) -> bool:
        items = self.reader.sequence(node, "otherwise")
        disputes = [self._dispute(item, fact.id, number) for number, item in enumerate(items)]
        fact.disputes = tuple(item for item in disputes if item is not None)
        return len(fact.disputes) == len(disputes)

    def _dispute(self, node: Node, fact_id: str, number: int) -> Dispute | None:
        reader = self.reader
        entries = reader.mapping(node, "otherwise")
        reader.unknown_keys(entries, shapes.OTHERWISE, "otherwise")
        for key in shapes.required(shapes.OTHERWISE):
            if key not in entries:
                if entries:
                    reader.report("missing-key", node, what="otherwise", key=key)
                return None
        name = reader.text(entries["field"][1], "field")
        source = reader.text(entries["source"][1], "source")
        if name is None or source is None or not self._knows(entries["field"][1], name):
            return None
        self.ref_nodes[fact_id, f"otherwise.{number}"] = entries["value"][1]
        value = self._decoders[name](reader, entries["value"][1], name)
        reason = reader.optional(entries, "reason", reader.words)
        return None if value is None else Dispute(name, value, source, reason)

    def _note(self, fact: Fact, node: Node) -> bool:
        fact.note = self.reader.words(node, "note")
        return fact.note is not None

    def _holds(self, fact: Fact, node: Node) -> bool:
        holds = self.reader.yes_no(node, "holds")
        fact.holds = holds is not False
        return holds is not None

    def _knows(self, node: Node, name: str) -> bool:
        if name in self.kind.fields:
            return True
        self._unknown_field(node, name)
        return False


_EXTRAS: Mapping[str, Callable[[FactReader, Fact, Node], bool]] = {
    "sources": FactReader._sources,
    "article": FactReader._article,
    "checked": FactReader._checked,
    "certainty": FactReader._certainty,
    "according-to": FactReader._voice,
    "not-asked": FactReader._not_asked,
    "otherwise": FactReader._otherwise,
    "note": FactReader._note,
    "holds": FactReader._holds,
}

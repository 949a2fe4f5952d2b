"""Kinds of facts: which fields they have and what is known of their completeness."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from azun_quiz.content import shapes
from azun_quiz.content.problems import nearest
from azun_quiz.content.reader import Entries, Reader
from azun_quiz.content.tree import Node, Scalar, is_whole
from azun_quiz.content.values import (
    Span,
    Value,
    Words,
    parse_date,
    parse_number,
    parse_span,
)
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import What, listed, phrase

RESERVED = tuple(shapes.FACT)
"""Keys that any fact may carry besides the fields of its kind."""

FIELDS = {"case": "fields"}
"""The case of an unknown field that is like none of the known ones."""

KIND_KEYS = tuple(shapes.KIND)
FIELD_KEYS = tuple(shapes.FIELD)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind: ``of`` is the kind that a reference points to."""

    name: str
    type: str
    of: str | None = None
    optional: bool = False
    unit: str | None = None
    node: Node | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of facts.

    ``unique``: sets of fields (or parts, as ``term.first``) of which each identifies one fact.
    ``complete``: an absent fact is a false one everywhere; ``regions``: the same, but only where
    all conditions of one region hold. The nodes are where things stand in the file, for problems
    found later.
    """

    id: str
    words: Words
    fields: Mapping[str, Field]
    label: str
    unique: tuple[tuple[str, ...], ...] = ()
    complete: bool = False
    regions: tuple[Mapping[str, str], ...] = ()
    node: Node | None = field(default=None, compare=False, repr=False)
    label_node: Node | None = field(default=None, compare=False, repr=False)
    region_nodes: tuple[Mapping[str, Node], ...] = field(default=(), compare=False, repr=False)


def _read_number(reader: Reader, node: Node, what: What) -> int | None:
    text = reader.text(node, what)
    if text is None:
        return None
    number = parse_number(text)
    if number is None:
        reader.report("bad-number", node, value=text)
    return number


def _read_date(reader: Reader, node: Node, what: What) -> Value | None:
    text = reader.text(node, what)
    if text is None:
        return None
    date = parse_date(text)
    if date is None:
        reader.report("bad-date", node, value=text)
    return date


def _read_span(reader: Reader, node: Node, what: What) -> Span | None:
    text = reader.text(node, what)
    if text is None:
        return None
    span = parse_span(text)
    if span is None:
        reader.report("bad-span", node, value=text)
    elif span.last is not None and span.last.before(span.first):
        reader.report("span-backwards", node, value=text)
        return None
    return span


def _read_spans(reader: Reader, node: Node, what: What) -> tuple[Span, ...] | None:
    spans = tuple(_read_span(reader, item, what) for item in reader.sequence(node, what))
    return None if None in spans or not spans else spans  # type: ignore[return-value]


def _read_refs(reader: Reader, node: Node, what: What) -> tuple[str, ...] | None:
    items = reader.sequence(node, what)
    texts = reader.texts(node, what)
    return texts if texts and len(texts) == len(items) else None


TYPES: Mapping[str, Callable[[Reader, Node, str], Value | None]] = {
    "words": Reader.words,
    "text": Reader.text,
    "number": _read_number,
    "date": _read_date,
    "span": _read_span,
    "spans": _read_spans,
    "ref": Reader.text,
    "refs": _read_refs,
}
"""How a value of each field type is read; None after a problem was reported."""


def read_field(reader: Reader, name: str, node: Node) -> Field | None:
    """The declaration of one field."""
    what = phrase(N_("the field {name}"), name=name)
    entries = reader.mapping(node, what)
    reader.unknown_keys(entries, FIELD_KEYS, what)
    if "type" not in entries:
        if entries:
            reader.report("missing-key", node, what=what, key="type")
        return None
    type_node = entries["type"][1]
    type_name = reader.text(type_node, phrase(N_("the type of {name}"), name=name))
    if type_name is None:
        return None
    if type_name not in TYPES:
        near = nearest(type_name, TYPES)
        reader.report("unknown-type", type_node, type=type_name, known=listed(TYPES), **near)
        return None
    of = reader.optional(entries, "of", reader.text, phrase(N_("“of” of {name}"), name=name))
    if type_name in ("ref", "refs") and of is None:
        reader.report("ref-without-kind", node, field=name)
        return None
    called = phrase(N_("the unit of {name}"), name=name)
    unit = reader.optional(entries, "unit", reader.text, called)
    called = phrase(N_("“optional” of {name}"), name=name)
    optional = reader.optional(entries, "optional", reader.yes_no, called)
    return Field(name, type_name, of, bool(optional), unit, node)


def read_kind(reader: Reader, kind_id: str, entries: Entries) -> Kind | None:
    """The declaration of a kind, from the entries of its file; None if it cannot be used."""
    fields = _read_fields(reader, entries["fields"][1])
    if fields is None:
        return None
    words = reader.optional(entries, "name", reader.words)
    label = _read_label(reader, kind_id, entries, fields)
    if label is None:
        return None
    regions = _read_regions(reader, entries, fields, kind_id)
    return Kind(
        kind_id,
        words or Words({"en": kind_id}),
        fields,
        label,
        _read_unique(reader, entries, fields, kind_id),
        _is_complete(reader, entries),
        tuple({name: text for name, (text, _) in region.items()} for region in regions),
        entries["fields"][0],
        entries["label"][1] if "label" in entries else entries["fields"][0],
        tuple({name: node for name, (_, node) in region.items()} for region in regions),
    )


def _read_fields(reader: Reader, node: Node) -> dict[str, Field] | None:
    """The fields of a kind; None if one of them cannot be used, since its facts need it."""
    fields: dict[str, Field] = {}
    declared = reader.mapping(node, "fields", may_be_empty=True)
    for name, (key_node, value) in declared.items():
        if name in RESERVED:
            reader.report("reserved-name", key_node, name=name)
        elif reader.name(key_node, name):
            found = read_field(reader, name, value)
            if found is not None:
                fields[name] = found
    return fields if len(fields) == len(declared) else None


def _read_label(
    reader: Reader,
    kind_id: str,
    entries: Entries,
    fields: Mapping[str, Field],
) -> str | None:
    if "label" not in entries:
        if "name" in fields:
            return "name"
        reader.report("missing-key", entries["fields"][0], what=kind_id, key="label")
        return None
    label = reader.text(entries["label"][1], "label")
    if label is not None and label not in fields:
        _unknown_field(reader, entries["label"][1], kind_id, label, fields)
        return None
    return label


def _known_field(
    reader: Reader, node: Node, kind_id: str, name: str, fields: Mapping[str, Field]
) -> bool:
    """Whether the kind has the field (or the part of a field); reports if not."""
    base = name.partition(".")[0]
    if base in fields:
        return True
    _unknown_field(reader, node, kind_id, base, fields)
    return False


def _unknown_field(
    reader: Reader, node: Node, kind_id: str, name: str, fields: Mapping[str, Field]
) -> None:
    details = {"kind": kind_id, "field": name, "known": listed(fields)}
    reader.report("unknown-field", node, **details, **(nearest(name, fields) or FIELDS))


def _read_unique(
    reader: Reader,
    entries: Entries,
    fields: Mapping[str, Field],
    kind_id: str,
) -> tuple[tuple[str, ...], ...]:
    if "unique" not in entries:
        return ()
    found = []
    for item in reader.sequence(entries["unique"][1], "unique", may_be_empty=True):
        names = reader.texts(item, "unique")
        if len(names) != len(reader.sequence(item, "unique")):
            continue
        if names and all(_known_field(reader, item, kind_id, name, fields) for name in names):
            found.append(names)
    return tuple(found)


def _is_complete(reader: Reader, entries: Entries) -> bool:
    if "complete" not in entries or not isinstance(entries["complete"][1], Scalar):
        return False
    return bool(reader.yes_no(entries["complete"][1], "complete"))


def _read_regions(
    reader: Reader,
    entries: Entries,
    fields: Mapping[str, Field],
    kind_id: str,
) -> list[dict[str, tuple[str, Node]]]:
    """The conditions of each region, with their nodes; a region with a fault is left out."""
    if "complete" not in entries or isinstance(entries["complete"][1], Scalar):
        return []
    regions = []
    for item in reader.sequence(entries["complete"][1], "complete", may_be_empty=True):
        region: dict[str, tuple[str, Node]] = {}
        entries_of_region = reader.mapping(item, phrase(N_("a region of “complete”")))
        for name, (key_node, value) in entries_of_region.items():
            if not isinstance(value, Scalar):
                reader.report("expected-text", value, what=name, case="region")
                continue
            text = reader.text(value, name)
            if text is not None and (
                name == "according-to" or _known_field(reader, key_node, kind_id, name, fields)
            ):
                region[name] = (text, value)
        if region and is_whole(item, region):
            regions.append(region)
    return regions

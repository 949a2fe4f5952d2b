"""Paths from a fact to a value: a field, a field of a fact it refers to, or a part of a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from azun_quiz.content.kinds import Field, Kind
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import What, phrase

PARTS: Mapping[str, Mapping[str, str]] = {
    "date": {"year": "year", "month": "month", "day": "date"},
    "span": {"first": "year", "last": "year", "length": "number"},
}
"""Parts of a value by its type, with the type of the part."""

FORMS: Mapping[str, tuple[str, ...]] = {
    "number": ("default", "ord", "counted"),
    "text": ("default",),
    "date": ("default", "loc", "attr"),
    "month": ("default", "loc"),
    "year": ("default", "ord", "loc"),
    "span": ("default", "loc"),
    "spans": ("default",),
    "refs": ("default",),
}
"""Named forms of the values that the program words itself; words bring forms of their own."""


@dataclass(frozen=True, slots=True)
class FieldPath:
    """A way to a value: ``fields`` lead from fact to fact, ``part`` takes a piece of the last.

    ``type`` is the type of what is found: a field type, or ``year`` or ``month``.
    """

    text: str
    fields: tuple[Field, ...]
    part: str | None
    type: str

    @property
    def base(self) -> str:
        """The name of the first field."""
        return self.fields[0].name

    @property
    def last(self) -> Field:
        """The field that holds the value."""
        return self.fields[-1]

    @property
    def is_direct(self) -> bool:
        """Whether the value is a whole field of the fact itself."""
        return len(self.fields) == 1 and self.part is None

    def is_exact(self, value: Value) -> bool:
        """Whether a single value can be an option: a date has its day, a span its end and plain
        years."""
        if self.type == "date":
            return isinstance(value, Date) and bool(value.day)
        if self.type in ("span", "spans"):
            return isinstance(value, Span) and value.last is not None and value.is_years
        return True


def member(path: FieldPath) -> FieldPath:
    """The path as it is for one member of a list; other paths are their own members."""
    single = {"refs": "ref", "spans": "span"}.get(path.type)
    return path if single is None else FieldPath(path.text, path.fields, path.part, single)


class PathError(Exception):
    """A path leads nowhere; ``kind`` is where it stopped and ``known`` what could follow.

    ``last`` is the field on whose value it stopped, if it did so there.
    """

    def __init__(
        self, kind: What, word: str, known: tuple[str, ...], last: Field | None = None
    ) -> None:
        super().__init__(f"{kind} has no {word}")
        self.last = last
        self.kind = kind
        self.word = word
        self.known = known


def resolve(text: str, kind: Kind, kinds: Mapping[str, Kind]) -> FieldPath:
    """The path that a text such as ``organ.name`` or ``adopted.year`` means for a kind."""
    fields: list[Field] = []
    here: Kind | None = kind
    words = text.split(".")
    for index, word in enumerate(words):
        last = fields[-1] if fields else None
        if here is None and last is not None:
            parts = PARTS.get(last.type, {})
            if word in parts and index == len(words) - 1:
                return FieldPath(text, tuple(fields), word, parts[word])
            where = phrase(N_("the {type} {name}"), type=last.type, name=last.name)
            raise PathError(where, word, tuple(parts), last)
        assert here is not None
        found = here.fields.get(word)
        if found is None:
            raise PathError(here.id, word, tuple(here.fields))
        fields.append(found)
        here = kinds.get(found.of or "") if found.type == "ref" else None
    return FieldPath(text, tuple(fields), None, fields[-1].type)


def label_path(path: FieldPath, kinds: Mapping[str, Kind]) -> FieldPath:
    """The path to what names a referred fact, followed until it is no reference any more."""
    seen = 0
    while path.type == "ref" and seen < 8:
        kind = kinds[path.last.of or ""]
        label = kind.fields[kind.label]
        path = FieldPath(f"{path.text}.{label.name}", (*path.fields, label), None, label.type)
        seen += 1
    return path

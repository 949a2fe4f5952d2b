"""JSON Schemas of the files, made from the tables that the decoder uses.

An editor reads a file by YAML's own rules, and the decoder takes every scalar as the text that was
typed; so a schema allows for a text whatever YAML may take it for. What depends on other places of
the content (the fields of a kind, ids, placeholders) no schema can say: ``check`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from azun_quiz.content import shapes
from azun_quiz.content.facts import CERTAINTIES
from azun_quiz.content.kinds import TYPES
from azun_quiz.content.reader import LANGUAGE, NAME, YES_NO
from azun_quiz.content.shapes import Key
from azun_quiz.content.templates import MAX_OPTIONS, MIN_OPTIONS, WAYS

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
_SPACE = "\\s*"


def _pattern(expression: str) -> str:
    """A pattern for the whole of a text, which may have spaces round it."""
    return f"^{_SPACE}(?:{expression}){_SPACE}$"


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


def _said(*answers: bool) -> Schema:
    """Yes or no, as YAML or as a text."""
    words = [_any_case(word) for word, meaning in YES_NO.items() if meaning in answers]
    return {
        "anyOf": [{"enum": list(answers)}, {"type": "string", "pattern": _pattern("|".join(words))}]
    }


def _list_of(one: Schema, *, least: int = 1, single: bool = True) -> Schema:
    """A list; where ``single``, one entry may stand without its brackets."""
    many = {"type": "array", "items": one, "minItems": least}
    return {"anyOf": [one, many]} if single else many


def _by_name(value: Schema, pattern: str, *, least: int = 0) -> Schema:
    found: Schema = {
        "type": "object",
        "propertyNames": {"pattern": f"^{pattern}$"},
        "additionalProperties": value,
    }
    return {**found, "minProperties": least} if least else found


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _object(keys: Mapping[str, Key], **more: Any) -> Schema:
    """A mapping with certain keys and no others."""
    found: Schema = {
        "type": "object",
        "properties": {name: _described(key) for name, key in keys.items()},
        "additionalProperties": False,
    }
    needed = shapes.required(keys)
    return {**found, **({"required": list(needed)} if needed else {}), **more}


def _described(key: Key) -> Schema:
    return {"description": key.says, "allOf": [_ref(key.shape)]}


def _words() -> Schema:
    forms = {**_by_name(_ref("text"), ".+"), "required": ["default"]}
    return _by_name({"anyOf": [_ref("text"), forms]}, LANGUAGE, least=1)


def _field() -> Schema:
    needs_kind = {
        "if": {"properties": {"type": {"enum": ["ref", "refs"]}}, "required": ["type"]},
        "then": {"required": ["of"]},
    }
    return _object(shapes.FIELD, **needs_kind)


def _fact() -> Schema:
    """A fact; which fields it has is said by its kind, so any further key may be there."""
    denied = {"properties": {"holds": _said(False)}, "required": ["holds"]}
    return {
        "type": "object",
        "properties": {name: _described(key) for name, key in shapes.FACT.items()},
        "additionalProperties": _ref("value"),
        "minProperties": 1,
        "if": denied,
        "else": {"required": ["sources"]},
    }


_RULES: Mapping[str, Schema] = {
    "pair": {"properties": {"pair": {"type": "array", "minItems": 2, "maxItems": 2}}}
}
"""What a way of asking demands of a key beyond that it is there."""


def _template() -> Schema:
    """A template, with the keys that its way of asking needs."""
    rules = []
    for way, needed in shapes.NEEDED.items():
        is_way: Schema = {"properties": {"way": {"const": way}}}
        if way != WAYS[0]:  # the first is meant where none is named
            is_way["required"] = ["way"]
        rules.append({"if": is_way, "then": {"required": list(needed), **_RULES.get(way, {})}})
    return _object(shapes.TEMPLATE, allOf=rules)


def _options() -> Schema:
    counts = range(MIN_OPTIONS, MAX_OPTIONS + 1)
    return {"enum": [*counts, *map(str, counts)]}


def _units() -> Schema:
    classes = {**_by_name(_ref("text"), ".+"), "required": ["other"]}
    wording = {"anyOf": [_ref("text"), classes]}
    return _by_name(_by_name(wording, ".+", least=1), ".+", least=1)


_NUMBER: Schema = {
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": _pattern("-?[0-9]{1,18}")}]
}

_SHAPES: Mapping[str, Callable[[], Schema]] = {
    "text": lambda: _TEXT,
    "name": lambda: {"type": "string", "pattern": _pattern(NAME)},
    "texts": lambda: _list_of(_ref("text")),
    "numbers": lambda: _list_of(_NUMBER, least=0),
    "words": _words,
    "yes-no": lambda: _said(True, False),
    "value": lambda: {"anyOf": [_ref("text"), {"type": "array"}, {"type": "object"}]},
    "type": lambda: {"enum": list(TYPES)},
    "certainty": lambda: {"enum": list(CERTAINTIES)},
    "not-asked": lambda: {"anyOf": [_ref("text"), _by_name(_ref("text"), ".+", least=1)]},
    "otherwise": lambda: _list_of(_object(shapes.OTHERWISE), single=False),
    "fields": lambda: _by_name(_field(), NAME),
    "unique": lambda: _list_of(_ref("texts"), least=0),
    "complete": lambda: {
        "anyOf": [
            _ref("yes-no"),
            _list_of(_by_name(_ref("text"), ".+", least=1), least=0, single=False),
        ]
    },
    "facts": lambda: _by_name(_fact(), NAME),
    "way": lambda: {"enum": list(WAYS)},
    "options": _options,
    "conditions": lambda: _by_name(_ref("texts"), ".+", least=1),
    "pair": lambda: _list_of(_ref("text")),
    "each": lambda: _by_name(_ref("text"), NAME, least=1),
    "templates": lambda: _by_name(_template(), NAME),
    "units": _units,
}
"""What each shape of `azun_quiz.content.shapes` is in a schema."""


def _used(part: object) -> set[str]:
    """The shapes that a part of a schema refers to."""
    if isinstance(part, list):
        return set().union(*map(_used, part)) if part else set()
    if not isinstance(part, dict):
        return set()
    found = set().union(*map(_used, part.values())) if part else set()
    reference = part.get("$ref")
    return found | {reference.rpartition("/")[2]} if isinstance(reference, str) else found


def _schema(title: str, keys: Mapping[str, Key], **more: Any) -> Schema:
    root = _object(keys, **more)
    definitions: Schema = {}
    waiting = _used(root)
    while waiting:
        name = min(waiting)
        definitions[name] = _SHAPES[name]()
        waiting = (waiting | _used(definitions[name])) - definitions.keys()
    return {
        "$schema": DRAFT,
        "title": title,
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def schemas() -> dict[str, Schema]:
    """The schema of each sort of file, by the name of its own file."""
    something = {"anyOf": [{"required": ["fields"]}, {"required": ["facts"]}]}
    has_name = {"properties": {"fields": {"type": "object", "required": ["name"]}}}
    label = {"if": {"required": ["fields"]}, "then": {"anyOf": [{"required": ["label"]}, has_name]}}
    return {
        "facts.schema.json": _schema("Facts of azun-quiz", shapes.KIND, allOf=[something, label]),
        "questions.schema.json": _schema("Templates of azun-quiz", shapes.QUESTIONS),
        "units.schema.json": _schema("Units of azun-quiz", shapes.UNITS),
    }

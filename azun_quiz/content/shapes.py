"""The keys of the files: what shape each has, which are needed, and what each is for.

The decoder takes from here which keys there are and which must be there, and the JSON Schema is
made from the same tables; so an editor and ``check`` agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Key(NamedTuple):
    """A key of a mapping.

    ``shape`` is a word that `azun_quiz.schema.building` knows; ``says`` tells people what the key
    is for.
    """

    shape: str
    says: str
    required: bool = False


KIND: Mapping[str, Key] = {
    "kind": Key("name", "The name of the kind; templates say “about: name”.", required=True),
    "name": Key("words", "What one fact of the kind is called, in each language."),
    "fields": Key(
        "fields", "The fields of a fact, with their types; in one file of the kind only."
    ),
    "label": Key(
        "text", "The field that names a fact where something refers to it; usually “name”."
    ),
    "unique": Key("unique", "What belongs to one fact only: fields, or [fields] together."),
    "complete": Key(
        "complete", "“yes” if no fact is missing, or a list of regions in which none is."
    ),
    "facts": Key("facts", "The facts, by id."),
}
"""The keys of a file of facts."""

FIELD: Mapping[str, Key] = {
    "type": Key("type", "What a value of the field is.", required=True),
    "of": Key("text", "For ref and refs: the kind that is referred to."),
    "optional": Key("yes-no", "“yes”: a fact may leave the field out."),
    "unit": Key("text", "What a number counts: the id of a unit."),
}
"""The keys of the declaration of a field."""

FACT: Mapping[str, Key] = {
    "sources": Key("texts", "Where it can be looked up; players see it."),
    "article": Key("texts", "The paragraphs of the article that speak of it."),
    "checked": Key("numbers", "Its numbers in the list of statements that were checked."),
    "certainty": Key("certainty", "How sure it is; “confirmed” without the key."),
    "according-to": Key("text", "Whose statement it is: the id of a fact of the kind “voice”."),
    "not-asked": Key("not-asked", "Why it is not to be asked: the whole fact, or single fields."),
    "otherwise": Key("otherwise", "What another source gives; never shown as an option."),
    "note": Key("words", "A sentence added to the explanation."),
    "holds": Key("yes-no", "“no”: the statement is known to be false."),
}
"""The keys that any fact may carry besides the fields of its kind."""

OTHERWISE: Mapping[str, Key] = {
    "field": Key("text", "The field of which another source differs.", required=True),
    "value": Key("value", "What it gives.", required=True),
    "source": Key("text", "The other source.", required=True),
    "reason": Key("words", "Why the two differ."),
}
"""The keys of what another source gives."""

QUESTIONS: Mapping[str, Key] = {
    "topic": Key("name", "The group of templates that a player chooses.", required=True),
    "name": Key("words", "What the topic is called, in each language."),
    "by-default": Key("yes-no", "“no”: asked only when a player chooses the topic."),
    "templates": Key("templates", "The templates, by id.", required=True),
}
"""The keys of a file of templates."""

TEMPLATE: Mapping[str, Key] = {
    "about": Key("text", "The kind of the facts.", required=True),
    "where": Key("conditions", "Which facts are meant; the sentence must say it."),
    "only": Key("conditions", "Which facts become questions; the sentence does not say it."),
    "among": Key("conditions", "Which values may be options."),
    "ask": Key(
        "words", "The question, in each language; {field} stands for a value.", required=True
    ),
    "answer": Key("text", "The field asked for, or “fact” for the fact itself."),
    "way": Key("way", "The way of asking; “answer” without the key."),
    "by": Key("text", "For first and last: what decides the order."),
    "pair": Key("pair", "For pair: the two fields."),
    "each": Key("each", "Ask for each year, term or member of a list by itself: {year: field}."),
    "several": Key("yes-no", "“yes”: other right answers may exist; they are never shown."),
    "options": Key("options", "How many options at most."),
    "explain": Key("words", "A sentence that is shown after the answer."),
}
"""The keys of a template."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "answer": ("answer",),
    "first": ("by",),
    "last": ("by",),
    "odd": ("where",),
    "pair": ("pair",),
}
"""The further keys that a template needs, by its way of asking."""

UNITS: Mapping[str, Key] = {
    "units": Key(
        "units", "Units by id: in each language one wording a plural class.", required=True
    ),
}
"""The keys of a file of units."""


def required(keys: Mapping[str, Key]) -> tuple[str, ...]:
    """The keys that must be there."""
    return tuple(name for name, key in keys.items() if key.required)

"""Random worlds: kinds, facts and templates, as plain data and as the YAML text of a pack.

Everything is drawn from small sets, so that values meet: the same year, the same name in one
language, terms that overlap, facts that differ in one field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

LANGUAGES = ("en", "ar", "az")
YES, NO = "yes", "no"

TYPES = {
    "n": "number",
    "code": "text",
    "on": "date",
    "term": "span",
    "terms": "spans",
    "who": "ref",
    "whom": "refs",
    "title": "words",
    "votes": "number",
}
"""The fields of the kind that is asked about; references lead to things."""

HARMLESS = {"idle-key", "idle-region", "listed-twice", "same-fact-twice", "terms-overlap"}
"""Warnings that random values bring about and that leave nothing out."""

OPTIONAL = ("on", "terms", "who", "whom", "votes")
THING_TYPES = {"name": "words", "sort": "text", "size": "number"}

_SYLLABLES = ["Ab", "Eb", "Od", "Ug", "Iz", "Ak", "Om", "Ur"]
_ARABIC = ["اب", "بت", "جد", "هو", "زح", "طي", "كل", "من"]


@dataclass
class Fact:
    """A fact as it is typed; ``otherwise`` are pairs of a field and another source's value."""

    id: str
    values: dict[str, Any]
    holds: bool = True
    open: bool = False
    voice: str | None = None
    not_asked: bool = False
    not_asked_fields: tuple[str, ...] = ()
    otherwise: tuple[tuple[str, Any], ...] = ()

    def withheld(self, *fields: str) -> bool:
        """Whether the fact must not be shown by the fields."""
        return self.open or self.not_asked or bool({*fields} & {*self.not_asked_fields})


@dataclass
class Template:
    """A template as it is typed: ``gives`` are the placeholders of the stem."""

    id: str
    way: str = "answer"
    gives: tuple[str, ...] = ()
    answer: str = "n"
    by: str | None = None
    pair: tuple[str, ...] = ()
    each: str | None = None
    several: bool = False
    where: dict[str, list[str]] = field(default_factory=dict)
    only: dict[str, list[str]] = field(default_factory=dict)
    among: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class World:
    """A kind “act” with its facts, the things that it refers to, and templates about it."""

    things: list[Fact]
    facts: list[Fact]
    templates: list[Template]
    label: str = "title"
    unique: list[tuple[str, ...]] = field(default_factory=list)
    complete: bool = False
    regions: list[dict[str, str]] = field(default_factory=list)

    def write(self, directory: Path) -> Path:
        """Write the pack; JSON is YAML too, and keeps every text as it is."""
        for name, content in (
            ("data/thing.yaml", self._things()),
            ("data/voice.yaml", _voices()),
            ("data/act.yaml", self._acts()),
            ("questions/all.yaml", {"topic": "all", "templates": self._templates()}),
        ):
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        return directory

    def _things(self) -> dict[str, Any]:
        fields: dict[str, Any] = {name: {"type": kind} for name, kind in THING_TYPES.items()}
        fields["size"]["optional"] = YES
        facts = {fact.id: _written(fact, THING_TYPES) for fact in self.things}
        return {"kind": "thing", "fields": fields, "facts": facts}

    def _acts(self) -> dict[str, Any]:
        fields: dict[str, Any] = {name: {"type": kind} for name, kind in TYPES.items()}
        for name in OPTIONAL:
            fields[name]["optional"] = YES
        fields["who"]["of"] = fields["whom"]["of"] = "thing"
        return {
            "kind": "act",
            "fields": fields,
            "label": self.label,
            "unique": [list(names) for names in self.unique],
            "complete": YES if self.complete else self.regions or NO,
            "facts": {fact.id: _written(fact, TYPES) for fact in self.facts},
        }

    def _templates(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for template in self.templates:
            given = " ".join(f"{{{path}}}" for path in template.gives)
            if template.each:
                given += " {every}"
            entry: dict[str, Any] = {
                "about": "act",
                "way": template.way,
                "ask": dict.fromkeys(LANGUAGES, f"Q {given}?"),
                "explain": dict.fromkeys(LANGUAGES, "E {title}."),
            }
            if template.way not in ("count", "pair"):
                entry["answer"] = template.answer
            if template.by:
                entry["by"] = template.by
            if template.pair:
                entry["pair"] = list(template.pair)
            if template.each:
                entry["each"] = {"every": template.each}
            if template.several:
                entry["several"] = YES
            for key in ("where", "only", "among"):
                if conditions := getattr(template, key):
                    entry[key] = conditions
            found[template.id] = entry
        return found


def _voices() -> dict[str, Any]:
    phrases = {name: dict.fromkeys(LANGUAGES, f"As {name} says") for name in ("va", "vb")}
    facts = {name: {"phrase": words, "sources": ["s"]} for name, words in phrases.items()}
    return {
        "kind": "voice",
        "fields": {"phrase": {"type": "words"}},
        "label": "phrase",
        "facts": facts,
    }


def date_text(value: tuple[int, int, int]) -> str:
    year, month, day = value
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}" if month else f"{year}"


def span_text(value: tuple[int, int | None]) -> str:
    first, last = value
    return f"{first}/" if last is None else f"{first}-{last}" if last != first else f"{first}"


def typed(value: Any, kind: str) -> Any:
    """A value as a teacher types it."""
    if kind == "date":
        return date_text(value)
    if kind == "span":
        return span_text(value)
    if kind == "spans":
        return [span_text(item) for item in value]
    if kind == "number":
        return str(value)
    return list(value) if kind == "refs" else value


def _written(fact: Fact, types: dict[str, str]) -> dict[str, Any]:
    found = {name: typed(value, types[name]) for name, value in fact.values.items()}
    found["sources"] = [f"source of {fact.id}"]
    if not fact.holds:
        found["holds"] = NO
    if fact.open:
        found["certainty"] = "open"
    if fact.voice:
        found["according-to"] = fact.voice
    if fact.not_asked:
        found["not-asked"] = "a reason"
    elif fact.not_asked_fields:
        found["not-asked"] = dict.fromkeys(fact.not_asked_fields, "a reason")
    if fact.otherwise:
        found["otherwise"] = [
            {"field": name, "value": typed(value, types[name]), "source": "elsewhere"}
            for name, value in fact.otherwise
        ]
    return found


# Drawing


def _chance(random: Random, percent: int) -> bool:
    return random.randrange(100) < percent


def _pick(random: Random, items: Any) -> Any:
    return random.choice(list(items))


def _some(random: Random, items: Any, least: int, most: int) -> list[Any]:
    return random.sample(list(items), min(len(items), random.randint(least, most)))


def _words(random: Random, index: int, collide: bool) -> dict[str, str]:
    """Words of their own in every language; or, in one language, those of another."""
    words = {"en": _SYLLABLES[index], "ar": _ARABIC[index], "az": _SYLLABLES[index] + "a"}
    if collide:
        lang = _pick(random, LANGUAGES)
        words[lang] = {"en": _SYLLABLES, "ar": _ARABIC, "az": ["Aba"]}[lang][0]
    return words


def _date(random: Random) -> tuple[int, int, int]:
    month = 0 if _chance(random, 10) else random.randint(1, 2)
    day = 0 if not month or _chance(random, 10) else random.randint(1, 3)
    return (random.randint(1990, 1993), month, day)


def _span(random: Random) -> tuple[int, int | None]:
    first = random.randint(1990, 1995)
    last = None if _chance(random, 5) else first + random.randint(0, 3)
    return (first, last)


def _value(random: Random, name: str, things: list[Fact]) -> Any:
    kind = TYPES[name]
    if name == "n":
        return random.randint(0, 9)
    if kind == "number":
        return _pick(random, (-1, 0, 1, 2, 7, 15, 120))
    if kind == "text":
        return _pick(random, ("A/1", "A/2", "A/10", "B/3", "b/3", "C"))
    if kind == "date":
        return _date(random)
    if kind == "span":
        return _span(random)
    if kind == "spans":
        return [_span(random) for _ in range(random.randint(1, 2))]
    if kind == "ref":
        return _pick(random, things).id
    if kind == "refs":
        return _some(random, [thing.id for thing in things], 1, 3)
    return _words(random, random.randint(1, 7), _chance(random, 10))


def _fact(random: Random, index: int, things: list[Fact]) -> Fact:
    names = [name for name in TYPES if name not in OPTIONAL or _chance(random, 75)]
    values = {name: _value(random, name, things) for name in names}
    if _chance(random, 60):  # a name of its own
        values["title"] = _words(random, index % 8, collide=False)
        values["n"] = index
    fact = Fact(f"f{index}", values)
    if _chance(random, 20):
        fact.voice = _pick(random, ("va", "vb"))
    if _chance(random, 8):
        fact.open = True
    if _chance(random, 8):
        fact.not_asked = True
    elif _chance(random, 8):
        fact.not_asked_fields = (_pick(random, names),)
    if _chance(random, 15):
        other = _pick(random, TYPES)
        fact.otherwise = ((other, _value(random, other, things)),)
    return fact


def _negative(random: Random, index: int, things: list[Fact]) -> Fact:
    names = _some(random, TYPES, 1, 3)
    return Fact(f"f{index}", {name: _value(random, name, things) for name in names}, holds=False)


CANDIDATES: list[tuple[str, ...]] = [
    ("n",),
    ("code",),
    ("title",),
    ("who",),
    ("on",),
    ("term",),
    ("votes",),
    ("who", "term.first"),
    ("on", "who"),
]


def tells_apart(names: tuple[str, ...], facts: list[Fact]) -> bool:
    """Whether no two facts share the values, as far as they are told."""
    seen = set()
    for fact in facts:
        if not fact.holds:
            continue
        values = []
        for name in names:
            value = fact.values.get(name.partition(".")[0])
            values.append(value[0] if value is not None and name.endswith(".first") else value)
        if None in values:
            continue
        mark = repr(values)
        if mark in seen:
            return False
        seen.add(mark)
    return True


# fmt: off
GIVABLE = (
    "n", "code", "on", "on.year", "on.month", "on.day", "term", "term.first", "term.last", "terms",
    "who", "who.sort", "who.size", "whom", "title", "votes",
)
ASKABLE = (
    "n", "code", "on", "on.year", "on.month", "term", "term.first", "term.last", "term.length",
    "terms", "who", "who.sort", "who.size", "whom", "title", "votes", "fact",
)
# fmt: on


def _conditions(random: Random, things: list[Fact], facts: list[Fact]) -> dict[str, list[str]]:
    """Conditions that some fact meets."""
    found: dict[str, list[str]] = {}
    held = [fact for fact in facts if fact.holds]
    names = ["code", "on", "who", "whom", "term", "votes", "n", "who.sort"]
    for name in _some(random, names, 1, 2):
        values = [value for fact in held if (value := _condition(random, name, fact, things))]
        if values:
            count = 2 if _chance(random, 30) else 1
            found[name] = list(dict.fromkeys(_pick(random, values) for _ in range(count)))
            if len(found[name]) > 1 and {YES, NO} & {*found[name]}:
                found[name] = found[name][:1]
    return found


def _condition(random: Random, name: str, fact: Fact, things: list[Fact]) -> str | None:
    base, _, part = name.partition(".")
    value = fact.values.get(base)
    if value is None:
        return None
    if part == "sort":
        return next(thing.values["sort"] for thing in things if thing.id == value)
    kind = TYPES[base]
    if kind in ("number", "ref") and _chance(random, 10):
        return _pick(random, (YES, NO))
    if kind == "date":
        return _pick(random, (date_text(value), str(value[0])))
    if kind == "span":
        return _pick(random, (span_text(value), str(value[0])))
    return _pick(random, value) if kind == "refs" else str(value)


def _template(random: Random, index: int, things: list[Fact], facts: list[Fact]) -> Template:
    way = _pick(random, ["answer"] * 6 + ["first", "last", "count", "count", "odd", "pair", "pair"])
    template = Template(f"t{index}", way)
    if way in ("answer", "count"):
        template.gives = tuple(_some(random, GIVABLE, 0, 2))
    if way == "answer":
        template.answer = _pick(random, ASKABLE)
        template.several = _chance(random, 50)
        if _chance(random, 25):
            template.each = _pick(random, ("term", "terms", "whom"))
    elif way in ("first", "last"):
        template.answer = _pick(random, ("title", "who"))
        template.by = _pick(random, ("on", "term", "n", "votes", "on.year", "on.month"))
    elif way == "odd":
        template.answer = _pick(random, ("title", "who", "n", "code", "fact"))
    elif way == "pair":
        paths = ("n", "code", "on", "term", "who", "title", "whom", "votes", "on.year")
        template.pair = tuple(_some(random, paths, 2, 2))
    if way == "odd" or _chance(random, 35):
        template.where = _conditions(random, things, facts)
    if _chance(random, 15):
        template.only = _conditions(random, things, facts)
    if way == "answer" and template.answer == "who" and _chance(random, 40):
        template.among = {"sort": [_pick(random, ("red", "blue"))]}
    return template


def random_world(random: Random) -> World:
    """A world with some six to fifteen facts and a few templates."""
    things = [
        Fact(
            f"thing-{index}",
            {
                "name": _words(random, index, _chance(random, 12)),
                "sort": _pick(random, ("red", "blue")),
            }
            | ({"size": random.randint(1, 4)} if _chance(random, 80) else {}),
        )
        for index in range(1, random.randint(4, 7) + 1)
    ]
    facts = [_fact(random, index, things) for index in range(random.randint(6, 13))]
    count = random.randint(0, 2)
    facts += [_negative(random, index, things) for index in range(len(facts), len(facts) + count)]
    possible = [names for names in CANDIDATES if tells_apart(names, facts)]
    world = World(things, facts, [])
    world.unique = [names for names in possible if _chance(random, 50)]
    world.label = _pick(random, ("title", "who", "code", "n"))
    world.complete = _chance(random, 40)
    if not world.complete and _chance(random, 60):
        world.regions = [
            _pick(
                random,
                (
                    {"on": _pick(random, ("1990", "1991", "1990/1991", "1990/1993"))},
                    {"who": _pick(random, things).id},
                    {"term": _pick(random, ("1990-1992", "1993", "1990-1999"))},
                    {"code": _pick(random, ("A/1", "B/3")), "on": "1990/1993"},
                    {"according-to": _pick(random, ("va", "vb"))},
                    {"n": str(random.randint(0, 9))},
                    {"whom": _pick(random, things).id},
                    {"terms": _pick(random, ("1990-1992", "1990-1999"))},
                ),
            )
            for _ in range(random.randint(1, 2))
        ]
    world.templates = [
        _template(random, index, things, facts) for index in range(random.randint(2, 5))
    ]
    return world


def worlds() -> st.SearchStrategy[World]:
    """Random worlds, each from a number of its own, so that they are as full as can be."""
    return st.integers(0, 2**32).map(lambda number: random_world(Random(number)))


def smallest(world: World, fails: Callable[[World], bool]) -> World:
    """The world without what a failure does not need, as far as one look at each part tells."""
    alone = (replace(world, templates=[template]) for template in world.templates)
    world = next(filter(fails, alone), world)
    for name in ("facts", "regions", "unique"):
        for index in reversed(range(len(getattr(world, name)))):
            parts = getattr(world, name)
            less = replace(world, **{name: parts[:index] + parts[index + 1 :]})
            world = less if fails(less) else world
    for index in range(len(world.facts)):
        for plainer in _plainer(world.facts[index]):
            less = replace(world, facts=[*world.facts])
            less.facts[index] = plainer
            world = less if fails(less) else world
    return world


def _plainer(fact: Fact) -> Iterator[Fact]:
    if fact.otherwise:
        yield replace(fact, otherwise=())
    if fact.voice:
        yield replace(fact, voice=None)
    if fact.open or fact.not_asked or fact.not_asked_fields:
        yield replace(fact, open=False, not_asked=False, not_asked_fields=())
    for name in fact.values:
        if name in OPTIONAL:
            kept = {key: value for key, value in fact.values.items() if key != name}
            yield replace(fact, values=kept)

"""Random worlds: kinds, facts and templates, as plain data and as the YAML text of a pack.

Everything is drawn from small sets, so that values meet: the same year, the same name in one
language, terms that overlap, facts that differ in one field.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

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
                "ask": {lang: f"Q {given}?" for lang in LANGUAGES},
                "explain": {lang: "E {title}." for lang in LANGUAGES},
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
    phrases = {name: {lang: f"As {name} says" for lang in LANGUAGES} for name in ("va", "vb")}
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
        found["not-asked"] = {name: "a reason" for name in fact.not_asked_fields}
    if fact.otherwise:
        found["otherwise"] = [
            {"field": name, "value": typed(value, types[name]), "source": "elsewhere"}
            for name, value in fact.otherwise
        ]
    return found


# Drawing


def _chance(draw: DrawFn, percent: int) -> bool:
    return draw(st.integers(0, 99)) >= 100 - percent


def _pick(draw: DrawFn, items: Any) -> Any:
    return draw(st.sampled_from(list(items)))


def _words(draw: DrawFn, index: int, collide: bool) -> dict[str, str]:
    """Words of their own in every language; or, in one language, those of another."""
    words = {"en": _SYLLABLES[index], "ar": _ARABIC[index], "az": _SYLLABLES[index] + "a"}
    if collide:
        lang = _pick(draw, LANGUAGES)
        words[lang] = {"en": _SYLLABLES, "ar": _ARABIC, "az": ["Aba"]}[lang][0]
    return words


def _date(draw: DrawFn) -> tuple[int, int, int]:
    month = 0 if _chance(draw, 10) else draw(st.integers(1, 2))
    day = 0 if not month or _chance(draw, 10) else draw(st.integers(1, 3))
    return (draw(st.integers(1990, 1993)), month, day)


def _span(draw: DrawFn) -> tuple[int, int | None]:
    first = draw(st.integers(1990, 1995))
    last = None if _chance(draw, 5) else first + draw(st.integers(0, 3))
    return (first, last)


def _value(draw: DrawFn, name: str, things: list[Fact]) -> Any:
    kind = TYPES[name]
    if name == "n":
        return draw(st.integers(0, 9))
    if kind == "number":
        return _pick(draw, (-1, 0, 1, 2, 7, 15, 120))
    if kind == "text":
        return _pick(draw, ("A/1", "A/2", "A/10", "B/3", "b/3", "C"))
    if kind == "date":
        return _date(draw)
    if kind == "span":
        return _span(draw)
    if kind == "spans":
        return [_span(draw) for _ in range(draw(st.integers(1, 2)))]
    if kind == "ref":
        return _pick(draw, things).id
    if kind == "refs":
        ids = [thing.id for thing in things]
        return draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
    return _words(draw, draw(st.integers(1, 7)), _chance(draw, 10))


def _fact(draw: DrawFn, index: int, things: list[Fact]) -> Fact:
    names = [name for name in TYPES if name not in OPTIONAL or _chance(draw, 75)]
    values = {name: _value(draw, name, things) for name in names}
    if _chance(draw, 60):  # a name of its own
        values["title"] = _words(draw, index % 8, collide=False)
        values["n"] = index
    fact = Fact(f"f{index}", values)
    if _chance(draw, 20):
        fact.voice = _pick(draw, ("va", "vb"))
    if _chance(draw, 8):
        fact.open = True
    if _chance(draw, 8):
        fact.not_asked = True
    elif _chance(draw, 8):
        fact.not_asked_fields = (_pick(draw, names),)
    if _chance(draw, 15):
        other = _pick(draw, TYPES)
        fact.otherwise = ((other, _value(draw, other, things)),)
    return fact


def _negative(draw: DrawFn, index: int, things: list[Fact]) -> Fact:
    names = draw(st.lists(st.sampled_from(list(TYPES)), min_size=1, max_size=3, unique=True))
    return Fact(f"f{index}", {name: _value(draw, name, things) for name in names}, holds=False)


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


GIVABLE = (
    ("n", "code", "on", "on.year", "on.month", "on.day", "term", "term.first", "term.last")
    + ("who", "who.sort", "who.size", "whom", "title", "votes", "terms")
)  # fmt: skip
ASKABLE = (
    ("n", "code", "on", "on.year", "on.month", "term", "term.first", "term.last", "term.length")
    + ("terms", "who", "whom", "title", "votes", "who.size", "who.sort", "fact")
)  # fmt: skip


def _conditions(draw: DrawFn, things: list[Fact], facts: list[Fact]) -> dict[str, list[str]]:
    """Conditions that some fact meets."""
    found: dict[str, list[str]] = {}
    held = [fact for fact in facts if fact.holds]
    for name in draw(
        st.lists(
            st.sampled_from(["code", "on", "who", "whom", "term", "votes", "n", "who.sort"]),
            min_size=1,
            max_size=2,
            unique=True,
        )
    ):
        values = [value for fact in held if (value := _condition(draw, name, fact, things))]
        if values:
            count = 2 if _chance(draw, 30) else 1
            found[name] = list(dict.fromkeys(_pick(draw, values) for _ in range(count)))
            if len(found[name]) > 1 and {YES, NO} & {*found[name]}:
                found[name] = found[name][:1]
    return found


def _condition(draw: DrawFn, name: str, fact: Fact, things: list[Fact]) -> str | None:
    base, _, part = name.partition(".")
    value = fact.values.get(base)
    if value is None:
        return None
    if part == "sort":
        return next(thing.values["sort"] for thing in things if thing.id == value)
    kind = TYPES[base]
    if kind in ("number", "ref") and _chance(draw, 10):
        return _pick(draw, (YES, NO))
    if kind == "date":
        return _pick(draw, (date_text(value), str(value[0])))
    if kind == "span":
        return _pick(draw, (span_text(value), str(value[0])))
    return _pick(draw, value) if kind == "refs" else str(value)


def _template(draw: DrawFn, index: int, things: list[Fact], facts: list[Fact]) -> Template:
    way = _pick(draw, ["answer"] * 6 + ["first", "last", "count", "count", "odd", "pair", "pair"])
    template = Template(f"t{index}", way)
    if way in ("answer", "count"):
        gives = st.lists(st.sampled_from(GIVABLE), min_size=0, max_size=2, unique=True)
        template.gives = tuple(draw(gives))
    if way == "answer":
        template.answer = _pick(draw, ASKABLE)
        template.several = _chance(draw, 50)
        if _chance(draw, 25):
            template.each = _pick(draw, ("term", "terms", "whom"))
    elif way in ("first", "last"):
        template.answer = _pick(draw, ("title", "who"))
        template.by = _pick(draw, ("on", "term", "n", "votes", "on.year", "on.month"))
    elif way == "odd":
        template.answer = _pick(draw, ("title", "who", "n", "code", "fact"))
    elif way == "pair":
        paths = ("n", "code", "on", "term", "who", "title", "whom", "votes", "on.year")
        pair = draw(st.lists(st.sampled_from(paths), min_size=2, max_size=2, unique=True))
        template.pair = tuple(pair)
    if way == "odd" or _chance(draw, 35):
        template.where = _conditions(draw, things, facts)
    if _chance(draw, 15):
        template.only = _conditions(draw, things, facts)
    if way == "answer" and template.answer == "who" and _chance(draw, 40):
        template.among = {"sort": [_pick(draw, ("red", "blue"))]}
    return template


@st.composite
def worlds(draw: DrawFn) -> World:
    """A world with some five to twelve facts and a few templates."""
    things = [
        Fact(
            f"thing-{index}",
            {"name": _words(draw, index, _chance(draw, 12)), "sort": _pick(draw, ("red", "blue"))}
            | ({"size": draw(st.integers(1, 4))} if _chance(draw, 80) else {}),
        )
        for index in range(1, draw(st.integers(4, 7)) + 1)
    ]
    facts = [_fact(draw, index, things) for index in range(draw(st.integers(5, 11)))]
    count = draw(st.integers(0, 2))
    facts += [_negative(draw, index, things) for index in range(len(facts), len(facts) + count)]
    possible = [names for names in CANDIDATES if tells_apart(names, facts)]
    world = World(things, facts, [])
    world.unique = [names for names in possible if _chance(draw, 50)]
    world.label = _pick(draw, ("title", "who", "code", "n"))
    world.complete = _chance(draw, 40)
    if not world.complete and _chance(draw, 60):
        world.regions = [
            _pick(
                draw,
                (
                    {"on": _pick(draw, ("1990", "1991", "1990/1991", "1990/1993"))},
                    {"who": _pick(draw, things).id},
                    {"term": _pick(draw, ("1990-1992", "1993", "1990-1999"))},
                    {"code": _pick(draw, ("A/1", "B/3")), "on": "1990/1993"},
                    {"according-to": _pick(draw, ("va", "vb"))},
                    {"n": str(draw(st.integers(0, 9)))},
                ),
            )
            for _ in range(draw(st.integers(1, 2)))
        ]
    world.templates = [
        _template(draw, index, things, facts) for index in range(draw(st.integers(2, 5)))
    ]
    return world

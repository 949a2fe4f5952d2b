"""Whole packs at random, as the files that teachers would write.

`RandomPack` has kinds with fields of any type, in a schema of its own; nothing is known of it but
what its files say. Files are written in several styles of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.generator.worlds import date_text, span_text

PARTS = {"date": ("year", "month", "day"), "span": ("first", "last", "length")}
TYPES = ("words", "text", "number", "date", "span", "spans", "ref", "refs")
WAYS = ("answer", "answer", "answer", "first", "last", "count", "odd", "pair")
NAMES = ("alpha", "beta", "gamma", "delta", "size", "since", "over-all", "x1", "no", "place")
KINDS = ("city", "river", "null", "on", "tree-top")
ODD_TEXTS = (
    "[bold]x[/]", "a: b", "{curly}", "100 %", "#5", "'quoted'", "- dash", "no", "1_000", "12:30",
    "=1+1", "İki ıI", "straße", "ﬁve", "سؤال", "a" * 90, "~", "*a", "A/1", "A/2",
)  # fmt: skip
"""Texts that mean something to YAML, to a terminal or to a spreadsheet."""

_Dumper = getattr(yaml, "CDumper", yaml.Dumper)

Data = dict[str, Any]
Files = dict[str, Data]
"""The content of files, by their path inside a pack."""


def write_files(random: Random, directory: Path, files: Files) -> Path:
    """Write files as YAML, each in a style of its own."""
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(
            content,
            Dumper=_Dumper,
            allow_unicode=random.random() < 0.8,
            default_flow_style=random.choice([None, True, False]),
            indent=random.choice([2, 4]),
            width=random.choice([40, 100, 100_000]),
            sort_keys=False,  # where facts stand in another order, another one may be asked
            line_break=random.choice(["\n", "\r\n"]),
        )
        path.write_bytes(random.choice([b"", b"\xef\xbb\xbf"]) + text.encode())
    return directory


# A pack of which nothing is known


@dataclass
class RandomPack:
    """Kinds with their fields and facts, and templates about them, as typed texts."""

    languages: list[str]
    kinds: dict[str, Data] = field(default_factory=dict)
    templates: dict[str, Data] = field(default_factory=dict)

    def files(self) -> Files:
        """The files of the pack."""
        found: Files = {f"data/{name}.yaml": kind for name, kind in self.kinds.items()}
        counted = {"few": "#  x", "one": "# x", "other": "# xs"}
        found["data/units.yaml"] = {"units": {"x": dict.fromkeys(self.languages, counted)}}
        names = [*self.templates]
        for topic, part in (("t", names[1:]), ("u", names[:1])):
            head: Data = {"topic": topic, "name": dict.fromkeys(self.languages, f"Topic {topic}")}
            head |= {"by-default": "no"} if topic == "u" else {}
            found[f"questions/{topic}.yaml"] = head | {
                "templates": {name: self.templates[name] for name in part}
            }
        return {name: file for name, file in found.items() if file.get("templates") != {}}


def random_pack(random: Random) -> RandomPack:
    """A pack of one to three kinds with some facts each, and a template of each way or so."""
    pack = RandomPack(random.choice([["en"], ["en", "ar", "az"], ["az"], ["ar"], ["fr", "en"]]))
    names = random.sample(KINDS, random.randint(1, 3))
    for name in names:
        pack.kinds[name] = _kind(random, name, names, pack.languages)
    for name in names:
        _fill(random, pack, name)
    for index in range(random.randint(3, 8)):
        template = _template(random, pack)
        if template is not None:
            pack.templates[f"t{index}"] = template
    return pack


def _words(random: Random, languages: list[str]) -> Any:
    """A word in every language, sometimes in two forms, sometimes an odd one."""
    text = f"{random.choice('BDFGKL')}{random.choice('aeiou')}{random.randrange(30)}"
    if random.random() < 0.15:
        text = random.choice(ODD_TEXTS)
    found: Data = {}
    for lang in languages:
        shown = f"{text} {lang}" if random.random() < 0.3 else text
        found[lang] = {"default": shown, "the": f"die {shown}"} if random.random() < 0.2 else shown
    return found


def _kind(random: Random, name: str, kinds: list[str], languages: list[str]) -> Data:
    fields: Data = {"name": {"type": "words"}}
    for one in random.sample(NAMES, random.randint(2, 6)):
        kind = random.choice(TYPES)
        fields[one] = {"type": kind}
        if kind in ("ref", "refs"):
            fields[one] |= {"of": random.choice(kinds), "optional": "yes"}
        elif kind == "number" and random.random() < 0.5:
            fields[one]["unit"] = "x"
        elif random.random() < 0.3:
            fields[one]["optional"] = "yes"
    return {"kind": name, "name": _words(random, languages), "fields": fields}


def _fill(random: Random, pack: RandomPack, name: str) -> None:
    """Give a kind its facts, and say what is unique and complete in it."""
    kind, count = pack.kinds[name], random.randint(4, 12)
    ids = [f"{name}-{index}" for index in range(count)]
    kind["facts"] = {one: _fact(random, pack, kind["fields"]) for one in ids}
    for one in ("name", *kind["fields"]):
        texts = [str(fact[one]) for fact in kind["facts"].values() if one in fact]
        plain = kind["fields"][one]["type"] in ("number", "text", "words")
        if plain and len({*texts}) == len(texts) and random.random() < 0.6:
            kind.setdefault("unique", []).append(one)
    kind["complete"] = random.choice(["yes", "yes", "no"])


def _fact(random: Random, pack: RandomPack, fields: Data) -> Data:
    found: Data = {"sources": [random.choice(ODD_TEXTS)]}
    for name, one in fields.items():
        if "optional" in one and random.random() < 0.3:
            continue
        value = _value(random, one, pack)
        if value is not None:
            found[name] = value
    if random.random() < 0.1:
        found["not-asked"] = "a reason"
    if random.random() < 0.1:
        found["note"] = _words(random, pack.languages)
    return found


def _value(random: Random, one: Data, pack: RandomPack) -> Any:
    kind = one["type"]
    if kind in ("ref", "refs"):
        known = [f"{one['of']}-{index}" for index in range(4)]
        if kind == "ref":
            return random.choice(known)
        return random.sample(known, random.randint(1, 3))
    if kind == "words":
        return _words(random, pack.languages)
    if kind == "text":
        return random.choice(ODD_TEXTS)
    if kind == "number":
        return str(random.choice([-3, 0, 1, 2, 3, 5, 8, 40, 41, 1000, 10**15]))
    if kind == "date":
        month = random.choice([0, 1, 6, 12])
        return date_text(
            (random.randint(1895, 1903), month, random.choice([0, 1, 28]) * (month > 0))
        )
    spans = [_span(random, first) for first in random.sample([1900, 1905, 1910], 3)]
    return spans[0] if kind == "span" else spans[: random.randint(1, 3)]


def _span(random: Random, first: int) -> str:
    """A span of some years, in which no other one begins."""
    return (
        f"{first}/"
        if first == 1910 and random.random() < 0.3
        else span_text((first, first + random.randint(0, 4)))
    )


def _paths(pack: RandomPack, kind: str) -> Iterator[tuple[str, str]]:
    """The paths that start at a kind, with their types; one step of references is followed."""
    for name, one in pack.kinds[kind]["fields"].items():
        yield name, one["type"]
        for part in PARTS.get(one["type"], ()):
            yield f"{name}.{part}", "part"
        if one["type"] == "ref":
            for below, other in pack.kinds[one["of"]]["fields"].items():
                if other["type"] not in ("ref", "refs", "spans"):
                    yield f"{name}.{below}", other["type"]


def _template(random: Random, pack: RandomPack) -> Data | None:
    """A template of any way that fits a kind of the pack; None where none does."""
    kind = random.choice([*pack.kinds])
    paths = dict(_paths(pack, kind))
    way = random.choice(WAYS)
    found: Data = {"about": kind, "way": way}
    given: list[str] = []
    if way in ("answer", "count"):
        given = random.sample([*paths], min(len(paths), random.randint(0, 2)))
    if way == "answer":
        shown = {path.partition(".")[0] for path in given}
        rest = [path for path in paths if path.partition(".")[0] not in shown]
        found["answer"] = random.choice(["fact", *rest] if "name" in rest else rest or ["fact"])
        found["several"] = random.choice(["yes", "no"])
        lists = [path for path, one in paths.items() if one in ("span", "spans", "refs")]
        if lists and random.random() < 0.3:
            found["each"] = {"every": random.choice(lists)}
            given.append("every")
    elif way != "count" and not _set_way(random, found, paths):
        return None
    if way == "odd" or random.random() < 0.3:
        found["where"] = _condition(random, pack, kind)
    if way == "answer" and random.random() < 0.2:
        found["only"] = _condition(random, pack, kind)
    if way == "answer" and found["answer"] == "fact" and random.random() < 0.2:
        found["among"] = _condition(random, pack, kind)
    if random.random() < 0.3:
        found["options"] = random.choice(["3", "4", "5"])
    gaps = [f"{{{_with_form(random, pack.kinds[kind]['fields'], path)}}}" for path in given]
    sentence = " ".join(["Which one", *gaps])
    found["ask"] = {lang: f"{sentence}{'؟' if lang == 'ar' else '?'}" for lang in pack.languages}
    found["explain"] = dict.fromkeys(pack.languages, "{name}.")
    return found


def _set_way(random: Random, found: Data, paths: dict[str, str]) -> bool:
    """Give a template what its way needs; False where the kind has no such fields."""
    if found["way"] == "odd":
        found["answer"] = "fact"
        return True
    if found["way"] == "pair":
        plain = [path for path, one in paths.items() if one not in ("refs", "spans", "part")]
        if len(plain) > 1:
            found["pair"] = random.sample(plain, 2)
        return len(plain) > 1
    orders = [path for path, one in paths.items() if one in ("date", "span", "number")]
    if orders:
        found |= {"by": random.choice(orders), "answer": "name"}
    return bool(orders)


def _with_form(random: Random, fields: Data, path: str) -> str:
    """A placeholder's path, now and then with a form that its type has."""
    forms = {"words": ["the"], "number": ["ord"], "date": ["loc", "attr"], "span": ["loc"]}
    one = fields.get(path, {"type": ""})
    known = [*forms.get(one["type"], []), *(["counted"] if "unit" in one else [])]
    return f"{path}:{random.choice(known)}" if known and random.random() < 0.3 else path


def _condition(random: Random, pack: RandomPack, kind: str) -> Data:
    """A condition that some fact of a kind meets, if it can be written as one text."""
    known = pack.kinds[kind]
    fact = random.choice([*known["facts"].values()])
    names = [
        name
        for name, one in known["fields"].items()
        if one["type"] in ("text", "number", "ref", "date") and name in fact
    ]
    return {name: fact[name] for name in random.sample(names, 1)} if names else {"name": "yes"}


# What the files themselves say


def told(pack: RandomPack, kind: str, id_: str, path: str, lang: str) -> list[str]:
    """What the fact of a kind has at a path, as texts; words in their usual form."""
    base, _, part = path.partition(".")
    one = pack.kinds[kind]["fields"][base]
    value = pack.kinds[kind]["facts"][id_].get(base)
    if value is None:
        return []
    if one["type"] in ("ref", "refs"):
        ids = value if isinstance(value, list) else [value]
        return [
            text for other in ids for text in told(pack, one["of"], other, part or "name", lang)
        ]
    if one["type"] == "words":
        word = value[lang]
        return [word["default"] if isinstance(word, dict) else word]
    return value if isinstance(value, list) else [value]


def right_texts(pack: RandomPack, template: Data, id_: str, lang: str) -> set[str]:
    """The answers of all facts that a stem speaks of in the same words as of this one."""
    kind = template["about"]
    answer = "name" if template["answer"] == "fact" else template["answer"]
    paths = re.findall(r"{([^}:]*)", template["ask"][lang])
    said = [told(pack, kind, id_, path, lang) for path in paths]
    where, fields = template.get("where", {}), pack.kinds[kind]["fields"]
    found: set[str] = set()
    for other, fact in pack.kinds[kind]["facts"].items():
        meant = all(_meets(fact, fields[name]["type"], name, where[name]) for name in where)
        if meant and said == [told(pack, kind, other, path, lang) for path in paths]:
            found |= {*told(pack, kind, other, answer, lang)}
    return found


def _meets(fact: Data, kind: str, name: str, wanted: Any) -> bool:
    """Whether a fact meets a condition; a year holds of all its days."""
    if wanted == "yes" or kind == "date":
        return str(fact.get(name, "")).startswith("" if wanted == "yes" else wanted)
    return bool(fact.get(name) == wanted)


def is_plain(pack: RandomPack, template: Data) -> bool:
    """Whether the options of a template show words or texts as the files have them."""
    if template["way"] != "answer" or "each" in template:
        return False
    answer = "name" if template["answer"] == "fact" else template["answer"]
    base, _, part = answer.partition(".")
    one = pack.kinds[template["about"]]["fields"][base]
    if one["type"] in ("ref", "refs") and part:
        one = pack.kinds[one["of"]]["fields"][part]
        return str(one["type"]) in ("words", "text")
    return str(one["type"]) in ("words", "text", "ref", "refs")

"""Templates: a teacher's way of asking about facts of a kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from azun_quiz.content import shapes
from azun_quiz.content.problems import Place, nearest
from azun_quiz.content.reader import Reader
from azun_quiz.content.tree import MapNode, Node, Scalar, place
from azun_quiz.content.values import Words
from azun_quiz.text.phrase import listed

TEMPLATE_KEYS = tuple(shapes.TEMPLATE)
FILE_KEYS = tuple(shapes.QUESTIONS)
WayName = Literal["answer", "first", "last", "count", "odd", "pair"]
"""What is asked: `azun_quiz.generator.ways` says which class makes the questions of each."""

WAYS: tuple[WayName, ...] = get_args(WayName)
MIN_OPTIONS, MAX_OPTIONS, USUAL_OPTIONS = 3, 5, 4

_USED_BY: Mapping[str, tuple[str, ...]] = {
    "answer": ("answer", "first", "last", "odd"),
    "among": ("answer", "first", "last", "odd", "pair"),
    "by": ("first", "last"),
    "pair": ("pair",),
    "several": ("answer",),
}
"""The ways that use a key, for those that not all ways use."""

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_PLACEHOLDER = re.compile(
    r"(?P<path>[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*)(?::(?P<form>[a-z][a-z0-9-]*))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place in a sentence: a path to a value, and the form in which it is written."""

    path: str
    form: str = "default"

    def __str__(self) -> str:
        return "{" + self.path + ("" if self.form == "default" else f":{self.form}") + "}"


Sentence = tuple[str | Placeholder, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a field must be: one of ``texts``, as they were typed."""

    path: str
    texts: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Template:
    """A way of asking; see the guide for teachers on what each key means.

    ``ask`` and ``explain`` hold one sentence a language. ``each`` is a name and the path whose
    years or references are asked one by one.
    """

    id: str
    topic: str
    about: str
    ask: Mapping[str, Sentence]
    answer: str
    place: Place
    way: WayName = "answer"
    explain: Mapping[str, Sentence] = field(default_factory=dict)
    where: tuple[Condition, ...] = ()
    only: tuple[Condition, ...] = ()
    among: tuple[Condition, ...] = ()
    by: str | None = None
    pair: tuple[str, ...] = ()
    each: tuple[str, str] | None = None
    several: bool = False
    options: int = USUAL_OPTIONS
    pack: str = ""
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))

    def place_of(self, key: str) -> Place:
        """Where a key of the template stands, for problems found later."""
        return self.places.get(key) or self.places.get(key.partition(".")[0], self.place)


def parse_sentence(text: str) -> tuple[Sentence, str | None]:
    """A sentence as its pieces, and the first text in braces that is no placeholder."""
    pieces: list[str | Placeholder] = []
    position = 0
    literal = ""
    for match in _BRACES.finditer(text):
        literal += text[position : match.start()]
        position = match.end()
        if match[0] in ("{{", "}}"):
            literal += match[0][0]
            continue
        inner = _PLACEHOLDER.fullmatch(match[1] or "")
        if inner is None:
            return (), match[0]
        if literal:
            pieces.append(literal)
            literal = ""
        pieces.append(Placeholder(inner["path"], inner["form"] or "default"))
    literal += text[position:]
    if literal:
        pieces.append(literal)
    return tuple(pieces), None


class TemplateReader:
    """Reads the templates of one file."""

    def __init__(self, reader: Reader, topic: str) -> None:
        self.reader = reader
        self.topic = topic

    def read(self, template_id: str, key_node: Node, node: Node) -> Template | None:
        """One template; None if anything in it is wrong, since a question is only as sure as all
        that its template says."""
        reader = self.reader
        errors = reader.problems.errors
        entries = reader.mapping(node, template_id)
        if not entries:
            return None
        reader.unknown_keys(entries, TEMPLATE_KEYS, template_id)
        values = {key: value for key, (_, value) in entries.items() if key in TEMPLATE_KEYS}
        way = self._way(values)
        if way is None:
            return None
        for key in self._needed(way):
            if key not in values:
                reader.report("missing-key", key_node, what=template_id, key=key)
                return None
        for key in values:
            if way not in _USED_BY.get(key, WAYS):
                reader.report("idle-key", entries[key][0], way=way, key=key)
        about = reader.text(values["about"], "about")
        ask = self._sentences(values["ask"], "ask")
        explain = self._sentences(values["explain"], "explain") if "explain" in values else {}
        answer = reader.text(values["answer"], "answer") if "answer" in values else "fact"
        if about is None or ask is None or explain is None or answer is None:
            return None
        template = Template(
            template_id,
            self.topic,
            about,
            ask,
            answer,
            place(reader.path, key_node),
            way=way,
            explain=explain,
            where=self._conditions(values, "where"),
            only=self._conditions(values, "only"),
            among=self._conditions(values, "among"),
            by=reader.optional(entries, "by", reader.text),
            pair=reader.optional(entries, "pair", reader.texts) or (),
            each=self._each(values),
            several=self._flag(values, "several"),
            options=self._options(values),
            places=self._places(values),
        )
        return template if reader.problems.errors == errors else None

    def _places(self, values: Mapping[str, Node]) -> dict[str, Place]:
        """Where each key stands, and each language of a sentence as ``ask.en`` and so on."""
        places = {key: place(self.reader.path, value) for key, value in values.items()}
        for name in ("ask", "explain"):
            sentences = values.get(name)
            for key, value in sentences.pairs() if isinstance(sentences, MapNode) else ():
                if isinstance(key, Scalar):
                    places[f"{name}.{key.text}"] = place(self.reader.path, value)
        return places

    def _needed(self, way: WayName) -> tuple[str, ...]:
        return (*shapes.required(shapes.TEMPLATE), *shapes.NEEDED.get(way, ()))

    def _way(self, values: Mapping[str, Node]) -> WayName | None:
        if "way" not in values:
            return "answer"
        way = self.reader.text(values["way"], "way")
        if way is None or way in WAYS:
            return way
        near = nearest(way, WAYS)
        self.reader.report("unknown-way", values["way"], way=way, known=listed(WAYS), **near)
        return None

    def _flag(self, values: Mapping[str, Node], key: str) -> bool:
        return bool(self.reader.yes_no(values[key], key)) if key in values else False

    def _options(self, values: Mapping[str, Node]) -> int:
        if "options" not in values:
            return USUAL_OPTIONS
        text = self.reader.text(values["options"], "options")
        allowed = [str(count) for count in range(MIN_OPTIONS, MAX_OPTIONS + 1)]
        if text in allowed:
            return int(text)
        if text is not None:
            self.reader.report(
                "unknown-choice",
                values["options"],
                value=text,
                what="options",
                known=listed(allowed),
            )
        return USUAL_OPTIONS

    def _each(self, values: Mapping[str, Node]) -> tuple[str, str] | None:
        if "each" not in values:
            return None
        for name, (key_node, value) in self.reader.mapping(values["each"], "each").items():
            path = self.reader.text(value, "each")
            if path is not None and self.reader.name(key_node, name):
                return name, path
        return None

    def _conditions(self, values: Mapping[str, Node], key: str) -> tuple[Condition, ...]:
        if key not in values:
            return ()
        found = []
        for path, (_, value) in self.reader.mapping(values[key], key).items():
            texts = self.reader.texts(value, path)
            for text in sorted({text for text in texts if texts.count(text) > 1}):
                self.reader.report("listed-twice", value, value=text, what=path)
            if texts:
                found.append(Condition(path, texts, place(self.reader.path, value)))
        return tuple(found)

    def _sentences(self, node: Node, what: str) -> dict[str, Sentence] | None:
        words: Words | None = self.reader.words(node, what)
        if words is None:
            return None
        sentences: dict[str, Sentence] = {}
        for lang in words.by_language:
            text = words.form(lang) or ""
            sentence, wrong = parse_sentence(text)
            if wrong is not None:
                at = self._language_node(node, lang)
                self.reader.report("bad-placeholder", at, placeholder=wrong)
                return None
            sentences[lang] = sentence
        return sentences

    def _language_node(self, node: Node, lang: str) -> Node:
        """The node of one language's wording, to point at it."""
        for key, value in node.pairs() if isinstance(node, MapNode) else ():
            if isinstance(key, Scalar) and key.text == lang:
                return value
        return node

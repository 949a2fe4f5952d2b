"""Values as a reader sees them, in each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Kind
from azun_quiz.content.load import Content
from azun_quiz.content.paths import FieldPath, label_path
from azun_quiz.content.values import Date, Span, Value, Words
from azun_quiz.text import wording
from azun_quiz.text.languages import language

Getter = Callable[[Fact], Value | None]


def getter(path: FieldPath, facts: Mapping[str, Fact]) -> Getter:
    """A function from a fact to the value at the end of the path; None where it is not known."""
    names = tuple(field.name for field in path.fields)
    part = _PART_GETTERS.get((path.last.type, path.part or ""))

    def walk(fact: Fact) -> Value | None:
        value: Value | None = fact.values.get(names[0])
        for name in names[1:]:
            target = facts.get(value) if isinstance(value, str) else None
            value = None if target is None else target.values.get(name)
        return value

    if part is None:
        if len(names) == 1:
            only = names[0]
            return lambda fact: fact.values.get(only)
        return walk

    def take_part(fact: Fact) -> Value | None:
        value = walk(fact)
        return None if value is None else part(value)

    return take_part


def _month(value: Value) -> Value | None:
    assert isinstance(value, Date)
    return Date(value.year, value.month) if value.month else None


def _first(value: Value) -> Value | None:
    assert isinstance(value, Span)
    return value.first.year


def _last(value: Value) -> Value | None:
    assert isinstance(value, Span)
    return value.last.year if value.last else None


def _year(value: Value) -> Value | None:
    assert isinstance(value, Date)
    return value.year


def _day(value: Value) -> Value | None:
    assert isinstance(value, Date)
    return value if value.day else None


def _length(value: Value) -> Value | None:
    assert isinstance(value, Span)
    return value.length


_PART_GETTERS: Mapping[tuple[str, str], Callable[[Value], Value | None]] = {
    ("date", "year"): _year,
    ("date", "month"): _month,
    ("date", "day"): _day,
    ("span", "first"): _first,
    ("span", "last"): _last,
    ("span", "length"): _length,
}

Formatter = Callable[[Value, str], str | None]
"""From a value and a language to its text; None where the language lacks the form."""


class Renderer:
    """Makes formatters; a text that was made once is remembered."""

    def __init__(self, content: Content) -> None:
        self.facts = content.facts
        self.kinds: Mapping[str, Kind] = content.kinds
        self.units = content.units
        self._formatters: dict[tuple[tuple[int, ...], str | None, str, str], Formatter] = {}

    def formatter(self, path: FieldPath, form: str = "default") -> Formatter:
        """The formatter of the values at a path in a form; the same one for the same fields."""
        key = (tuple([id(field) for field in path.fields]), path.part, path.type, form)
        found = self._formatters.get(key)
        if found is None:
            found = self._formatters[key] = self._remembered(self._made(path, form))
        return found

    def _made(self, path: FieldPath, form: str) -> Formatter:
        if path.type == "ref":
            inner_path = label_path(path, self.kinds)
            steps = [field.name for field in inner_path.fields[len(path.fields) :]]
            inner = self._plain(inner_path, form)
            return lambda value, lang: self._through(steps, value, inner, lang)
        if path.type == "refs":
            one = self._member(path)
            return lambda value, lang: self._list(value, one, lang)
        return self._plain(path, form)

    def _member(self, path: FieldPath) -> Formatter:
        kind = self.kinds[path.last.of or ""]
        label = kind.fields[kind.label]
        steps = [label.name]
        plain = self._plain(FieldPath(label.name, (label,), None, label.type), "default")
        return lambda value, lang: self._through(steps, value, plain, lang)

    def _through(
        self, steps: list[str], value: Value | None, inner: Formatter, lang: str
    ) -> str | None:
        for step in steps:
            target = self.facts.get(value) if isinstance(value, str) else None
            value = None if target is None else target.values.get(step)
        return None if value is None else inner(value, lang)

    def _list(self, value: Value, one: Formatter, lang: str) -> str | None:
        assert isinstance(value, tuple)
        texts = tuple(one(item, lang) for item in value if isinstance(item, str))
        if None in texts:
            return None
        return wording.joined(tuple(text for text in texts if text is not None), lang)

    def _plain(self, path: FieldPath, form: str) -> Formatter:
        if path.type == "words":
            return lambda value, lang: _words(value, lang, form)
        if path.type == "text":
            return lambda value, _: str(value)
        if path.type == "number" and form == "counted":
            unit = self.units.get(path.last.unit or ("year" if path.part == "length" else ""))
            return lambda value, lang: _counted(value, lang, unit)
        return lambda value, lang: _FORMATTERS[path.type](value, lang, form)

    def _remembered(self, formatter: Formatter) -> Formatter:
        memory: dict[tuple[Value, str], str | None] = {}

        def remembered(value: Value, lang: str) -> str | None:
            key = (value, lang)
            try:
                return memory[key]
            except KeyError:
                text = memory[key] = formatter(value, lang)
                return text

        return remembered


def _words(value: Value, lang: str, form: str) -> str | None:
    assert isinstance(value, Words)
    return value.form(lang, form, strict=language(lang).strict_forms)


def _counted(value: Value, lang: str, unit: Mapping[str, Mapping[str, str]] | None) -> str | None:
    assert isinstance(value, int)
    forms = unit.get(lang) if unit else None
    return wording.counted(value, forms, lang) if forms else wording.number(value, lang)


def _number(value: Value, lang: str, form: str) -> str:
    assert isinstance(value, int)
    return wording.number(value, lang, form)


def _year_text(value: Value, lang: str, form: str) -> str:
    assert isinstance(value, int)
    return wording.year(value, lang, form)


def _date(value: Value, lang: str, form: str) -> str:
    assert isinstance(value, Date)
    if value.day:
        return wording.day(value.year, value.month, value.day, lang, form)
    if value.month:
        return wording.month(value.year, value.month, lang, form)
    return wording.year(value.year, lang, form)


def _span(value: Value, lang: str, form: str) -> str:
    assert isinstance(value, Span)
    if value.is_years:
        last = value.last.year if value.last else None
        return wording.years(value.first.year, last, lang, form)
    first = _date(value.first, lang, "default")
    return first if value.last is None else f"{first} – {_date(value.last, lang, 'default')}"


def _spans(value: Value, lang: str, form: str) -> str:
    assert isinstance(value, tuple)
    texts = tuple(_span(item, lang, form) for item in value if isinstance(item, Span))
    return wording.joined(texts, lang)


_FORMATTERS: Mapping[str, Callable[[Value, str, str], str]] = {
    "number": _number,
    "year": _year_text,
    "date": _date,
    "month": _date,
    "span": _span,
    "spans": _spans,
}

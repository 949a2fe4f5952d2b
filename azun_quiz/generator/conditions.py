"""Conditions on facts (``where``, ``only``, ``among``), from typed text to tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Kind
from azun_quiz.content.load import Content
from azun_quiz.content.packs import find
from azun_quiz.content.paths import FieldPath, PathError, resolve
from azun_quiz.content.problems import Problems, alternatives
from azun_quiz.content.references import unknown_fact
from azun_quiz.content.templates import Condition
from azun_quiz.content.values import Date, Value, Words, parse_date, parse_number, parse_span
from azun_quiz.generator.matching import FieldTest, Verdict
from azun_quiz.generator.regions import is_closed
from azun_quiz.generator.rendering import getter
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import Phrase, phrase


class CompileError(Exception):
    """The template cannot be used; the problem has been reported."""


def path_details(error: PathError, shown: str) -> dict[str, object]:
    """The details of a problem with a path, which is shown as it was typed."""
    details: dict[str, object] = {"kind": error.kind, "placeholder": shown}
    if error.last is not None and not error.known:
        return details | {"case": "no_parts", "field": error.last.name, "type": error.last.type}
    return details | {"advice": alternatives(error.word, error.known, "words")}


class ConditionReader:
    """Types the conditions of one template; what is wrong with them is reported."""

    def __init__(self, content: Content, pack: str, problems: Problems) -> None:
        self.content = content
        self.pack = pack
        self.problems = problems

    def read(
        self, conditions: Iterable[Condition], kind: Kind
    ) -> list[tuple[FieldTest, tuple[Value, ...]]]:
        """Each condition as a test and the values it allows.

        Raises:
            CompileError: a condition cannot be used.
        """
        found: list[tuple[FieldTest, tuple[Value, ...]]] = []
        for condition in conditions:
            try:
                path = resolve(condition.path, kind, self.content.kinds)
            except PathError as error:
                details = path_details(error, condition.path)
                self.problems.add("unknown-placeholder", condition.place, **details)
                raise CompileError from None
            closed = is_closed(kind, self.content)
            test = FieldTest(path, getter(path, self.content.facts), kind.complete, closed)
            if condition.texts in (("yes",), ("no",)) and path.type != "text":
                test = Presence(path, test.get, kind.complete)
                found.append((test, (condition.texts[0],)))
                continue
            found.append(
                (test, tuple(self._typed(text, path, condition) for text in condition.texts))
            )
        return found

    def _typed(self, text: str, path: FieldPath, condition: Condition) -> Value:
        value: Value | None
        if path.type in ("ref", "refs"):
            value = find(text, self.pack, self.content.facts)
            if value is None and find(text, self.pack, self.content.unsound):
                raise CompileError
            if value is None:
                details = unknown_fact(text, path.last.of or "", self.content.facts)
                self.problems.add("unknown-fact", condition.place, **details)
                raise CompileError
            return value
        if path.type == "text":
            return text
        if path.type == "words":
            advice = self._instead_of_words(text, path)
            self.problems.add("condition-on-words", condition.place, path=path.text, advice=advice)
            raise CompileError
        value, code = _PARSERS[path.type](text)
        if value is None:
            self.problems.add(code, condition.place, value=text)
            raise CompileError
        return value

    def _instead_of_words(self, text: str, path: FieldPath) -> Phrase:
        """Advice for a condition on words: the id that is meant, if the words name a fact."""
        above = path.fields[-2] if len(path.fields) > 1 else None
        for fact in self.content.facts.values() if above is not None else ():
            if above is None or fact.kind != above.of:
                continue
            words = fact.values.get(path.last.name)
            if isinstance(words, Words) and text in map(words.form, words.by_language):
                parent = path.text.rpartition(".")[0]
                message = N_("Write the id instead: “{path}: {fact}”.")
                return phrase(message, path=parent, fact=fact.id)
        return phrase(
            N_("Use a reference, a text, a number or a date; a reference is given by its id.")
        )


@dataclass(frozen=True, slots=True)
class Presence(FieldTest):
    """Whether a fact has a value at the path at all."""

    def verdict(self, fact: Fact, allowed: tuple[Value, ...], lang: str = "") -> Verdict:  # noqa: ARG002
        """Yes or no; ``allowed`` says which of the two is wanted."""
        return (self.get(fact) is not None) == (allowed == ("yes",))


def states(test: FieldTest, allowed: tuple[Value, ...]) -> bool:
    """Whether a condition says what the value is, and not only that there is one."""
    return len(allowed) == 1 and not isinstance(test, Presence)


def pins(test: FieldTest, allowed: tuple[Value, ...]) -> bool:
    """Whether a condition leaves one value only: a year leaves many days."""
    if not states(test, allowed):
        return False
    value = allowed[0]
    if test.path.type == "date":
        return isinstance(value, Date) and bool(value.day)
    return test.path.type in ("text", "number", "year", "ref")


def _number(text: str) -> tuple[Value | None, str]:
    return parse_number(text), "bad-number"


def _date(text: str) -> tuple[Value | None, str]:
    date = parse_date(text)
    return (date, "bad-date") if date is not None else (parse_span(text), "bad-date")


def _span(text: str) -> tuple[Value | None, str]:
    date = parse_date(text)
    if isinstance(date, Date):
        return date, "bad-span"
    return parse_span(text), "bad-span"


_PARSERS = {
    "number": _number,
    "year": _number,
    "date": _date,
    "month": _date,
    "span": _span,
    "spans": _span,
}

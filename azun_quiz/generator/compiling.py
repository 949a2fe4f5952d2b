"""From a template as it was written to one that is known to fit its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from azun_quiz.content.kinds import Kind
from azun_quiz.content.load import Content
from azun_quiz.content.packs import find
from azun_quiz.content.paths import FORMS, FieldPath, PathError, label_path, member, resolve
from azun_quiz.content.problems import Problems, nearest
from azun_quiz.content.references import unknown
from azun_quiz.content.templates import Placeholder, Sentence, Template
from azun_quiz.content.values import (
    Value,
)
from azun_quiz.generator.conditions import CompileError, ConditionReader, path_details, pins, states
from azun_quiz.generator.matching import Filter, filter_of
from azun_quiz.generator.rendering import Formatter, Renderer, getter
from azun_quiz.generator.sentences import Pattern, Slot
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import listed, phrase


@dataclass(slots=True)
class Compiled:
    """A template that fits its kind.

    ``givens`` are the paths that the stem names, without the one asked one by one. ``stated``
    are the values that ``where`` fixes, and ``pinned`` the paths of those that leave no choice.
    ``passes`` is the verdict of ``where`` on a fact, and ``chosen`` that of ``only``.
    """

    template: Template
    kind: Kind
    answer: FieldPath
    givens: tuple[FieldPath, ...]
    each: FieldPath | None
    by: FieldPath | None
    pair: tuple[FieldPath, ...]
    ask: Mapping[str, Pattern]
    explain: Mapping[str, Pattern]
    stated: Mapping[str, Value]
    pinned: frozenset[str]
    passes: Filter
    chosen: Filter
    among: Filter | None
    where_bases: tuple[str, ...] = ()


class Compiler:
    """Compiles the templates of a body of content."""

    def __init__(self, content: Content, renderer: Renderer, problems: Problems) -> None:
        self.content = content
        self.renderer = renderer
        self.problems = problems

    def compile(self, template: Template) -> Compiled | None:
        """The compiled template, or None after problems were reported."""
        try:
            return _Compilation(self, template).run()
        except CompileError:
            return None


class _Compilation:
    def __init__(self, compiler: Compiler, template: Template) -> None:
        self.content = compiler.content
        self.renderer = compiler.renderer
        self.problems = compiler.problems
        self.template = template
        self.kind = self._kind()

    def fail(self, code: str, key: str, /, **details: object) -> CompileError:
        self.problems.add(code, self.template.place_of(key), **details)
        return CompileError(code)

    def _kind(self) -> Kind:
        template, kinds = self.template, self.content.kinds
        full = find(template.about, template.pack, kinds)
        reported = template.pack in self.content.unparsed or find(
            template.about, template.pack, self.content.unsound
        )
        if full is None and reported:
            raise CompileError
        if full is None:
            details = unknown(template.about, kinds, "kinds")
            raise self.fail("unknown-kind", "about", kind=template.about, **details)
        return kinds[full]

    def run(self) -> Compiled:
        template = self.template
        each = self._each()
        answer = self.path(
            self.kind.label if template.answer == "fact" else template.answer, "answer"
        )
        by = self.path(template.by, "by") if template.by else None
        pair = tuple(self.path(text, "pair") for text in template.pair)
        self._check_way(answer, by, pair)
        ask = self.patterns(template.ask, "ask", each)
        explain = self.patterns(template.explain, "explain", each)
        self._check_each_is_named(ask)
        givens = self._givens(ask)
        self._check_stem(answer, givens)
        conditions = ConditionReader(self.content, template.pack, self.problems)
        where = conditions.read(template.where, self.kind)
        target = self.kind
        if template.among and answer.type == "ref":
            target = self.content.kinds[answer.last.of or ""]
        return Compiled(
            template,
            self.kind,
            answer,
            givens,
            each,
            by,
            pair,
            ask,
            explain,
            {test.path.text: allowed[0] for test, allowed in where if states(test, allowed)},
            frozenset(test.path.text for test, allowed in where if pins(test, allowed)),
            filter_of(where),
            filter_of(conditions.read(template.only, self.kind)),
            filter_of(conditions.read(template.among, target)) if template.among else None,
            tuple(test.path.base for test, _ in where),
        )

    def _each(self) -> FieldPath | None:
        """The field whose values are asked one by one, if there is one."""
        template = self.template
        if not template.each:
            return None
        each = self.path(template.each[1], "each")
        if each.type not in ("span", "spans", "refs"):
            raise self.fail(
                "bad-answer",
                "each",
                answer=each.text,
                way="each",
                advice=phrase(N_("“each” takes a span, a list of spans or a list of references.")),
            )
        if template.way != "answer":
            raise self.fail(
                "bad-answer",
                "each",
                answer=each.text,
                way=template.way,
                advice=phrase(N_("“each” goes with the way “answer” only.")),
            )
        return each

    def _check_way(
        self, answer: FieldPath, by: FieldPath | None, pair: tuple[FieldPath, ...]
    ) -> None:
        template = self.template
        if template.way in ("first", "last"):
            if by is not None and by.type not in ("date", "span", "year", "number", "month"):
                raise self.fail(
                    "bad-answer",
                    "by",
                    answer=by.text,
                    way=template.way,
                    advice=phrase(N_("“by” takes a date, a span, a year or a number.")),
                )
            if answer.type not in ("words", "ref"):
                raise self.fail(
                    "bad-answer",
                    "answer" if "answer" in template.places else "about",
                    answer=answer.text,
                    way=template.way,
                    advice=phrase(
                        N_("Options in order would show the answer: show words or a reference.")
                    ),
                )
        if template.way == "pair" and (len(pair) != 2 or pair[0] == pair[1]):
            raise self.fail(
                "bad-answer",
                "pair",
                answer=listed(template.pair),
                way="pair",
                advice=phrase(N_("Write two fields, for example “[number, adopted]”.")),
            )
        if template.way == "count" and not (self.kind.complete or self.kind.regions):
            if self.kind.id in self.content.shaken:
                raise CompileError
            raise self.fail("needs-complete", "way", kind=self.kind.id)

    def path(self, text: str, key: str, kind: Kind | None = None) -> FieldPath:
        try:
            return resolve(text, kind or self.kind, self.content.kinds)
        except PathError as error:
            shown = "{" + text + "}" if key.startswith(("ask", "explain")) else text
            details = path_details(error, shown)
            raise self.fail("unknown-placeholder", key, **details) from None

    def patterns(
        self, sentences: Mapping[str, Sentence], key: str, each: FieldPath | None
    ) -> dict[str, Pattern]:
        return {
            lang: self.pattern(sentence, f"{key}.{lang}", each)
            for lang, sentence in sentences.items()
        }

    def pattern(self, sentence: Sentence, key: str, each: FieldPath | None) -> Pattern:
        return tuple(
            piece if isinstance(piece, str) else self.slot(piece, key, each) for piece in sentence
        )

    def slot(self, placeholder: Placeholder, key: str, each: FieldPath | None) -> Slot:
        if self.template.each and placeholder.path == self.template.each[0] and each:
            return Slot(None, self._each_formatter(each, placeholder.form), placeholder)
        path = self.path(placeholder.path, key)
        shown = label_path(path, self.content.kinds)
        forms = FORMS.get(shown.type)
        if forms is not None and placeholder.form not in forms:
            raise self.fail(
                "unknown-form",
                key,
                placeholder=str(placeholder),
                type=shown.type,
                form=placeholder.form,
                known=listed(forms),
                **nearest(placeholder.form, forms),
            )
        get = getter(path, self.content.facts)
        return Slot(get, self.renderer.formatter(path, placeholder.form), placeholder)

    def _each_formatter(self, each: FieldPath, form: str) -> Formatter:
        if each.type == "span":
            return self.renderer.formatter(FieldPath(each.text, each.fields, None, "date"), form)
        return self.renderer.formatter(member(each), form)

    def _givens(self, ask: Mapping[str, Pattern]) -> tuple[FieldPath, ...]:
        """The paths that the stem names; the same in every language."""
        by_language: dict[str, dict[str, FieldPath]] = {}
        for lang, pattern in ask.items():
            found = by_language[lang] = {}
            for piece in pattern:
                if isinstance(piece, Slot) and piece.get is not None:
                    path = self.path(piece.placeholder.path, "ask")
                    found[label_path(path, self.content.kinds).text] = path
        first = next(iter(by_language))
        for lang, found in by_language.items():
            different = set(found) ^ set(by_language[first])
            if different:
                raise self.fail(
                    "unequal-placeholders",
                    f"ask.{lang}",
                    language=lang,
                    first=first,
                    fields=listed(sorted(different)),
                )
        return tuple(by_language[first].values())

    def _check_each_is_named(self, ask: Mapping[str, Pattern]) -> None:
        """What is asked one by one must stand in the stem, in every language."""
        for lang, pattern in ask.items() if self.template.each else ():
            if not any(isinstance(piece, Slot) and piece.get is None for piece in pattern):
                name = "{" + (self.template.each or ("",))[0] + "}"
                key = f"ask.{lang}"
                raise self.fail("each-not-said", key, placeholder=name, language=lang)

    def _check_stem(self, answer: FieldPath, givens: Iterable[FieldPath]) -> None:
        """A stem must not show the answer, nor one fact where the question is about several."""
        way = self.template.way
        for given in givens:
            if way in ("first", "last", "odd", "pair"):
                raise self.fail("placeholder-not-here", "ask", way=way, field=given.text)
            if way == "answer" and self._shows(given, answer):
                raise self.fail("answer-in-stem", "ask", field=given.text)

    def _shows(self, given: FieldPath, answer: FieldPath) -> bool:
        """Whether a placeholder writes out what is asked for: the value or a larger part of it."""
        given, answer = (label_path(path, self.content.kinds) for path in (given, answer))
        if given.fields != answer.fields:
            return False
        return given.part == answer.part or answer.part in _SHOWN_IN.get(given.part, ())


_SHOWN_IN: Mapping[str | None, tuple[str, ...]] = {
    None: ("year", "month", "day", "first", "last", "length"),
    "day": ("year", "month"),
    "month": ("year",),
}
"""The parts that can be read off a part of a date or a span, or off the whole of it (None)."""

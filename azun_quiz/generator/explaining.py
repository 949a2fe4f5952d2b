"""What is told with a question: attribution before it, explanation and sources after it."""

from __future__ import annotations

from collections.abc import Iterable

from azun_quiz.content.facts import Dispute, Fact
from azun_quiz.content.kinds import Field
from azun_quiz.content.load import Content
from azun_quiz.content.paths import FieldPath
from azun_quiz.content.values import Words
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Subject
from azun_quiz.generator.rendering import Renderer
from azun_quiz.generator.sentences import Slot, fill
from azun_quiz.text.catalog import messages
from azun_quiz.text.languages import language
from azun_quiz.text.sources import source_name

MOST_SOURCES = 6
_COMMA = {"ar": "، "}


class Explainer:
    """Makes the sentences around the questions of a body of content."""

    def __init__(self, content: Content, renderer: Renderer) -> None:
        self.content = content
        self.renderer = renderer

    def attributed(self, stem: str, fact: Fact, lang: str) -> str:
        """The stem with the words that say whose statement it is, if it is somebody's."""
        if fact.voice is None:
            return stem
        voice = self.content.facts[fact.voice]
        phrase = voice.values.get(self.content.kinds[voice.kind].label)
        text = phrase.form(lang) if isinstance(phrase, Words) else None
        if text is None:
            return stem
        return f"{text}{_COMMA.get(lang, ', ')}{language(lang).inside_sentence(stem)}"

    def explanation(self, compiled: Compiled, subject: Subject, lang: str) -> str:
        """Why the key is right, and what other sources say."""
        fact = subject.fact
        sentences = [self.statement(compiled, subject, lang)]
        if fact.note is not None:
            sentences.append(fact.note.form(lang) or "")
        spoken_of = _fields(compiled, lang)
        sentences.extend(
            self._dispute(fact, dispute, lang)
            for dispute in fact.disputes
            if dispute.field in spoken_of
        )
        return " ".join(sentence for sentence in sentences if sentence)

    def statement(self, compiled: Compiled, subject: Subject, lang: str) -> str:
        """The template's own explanation, filled from a fact; empty if that cannot be done."""
        pattern = compiled.explain.get(lang)
        if pattern is None:
            return ""
        return fill(pattern, subject.fact, subject.each, lang) or ""

    def _dispute(self, fact: Fact, dispute: Dispute, lang: str) -> str:
        field: Field = self.content.kinds[fact.kind].fields[dispute.field]
        path = FieldPath(field.name, (field,), None, field.type)
        value = self.renderer.formatter(path)(dispute.value, lang)
        if value is None:
            return ""
        t = messages(lang)
        source = source_name(dispute.source, t)
        reason = dispute.reason.form(lang) if dispute.reason is not None else None
        if reason:
            return t(
                "Another source ({source}) gives {value}: {reason}.",
                source=source,
                value=value,
                reason=reason.rstrip(". "),
            )
        return t("Another source ({source}) gives {value}.", source=source, value=value)


def _fields(compiled: Compiled, lang: str) -> set[str]:
    """The fields that a question asks for or tells of: only their disputes matter to it."""
    asked = [compiled.answer, *compiled.givens, *compiled.pair]
    if compiled.by is not None:
        asked.append(compiled.by)
    fields = {path.base for path in asked}
    for piece in compiled.explain.get(lang, ()):
        if isinstance(piece, Slot):
            fields.add(piece.placeholder.path.partition(".")[0])
    return fields


def sources(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The sources of the facts that a question shows, each once, the key's first."""
    found: dict[str, None] = {}
    for fact in facts:
        for source in fact.sources:
            if len(found) < MOST_SOURCES:
                found.setdefault(source)
    return tuple(found)

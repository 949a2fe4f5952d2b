"""Sentences with places that are filled from a fact."""

from __future__ import annotations

from dataclasses import dataclass

from azun_quiz.content.facts import Fact
from azun_quiz.content.templates import Placeholder
from azun_quiz.content.values import Value
from azun_quiz.generator.rendering import Formatter, Getter
from azun_quiz.text.languages import language


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a sentence that is filled from the fact, or from the value asked one by one."""

    get: Getter | None
    format: Formatter
    placeholder: Placeholder


Pattern = tuple[str | Slot, ...]


def fill(pattern: Pattern, fact: Fact, each: Value | None, lang: str) -> str | None:
    """The sentence for a fact; None if a value or a form of a word is missing."""
    pieces = []
    for piece in pattern:
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        value = each if piece.get is None else piece.get(fact)
        if value is None:
            return None
        text = piece.format(value, lang)
        if text is None:
            return None
        pieces.append(text)
    return "".join(pieces)


def lacks_form(pattern: Pattern, fact: Fact, each: Value | None, lang: str) -> Placeholder | None:
    """The first place of a sentence for which the fact's words have no form in a language."""
    if not language(lang).strict_forms:
        return None
    for piece in pattern:
        if isinstance(piece, Slot):
            value = each if piece.get is None else piece.get(fact)
            if value is not None and piece.format(value, lang) is None:
                return piece.placeholder
    return None

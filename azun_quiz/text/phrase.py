"""Sentences, and parts of them, that are put into words late: in the language of who reads them.

A `Phrase` is a message with the values of its places. A value may be a phrase itself, or a list of
names; everything else is what somebody typed, and stays as it is. In a message ``{{`` and ``}}``
are braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from azun_quiz.text.catalog import Messages, messages
from azun_quiz.text.safe import printable

MOST_NAMES = 12
"""So many names of a long list are shown."""

_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message id and the values of its places."""

    message: str
    values: Mapping[str, object]

    def in_words(self, t: Messages) -> str:
        """The phrase in a language; it holds no character that a terminal would obey.

        From right to left, the values and what is quoted are isolated from what stands beside
        them, so that plain text in logical order is read in the right order.
        """
        pattern = t(self.message)
        if not t.right_to_left:
            return _filled(
                pattern, {name: in_words(value, t) for name, value in self.values.items()}
            )
        from azun_quiz.text.bidi import isolate
        from azun_quiz.text.isolating import quotations_isolated

        values = {name: _isolated(value, t) for name, value in self.values.items()}
        return isolate(_filled(quotations_isolated(pattern, _PLACE), values))

    def __str__(self) -> str:
        return self.in_words(messages("en"))


@dataclass(frozen=True, slots=True)
class Names:
    """Names in a list, in their order; of many only the first are shown."""

    names: tuple[str, ...]

    def in_words(self, t: Messages) -> str:
        """The list in a language."""
        names = (_isolated(name, t) for name in self.names[:MOST_NAMES])
        shown = t.context("names", ", ").join(names)
        if len(self.names) > MOST_NAMES:
            return _filled(t.context("names", "{names}, ..."), {"names": shown})
        return shown

    def __str__(self) -> str:
        return self.in_words(messages("en"))


What = str | Phrase
"""What a message speaks of: a word that was typed, or words of the program."""


def phrase(message: str, /, **values: object) -> Phrase:
    """A phrase from a message id and the values of its places."""
    return Phrase(message, values)


def listed(found: Iterable[object]) -> Names:
    """A list of names."""
    return Names(tuple(map(str, found)))


def in_words(value: object, t: Messages) -> str:
    """The value of a place in words."""
    return value.in_words(t) if isinstance(value, Phrase | Names) else printable(str(value))


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern with its places filled; a place that has no value stays as it is."""

    def filled(place: re.Match[str]) -> str:
        return place[0][0] if place[1] is None else values.get(place[1], place[0])

    return _PLACE.sub(filled, pattern)


def _isolated(value: object, t: Messages) -> str:
    """The value of a place, kept together wherever a line from right to left is reordered."""
    text = in_words(value, t)
    if not t.right_to_left or isinstance(value, Names | int):
        return text
    from azun_quiz.text.bidi import has_right_to_left
    from azun_quiz.text.isolating import isolated

    is_sentence = isinstance(value, Phrase) and has_right_to_left(text)
    return text if is_sentence else isolated(text)

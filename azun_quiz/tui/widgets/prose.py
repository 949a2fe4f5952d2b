"""Paragraphs of text."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines

Paragraph = tuple[str, str]
"""A text and its style in the theme."""


class Prose(Lines):
    """Wrapped paragraphs, one under the other."""

    ALLOW_SELECT = True

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._paragraphs: Sequence[Paragraph] = ()

    def show(self, *paragraphs: str | Paragraph) -> None:
        """Replace the text. An empty paragraph is a free line."""
        fresh = [(each, "") if isinstance(each, str) else each for each in paragraphs]
        if fresh != list(self._paragraphs):
            self._paragraphs = fresh
            self.remake()

    def lines(self, width: int) -> list[Content]:
        """All paragraphs, wrapped."""
        lines: list[Content] = []
        for text, style in self._paragraphs:
            lines += self.say(text, style).wrap(width) or [Content("")]
        return lines

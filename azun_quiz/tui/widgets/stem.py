"""The question itself."""

from __future__ import annotations

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines


class Stem(Lines):
    """The stem in bold, wrapped."""

    DEFAULT_CSS = "Stem { margin: 0 0 1 0; }"

    _text = ""

    def show(self, text: str) -> None:
        """Ask another question."""
        if text != self._text:
            self._text = text
            self.remake()

    def lines(self, width: int) -> list[Content]:
        """The wrapped text."""
        return self.say(self._text, "bold").wrap(width) or [Content("")]

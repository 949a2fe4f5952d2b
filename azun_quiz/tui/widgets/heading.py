"""The first line of a screen: what it is, and what is to be known about it."""

from __future__ import annotations

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines


class Heading(Lines):
    """A title at the start of the line and a note at its end."""

    DEFAULT_CSS = "Heading { height: 1; }"

    def __init__(self, title: str = "", note: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title, self._note = title, note

    def show(self, title: str, note: str = "") -> None:
        """Change the words."""
        if (title, note) != (self._title, self._note):
            self._title, self._note = title, note
            self.repaint()

    def lines(self, width: int) -> list[Content]:
        """The title in bold, the note quiet."""
        return [
            self.ends(self.say(self._title, "bold $lead"), self.say(self._note, "$quiet"), width)
        ]

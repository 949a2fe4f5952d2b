"""Keys and what they do, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines, hanging

_GAP = 3


class KeyTable(Lines):
    """One line a key."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: Sequence[tuple[str, str]] = ()

    def show(self, rows: Sequence[tuple[str, str]]) -> None:
        """Replace the keys: pairs of a key and its words."""
        self._rows = rows
        self.remake()

    def lines(self, width: int) -> list[Content]:
        """Keys in one column, words in another."""
        keys = [self.say(key, "bold $lead") for key, _ in self._rows]
        column = max((key.cell_length for key in keys), default=0) + _GAP
        lines: list[Content] = []
        for key, (_, words) in zip(keys, self._rows, strict=True):
            first = key + Content(" " * (column - key.cell_length))
            lines += hanging(first, self.apart(self.say(words), 1), width)
        return lines

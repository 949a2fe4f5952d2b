"""A few figures side by side, each over its name."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines, clipped

_LEAST = 16


class FigureRow(Lines):
    """Numbers in one line and what they are in the next; in two rows where it is narrow."""

    DEFAULT_CSS = "FigureRow { margin-bottom: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._figures: Sequence[tuple[str, str]] = ()

    def show(self, figures: Sequence[tuple[str, str]]) -> None:
        """Replace the figures: pairs of a number and its name."""
        self._figures = figures
        self.remake()

    def lines(self, width: int) -> list[Content]:
        """The figures in columns of equal width."""
        if not self._figures:
            return []
        a_row = max(1, min(len(self._figures), width // _LEAST))
        column = width // a_row
        lines: list[Content] = []
        for start in range(0, len(self._figures), a_row):
            row = self._figures[start : start + a_row]
            lines.append(self._cells([self.say(value, "bold $gold") for value, _ in row], column))
            lines.append(self._cells([self.say(name, "$quiet") for _, name in row], column))
        return lines

    def _cells(self, pieces: Sequence[Content], column: int) -> Content:
        line = Content("")
        for place, piece in enumerate(pieces):
            shown = clipped(piece, column - 1)
            pad = Content(" " * (column - shown.cell_length))
            line += self.apart(shown + pad, place)
        return line

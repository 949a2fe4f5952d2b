"""Horizontal bars with a name before and a value behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines, clipped

_THICK, _THIN, _HALF = "━", "─", "╸"
_GAP = 2


@dataclass(frozen=True)
class Bar:
    """A name, a part of the whole from 0 to 1 (None: nothing is known), and words for it."""

    name: str
    part: float | None
    words: str


class Bars(Lines):
    """Bars on a common scale."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._bars: Sequence[Bar] = ()

    def show(self, bars: Sequence[Bar]) -> None:
        """Replace the bars."""
        self._bars = bars
        self.remake()

    def lines(self, width: int) -> list[Content]:
        """One line a bar."""
        names = [clipped(self.say(bar.name), width // 2) for bar in self._bars]
        words = [self.say(bar.words, "$quiet") for bar in self._bars]
        before = max((name.cell_length for name in names), default=0) + _GAP
        behind = max((word.cell_length for word in words), default=0) + _GAP
        room = max(width - before - behind, 4)
        return [
            name
            + Content(" " * (before - name.cell_length))
            + _bar(bar.part, room)
            + Content(" " * (behind - word.cell_length))
            + word
            for bar, name, word in zip(self._bars, names, words, strict=True)
        ]


def _bar(part: float | None, room: int) -> Content:
    """A thread, thick as far as the part goes, in steps of half a cell."""
    full, half = divmod(round((part or 0.0) * room * 2), 2)
    drawn = _THICK * full + _HALF * half
    return Content.assemble((drawn, "$lead"), (_THIN * (room - len(drawn)), "$band"))

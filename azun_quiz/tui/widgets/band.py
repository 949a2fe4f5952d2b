"""The band of a round: one knot a question, tied as the round goes on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import Enum

from textual.content import Content

from azun_quiz.tui.signs import KNOT, OPEN_KNOT, PRESENT_KNOT, SKIPPED, THREAD, WRONG
from azun_quiz.tui.widgets.lines import Lines


class Knot(Enum):
    """How a question stands: its sign and its colour in the theme."""

    OPEN = (OPEN_KNOT, "$quiet")
    PRESENT = (PRESENT_KNOT, "bold $gold")
    ANSWERED = (KNOT, "$lead")
    RIGHT = (KNOT, "$right")
    WRONG = (WRONG, "bold $wrong")
    SKIPPED = (SKIPPED, "$quiet")


class Band(Lines):
    """The progress of a round across the column."""

    DEFAULT_CSS = "Band { height: 1; margin: 0 0 1 0; }"

    def __init__(self, knots: Sequence[Knot] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._knots = tuple(knots)

    def show(self, knots: Sequence[Knot]) -> None:
        """Tie the knots as the round stands."""
        if self._knots != tuple(knots):
            self._knots = tuple(knots)
            self.repaint()

    def lines(self, width: int) -> list[Content]:
        """Knots on a thread that reaches over the whole width."""
        count = len(self._knots)
        if not count:
            return [Content.styled(THREAD * width, "$band")]
        knots = self._near_present(width) if count > width else self._knots
        arms = _arms(len(knots), width)
        pieces: list[Content | tuple[str, str]] = []
        for knot, arm in zip(knots, arms, strict=True):
            pieces += [knot.value, (THREAD * arm, "$band")]
        return [Content.assemble(*pieces)]

    def _near_present(self, width: int) -> Sequence[Knot]:
        """Of a round with more knots than cells, those around the present one."""
        present = self._knots.index(Knot.PRESENT) if Knot.PRESENT in self._knots else 0
        first = max(0, min(present - width // 2, len(self._knots) - width))
        return self._knots[first : first + width]


def _arms(count: int, width: int) -> list[int]:
    """Lengths of thread after each knot, so that the last knot ends the line."""
    if count == 1:
        return [max(width - 1, 0)]
    places = [index * (width - 1) // (count - 1) for index in range(count)]
    arms = [after - before - 1 for before, after in itertools.pairwise(places)]
    return [*arms, 0]

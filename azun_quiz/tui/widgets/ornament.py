"""The band under a title: a carpet's border with the eight-pointed star in its middle."""

from __future__ import annotations

from textual.content import Content

from azun_quiz.tui.signs import KNOT, OPEN_KNOT, STAR, THREAD
from azun_quiz.tui.widgets.lines import Lines


class Ornament(Lines):
    """One quiet line across the column."""

    DEFAULT_CSS = "Ornament { height: 1; }"

    def lines(self, width: int) -> list[Content]:
        """A thread, two knots on each side and the star."""
        side = max((width - 13) // 2, 0)
        thread = THREAD * side
        arm = THREAD * 2
        line = Content.assemble(
            (thread, "$band"),
            (OPEN_KNOT, "$lead"),
            (arm, "$band"),
            (KNOT, "$lead"),
            (arm, "$band"),
            (STAR, "$gold"),
            (arm, "$band"),
            (KNOT, "$lead"),
            (arm, "$band"),
            (OPEN_KNOT, "$lead"),
            (THREAD * (width - 13 - side), "$band"),
        )
        return [line.truncate(width)]

"""A row that is chosen or not: a knot that is tied or open."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from azun_quiz.text.catalog import N_
from azun_quiz.tui import signs
from azun_quiz.tui.widgets.choice_row import LABEL_WIDTH
from azun_quiz.tui.widgets.lines import Lines, clipped


class TickRow(Lines, can_focus=True):
    """A sign, its words and a note."""

    DEFAULT_CSS = """
    TickRow { height: 1; &:focus { background: $surface; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", N_("Choose"), key_display="space", id="tick.turn"),
    ]

    class Turned(Message):
        """The row was chosen or not any more."""

        def __init__(self, row: TickRow) -> None:
            super().__init__()
            self.row = row

        @property
        def control(self) -> TickRow:
            """The row."""
            return self.row

    def __init__(self, name: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(name=name, id=id)
        self._label = self._words = self._note = ""
        self.ticked = False

    def show(self, label: str, words: str, note: str, *, ticked: bool) -> None:
        """Give the row its words; ``label`` stands before the first row of a group."""
        self._label, self._words, self._note, self.ticked = label, words, note, ticked
        self.repaint()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, or hide it."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def lines(self, width: int) -> list[Content]:
        """Cursor, label of the group, sign, words, note."""
        cursor = f"{signs.CURSOR} " if self.has_focus else "  "
        label = clipped(self.say(self._label), LABEL_WIDTH)
        sign = (signs.KNOT, "$gold") if self.ticked else (signs.OPEN_KNOT, "$quiet")
        line = Content.assemble(
            (cursor, "bold $lead"),
            label,
            " " * (LABEL_WIDTH - label.cell_length),
            sign,
            " ",
            self.say(self._words, "bold" if self.ticked else "$quiet"),
        )
        if self._note:
            line = line + Content("   ") + self.say(self._note, "$quiet")
        return [clipped(line, width)]

    def action_turn(self) -> None:
        """Choose the row, or not any more."""
        self.ticked = not self.ticked
        self.repaint()
        self.post_message(self.Turned(self))

    def on_click(self, event: events.Click) -> None:
        """Turn the row that was clicked."""
        event.stop()
        self.action_turn()

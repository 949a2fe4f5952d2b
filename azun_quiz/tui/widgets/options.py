"""The options of a question, answered by number, letter, arrows and Enter, or the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from azun_quiz.text.catalog import N_
from azun_quiz.tui.keys import option_of
from azun_quiz.tui.widgets.lines import Lines
from azun_quiz.tui.widgets.option_row import ROW, Look, Mark, OptionRow

_NOTE_GAP = 2
_NOTED_WIDTH = 48
"""The least width at which words stand behind the options."""


_AIR = Content("")


class Options(Lines, can_focus=True):
    """Rows of options with a cursor. Knows no rules: it says what was picked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="options.up"),
        Binding("down", "move(1)", show=False, id="options.down"),
        Binding("enter", "pick", N_("Answer"), key_display="⏎", id="options.answer"),
    ]

    class Picked(Message):
        """An option was picked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Sized(Message):
        """The options have got a size, or another one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: list[OptionRow] = []
        self.open = True
        self._cursor = 0
        self._airy = False
        self._notes: dict[Mark, Content] = {}

    def show(self, texts: Sequence[str], letters: Sequence[str]) -> None:
        """Replace the options by those of another question."""
        self.rows = [OptionRow(i, letters[i], text) for i, text in enumerate(texts)]
        ink = {mark: mark.ink.replace("strike ", "") for mark in Mark}
        self._notes = {
            mark: self.apart(self.say(self.t(mark.words), ink[mark]), 1)
            for mark in Mark
            if mark.words
        }
        self._cursor = 0
        self._place_cursor()
        self.remake()

    def mark(self, marks: Sequence[Mark]) -> None:
        """Say how each option stands."""
        for row, mark in zip(self.rows, marks, strict=True):
            row.mark = mark
        if self.open and self.rows[self._cursor].mark is Mark.TAKEN_AWAY:
            self.action_move(1)
        self._place_cursor()
        self.repaint()

    def prepare(self, possible: Iterable[Sequence[Mark]]) -> None:
        """Make ready how the rows may look once the question is closed."""
        width = self.content_size.width
        keep = self._keep(width)
        looks = {
            (row, Look(mark, False, width, keep))
            for marks in possible
            for row, mark in zip(self.rows, marks, strict=True)
        }
        self.prepaint(
            line for row, look in looks for line in row.lines_as(look, self.say, self._notes)
        )

    def air(self, airy: bool) -> None:
        """Leave a free line between the options, or none."""
        if airy != self._airy:
            self._airy = airy
            self.remake()

    def height_without_air(self, width: int) -> int:
        """How many lines the options take at least."""
        return sum(
            len(row.lines(self.say, self._notes, width, self._keep(width))) for row in self.rows
        )

    def lines(self, width: int) -> list[Content]:
        """The rows, with or without air between them."""
        keep = self._keep(width)
        lines: list[Content] = []
        for row in self.rows:
            if lines and self._airy:
                lines.append(_AIR)
            lines += row.lines(self.say, self._notes, width, keep)
        return lines

    def _keep(self, width: int) -> int:
        """The room for words behind the options."""
        if width < _NOTED_WIDTH:
            return 0
        return max(note.cell_length for note in self._notes.values()) + _NOTE_GAP

    def _place_cursor(self) -> None:
        for row in self.rows:
            row.cursor = self.open and row.index == self._cursor

    def _put_cursor(self, index: int) -> None:
        if index != self._cursor:
            self._cursor = index
            self._place_cursor()
            self.repaint()

    def _free(self) -> list[int]:
        return [row.index for row in self.rows if row.mark is not Mark.TAKEN_AWAY]

    def action_move(self, by: int) -> None:
        """Move the cursor to the next option that can be picked, around the ends."""
        free = self._free()
        if not free or not self.open:
            return
        beyond = [index for index in free if (index - self._cursor) * by > 0]
        if by > 0:
            self._put_cursor(beyond[0] if beyond else free[0])
        else:
            self._put_cursor(beyond[-1] if beyond else free[-1])

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """A closed question has nothing to answer."""
        return self.open or action not in ("pick", "move")

    def action_pick(self) -> None:
        """Pick the option under the cursor."""
        self.pick(self._cursor)

    def pick(self, index: int) -> None:
        """Pick an option, unless it was taken away or the question is closed."""
        if self.open and index in self._free():
            self._put_cursor(index)
            self.screen.post_message(self.Picked(index))

    def on_key(self, event: events.Key) -> None:
        """A number or a letter picks at once."""
        index = option_of(event.character)
        if index is not None:
            event.stop()
            self.pick(index)

    def on_resize(self) -> None:
        """Say that there is another size."""
        self.post_message(self.Sized())

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The cursor follows the mouse."""
        index = event.style.meta.get(ROW)
        if self.open and index in self._free():
            self._put_cursor(index)

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        index = event.style.meta.get(ROW)
        if index is not None:
            event.stop()
            self.pick(index)

"""The options of a question, answered by number, letter, arrows and Enter, or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from azun_quiz.text.catalog import N_
from azun_quiz.tui.widgets.option_row import ROW, Mark, OptionRow

MOST = 6
"""More options than a question can have."""


class Options(Vertical, can_focus=True):
    """Rows of options with a cursor. Knows no rules: it says what was picked."""

    DEFAULT_CSS = """
    Options {
        height: auto;
        &.-airy OptionRow { margin-bottom: 1; }
    }
    """
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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._marks: list[Mark] = []
        self._cursor = 0
        self.open = True

    def compose(self) -> ComposeResult:
        """Rows for as many options as a question can have; those not needed are hidden."""
        for index in range(MOST):
            yield OptionRow(index)

    @property
    def rows(self) -> list[OptionRow]:
        """The rows in use, in order."""
        return [row for row in self.query_children(OptionRow) if row.display]

    def show(self, texts: Sequence[str], letters: Sequence[str]) -> None:
        """Replace the options by those of another question."""
        self._marks = [Mark.NONE] * len(texts)
        self._cursor = 0
        for row in self.query_children(OptionRow):
            row.display = row.index < len(texts)
            if row.display:
                row.tell(letters[row.index], texts[row.index])
        self._paint()

    def air(self, airy: bool) -> None:
        """Leave a free line between the options, or none."""
        self.set_class(airy, "-airy")

    def height(self, width: int) -> int:
        """How many lines the options take, without free lines between them."""
        return sum(len(row.made(width - row.gutter.width)) for row in self.rows)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Say how each option stands."""
        self._marks = list(marks)
        if self.open and self._marks[self._cursor] is Mark.TAKEN_AWAY:
            self.action_move(1)
        self._paint()

    def put_cursor(self, index: int) -> None:
        """Put the cursor on an option."""
        self._cursor = index
        self._paint()

    def _paint(self) -> None:
        for row in self.rows:
            cursor = self.open and row.index == self._cursor
            row.show(self._marks[row.index], cursor=cursor)

    def _free(self) -> list[int]:
        return [index for index, mark in enumerate(self._marks) if mark is not Mark.TAKEN_AWAY]

    def action_move(self, by: int) -> None:
        """Move the cursor to the next option that can be picked, around the ends."""
        free = self._free()
        if not free or not self.open:
            return
        beyond = [index for index in free if (index - self._cursor) * by > 0]
        if by > 0:
            self._cursor = beyond[0] if beyond else free[0]
        else:
            self._cursor = beyond[-1] if beyond else free[-1]
        self._paint()

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
            self._cursor = index
            self._paint()
            self.post_message(self.Picked(index))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The cursor follows the mouse."""
        index = event.style.meta.get(ROW)
        if self.open and index is not None and index != self._cursor and index in self._free():
            self._cursor = index
            self._paint()

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        index = event.style.meta.get(ROW)
        if index is not None:
            event.stop()
            self.pick(index)

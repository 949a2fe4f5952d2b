"""A row that holds one of several values, changed with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style

from azun_quiz.text.catalog import N_
from azun_quiz.tui import signs
from azun_quiz.tui.widgets.lines import Lines, clipped

LABEL_WIDTH, VALUE_WIDTH = 16, 20
_STEP = "step"


@dataclass(frozen=True)
class Choice:
    """A value, its words, and a remark that explains it."""

    value: str
    words: str
    remark: str = ""


class ChoiceRow(Lines, can_focus=True):
    """A label and the value in use between two small arrows."""

    DEFAULT_CSS = """
    ChoiceRow { height: 1; &:focus { background: $surface; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", N_("Change"), key_display="← →", id="choice.left"),
        Binding("right", "step(1)", show=False, id="choice.right"),
        Binding("space", "step(1)", show=False, id="choice.next"),
    ]

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, row: ChoiceRow, value: str) -> None:
            super().__init__()
            self.row, self.value = row, value

        @property
        def control(self) -> ChoiceRow:
            """The row."""
            return self.row

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = ""
        self._choices: Sequence[Choice] = (Choice("", ""),)
        self._index = 0

    @property
    def remark(self) -> str:
        """What explains the value in use."""
        return self._choices[self._index].remark

    @property
    def value(self) -> str:
        """The value in use."""
        return self._choices[self._index].value

    def show(self, label: str, choices: Sequence[Choice], value: str) -> None:
        """Give the row its words and its value."""
        self._label, self._choices = label, choices
        values = [choice.value for choice in choices]
        self._index = values.index(value) if value in values else 0
        self.repaint()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, or hide it."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def lines(self, width: int) -> list[Content]:
        """Cursor, label, value between arrows."""
        choice = self._choices[self._index]
        cursor = f"{signs.CURSOR} " if self.has_focus else "  "
        label = clipped(self.say(self._label, "bold $lead" if self.has_focus else ""), LABEL_WIDTH)
        words = self.say(choice.words, "bold")
        pad = Content(" " * (VALUE_WIDTH - words.cell_length))
        line = Content.assemble(
            (cursor, "bold $lead"),
            label,
            " " * (LABEL_WIDTH - label.cell_length),
            self.apart(Content.styled("‹ ", "$gold").stylize(Style.from_meta({_STEP: -1})), 1),
            self.apart(words.stylize(Style.from_meta({_STEP: 1})) + pad, 1),
            self.apart(Content.styled(" ›", "$gold").stylize(Style.from_meta({_STEP: 1})), 2),
        )
        return [clipped(line, width)]

    def action_step(self, by: int) -> None:
        """Step to another value, around the ends."""
        self._index = (self._index + by) % len(self._choices)
        self.repaint()
        self.post_message(self.Changed(self, self.value))

    def on_click(self, event: events.Click) -> None:
        """Step by the arrow that was clicked."""
        step = event.style.meta.get(_STEP)
        if step:
            event.stop()
            self.action_step(step)

"""A row with a label and a field to write in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from azun_quiz.tui.widgets.choice_row import LABEL_WIDTH
from azun_quiz.tui.widgets.field import Field
from azun_quiz.tui.widgets.prose import Prose


class FieldRow(Horizontal):
    """The label stands in the column of the other rows' labels."""

    DEFAULT_CSS = f"""
    FieldRow {{
        height: 2;
        padding: 0 2;
        Prose {{ width: {LABEL_WIDTH}; }}
        Field {{ width: 1fr; }}
    }}
    """

    def __init__(self, *, id: str, longest: int) -> None:  # noqa: A002
        super().__init__(id=id)
        self._longest = longest

    def compose(self) -> ComposeResult:
        """Label and field."""
        yield Prose()
        yield Field(max_length=self._longest, id=f"{self.id}-field")

    @property
    def field(self) -> Field:
        """The field."""
        return self.query_one(Field)

    @property
    def value(self) -> str:
        """What was written, without spaces around it."""
        return self.field.value.strip()

    def show(self, label: str, hint: str) -> None:
        """Put the words in."""
        self.query_one(Prose).show(label)
        self.field.placeholder = hint

"""A line to write in."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from azun_quiz.text.catalog import N_


class Field(Input):
    """Textual's input, whose Enter key is named among the keys of the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("Done"), key_display="⏎", id="field.done"),
    ]

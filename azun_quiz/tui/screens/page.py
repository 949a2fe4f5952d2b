"""What all screens have in common: a column in the middle and a line of keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual.app import ComposeResult, SystemCommand
from textual.containers import Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import Widget

from azun_quiz.tui.plain_text import content
from azun_quiz.tui.telling import Telling
from azun_quiz.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from azun_quiz.text.catalog import Messages
    from azun_quiz.tui.app import AzunQuiz

Result = TypeVar("Result")

_WIDTHS = [(0, "-narrow"), (70, "-middle"), (120, "-wide")]
_HEIGHTS = [(0, "-low"), (24, "-usual"), (34, "-tall"), (46, "-vast")]


class Page(Telling, Screen[Result], Generic[Result]):
    """A screen of the game.

    A page composes its widgets without words and puts the words in with `fill`, which is called
    again when the language or what is shown changes.
    """

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    @property
    def quiz(self) -> AzunQuiz:
        """The running program."""
        return cast("AzunQuiz", self.app)

    @property
    def t(self) -> Messages:
        """The messages of the language in use."""
        return self.quiz.t

    def say(self, text: str, style: str = "") -> Content:
        """Text in one style, ready to be painted."""
        return content(text, style, isolated=self.t.right_to_left)

    def compose(self) -> ComposeResult:
        """The column and the line of keys."""
        with Vertical(id="column"):
            yield from self.body()
        yield KeyLine()

    def body(self) -> Iterable[Widget]:
        """The widgets of the column."""
        return ()

    def fill(self) -> None:
        """Put words and present values into the widgets."""

    def commands(self) -> Iterable[SystemCommand]:
        """Commands for the palette beyond the keys of the screen."""
        return ()

    def on_mount(self) -> None:
        """Fill the widgets for the first time."""
        self.fill()

    async def retell(self) -> None:
        """Compose anew in the language now in use, with the focus where it was."""
        focused = self.focused.id if self.focused else None
        await self.recompose()
        self.fill()
        if focused:
            try:
                self.query_one(f"#{focused}").focus()
            except NoMatches:
                self.focus_next()
        self.refresh_bindings()

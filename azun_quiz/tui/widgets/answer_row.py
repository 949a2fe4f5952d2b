"""One question of a round that is over, to be opened for its explanation."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from azun_quiz.text.catalog import N_
from azun_quiz.tui.widgets.account_lines import Account, AccountLines


class AnswerRow(AccountLines, can_focus=True):
    """The question and the answers; opened, the explanation and the sources too."""

    DEFAULT_CSS = """
    AnswerRow { margin-bottom: 1; &:focus { background: $surface; } }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn", N_("Explain"), key_display="⏎", id="answer.explain"),
    ]

    def __init__(self, account: Account) -> None:
        super().__init__()
        self._account = account
        self._opened = False

    def lines(self, width: int) -> list[Content]:
        """The account, in short or in full."""
        return self.account_lines(self._account, width, opened=self._opened)

    def action_turn(self) -> None:
        """Open or close the explanation."""
        self._opened = not self._opened
        self.remake()

    def on_click(self, event: events.Click) -> None:
        """Open or close the row that was clicked."""
        event.stop()
        self.action_turn()

"""Who plays on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from azun_quiz.names import NAME_MOST, player_name
from azun_quiz.text.catalog import N_
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.menu import Entry, Menu
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from azun_quiz.session import Session


class PlayersScreen(Page[None]):
    """A list of players, each with a history of their own; one of them plays."""

    CSS_PATH = "players.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", N_("New player"), id="players.new"),
        Binding("escape", "app.pop_screen", N_("Back"), key_display="esc", id="players.back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def body(self) -> Iterable[Widget]:
        """Title and list."""
        yield Heading(id="heading")
        yield Ornament()
        with VerticalScroll(id="list", can_focus=False):
            yield Menu(id="menu")
            yield Prose(id="remark")

    def fill(self) -> None:
        """Put the players in, the present one first."""
        t, session = self.t, self._session
        self.query_one(Heading).show(t("Players"))
        entries = []
        for name in session.players():
            note = t("playing now") if name == session.player else ""
            entries.append(Entry(name, "", player_name(name, t), note))
        self.query_one(Menu).show(entries)
        remark = t("Each player has a history, a review and statistics of their own.")
        self.query_one("#remark", Prose).show(("", ""), (remark, "$quiet"))

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Let another player play."""
        event.stop()
        self._switch(event.name)

    def _switch(self, name: str) -> None:
        self._session.switch(name)
        self.quiz.change_settings(player=name)
        self.quiz.tell(self.t("{name} plays now.", name=name))
        self.app.pop_screen()

    def action_add(self) -> None:
        """Ask for the name of a new player."""
        from azun_quiz.store.players import tidy_name
        from azun_quiz.tui.screens.dialog import LineScreen

        def named(name: str | None) -> None:
            if name:
                self._switch(name)

        title, words = self.t("New player"), self.t("What is the player's name?")
        self.app.push_screen(LineScreen(title, words, longest=NAME_MOST, check=tidy_name), named)

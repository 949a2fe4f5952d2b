"""Who plays on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from azun_quiz.names import DEFAULT_PLAYER, MAX_NAME_LENGTH, player_name
from azun_quiz.roster import is_named, what_goes
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
        Binding("r", "rename", N_("Rename"), id="players.rename"),
        Binding("x", "remove", N_("Remove"), id="players.remove"),
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
        self._tell_who_plays()
        self.app.pop_screen()

    def _tell_who_plays(self) -> None:
        name = self._session.shown_name
        if name:
            self.quiz.tell(self.t("{name} plays now.", name=name))
        else:
            self.quiz.tell(self.t("The player without a name plays now."))

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """A visitor in a browser has one name, and changes nobody's."""
        return action not in ("add", "rename", "remove") or not self.quiz.services.served

    def action_add(self) -> None:
        """Ask for the name of a new player."""
        from azun_quiz.store.players import tidy_name
        from azun_quiz.tui.screens.dialog import LineScreen

        def named(name: str | None) -> None:
            if name:
                self._switch(name)

        title, words = self.t("New player"), self.t("What is the player's name?")
        self.app.push_screen(
            LineScreen(title, words, longest=MAX_NAME_LENGTH, check=tidy_name), named
        )

    def action_rename(self) -> None:
        """Ask for another name of the marked player."""
        from azun_quiz.tui.screens.dialog import LineScreen

        name = self.query_one(Menu).marked
        if name is None:
            return

        def rename(new: str) -> None:
            """Done before the dialog closes, so that it tells what goes wrong."""
            self._changed(name, self._session.rename(name, new))

        t = self.t
        given = "" if name == DEFAULT_PLAYER else name
        title, words = t("Player: {name}", name=player_name(name, t)), t("What is the new name?")
        self.app.push_screen(
            LineScreen(title, words, value=given, longest=MAX_NAME_LENGTH, check=rename)
        )

    def action_remove(self) -> None:
        """Ask whether the marked player is to go, with all that is stored about them."""
        from azun_quiz.tui.screens.dialog import AskScreen

        name = self.query_one(Menu).marked
        if name is None:
            return

        def decided(answer: str | None) -> None:
            if answer == "remove":
                self._remove(name)

        t = self.t
        entries = [
            Entry("keep", "esc", t("No, keep everything")),
            Entry("remove", "y", t("Yes, remove the player")),
        ]
        title = t("Player: {name}", name=player_name(name, t))
        words = what_goes(t, self._session.answers_of(name))
        self.app.push_screen(AskScreen(title, words, entries), decided)

    def _remove(self, name: str) -> None:
        before = self._session.player_id
        self._session.remove(name)
        self._changed(name, "")
        if self._session.player_id == before:
            self.quiz.tell(self.t("The player is removed."))
        else:
            self.quiz.tell(self.t("The player is removed; the one without a name plays now."))

    def _changed(self, name: str, new: str) -> None:
        """A player is called otherwise, or no longer there; the settings may speak of them."""
        if is_named(name, self.quiz.settings.player):
            self.quiz.change_settings(player=new)
        menu = self.query_one(Menu)
        place = menu.cursor
        self.quiz.refill()
        menu.action_move(place - menu.cursor)

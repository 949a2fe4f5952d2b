"""The first screen: ways to go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from azun_quiz.text.catalog import N_
from azun_quiz.tui.notes import home_notes
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.emblem import Emblem
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.menu import Entry, Menu
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Paragraph, Prose


class HomeScreen(Page[None]):
    """Where the program starts and comes back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "go('continue')", N_("Continue"), show=False, id="home.continue"),
        Binding("n", "go('new')", N_("New round"), show=False, id="home.new"),
        Binding("d", "go('daily')", N_("Daily round"), show=False, id="home.daily"),
        Binding("r", "go('review')", N_("Review"), show=False, id="home.review"),
        Binding("s", "go('statistics')", N_("Statistics"), show=False, id="home.statistics"),
        Binding("p", "go('players')", N_("Players"), show=False, id="home.players"),
        Binding("w", "go('workbench')", N_("Workbench"), show=False, id="home.workbench"),
        Binding("o", "go('settings')", N_("Settings"), show=False, id="home.settings"),
        Binding("x", "go('problems')", N_("What was left out"), show=False, id="home.problems"),
        Binding("q", "app.quit", N_("Quit"), id="home.quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._notes: Mapping[str, str] = {}

    def body(self) -> Iterable[Widget]:
        """Title, band, menu, and what is to be told."""
        yield Heading(id="heading")
        yield Ornament()
        yield Menu(id="menu")
        yield Prose(id="status")
        yield Emblem(id="emblem")

    def fill(self) -> None:
        """Show where things stand."""
        session = self.quiz.session
        visitor = session.shown_name if session is not None and self.quiz.services.served else ""
        self.query_one(Heading).show(self.t("Azerbaijan and the United Nations"), visitor)
        menu = self.query_one(Menu)
        menu.show(self._entries())
        self.query_one("#status", Prose).show(*self._status())
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Give the menu air where there is room."""
        self.query_one(Menu).air(self.size.height >= 30)

    def on_screen_resume(self) -> None:
        """Things may stand otherwise after another screen."""
        self.fill()
        if self.quiz.renewal is not None:
            self.quiz.renewal.look()

    def _entries(self) -> list[Entry]:
        t, quiz = self.t, self.quiz
        self._notes = notes = home_notes(t, quiz)
        words = {
            "continue": t("Continue"),
            "new": t("New round"),
            "daily": t("Daily round"),
            "review": t("Review"),
            "statistics": t("Statistics"),
            "players": t("Players"),
            "workbench": t("Workbench"),
            "settings": t("Settings"),
        }
        keys = self._keys()
        return [
            Entry(name, keys.get(name, ""), words[name], notes.get(name, ""))
            for name in words
            if quiz.navigation.has(name) and (name != "continue" or name in notes)
        ]

    def _keys(self) -> dict[str, str]:
        """The keys in use, which the player may have changed."""
        found = {}
        for key, bindings in self._bindings.key_to_bindings.items():
            for binding in bindings:
                if binding.action.startswith("go("):
                    found[binding.action[4:-2]] = self.app.get_key_display(binding) or key
        return found

    def _status(self) -> list[Paragraph]:
        t, quiz = self.t, self.quiz
        if not (quiz.ready or quiz.failed):
            return [(t("The questions are being prepared."), "$quiet")]
        lines: list[Paragraph] = [
            (t(trouble.message, **trouble.values), "$gold") for trouble in quiz.troubles
        ]
        errors = sum(1 for problem in quiz.problems if problem.severity == "error")
        if errors and quiz.navigation.has("problems"):
            words = t.plural(
                "{count} thing in the content is wrong and was left out: {key} shows it.",
                "{count} things in the content are wrong and were left out: {key} shows them.",
                errors,
                key=self._keys().get("problems", "x"),
            )
            lines.append((words, "$gold"))
        return lines

    def check_action(
        self,
        action: str,  # noqa: ARG002
        parameters: tuple[object, ...],
    ) -> bool | None:
        """Only what is there can be opened."""
        if parameters and not self.quiz.navigation.has(str(parameters[0])):
            return False
        if parameters == ("continue",):
            return "continue" in self._notes
        if parameters == ("problems",):
            return bool(self.quiz.problems or self.quiz.troubles)
        return True

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Open an entry."""
        event.stop()
        self.action_go(event.name)

    def action_go(self, name: str) -> None:
        """Open what has that name, as soon as it can be opened."""
        self.quiz.navigation.open(name)

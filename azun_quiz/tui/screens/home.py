"""The first screen: ways to go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from azun_quiz.text.catalog import N_
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.menu import Entry, Menu
from azun_quiz.tui.widgets.ornament import Ornament


class HomeScreen(Page[None]):
    """Where the program starts and comes back to."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("New round"), id="home.new"),
        Binding("q", "app.quit", N_("Quit"), id="home.quit"),
    ]

    def body(self) -> Iterable[Widget]:
        """Title, band and menu."""
        yield Heading(id="heading")
        yield Ornament()
        yield Menu(id="menu")

    def fill(self) -> None:
        t = self.t
        self.query_one(Heading).show(t("Azerbaijan and the United Nations"))
        self.query_one(Menu).show([
            Entry("continue", "c", t("Continue"), "question 4 of 10"),
            Entry("new", "n", t("New round"), "10 questions, medium"),
            Entry("daily", "d", t("Daily round"), "24 November, not played yet"),
            Entry("review", "r", t("Review"), "12 due, 31 missed"),
            Entry("statistics", "s", t("Statistics")),
            Entry("players", "p", t("Players"), "Anna"),
            Entry("settings", "o", t("Settings"), "English, dark"),
            ])

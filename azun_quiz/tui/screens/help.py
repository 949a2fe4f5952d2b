"""Keys, scoring and where things are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from azun_quiz.text.catalog import N_
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.key_table import KeyTable
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Paragraph, Prose


class HelpScreen(Page[None]):
    """Help for the screen it was called from, and the rules of the game."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark,f1",
            "app.pop_screen",
            N_("Back"),
            key_display="esc",
            id="help.back",
        ),
    ]

    def __init__(self, behind: Screen[Any]) -> None:
        super().__init__()
        self._behind = behind

    def body(self) -> Iterable[Widget]:
        """Title, keys, rules."""
        yield Heading(id="heading")
        yield Ornament()
        with VerticalScroll(id="text"):
            yield Prose(id="keys-title", classes="title")
            yield KeyTable(id="keys")
            yield Prose(id="answer-title", classes="title")
            yield KeyTable(id="answers")
            yield Prose(id="rules-title", classes="title")
            yield Prose(id="rules")
            yield Prose(id="rest-title", classes="title")
            yield Prose(id="rest")

    def fill(self) -> None:
        """Put the words in."""
        from azun_quiz.game import scoring

        t = self.t
        self.query_one(Heading).show(t("Help"))
        titles = {
            "keys-title": t("Keys here"),
            "answer-title": t("Answering"),
            "rules-title": t("Points"),
            "rest-title": t("Also good to know"),
        }
        for name, words in titles.items():
            self.query_one(f"#{name}", Prose).show((words, "bold $lead"))
        self.query_one("#keys", KeyTable).show(self._keys())
        self.query_one("#answers", KeyTable).show(self._answers())
        rules: list[Paragraph] = [(t(rule.message, **rule.params), "") for rule in scoring.rules()]
        self.query_one("#rules", Prose).show(*rules)
        self.query_one("#rest", Prose).show(*self._rest())

    def _keys(self) -> list[tuple[str, str]]:
        rows: dict[str, tuple[str, str]] = {}
        for active in self._behind.active_bindings.values():
            binding = active.binding
            if binding.description and binding.id and binding.action not in rows:
                key = self.app.get_key_display(binding)
                rows[binding.action] = (key, self.t(binding.description))
        rows["command_palette"] = ("^p", self.t("All commands"))
        return list(rows.values())

    def _answers(self) -> list[tuple[str, str]]:
        t = self.t
        return [
            ("1–5", t("Answer with the number of the option")),
            ("A–E", t("Answer with its letter (or أ ب ج د ه)")),
            ("↑ ↓ ⏎", t("Move to the option and answer; the mouse does the same")),
            ("esc", t("Leave: the round is kept and goes on where you left it")),
        ]

    def _rest(self) -> list[Paragraph]:
        t = self.t
        rest: list[Paragraph] = [
            (t("A missed question comes back when memory needs it, with other options."), ""),
            (t("F2 changes the language at any time, F3 the colours."), ""),
        ]
        if self.quiz.services.served:
            return rest
        return [
            *rest,
            (
                t(
                    "In the settings file, “keys” gives actions other keys, for example {example}.",
                    example='"round.hint" = "x"',
                ),
                "",
            ),
            (t("The command {command} names all folders in use.", command="azun-quiz where"), ""),
        ]

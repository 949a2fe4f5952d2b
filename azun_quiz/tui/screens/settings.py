"""Language, colours, writing order and how rounds start."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from azun_quiz.levels import LEVELS, MODES
from azun_quiz.names import level_name, mode_name
from azun_quiz.settings import BIDI_MODES, COUNTS, PACES, THEMES
from azun_quiz.text.catalog import N_
from azun_quiz.tui import phrases
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.choice_row import Choice, ChoiceRow
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Prose

_ROWS = ("language", "theme", "bidi", "level", "count", "mode", "pace")
_OF_TERMINALS = "bidi"


class SettingsScreen(Page[None]):
    """One row a setting; a change is in force at once and is kept."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False, id="rows.up"),
        Binding("down", "app.focus_next", show=False, id="rows.down"),
        Binding("c", "calibrate", N_("Check Arabic"), id="settings.calibrate"),
        Binding("escape", "app.pop_screen", N_("Back"), key_display="esc", id="settings.back"),
    ]

    def body(self) -> Iterable[Widget]:
        """Title, rows, remarks."""
        yield Heading(id="heading")
        yield Ornament()
        for name in self._rows():
            yield ChoiceRow(id=name)
        yield Prose(id="remark")

    def fill(self) -> None:
        """Put words and values into the rows."""
        t, settings = self.t, self.quiz.settings
        self.query_one(Heading).show(t("Settings"))
        labels = {
            "language": t("Language"),
            "theme": t("Colours"),
            "bidi": t("Right to left"),
            "level": t("Level"),
            "count": t("Questions"),
            "mode": t("Mode"),
            "pace": t("Time to answer"),
        }
        values = {
            "language": t.code,
            "theme": settings.theme,
            "bidi": settings.bidi,
            "level": settings.level,
            "count": str(settings.count),
            "mode": settings.mode,
            "pace": settings.pace,
        }
        choices = self._choices()
        for name in self._rows():
            self.query_one(f"#{name}", ChoiceRow).show(labels[name], choices[name], values[name])
        remark = (
            t("What you change here lasts until you leave.")
            if self.quiz.services.served
            else t("The keys can be changed in the settings file: see the help.")
        )
        self.query_one("#remark", Prose).show((remark, "$quiet"))

    def _rows(self) -> list[str]:
        """The rows that there are: in a browser nothing about the terminal."""
        served = self.quiz.services.served
        return [name for name in _ROWS if not (served and name == _OF_TERMINALS)]

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """In a browser Arabic needs no choice."""
        return action != "calibrate" or not self.quiz.services.served

    def _choices(self) -> Mapping[str, list[Choice]]:
        t = self.t
        modes = [Choice(m, mode_name(m, t), t(phrases.MODE_REMARKS[m])) for m in MODES]
        levels = [Choice(v, level_name(v, t), t(phrases.LEVEL_REMARKS[v])) for v in LEVELS]
        counts = sorted({*COUNTS, self.quiz.settings.count})
        return {
            "language": self.quiz.language_choices(),
            "theme": [Choice(name, t(phrases.THEMES[name])) for name in THEMES],
            "bidi": [Choice(w, t(phrases.BIDI_MODES[w])) for w in BIDI_MODES],
            "level": levels,
            "count": [Choice(str(number), str(number)) for number in counts],
            "mode": modes,
            "pace": [Choice(pace, t(phrases.PACES[pace])) for pace in PACES],
        }

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        """Take over the value of a row."""
        name, value = event.row.id or "", event.value
        self.quiz.change_settings(**{name: int(value) if name == "count" else value})

    def action_calibrate(self) -> None:
        """Find out who puts Arabic in order."""
        from azun_quiz.tui.screens.calibration import CalibrationScreen

        self.app.push_screen(CalibrationScreen())

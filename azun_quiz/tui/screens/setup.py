"""Setting up a round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from azun_quiz.levels import LEVELS, MODES
from azun_quiz.names import level_name, mode_name, topic_name
from azun_quiz.settings import COUNTS
from azun_quiz.text.catalog import N_
from azun_quiz.tui import phrases
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.telling import TOLD
from azun_quiz.tui.widgets.choice_row import Choice, ChoiceRow
from azun_quiz.tui.widgets.field import Field
from azun_quiz.tui.widgets.field_row import FieldRow
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Prose
from azun_quiz.tui.widgets.tick_row import TickRow

if TYPE_CHECKING:
    from azun_quiz.session import Session

_MAX_CODE_LENGTH = 60


class SetupScreen(Page[None]):
    """Topics, number, level, mode and language of a round, or the code of one."""

    CSS_PATH = "setup.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", N_("Start"), key_display="⏎", id="setup.start"),
        Binding("g", "new_code", N_("New code"), id="setup.code"),
        Binding("up", "app.focus_previous", show=False, id="rows.up"),
        Binding("down", "app.focus_next", show=False, id="rows.down"),
        Binding("escape", "app.pop_screen", N_("Back"), key_display="esc", id="setup.back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def body(self) -> Iterable[Widget]:
        """Title and rows."""
        yield Heading(id="heading")
        yield Ornament()
        with VerticalScroll(id="rows", can_focus=False):
            for name in self._session.bank.topics:
                yield TickRow(name, id=f"topic-{name}")
            for name in ("count", "level", "mode", "language"):
                yield ChoiceRow(id=name)
            yield FieldRow(id="code", longest=_MAX_CODE_LENGTH)
            yield Prose(id="remark")

    def fill(self) -> None:
        """Put words and values into the rows."""
        self._fill_topics()
        self._fill_choices()
        t = self.t
        self.query_one(Heading).show(t("New round"), self._session.shown_name)
        self.query_one(FieldRow).show(t("Code"), t("from your teacher or a classmate, if any"))

    def _fill_topics(self) -> None:
        t, bank = self.t, self._session.bank
        chosen = self._chosen_topics()
        for place, name in enumerate(bank.topics):
            count = len(bank.ids([name]))
            label = t("Topics") if place == 0 else ""
            note = t.plural("{count} question", "{count} questions", count)
            row = self.query_one(f"#topic-{name}", TickRow)
            row.show(label, topic_name(bank, name, t), note, ticked=name in chosen)

    def _chosen_topics(self) -> tuple[str, ...]:
        bank = self._session.bank
        kept = tuple(name for name in self.quiz.settings.topics if name in bank.topics)
        return kept or tuple(bank.default_topics)

    def _fill_choices(self) -> None:
        t, settings = self.t, self.quiz.settings
        counts = sorted({*COUNTS, settings.count})
        rows = {
            "count": (t("Questions"), [Choice(str(n), str(n)) for n in counts]),
            "level": (
                t("Level"),
                [Choice(v, level_name(v, t), t(phrases.LEVEL_REMARKS[v])) for v in LEVELS],
            ),
            "mode": (
                t("Mode"),
                [Choice(m, mode_name(m, t), t(phrases.MODE_REMARKS[m])) for m in MODES],
            ),
            "language": (t("Language"), self.quiz.language_choices()),
        }
        values = {
            "count": str(settings.count),
            "level": settings.level,
            "mode": settings.mode,
            "language": t.code,
        }
        for name, (label, choices) in rows.items():
            self.query_one(f"#{name}", ChoiceRow).show(label, choices, values[name])

    def on_descendant_focus(self) -> None:
        """Say what the value of the row means."""
        row = self.focused
        remark = row.remark if isinstance(row, ChoiceRow) else ""
        self.query_one("#remark", Prose).show((remark, "$quiet"))

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        """Keep the choice for the next time as well."""
        name, value = event.row.id or "", event.value
        self.quiz.change_settings(**{name: int(value) if name == "count" else value})
        self.on_descendant_focus()

    def on_tick_row_turned(self, event: TickRow.Turned) -> None:
        """Keep the topics; one at least stays chosen."""
        chosen = tuple(row.name or "" for row in self.query(TickRow) if row.ticked)
        if not chosen:
            event.row.action_turn()
            return
        self.quiz.change_settings(topics=chosen)

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Enter in the field starts as well."""
        event.stop()
        self.action_start()

    def action_new_code(self) -> None:
        """Write the code of a new round into the field, to be told to others."""
        field = self.query_one(FieldRow).field
        try:
            field.value = self._session.new_code(self.quiz.wish())
        except TOLD as error:
            self.quiz.explain(error)
        field.focus()

    def action_start(self) -> None:
        """Start the round, by its code if one was given."""
        code = self.query_one(FieldRow).value
        wish = self.quiz.wish()
        try:
            if code:
                sitting = self._session.by_code(code, mode=wish.mode, pace=wish.pace)
            else:
                sitting = self._session.new_round(wish)
        except TOLD as error:
            trouble = phrases.in_words(error, self.t)
            self.query_one("#remark", Prose).show((trouble, "bold $wrong"))
            self.query_one("#rows").scroll_end(animate=False)
        else:
            self.quiz.navigation.play(sitting)

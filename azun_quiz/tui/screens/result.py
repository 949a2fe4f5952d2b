"""What came out of a round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from azun_quiz.text.catalog import N_
from azun_quiz.tui import signs
from azun_quiz.tui.notes import round_note
from azun_quiz.tui.round_signs import account, knots
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.answer_row import AnswerRow
from azun_quiz.tui.widgets.band import Band
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.prose import Prose
from azun_quiz.tui.widgets.score_table import ScoreTable

if TYPE_CHECKING:
    from azun_quiz.session import Session
    from azun_quiz.sitting import Sitting


class ResultScreen(Page[None]):
    """Points with their parts, every question with its answer, and ways to go on."""

    AUTO_FOCUS = ""
    CSS_PATH = "result.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False, id="rows.up"),
        Binding("down", "app.focus_next", show=False, id="rows.down"),
        Binding("p", "practise", N_("Practise missed"), id="result.practise"),
        Binding("n", "new", N_("New round"), id="result.new"),
        Binding("w", "worksheet", N_("Save as a worksheet"), id="result.worksheet"),
        Binding("escape,h", "home", N_("Home"), key_display="esc", id="result.home"),
    ]

    def __init__(self, session: Session, sitting: Sitting) -> None:
        super().__init__()
        self._session = session
        self.sitting = sitting

    def body(self) -> Iterable[Widget]:
        """Band, points, code, questions."""
        yield Heading(id="heading")
        yield Band(id="band")
        with VerticalScroll(id="list", can_focus=False):
            yield ScoreTable()
            yield Prose(id="notes")
            for place in range(self.sitting.total):
                yield AnswerRow(account(self.sitting, place))

    def fill(self) -> None:
        """Put the words in."""
        t, sitting = self.t, self.sitting
        self.query_one(Heading).show(t("Result"), round_note(t, sitting.round.plan))
        self.query_one(Band).show(knots(sitting))
        self.query_one(ScoreTable).show(sitting.round.score)
        self.query_one("#notes", Prose).show(*self._notes())

    def _notes(self) -> list[tuple[str, str]]:
        t, sitting = self.t, self.sitting
        notes: list[tuple[str, str]] = []
        best = sitting.best_before
        if sitting.is_best and best is not None:
            words = t("Your best round of this kind; before it was {points}.", points=best.score)
            notes.append((f"{signs.STAR} {words}", "$gold"))
        streak = self._session.streak()
        if streak > 1:
            days = t.plural("{count} day in a row", "{count} days in a row", streak)
            notes.append((days, "$quiet"))
        if sitting.code:
            notes.append((t("Code of this round: {code}", code=sitting.code), "$quiet"))
        return [*notes, ("", "")] if notes else []

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """Only what was missed can be practised."""
        return action != "practise" or bool(self.sitting.missed)

    def action_practise(self) -> None:
        """A round of what was missed in this one."""
        self.quiz.navigation.practise(self.sitting.missed)

    def action_worksheet(self) -> None:
        """The questions of the round on paper."""
        from azun_quiz.tui.worksheets import hand_over

        sitting = self.sitting
        hand_over(self.quiz, self._session, map(sitting.item, range(sitting.total)))

    def action_new(self) -> None:
        """Set up another round."""
        self.quiz.navigation.home("new")

    def action_home(self) -> None:
        """Back to the first screen."""
        self.quiz.navigation.home()

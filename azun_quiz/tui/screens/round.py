"""The screen on which a round is played, question and feedback in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from azun_quiz.names import topic_name
from azun_quiz.text.catalog import N_
from azun_quiz.text.letters import letters
from azun_quiz.tui import phrases
from azun_quiz.tui.round_signs import knots, marks, possible_marks, possible_verdicts, verdict
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.telling import TOLD
from azun_quiz.tui.widgets.band import Band
from azun_quiz.tui.widgets.feedback import Feedback, Verdict
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.options import Options
from azun_quiz.tui.widgets.stem import Stem

if TYPE_CHECKING:
    from azun_quiz.session import Session
    from azun_quiz.sitting import Sitting


class RoundScreen(Page[None]):
    """Asks, takes the answer, says what is right, and goes on."""

    CSS_PATH = "round.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "go_on", N_("Next"), key_display="⏎", id="round.next"),
        Binding("left", "before", N_("Before"), key_display="←", id="round.before"),
        Binding("right", "after", N_("After"), key_display="→", id="round.after"),
        Binding("h", "hint", N_("Hint"), id="round.hint"),
        Binding("h", "hand_in", N_("Hand in"), id="round.hand-in"),
        Binding("s", "skip", N_("Skip"), id="round.skip"),
        Binding("u", "undo", N_("Undo"), id="round.undo"),
        Binding("f", "flag", N_("Flag"), id="round.flag"),
        Binding("pageup", "scroll(-1)", show=False, id="round.page-up"),
        Binding("pagedown", "scroll(1)", show=False, id="round.page-down"),
        Binding("escape", "leave", N_("Leave"), key_display="esc", id="round.leave"),
    ]

    def __init__(self, session: Session, sitting: Sitting) -> None:
        super().__init__()
        self._session = session
        self.sitting = sitting
        self._ticking: Timer | None = None
        self._undo_ends: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """Progress, question, options, room for the feedback."""
        yield Heading(id="heading")
        yield Band(id="band")
        with VerticalScroll(id="question", can_focus=False):
            yield Stem(id="stem")
            yield Options(id="options")
        yield Feedback(id="feedback")

    def on_mount(self) -> None:
        """Start the clock and ask."""
        super().on_mount()
        self.query_one(Options).focus()
        if self.sitting.round.plan.limit is not None:
            self._ticking = self.set_interval(0.25, self._tick)

    def on_screen_suspend(self) -> None:
        """The clock stands while another screen is in front, and when the round is left."""
        self._moved(self.sitting.pause)

    def on_screen_resume(self) -> None:
        """The clock runs on."""
        self.sitting.resume()

    # What is shown.

    def fill(self) -> None:
        """Show the present question as it stands."""
        sitting = self.sitting
        item = sitting.item()
        self.query_one(Stem).show(item.stem)
        options = self.query_one(Options)
        options.show(item.options, letters(self.t.code))
        self._give_air()
        self._show_standing()
        self._show_progress()
        self.query_one("#question").scroll_home(animate=False)

    def _show_standing(self) -> None:
        """Show what is right and wrong in the present question."""
        sitting = self.sitting
        options = self.query_one(Options)
        options.open = sitting.open
        options.mark(marks(sitting))
        self.query_one(Feedback).show(verdict(self.t, sitting))

    def _show_progress(self) -> None:
        """Show how far the round is, and which keys mean something now."""
        self.query_one(Band).show(knots(self.sitting))
        self._show_heading()
        self.refresh_bindings()

    def _show_heading(self) -> None:
        sitting, t = self.sitting, self.t
        notes = [t("Question {number} of {total}", number=sitting.place + 1, total=sitting.total)]
        if sitting.round.shows_feedback:
            notes.append(t.plural("{count} point", "{count} points", sitting.round.score.total))
        if sitting.round.plan.limit is not None:
            notes.append(phrases.clock(sitting.seconds_left()))
        topic = topic_name(self._session.bank, sitting.item().topic, t)
        self.query_one(Heading).show(topic, "   ".join(notes))

    def _give_air(self) -> None:
        """Leave free lines between the options where the longest feedback keeps its room.

        This depends on the question and the size of the screen alone, so that nothing moves
        when the feedback comes.
        """
        options = self.query_one(Options)
        width = options.size.width
        if not options.rows or not width:
            return
        stem, feedback = self.query_one(Stem), self.query_one(Feedback)
        needed = self.query_one("#question").virtual_region.y
        needed += len(stem.made(width)) + stem.styles.margin.height
        needed += options.height_without_air(width) + len(options.rows) - 1
        verdicts = possible_verdicts(self.t, self.sitting)
        needed += feedback.height_for(verdicts, width)
        needed += feedback.styles.margin.height
        options.air(needed <= self.query_one("#column").content_size.height)
        self.call_after_refresh(self._prepare, verdicts)

    def _prepare(self, verdicts: Sequence[Verdict]) -> None:
        """While the player reads: make ready what the answer will bring on the screen."""
        possible = possible_marks(self.sitting)
        if possible:
            self.query_one(Options).prepare(possible)
            right = replace(verdicts[0], right=True, words="", remark="")
            self.query_one(Feedback).prepare((*verdicts, right))

    def on_options_sized(self) -> None:
        """The room is known, or another one."""
        self._give_air()

    # What the player does.

    def on_options_picked(self, event: Options.Picked) -> None:
        """Take an answer: it is stored before anything is painted."""
        sitting = self.sitting
        before = sitting.round.attempt
        if before is not None and before.chosen == event.index:
            self.action_after()
            return
        if not self._moved(sitting.answer, event.index):
            return
        self._show_standing()
        self.query_one(Feedback).call_after_refresh(self._answered)

    def _answered(self) -> None:
        """What can wait until the feedback is painted."""
        sitting = self.sitting
        self._show_progress()
        if self._undo_ends is not None:
            self._undo_ends.stop()
        if sitting.can_undo():
            self._undo_ends = self.set_timer(sitting.undo_seconds + 0.1, self.refresh_bindings)

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """Which keys mean something now."""
        sitting = self.sitting
        exam = sitting.mode == "exam"
        allowed = {
            "go_on": not sitting.open,
            "before": exam and sitting.place > 0,
            "after": exam and sitting.place + 1 < sitting.total,
            "hint": sitting.can_hint(),
            "hand_in": exam,
            "skip": sitting.open and not exam,
            "undo": sitting.can_undo(),
        }
        return allowed.get(action, True)

    def action_go_on(self) -> None:
        """The next question, or the result."""
        if self._moved(self.sitting.go_on):
            self._ask_or_end()

    def action_before(self) -> None:
        """The question before (in an exam)."""
        if self.sitting.place > 0:
            self._go_to(self.sitting.place - 1)

    def action_after(self) -> None:
        """The question after (in an exam)."""
        if self.sitting.place + 1 < self.sitting.total:
            self._go_to(self.sitting.place + 1)

    def _go_to(self, place: int) -> None:
        if self._moved(self.sitting.go_to, place):
            self.fill()

    def action_hint(self) -> None:
        """Take away one wrong option."""
        if self._moved(self.sitting.hint):
            self._show_standing()
            self._show_progress()

    def action_skip(self) -> None:
        """Leave the question unanswered."""
        if self._moved(self.sitting.skip):
            self._ask_or_end()

    def action_undo(self) -> None:
        """Take back a mistyped answer."""
        if self._moved(self.sitting.undo):
            self.fill()

    def action_scroll(self, pages: int) -> None:
        """Scroll a long feedback."""
        self.query_one(Feedback).scroll_pages(pages)

    def action_flag(self) -> None:
        """Say that something is wrong or unclear with the question."""
        from azun_quiz.tui.screens.dialog import LineScreen

        def flagged(note: str | None) -> None:
            if note is not None and self._moved(self.sitting.flag, note):
                self.quiz.tell(self.t("The question is flagged for the teacher."))

        title = self.t("Flag this question")
        words = self.t("What is wrong or unclear? You may leave this empty.")
        self.app.push_screen(LineScreen(title, words, empty=True), flagged)

    def action_hand_in(self) -> None:
        """Finish an exam, after asking."""
        from azun_quiz.tui.screens.dialog import AskScreen
        from azun_quiz.tui.widgets.menu import Entry

        def decided(answer: str | None) -> None:
            if answer == "hand-in":
                self._end()

        t, missing = self.t, len(self.sitting.round.unanswered)
        words = (
            t.plural(
                "{count} question is not answered yet.",
                "{count} questions are not answered yet.",
                missing,
            )
            if missing
            else t("All questions are answered.")
        )
        entries = [
            Entry("stay", "esc", t("Go on answering")),
            Entry("hand-in", "h", t("Hand in now")),
        ]
        self.app.push_screen(AskScreen(t("Hand in"), words, entries), decided)

    def action_leave(self) -> None:
        """Go home; the round is kept."""
        self.quiz.tell(self.t("The round is kept. “Continue” goes on with it."))
        self.app.pop_screen()

    def _ask_or_end(self) -> None:
        """The next question, or the end of the round where there is none."""
        if self.sitting.round.current is None:
            self._end()
        else:
            self.fill()

    def _end(self) -> None:
        """End the round and show what came out of it."""
        from azun_quiz.tui.screens.result import ResultScreen

        if self._moved(self.sitting.finish):
            self.app.switch_screen(ResultScreen(self._session, self.sitting))

    def _moved(self, move: Callable[..., None], *values: object) -> bool:
        """Make a move; one that cannot be made or stored is told and leaves all as it was."""
        try:
            move(*values)
        except TOLD as error:
            self.quiz.explain(error)
            return False
        return True

    def _tick(self) -> None:
        """Let the clock run; when the time is over the question is closed."""
        sitting = self.sitting
        if not self.is_current:
            return
        if sitting.open and sitting.seconds_left() <= 0:
            if self._moved(sitting.run_out):
                self._show_standing()
                self._show_progress()
        else:
            self._show_heading()

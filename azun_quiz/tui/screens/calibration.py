"""Finding out who puts right-to-left text in order: this program or the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from azun_quiz.text.catalog import N_
from azun_quiz.tui.righttoleft import AsDrawn
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.lines import Lines
from azun_quiz.tui.widgets.menu import Entry, Menu
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from azun_quiz.tui.app import AzunQuiz

SAMPLE = "القرار 822 (1993) لمجلس الأمن"
"""Words, numbers and brackets that go wrong in different ways."""


class Sample(AsDrawn, Lines):
    """The sample in logical order, or put in order as this program does it."""

    DEFAULT_CSS = "Sample { height: 1; padding: 0 4; margin-bottom: 1; }"
    ALLOW_SELECT = False

    def __init__(self, *, ordered: bool) -> None:
        super().__init__()
        self._ordered = ordered

    def lines(self, width: int) -> list[Content]:  # noqa: ARG002
        """The sample on one line; the number stands above it."""
        from azun_quiz.text.bidi import visual

        text = visual(SAMPLE, "R") if self._ordered else SAMPLE
        return [Content.styled(text, "bold")]


class CalibrationScreen(Page[None]):
    """Shows the same words both ways and asks which reads right."""

    CSS_PATH = "calibration.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", N_("Back"), key_display="esc", id="calibration.back"),
    ]

    def body(self) -> Iterable[Widget]:
        """Question, two samples, answers."""
        yield Heading(id="heading")
        yield Ornament()
        yield Prose(id="question")
        yield Prose(id="first", classes="number")
        yield Sample(ordered=True)
        yield Prose(id="second", classes="number")
        yield Sample(ordered=False)
        yield Menu(id="answers")

    def fill(self) -> None:
        """Put the words in."""
        t = self.t
        self.query_one(Heading).show(t("Check Arabic"))
        question = t(
            "Which line reads right, from the right side to the left, with joined letters:"
            " “Resolution 822 (1993) of the Security Council”?"
        )
        self.query_one("#question", Prose).show(question, "")
        self.query_one("#first", Prose).show((t("First"), "$gold"))
        self.query_one("#second", Prose).show((t("Second"), "$gold"))
        self.query_one(Menu).show(
            [
                Entry("app", "1", t("The first line")),
                Entry("terminal", "2", t("The second line")),
                Entry("auto", "0", t("I cannot tell: choose for me")),
            ]
        )

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Keep what was found out."""
        event.stop()
        quiz: AzunQuiz = self.quiz
        quiz.change_settings(bidi=event.name)
        self.app.pop_screen()

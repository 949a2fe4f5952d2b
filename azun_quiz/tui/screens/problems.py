"""What was left out of the content, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from azun_quiz.text.catalog import N_
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Paragraph, Prose

if TYPE_CHECKING:
    from azun_quiz.content.problems import Problem


class ProblemsScreen(Page[None]):
    """The errors and warnings found while loading, and the troubles of this start.

    `azun-quiz check` tells these and, as it looks at the questions too, more.
    """

    CSS_PATH = "problems.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", N_("Back"), key_display="esc", id="problems.back"),
    ]

    def body(self) -> Iterable[Widget]:
        """Title and list."""
        yield Heading(id="heading")
        yield Ornament()
        with VerticalScroll(id="list"):
            yield Prose(id="problems")

    def fill(self) -> None:
        """Put the words in."""
        t = self.t
        problems = self.quiz.problems
        note = t.plural("{count} problem", "{count} problems", len(problems))
        self.query_one(Heading).show(t("What was left out"), note)
        paragraphs: list[Paragraph] = []
        for trouble in self.quiz.troubles:
            paragraphs += [(t(trouble.message, **trouble.values), ""), ("", "")]
        for problem in problems:
            paragraphs += self._paragraphs(problem)
        command = t("The command {command} tells all of this and more.", command="azun-quiz check")
        self.query_one(Prose).show(*paragraphs, (command, "$quiet"))

    def _paragraphs(self, problem: Problem) -> list[Paragraph]:
        place = str(problem.place.path)
        if problem.place.line:
            place = f"{place}:{problem.place.line}:{problem.place.column}"
        message, advice = problem.in_words(self.t)
        ink = "bold $wrong" if problem.severity == "error" else "bold $gold"
        return [
            (place, "$quiet"),
            (message, ink),
            (advice, ""),
            ("", ""),
        ]

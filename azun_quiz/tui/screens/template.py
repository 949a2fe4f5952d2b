"""One template on the workbench: its questions as players see them, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widget import Widget

from azun_quiz.levels import DEFAULT_LEVEL, LEVELS
from azun_quiz.names import level_name
from azun_quiz.text.catalog import N_
from azun_quiz.text.letters import letters
from azun_quiz.tui.round_signs import closed_mark
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.feedback import Feedback, Verdict
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.options import Options
from azun_quiz.tui.widgets.prose import Paragraph, Prose
from azun_quiz.tui.widgets.stem import Stem
from azun_quiz.workshop import by_reason, place_words, problems_of, view

if TYPE_CHECKING:
    from azun_quiz.content.problems import Problem
    from azun_quiz.generator.item import Item
    from azun_quiz.library import Library
    from azun_quiz.workshop import View

_IDS_SHOWN = 12


class TemplateScreen(Page[None]):
    """Steps through the questions of a template; what was saved last is shown at once.

    When a save breaks the template, the last good questions stay and the problems are told.
    """

    CSS_PATH = "template.tcss"
    AUTO_FOCUS = "#options"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", N_("Before"), key_display="←", id="template.before"),
        Binding("right", "step(1)", N_("After"), key_display="→", id="template.after"),
        Binding("s", "seed(1)", N_("Other options"), id="template.seed"),
        Binding("S", "seed(-1)", show=False, id="template.seed-back"),
        Binding("l", "level", N_("Level"), id="template.level"),
        Binding("space", "more", N_("More"), key_display="space", id="template.more"),
        Binding("pageup", "scroll(-1)", show=False, id="template.page-up"),
        Binding("pagedown", "scroll(1)", show=False, id="template.page-down"),
        Binding("escape", "leave", N_("Back"), key_display="esc", id="template.back"),
    ]

    def __init__(self, library: Library, template: str) -> None:
        super().__init__()
        self.template = template
        self.seed = 0
        self.level = DEFAULT_LEVEL
        self._library = library
        self._view: View | None = None
        self._problems: Sequence[Problem] = ()
        self._broken = False
        self._place = 0
        self._chosen: int | None = None
        self._look(library)

    def _look(self, library: Library) -> None:
        """Take over what the template is now; the last good view stays if it cannot be used."""
        found = view(library, self.template)
        self._broken = found is None or found.is_broken
        if found is not None and not (self._broken and self._view):
            self._library, self._view = library, found
        self._problems = problems_of(library, self.template) if found is None else found.problems
        if found is None and not self._problems:
            self._problems = library.problems

    def body(self) -> Iterable[Widget]:
        """The question, the feedback, and beside them what is to be said."""
        yield Heading(id="heading")
        yield Heading(id="which")
        with Container(id="panes"):
            with Vertical(id="played"):
                with Vertical(id="question"):
                    yield Stem(id="stem")
                    yield Options(id="options")
                yield Feedback(id="feedback")
            with VerticalScroll(id="beside", can_focus=False):
                yield Prose(id="status")

    def take(self, library: Library) -> None:
        """Show the template as it is in other content; the same question stays on the screen."""
        if not self.is_mounted:
            return
        item = self._present()
        self._look(library)
        items = self._view.items if self._view else ()
        self._place = items.index(item) if item in items else min(self._place, len(items) - 1)
        self._place = max(self._place, 0)
        self._chosen = None
        self.fill()

    # What is shown.

    def fill(self) -> None:
        """Show the present question with its answer, and what is to be said of the template."""
        item = self._item()
        self._show_heading(item)
        self.query_one("#played").display = item is not None
        self.query_one("#status", Prose).show(*self._status(item))
        if item is not None:
            self.query_one(Stem).show(item.stem)
            options = self.query_one(Options)
            options.show(item.options, letters(item.lang))
            self._show_answer(item)
        self.query_one("#question").scroll_home(animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def _present(self) -> str:
        """The id of the present item."""
        items = self._view.items if self._view else ()
        return items[self._place] if self._place < len(items) else ""

    def _item(self) -> Item | None:
        """The present question, in the language in use or in the first that it has."""
        name = self._present()
        if self._view is None or not name:
            return None
        languages = self._view.languages
        lang = self.t.code if self.t.code in languages else languages[0]
        return self._library.bank.item(name, lang=lang, seed=self.seed, level=self.level)

    def _show_heading(self, item: Item | None) -> None:
        t = self.t
        total = len(self._view.items) if self._view else 0
        where = t("Question {number} of {total}", number=self._place + 1, total=total)
        self.query_one("#heading", Heading).show(self.template, where if item else "")
        fact = item.id.partition("/")[2] if item else ""
        how = t("Level: {level}. Seed: {seed}.", level=level_name(self.level, t), seed=self.seed)
        self.query_one("#which", Heading).show(fact, how if item else "")

    def _show_answer(self, item: Item) -> None:
        """Mark the key and what was chosen, and say what players are told."""
        chosen = self._chosen
        marks = [
            closed_mark(index == item.key, index == chosen, False)
            for index in range(len(item.options))
        ]
        self.query_one(Options).mark(marks)
        self.query_one(Feedback).show(self._verdict(item))

    def _verdict(self, item: Item) -> Verdict:
        chosen, t = self._chosen, self.t
        if chosen is None or chosen == item.key:
            return Verdict(True, t("Right"), "", item.explanation, "", item.sources)
        remark = self._library.bank.remark(item, chosen)
        return Verdict(False, t("Not right"), "", item.explanation, remark, item.sources)

    def _status(self, item: Item | None) -> list[Paragraph]:
        """Problems, how much the template gives, and why there is no more."""
        t, found = self.t, self._view
        lines: list[Paragraph] = []
        if self._broken and item is not None:
            words = t("Something is wrong with what was saved; these are the last good questions.")
            lines += [(words, "bold $gold")]
        elif self._broken or found is None:
            lines += [(t("{template} gives no questions.", template=self.template), "bold $gold")]
        for problem in self._problems:
            lines += self._problem(problem)
        if not self._problems:
            lines.append((t("No problems found."), "$right"))
        if found is not None:
            lines += [("", ""), *self._account(found)]
        return lines

    def _problem(self, problem: Problem) -> list[Paragraph]:
        words, advice = problem.in_words(self.t)
        ink = "bold $wrong" if problem.severity == "error" else "bold $gold"
        place = place_words(problem.place, Path.cwd())
        return [(words, ink), (advice, ""), (f"{place} [{problem.code}]", "$quiet")]

    def _account(self, found: View) -> list[Paragraph]:
        """How many questions there are, in which languages, from which file; what is not asked."""
        t = self.t
        per = [f"{lang} {len(found.items)}" for lang in found.languages]
        per += [f"{lang} 0" for lang in found.lacking]
        counts = t("Questions by language: {counts}.", counts=t.context("list", "; ").join(per))
        same = t("On the command line: {command}", command=f"azun-quiz preview {found.template}")
        lines = [(counts, ""), (place_words(found.place, Path.cwd()), "$quiet"), (same, "$quiet")]
        if not found.absences:
            return [*lines, (t("Every fact of the kind is asked."), "")]
        words = t.plural(
            "{count} fact of the kind is not asked, of {total}:",
            "{count} facts of the kind are not asked, of {total}:",
            len(found.absences),
            total=found.facts,
        )
        lines += [("", ""), (words, "bold")]
        for reason, facts in by_reason(t, found.absences).items():
            more = ", ..." if len(facts) > _IDS_SHOWN else ""
            lines.append((f"{reason} ({len(facts)}):", ""))
            lines.append((f"{', '.join(facts[:_IDS_SHOWN])}{more}", "$quiet"))
        return lines

    # What the teacher does.

    def on_options_picked(self, event: Options.Picked) -> None:
        """Answer as a player would."""
        self._chosen = event.index
        item = self._item()
        if item is not None:
            self._show_answer(item)

    def on_options_sized(self) -> None:
        """There is another size; nothing has to be made room for."""

    def action_step(self, by: int) -> None:
        """The question after or before, around the ends."""
        total = len(self._view.items) if self._view else 0
        if total:
            self._place = (self._place + by) % total
            self._chosen = None
            self.fill()

    def action_seed(self, by: int) -> None:
        """Other options, or those before."""
        self.seed = max(0, self.seed + by)
        self._chosen = None
        self.fill()

    def action_level(self) -> None:
        """The next level."""
        self.level = LEVELS[(LEVELS.index(self.level) + 1) % len(LEVELS)]
        self._chosen = None
        self.fill()

    def action_more(self) -> None:
        """Scroll what is beside, from the end back to the start."""
        beside = self.query_one("#beside")
        if beside.scroll_y >= beside.max_scroll_y:
            beside.scroll_home(animate=False)
        else:
            beside.scroll_relative(y=max(1, beside.size.height - 1), animate=False)

    def action_scroll(self, pages: int) -> None:
        """Scroll a long feedback."""
        self.query_one(Feedback).scroll_pages(pages)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss()

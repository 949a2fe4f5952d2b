"""How it goes: figures, weeks, topics, days, and what is hardest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from azun_quiz.levels import DEFAULT_LEVEL
from azun_quiz.names import topic_name
from azun_quiz.text.catalog import N_
from azun_quiz.tui.calendar import months, weekdays
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.bars import Bar, Bars
from azun_quiz.tui.widgets.figure_row import FigureRow
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.heat_map import HeatMap
from azun_quiz.tui.widgets.key_table import KeyTable
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from azun_quiz.game.statistics import Statistics
    from azun_quiz.session import Session

_WEEKS = 8
_LEVEL, _SEED = DEFAULT_LEVEL, 0


class StatisticsScreen(Page[None]):
    """Pictures of a player's progress, from the same figures as `stats --json`."""

    CSS_PATH = "statistics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", N_("Back"), key_display="esc", id="statistics.back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def body(self) -> Iterable[Widget]:
        """Title and pictures."""
        yield Heading(id="heading")
        yield Ornament()
        with VerticalScroll(id="pictures"):
            yield FigureRow(id="figures")
            yield Prose(id="topics-title", classes="title")
            yield Bars(id="topics")
            yield Prose(id="weeks-title", classes="title")
            yield Bars(id="weeks")
            yield Prose(id="days-title", classes="title")
            yield HeatMap(id="days")
            yield Prose(id="hardest-title", classes="title")
            yield KeyTable(id="hardest")

    def fill(self) -> None:
        """Put the figures in."""
        t, session = self.t, self._session
        self.query_one(Heading).show(t("Statistics"), session.shown_name)
        titles = {
            "topics-title": t("How much of each topic is remembered now"),
            "weeks-title": t("Right answers by week"),
            "days-title": t("Answers by day"),
            "hardest-title": t("Hardest questions"),
        }
        for name, words in titles.items():
            self.query_one(f"#{name}", Prose).show((words, "bold $lead"))
        found = session.statistics()
        self._fill_figures(found)
        self._fill_bars(found)
        self._fill_days(found)
        self._fill_hardest(found)

    def _percent(self, part: float | None) -> str:
        return "–" if part is None else self.t("{percent} %", percent=round(part * 100))

    def _fill_figures(self, found: Statistics) -> None:
        t, total = self.t, found.total
        pace = total.seconds_per_answer
        seconds = "–" if pace is None else t("{seconds} s", seconds=round(pace))
        self.query_one(FigureRow).show(
            [
                (str(total.asked), t.context("figure", "answers")),
                (self._percent(total.accuracy), t.context("figure", "right")),
                (seconds, t.context("figure", "an answer")),
                (str(found.streak.length), t.context("figure", "days in a row")),
            ]
        )

    def _fill_bars(self, found: Statistics) -> None:
        from azun_quiz.text.wording import day

        t, topics, weeks = self.t, [], []
        for each in found.topics:
            words = t(
                "{percent} %, {met} of {total} met",
                percent=round(each.mastery * 100),
                met=each.met,
                total=each.items,
            )
            topics.append(Bar(topic_name(self._session.bank, each.topic, t), each.mastery, words))
        for week in found.weeks[-_WEEKS:]:
            monday, figures = week.monday, week.figures
            name = day(monday.year, monday.month, monday.day, t.code)
            words = t("{right} of {total}", right=figures.right, total=figures.asked)
            weeks.append(Bar(name, figures.accuracy, words))
        self.query_one("#topics", Bars).show(topics)
        self.query_one("#weeks", Bars).show(weeks)

    def _fill_days(self, found: Statistics) -> None:
        self.query_one(HeatMap).show(
            dict(found.days),
            self._session.today(),
            weekdays(self.t.code),
            months(self.t.code),
        )

    def _fill_hardest(self, found: Statistics) -> None:
        t = self.t
        rows = []
        for each in found.hardest:
            missed = each.figures.asked - each.figures.right
            words = t("missed {missed} of {total}", missed=missed, total=each.figures.asked)
            rows.append((words, self._session.item(each.item, _SEED, _LEVEL).stem))
        self.query_one("#hardest", KeyTable).show(rows or [(t("Nothing missed so far."), "")])

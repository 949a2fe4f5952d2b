"""What was missed, and when it is due again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from azun_quiz.names import topic_name
from azun_quiz.text.catalog import N_
from azun_quiz.tui.missed import ORDERS, Missed, Shelf
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.widgets.account_lines import AccountCard
from azun_quiz.tui.widgets.field import Field
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.lines import clipped
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.content import Content

    from azun_quiz.session import Session

_TIMES_WIDTH, _DUE_WIDTH = 5, 14


class MissedList(OptionList):
    """Textual's list, whose Enter key is named among the keys of the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Practise these"), key_display="⏎", id="review.practise"),
    ]


class ReviewScreen(Page[None]):
    """Missed answers to look through, search and practise."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "practise_due", N_("Practise due"), id="review.due"),
        Binding("k", "know", N_("I know this"), id="review.know"),
        Binding("u", "unknow", N_("Undo"), id="review.undo"),
        Binding("space", "more", N_("More"), key_display="space", id="review.more"),
        Binding("slash", "search", N_("Search"), key_display="/", id="review.search"),
        Binding("t", "topic", N_("Topic"), id="review.topic"),
        Binding("o", "order", N_("Order"), id="review.order"),
        Binding("g", "flagged", N_("Flagged"), id="review.flagged"),
        Binding("w", "worksheet", N_("Save as a worksheet"), id="review.worksheet"),
        Binding("escape", "back", N_("Back"), key_display="esc", id="review.back"),
    ]

    def __init__(self, session: Session, topic: str = "") -> None:
        super().__init__()
        self._session = session
        self._shelf = Shelf(session, topic)
        self._shown: list[Missed] = []
        self._called_known: list[str] = []

    def body(self) -> Iterable[Widget]:
        """Title, search, list and details."""
        yield Heading(id="heading")
        yield Ornament()
        yield Field(id="search")
        yield Heading(id="filter")
        with Container(id="panes"):
            yield MissedList(id="list", markup=False)
            with VerticalScroll(id="detail", can_focus=False):
                yield Prose(id="empty")
                yield AccountCard()

    def fill(self) -> None:
        """Put words and entries in."""
        self._shelf.take(self.t)
        self.query_one("#search", Field).placeholder = self.t("Search in questions and answers")
        self._show()

    def on_mount(self) -> None:
        """Start in the list."""
        super().on_mount()
        self.query_one("#list").focus()

    def on_screen_resume(self) -> None:
        """Things may stand otherwise after practice."""
        self.fill()

    def _show(self) -> None:
        t, shelf = self.t, self._shelf
        self._shown = shelf.found(t)
        counts = [
            t.plural("{count} missed", "{count} missed", len(self._session.missed())),
            t.plural("{count} due", "{count} due", self._session.due_count()),
        ]
        self.query_one("#heading", Heading).show(t("Review"), "   ".join(counts))
        topic = topic_name(self._session.bank, shelf.topic, t) if shelf.topic else t("All topics")
        title = t("Flagged questions") if shelf.flagged else topic
        self.query_one("#filter", Heading).show(title, t(ORDERS[shelf.order]))
        menu = self.query_one("#list", OptionList)
        marked = menu.highlighted or 0
        menu.set_options(self._row(entry) for entry in self._shown)
        if self._shown:
            menu.highlighted = min(marked, len(self._shown) - 1)
        self._show_detail()
        self.call_after_refresh(self.refresh_bindings)

    def _row(self, entry: Missed) -> Content:
        times = self.say(f"{entry.times}×".rjust(_TIMES_WIDTH - 2).ljust(_TIMES_WIDTH), "$wrong")
        due = clipped(self.say(entry.words, "$gold" if entry.is_due else "$quiet"), _DUE_WIDTH)
        gap = " " * (_DUE_WIDTH + 2 - due.cell_length)
        return times + due + gap + self.say(entry.account.stem)

    def _marked(self) -> Missed | None:
        index = self.query_one("#list", OptionList).highlighted
        return self._shown[index] if index is not None and index < len(self._shown) else None

    def _show_detail(self) -> None:
        entry = self._marked()
        self.query_one(AccountCard).show(entry.account if entry else None)
        self.query_one("#empty", Prose).show((self._empty_words(), "$quiet") if not entry else "")
        self.query_one("#empty").display = entry is None
        self.query_one("#detail").scroll_home(animate=False)

    def _empty_words(self) -> str:
        t = self.t
        if self._shelf.all:
            return t("Nothing fits the search.")
        if self._shelf.flagged:
            return t("No question is flagged. In a round, f flags the one on the screen.")
        return t("Nothing was missed, or all of it was answered correctly since.")

    def on_option_list_option_highlighted(self) -> None:
        """Tell about the entry under the cursor."""
        self._show_detail()

    def on_option_list_option_selected(self) -> None:
        """Enter, or a click, on an entry."""
        self.action_practise()

    def on_input_changed(self, event: Field.Changed) -> None:
        """Search as it is typed."""
        event.stop()
        self._shelf.words = event.value
        self._show()

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """From the search to the list."""
        event.stop()
        self.query_one("#list").focus()

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002
    ) -> bool | None:
        """Only what is there can be practised, known, or taken back."""
        if action == "more":
            return self.query_one("#detail").max_scroll_y > 0
        if action == "know":
            return bool(self._shown) and not self._shelf.flagged
        if action == "unknow":
            return bool(self._called_known) and not self._shelf.flagged
        if action == "worksheet":
            return bool(self._shown)
        if action == "practise_due":
            return self._session.due_count() > 0
        return True

    def action_practise(self) -> None:
        """A round of what is shown."""
        self.quiz.navigation.practise([entry.item for entry in self._shown])

    def action_practise_due(self) -> None:
        """A round of what is due."""
        self.quiz.navigation.practise(self._session.due())

    def action_know(self) -> None:
        """Take the entry off the list until it is missed again."""
        entry = self._marked()
        if entry is not None:
            self._session.mark_known(entry.item)
            self._called_known.append(entry.item)
            self.fill()
            self.quiz.tell(self.t("Marked as known; {key} takes it back.", key=self._undo_key()))

    def _undo_key(self) -> str:
        """The key by which an entry comes back; the player may have chosen another one."""
        bindings = [active.binding for active in self.active_bindings.values()]
        return next(self.app.get_key_display(each) for each in bindings if each.action == "unknow")

    def action_unknow(self) -> None:
        """Put the entry back that was called known last, and mark it."""
        item = self._called_known[-1]
        self._session.unmark_known(item)
        self._called_known.pop()
        self.app.clear_notifications()  # what they say of this mark is over
        self.fill()
        for index, entry in enumerate(self._shown):
            if entry.item == item:
                self.query_one("#list", OptionList).highlighted = index

    def action_worksheet(self) -> None:
        """What is shown, on paper."""
        from azun_quiz.tui.worksheets import hand_over

        hand_over(self.quiz, self._session, [entry.question for entry in self._shown])

    def action_more(self) -> None:
        """Scroll the details, from the end back to the start."""
        detail = self.query_one("#detail")
        if detail.scroll_y >= detail.max_scroll_y:
            detail.scroll_home(animate=False)
        else:
            detail.scroll_relative(y=max(1, detail.size.height - 1), animate=False)

    def action_search(self) -> None:
        """Write in the search field."""
        self.query_one("#search").focus()

    def action_topic(self) -> None:
        """Show the next topic only, or all."""
        self._shelf.next_topic()
        self._show()

    def action_order(self) -> None:
        """Put the entries into another order."""
        self._shelf.next_order()
        self._show()

    def action_flagged(self) -> None:
        """Show flagged questions only, or what was missed."""
        self._shelf.flagged = not self._shelf.flagged
        self.fill()

    def action_back(self) -> None:
        """Out of the search, or out of the screen."""
        search = self.query_one("#search", Field)
        if search.has_focus or search.value:
            search.value = ""
            self.query_one("#list").focus()
        else:
            self.app.pop_screen()

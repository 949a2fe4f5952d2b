"""The workbench: all templates, to choose one and look at what it gives."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from azun_quiz.names import topic_name
from azun_quiz.text.catalog import N_
from azun_quiz.tui.screens.page import Page
from azun_quiz.tui.screens.template import TemplateScreen
from azun_quiz.tui.widgets.field import Field
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.lines import clipped
from azun_quiz.tui.widgets.ornament import Ornament
from azun_quiz.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.content import Content

    from azun_quiz.following import Follower
    from azun_quiz.library import Library

_COUNT_WIDTH, _ID_WIDTH = 6, 40


class TemplateList(OptionList):
    """Textual's list, whose Enter key is named among the keys of the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Look at it"), key_display="⏎", id="workbench.open"),
    ]


class WorkbenchScreen(Page[None]):
    """Templates with their topics and how many questions each gives; follows the files."""

    CSS_PATH = "workbench.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", N_("Search"), key_display="/", id="workbench.search"),
        Binding("escape", "back", N_("Back"), key_display="esc", id="workbench.back"),
    ]

    def __init__(self, follower: Follower, library: Library) -> None:
        super().__init__()
        self._follower = follower
        self._stop = Event()
        self._shown: list[str] = []
        self._open: TemplateScreen | None = None
        self.library = library

    def body(self) -> Iterable[Widget]:
        """Title, search, list."""
        yield Heading(id="heading")
        yield Ornament()
        yield Field(id="search")
        yield TemplateList(id="list", markup=False)
        with VerticalScroll(id="remarks", can_focus=False):
            yield Prose(id="remark")

    def on_mount(self) -> None:
        """Follow the files from now on."""
        super().on_mount()
        self.run_worker(self._follow, thread=True, exit_on_error=False)

    def on_unmount(self) -> None:
        """Follow no longer."""
        self._stop.set()

    # What is shown.

    def fill(self) -> None:
        """Put words and templates in."""
        self.query_one("#search", Field).placeholder = self.t("Search in names and topics")
        self._show()

    def _show(self) -> None:
        t, library = self.t, self.library
        written = library.content.written
        count = t.plural("{count} template", "{count} templates", len(written))
        self.query_one(Heading).show(t("Workbench"), count)
        counts = self._counts()
        marked = self._marked()
        words = t.language.fold(self.query_one("#search", Field).value).split()
        found = [name for name in written if self._fits(name, words)]
        self._shown = sorted(found, key=self._rank)
        menu = self.query_one("#list", OptionList)
        menu.set_options(self._row(name, counts.get(name)) for name in self._shown)
        if self._shown:
            menu.highlighted = self._shown.index(marked) if marked in self._shown else 0
        empty = t("Nothing fits the search.") if written else self._how_to_begin()
        remark = "" if self._shown else empty
        self.query_one("#remark", Prose).show((remark, "$quiet"))
        self.query_one("#remarks").display = bool(remark)

    def _how_to_begin(self) -> str:
        command = "azun-quiz new pack NAME"
        return self.t("There are no templates. The command {command} begins some.", command=command)

    def _counts(self) -> dict[str, int]:
        """How many questions each template gives; one that cannot be used has none."""
        return {name: len(items) for name, items in self.library.bank.listing.items()}

    def _topic(self, name: str) -> str:
        template = self.library.content.templates.get(name)
        if template is None or template.topic not in self.library.content.topics:
            return ""
        return topic_name(self.library.bank, template.topic, self.t)

    def _rank(self, name: str) -> tuple[bool, bool]:
        """First the templates of the teacher's own packs, then those of topics asked by default."""
        content = self.library.content
        template = content.templates.get(name)
        topic = None if template is None else content.topics.get(template.topic)
        return ":" not in name, topic is not None and not topic.by_default

    def _fits(self, name: str, words: list[str]) -> bool:
        text = self.t.language.fold(f"{name} {self._topic(name)}")
        return all(word in text for word in words)

    def _row(self, name: str, count: int | None) -> Content:
        shown = "!" if count is None else str(count)
        ink = "$lead" if count else "bold $wrong"
        number = self.say(shown.rjust(_COUNT_WIDTH - 2).ljust(_COUNT_WIDTH), ink)
        title = clipped(self.say(name), _ID_WIDTH)
        gap = " " * (_ID_WIDTH + 2 - title.cell_length)
        return number + title + gap + self.say(self._topic(name), "$quiet")

    def _marked(self) -> str:
        index = self.query_one("#list", OptionList).highlighted
        return self._shown[index] if index is not None and index < len(self._shown) else ""

    # What the teacher does.

    def on_option_list_option_selected(self) -> None:
        """Enter, or a click, on a template."""
        if self._marked():
            self.look_at(self._marked())

    def look_at(self, name: str) -> None:
        """Open a template."""
        self._open = TemplateScreen(self.library, name)
        self.app.push_screen(self._open, self._has_left)

    def _has_left(self, _result: None) -> None:
        self._open = None

    def on_input_changed(self, event: Field.Changed) -> None:
        """Search as it is typed."""
        event.stop()
        self._show()

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """From the search to the list."""
        event.stop()
        self.query_one("#list").focus()

    def action_search(self) -> None:
        """Write in the search field."""
        self.query_one("#search").focus()

    def action_back(self) -> None:
        """Out of the search, or out of the screen."""
        search = self.query_one("#search", Field)
        if search.has_focus or search.value:
            search.value = ""
            self.query_one("#list").focus()
        else:
            self.dismiss()

    # Following the files; runs in a thread.

    def _follow(self) -> None:
        for _ in self._follower.changes(self._stop):
            try:
                screen = self._open
                if screen is not None:
                    soon = self._follower.glimpse(screen.template)
                    self.app.call_from_thread(screen.take, soon)
                library = self._follower.open()
                self.app.call_from_thread(self._take, library)
            except Exception as error:  # a file that is being saved may be gone for a moment
                self.log.error(error)

    def _take(self, library: Library) -> None:
        """Show other content."""
        if self._stop.is_set():
            return
        self.library = library
        self._show()
        if self._open is not None:
            self._open.take(library)

"""A list of lines to choose from, by keys or the mouse: on the first screen and in dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from azun_quiz.text.catalog import N_
from azun_quiz.tui.widgets.lines import Lines, clipped

_ROW = "row"


@dataclass(frozen=True)
class Entry:
    """One way to go: its name in the program, its key, its words and a note."""

    name: str
    key: str
    words: str
    note: str = ""


class Menu(Lines, can_focus=True):
    """Entries under one another, one of them marked."""

    DEFAULT_CSS = "Menu { padding: 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Open"), key_display="⏎", id="menu.open"),
        Binding("up", "move(-1)", show=False, id="menu.up"),
        Binding("down", "move(1)", show=False, id="menu.down"),
        Binding("home", "move(-99)", show=False),
        Binding("end", "move(99)", show=False),
    ]
    cursor = reactive(0)

    class Chosen(Message):
        """An entry was opened."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._airy = False

    def show(self, entries: Sequence[Entry]) -> None:
        """Replace the entries; the mark stays on the entry of the same name."""
        marked = self.marked
        self._entries = entries
        names = [entry.name for entry in entries]
        self.cursor = names.index(marked) if marked in names else 0
        self.remake()

    def air(self, airy: bool) -> None:
        """Leave a free line between the entries, or none."""
        if airy != self._airy:
            self._airy = airy
            self.remake()

    @property
    def marked(self) -> str | None:
        """The name of the marked entry; None where there are no entries."""
        return self._entries[self.cursor].name if self._entries else None

    def lines(self, width: int) -> list[Content]:
        """One line an entry: mark, key, words, note."""
        named = [self.say(entry.words) for entry in self._entries]
        keyed = any(entry.key for entry in self._entries)
        column = max((words.cell_length for words in named), default=0) + 4
        lines = []
        for index, (entry, words) in enumerate(zip(self._entries, named, strict=True)):
            marked = index == self.cursor
            lead = "bold $lead" if marked else ""
            line = Content.assemble(
                ("› " if marked else "  ", "bold $lead"),
                (f"{entry.key}  " if keyed else "", "$gold"),
                words.stylize(lead) if lead else words,
                " " * (column - words.cell_length),
                self.apart(self.say(entry.note, "$quiet"), 1),
            )
            line = clipped(line, width)
            line += Content(" " * (width - line.cell_length))
            lines.append(line.stylize(Style.from_meta({_ROW: index})))
            if self._airy and index + 1 < len(self._entries):
                lines.append(Content(""))
        return lines

    def on_key(self, event: events.Key) -> None:
        """Open an entry by its key, unless the screen has bound it."""
        for entry in self._entries:
            if entry.key and event.key == entry.key:
                event.stop()
                self.post_message(self.Chosen(entry.name))
                return

    def watch_cursor(self) -> None:
        """Move the mark."""
        self.repaint()

    def action_move(self, by: int) -> None:
        """Move the mark up or down, not beyond the ends."""
        self.cursor = max(0, min(self.cursor + by, len(self._entries) - 1))

    def action_choose(self) -> None:
        """Open the marked entry."""
        if self._entries:
            self.post_message(self.Chosen(self._entries[self.cursor].name))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The mark follows the mouse."""
        row = event.style.meta.get(_ROW)
        if row is not None:
            self.cursor = row

    def on_click(self, event: events.Click) -> None:
        """Open what was clicked."""
        row = event.style.meta.get(_ROW)
        if row is not None:
            event.stop()
            self.cursor = row
            self.action_choose()

"""The line at the foot of a screen that names the keys in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.style import Style

from azun_quiz.tui.widgets.lines import Lines, clipped

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.screen import Screen

_KEY = "key"


class KeyLine(Lines):
    """The keys of the screen, in the order of their bindings, then those of the whole program.

    Where the line is too short, the program's keys go first and the screen's follow from the end;
    the last of both stay (the way back, the help). All keys are in the help and in the command
    palette. A click on a key presses it.
    """

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; background: $surface; }
    """

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, _screen: Screen[object]) -> None:
        self.repaint()

    def _entries(self) -> tuple[list[Content], list[Content]]:
        """The keys of the screen, and those of the whole program."""
        seen: set[str] = set()
        own: list[Content] = []
        always: list[Content] = []
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not (binding.show and active.enabled) or binding.action in seen:
                continue
            seen.add(binding.action)
            (always if active.node is self.app else own).append(self._entry(active))
        return own, always

    def _entry(self, active: ActiveBinding) -> Content:
        binding = active.binding
        press = Style.from_meta({_KEY: binding.key})
        shown = self.app.get_key_display(binding)
        if shown == "space":
            shown = self.t.context("key", "space")
        key = Content.styled(f"{shown} ", "bold $lead")
        return (key + self.say(self.t(binding.description), "$quiet")).stylize(press)

    def lines(self, width: int) -> list[Content]:
        """As many keys as there is room for."""
        own, always = self._entries()
        gap = Content("   ")
        line = gap.join([*own, *always])
        while line.cell_length > width and (len(always) > 1 or len(own) > 1):
            if len(always) > 1:
                always.pop(-2)
            else:
                own.pop(-2)
            line = gap.join([*own, *always])
        return [clipped(line, width)]

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get(_KEY)
        if key:
            event.stop()
            self.app.simulate_key(key)

"""The line at the foot of a screen that names the keys in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.style import Style

from azun_quiz.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.screen import Screen

_KEY = "key"


class KeyLine(Lines):
    """The keys of the screen, in the order of their bindings; the last ones are always shown.

    Where the line is too short, keys in the middle are left out: all are in the help and in the
    command palette. A click on a key presses it.
    """

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; background: $surface; }
    """
    ALLOW_SELECT = False

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
        key = self.say(self.app.get_key_display(binding), "bold $lead").stylize(press)
        words = self.say(self.t(binding.description), "$quiet").stylize(press)
        return Content(" ").join([key, words])

    def lines(self, width: int) -> list[Content]:
        """As many keys as there is room for."""
        own, always = self._entries()
        gap = Content("   ")
        while own and gap.join([*own, *always]).cell_length > width:
            own.pop()
        while len(always) > 1 and gap.join([*own, *always]).cell_length > width:
            always.pop(0)
        return [gap.join([*own, *always])]

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get(_KEY)
        if key:
            event.stop()
            self.app.simulate_key(key)

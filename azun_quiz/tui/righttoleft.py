"""A Textual program that runs from right to left.

    class MyApp(RightToLeftApp[None]): ...
    app.right_to_left = True          # before the start or at any time later

How it works
------------
Everything in Textual stays in *reading coordinates*: column 0 is where reading starts, text is in
logical order, wrapped and aligned as Textual does it. Right before the screen is written,

1. each line of each widget, as wide as the widget and before overlaps cut it, is put into
   reading order (:mod:`azun_quiz.tui.reading_order`): letters are joined and the runs that go
   from left to right (numbers, Latin names) are turned round, so that they are right in the
   mirror;
2. every line of the screen is mirrored (:mod:`azun_quiz.tui.mirror`).

What comes in goes the other way: columns of the mouse are mirrored and then led to the character
that is shown there, left and right arrow keys change places, the terminal's cursor (where input
methods open their windows) follows.

Why so
------
In 8.x a line filter does not see lines of the screen but of single widgets, border included,
before the compositor crops them. Reordering there with base direction R turns the inside of each
widget round, but docks, columns, scroll bars and the order of neighbours stay, so all layout
would have to be mirrored by a second set of CSS (scroll bars cannot), and clicks, selections and
the cursor of an input would point at the wrong cell of every line. Mirroring the screen as a
whole mirrors all of that alike, needs no CSS, and leaves right what Textual computes, as
everything it knows is in one system of coordinates. In it pure Arabic text has the very columns
that Textual thinks it has; only left-to-right runs move, within their own line, and a table of
columns undoes that for the mouse and the cursor.

The seam is the compositor of each screen, which is not a public part of Textual: ``_get_renders``
(what is on the screen, by widget), ``render_full_update`` and ``render_partial_update`` (what is
written). The tests of this module fail if a release changes them.

Rules for what is drawn
-----------------------
- How a line is cut into fields and put in order is told in :mod:`azun_quiz.tui.reading_order`.
- A widget that draws a picture (big digits, a chart) derives from :class:`AsDrawn` as well, and is
  shown as it is.
- Text that a Screen itself draws is not put in order, since that is where the screen behind a
  dialog appears, which is in order already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from textual import events
from textual._compositor import ChopsUpdate, Compositor, InlineUpdate, LayoutUpdate
from textual.app import App, ReturnType
from textual.binding import Binding
from textual.errors import NoWidget
from textual.geometry import Offset, Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from azun_quiz.text import bidi
from azun_quiz.tui.mirror import mirror_image
from azun_quiz.tui.reading_order import Remembered, in_reading_order, logical_columns

mirrored = Remembered(lambda strip: mirror_image(tuple(strip)))
"""A piece of a line back to front."""


class AsDrawn:
    """Goes before a widget class whose lines are pictures: they are not turned round."""


def _prepared(widget: Widget, strips: list[Strip]) -> list[Strip]:
    """The lines of a widget so that they are right in the mirror."""
    if isinstance(widget, Screen):
        return strips
    if isinstance(widget, AsDrawn):
        return [mirrored(strip) for strip in strips]
    return [in_reading_order(strip) for strip in strips]


def _shares_lines(region: Region, crop: Region) -> bool:
    return region.y < crop.bottom and crop.y < region.bottom


class MirrorCompositor(Compositor):
    """A compositor that writes the mirror image of what it has put together.

    Mirrored is what goes to the terminal or into a picture of the screen. The lines that another
    screen takes as its background are not: they are mirrored with it.
    """

    def __init__(self, app: RightToLeftApp[Any]) -> None:
        super().__init__()
        self._app = app

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """The lines of the widgets, but of those only that have lines where something changes."""
        for widget, (region, clip) in self.visible_widgets.items():
            visible = region.intersection(clip)
            if not visible or (crop is not None and not _shares_lines(visible, crop)):
                continue
            left, top = visible.x - region.x, visible.y - region.y
            if not self._app.right_to_left:
                inner = Region(left, top, visible.width, visible.height)
                yield region, clip, widget.render_lines(inner)
                continue
            strips = widget.render_lines(Region(0, top, region.width, visible.height))
            strips = _prepared(widget, strips)
            if visible.width != region.width:
                strips = [strip.crop(left, left + visible.width) for strip in strips]
            yield region, clip, strips

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """The whole screen, mirrored where the program runs from right to left."""
        update = super().render_full_update(simplify)
        if not self._app.right_to_left:
            return update
        lines: list[Iterable[Strip]] = [
            [mirrored(strip) for strip in reversed(list(line))] for line in update.strips
        ]
        return LayoutUpdate(lines, update.region)

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed, mirrored where the program runs from right to left."""
        update = super().render_partial_update()
        if update is None or not self._app.right_to_left:
            return update
        width = self.size.width
        chops: list[Mapping[int, Strip | None]] = [{}] * len(update.chops)
        ends: list[list[int]] = [[]] * len(update.chops)
        for y in {y for y, _, _ in update.spans}:
            line = list(zip(update.chops[y].items(), update.chop_ends[y], strict=False))
            line.reverse()
            chops[y] = {
                width - end: None if strip is None else mirrored(strip) for (_, strip), end in line
            }
            ends[y] = [width - x for (x, _), _ in line]
        spans = [(y, width - right, width - left) for y, left, right in update.spans]
        return ChopsUpdate(chops, spans, ends)

    def render_inline(
        self, size: Size, screen_stack: list[Screen[Any]] | None = None, clear: bool = False
    ) -> InlineUpdate:
        """The screen of a program that runs below the prompt, mirrored likewise."""
        update = super().render_inline(size, screen_stack, clear)
        assert isinstance(update, InlineUpdate)
        if not self._app.right_to_left:
            return update
        return InlineUpdate([mirrored(strip) for strip in update.strips], update.clear)


_ARROWS = {"left": "right", "right": "left"}
_ARROW_SIGNS = str.maketrans("←→", "→←")
_SIDEWAYS: dict[type[events.MouseEvent], type[events.MouseEvent]] = {
    events.MouseScrollLeft: events.MouseScrollRight,
    events.MouseScrollRight: events.MouseScrollLeft,
}


def _key_in_mirror(event: events.Key) -> events.Key:
    """Left and right exchanged, whatever keys are held with them."""
    held, plus, key = event.key.rpartition("+")
    if key not in _ARROWS:
        return event
    return events.Key(held + plus + _ARROWS[key], event.character)


def _column_in_mirror(column: float, width: int) -> float:
    """A column (a fraction tells where in its cell) counted from the other side."""
    cell = int(column)
    return width - 1 - cell + (1 - (column - cell) if column > cell else 0)


class RightToLeftApp(App[ReturnType]):
    """An App that can run from right to left: see :attr:`right_to_left`."""

    _right_to_left = False
    _reading_cursor = Offset(0, 0)

    @property
    def right_to_left(self) -> bool:
        """Whether the program is shown from right to left; may be set at any time.

        It is for terminals that show cells as they are told. Where the terminal itself reorders
        right-to-left text this stays False.
        """
        return self._right_to_left

    @right_to_left.setter
    def right_to_left(self, value: bool) -> None:
        if value == self._right_to_left:
            return
        self._right_to_left = value
        if self.is_running:
            for screen in self.screen_stack:
                screen.refresh()

    def _register(self, parent: Any, *widgets: Widget, **options: Any) -> list[Widget]:
        # Every screen passes here before it has a size, whoever made it.
        for widget in widgets:
            if isinstance(widget, Screen) and not isinstance(widget._compositor, MirrorCompositor):
                widget._compositor = MirrorCompositor(self)
        return super()._register(parent, *widgets, **options)

    async def on_event(self, event: events.Event) -> None:
        """Leads keys and mouse events from the screen into reading coordinates."""
        if self._right_to_left and isinstance(event, events.InputEvent) and not event.is_forwarded:
            if isinstance(event, events.Key):
                event = _key_in_mirror(event)
            elif isinstance(event, events.MouseEvent):
                event = self._mouse_in_mirror(event)
        await super().on_event(event)

    def _mouse_in_mirror(self, event: events.MouseEvent) -> events.MouseEvent:
        # A copy, because the driver keeps the event and reads its position again.
        column = _column_in_mirror(event.pointer_screen_x, self.size.width)
        column += self._logical_column(int(column), event.screen_y) - int(column)
        kind = _SIDEWAYS.get(type(event), type(event))
        return kind(
            event.widget,
            column,
            event.pointer_screen_y,
            -event.delta_x,
            event.delta_y,
            event.button,
            event.shift,
            event.meta,
            event.ctrl,
            style=event.style,
        )

    def _line_at(self, x: int, y: int) -> tuple[int, tuple[int, ...]]:
        """Where the line of the widget at a place starts, and its logical columns by place."""
        try:
            widget, region = self.screen.get_widget_at(x, y)
        except NoWidget:
            return x, ()
        grabbed = self.mouse_captured
        if isinstance(widget, Screen | AsDrawn) or (grabbed is not None and grabbed is not widget):
            return x, ()
        strips = widget.render_lines(Region(0, y - region.y, region.width, 1))
        return region.x, logical_columns(tuple(strips[0])) if strips else ()

    def _logical_column(self, x: int, y: int) -> int:
        """The column, in logical order, of the character that is read at column ``x``.

        It is ``x`` itself where something else covers the column that it has in logical order.
        """
        start, columns = self._line_at(x, y)
        if not 0 <= x - start < len(columns):
            return x
        column = start + columns[x - start]
        return column if self._line_at(column, y) == (start, columns) else x

    def _reading_column(self, x: int, y: int) -> int:
        """The column at which the character is read that has column ``x`` in logical order."""
        start, columns = self._line_at(x, y)
        return start + columns.index(x - start) if x - start in columns else x

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is put; set in reading coordinates."""
        if not self._right_to_left:
            return self._reading_cursor
        x, y = self._reading_cursor
        return Offset(self.size.width - 1 - self._reading_column(x, y), y)

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._reading_cursor = offset

    def get_key_display(self, binding: Binding) -> str:
        """A key as the footer shows it.

        ``^q`` keeps its order, and arrows are those that stand on the keyboard.
        """
        shown = super().get_key_display(binding)
        if not self._right_to_left:
            return shown
        return bidi.LRI + shown.translate(_ARROW_SIGNS) + bidi.PDI

"""A widget that is a few lines of text, laid out by itself in the order of writing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from rich.segment import Segment
from textual.color import TRANSPARENT
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from azun_quiz.text.sources import source_name
from azun_quiz.tui.plain_text import content

if TYPE_CHECKING:
    from azun_quiz.text.catalog import Messages
    from azun_quiz.tui.app import AzunQuiz

GAP = 2
_COLUMN = "column"
"""The name under which `azun_quiz.tui.reading_order` looks for columns, as Textual's tables do."""


class Painted(NamedTuple):
    """A line, the style of the widget under it, its width, and what was made of all three."""

    line: Content
    style: Style
    width: int
    strip: Strip


class Strips(NamedTuple):
    """The painted lines of a widget of some style, and one without a line."""

    style: Style
    lines: list[Strip]
    blank: Strip


class Lines(Widget):
    """Paints the lines that `lines` gives for a width.

    Lines are composed in logical order, from the side where reading starts; whole lines are
    turned around afterwards where the language is written from right to left. So one widget
    paints a whole row, both its ends included.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Lines { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    ALLOW_SELECT = False
    """Whether the text can be selected; lines that cannot be are painted more quickly."""

    auto_links = False

    _made: tuple[int, list[Content]] | None = None
    _strips: Strips | None = None
    _painted: Mapping[int, Painted] = MappingProxyType({})
    _prepainted: Mapping[int, Painted] = MappingProxyType({})

    @property
    def quiz(self) -> AzunQuiz:
        """The running program."""
        return cast("AzunQuiz", self.app)

    @property
    def t(self) -> Messages:
        """The messages of the language in use."""
        return self.quiz.t

    def say(self, text: str, style: str = "") -> Content:
        """Text in one style, ready to be measured and wrapped."""
        return content(text, style, isolated=self.t.right_to_left)

    def apart(self, piece: Content, column: int) -> Content:
        """A piece that starts a column, so that it stays where it is put.

        Letters that merge when a right-to-left line is put in order leave their cells at the end
        of their own column, and not at the end of the line.
        """
        if not self.t.right_to_left:
            return piece
        return piece.stylize(Style.from_meta({_COLUMN: column}))

    def ends(self, start: Content, end: Content, width: int) -> Content:
        """One line with something at its start and at its end; the start gives way."""
        if not end:
            return clipped(start, width)
        end = clipped(end, width)
        room = width - end.cell_length - GAP
        if room < 1:
            return end
        start = clipped(start, room)
        gap = Content(" " * (width - start.cell_length - end.cell_length))
        return start + gap + self.apart(end, 1)

    def sources(self, names: Sequence[str], width: int) -> list[Content]:
        """The lines that name sources, each name in an order of its own."""
        label = self.say(self.t.plural("Source:", "Sources:", len(names)) + " ", "$quiet")
        between = Content.styled(self.t.context("list", "; "), "$quiet")
        said = [self.say(source_name(name, self.t), "$quiet") for name in names]
        return hanging(label, between.join(said), width)

    def lines(self, width: int) -> list[Content]:
        """The lines to paint, none longer than ``width`` cells."""
        raise NotImplementedError

    def remake(self) -> None:
        """Compose the lines anew, because what they show has changed."""
        self._made = self._strips = None
        self.refresh(layout=True)

    def repaint(self) -> None:
        """Compose the lines anew where the size stays the same; paint those that differ."""
        before, self._made, self._strips = self._made, None, None
        width = self.content_size.width
        if self.ALLOW_SELECT or before is None or before[0] != width or not width:
            self.refresh()
            return
        pairs = zip_longest(before[1], self.made(width))
        rows = [
            Region(0, y, width, 1)
            for y, (old, new) in enumerate(pairs)
            if old is not new and (old is None or new is None or not old.is_same(new))
        ]
        if rows:
            self.refresh(*rows)

    def prepaint(self, lines: Iterable[Content]) -> None:
        """Keep lines painted that `lines` may soon give, instead of those kept before.

        A strip remembers what it was made into, so each is written out once already.
        """
        style, width = self.visual_style, self.content_size.width
        self._prepainted = {id(line): self._paint(line, style, width, {}) for line in lines}
        for strip in self._filtered([each.strip for each in self._prepainted.values()], style):
            strip.render(self.app.console)

    def made(self, width: int) -> list[Content]:
        """The lines for a width, composed at most once."""
        if self._made is None or self._made[0] != width:
            self._made = (width, self.lines(width) if width > 0 else [])
            self._strips = None
        return self._made[1]

    def render(self) -> Content:
        """Paint the lines."""
        return Content("\n").join(self.made(self.content_size.width))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines; what was painted before is kept while nothing has changed."""
        if self.ALLOW_SELECT:
            return super().render_lines(crop)
        style, lines, blank = self._ready()
        if any(self.styles.gutter):
            return super().render_lines(crop)
        count, width = len(lines), self.size.width
        rows = [lines[y] if y < count else blank for y in crop.line_range]
        rows = self._filtered(rows, style)
        if crop.column_span != (0, width):
            rows = [row.crop(*crop.column_span) for row in rows]
        return rows

    def _filtered(self, rows: list[Strip], style: Style) -> list[Strip]:
        """Lines as the program wants all lines; each remembers what has become of it."""
        ground = style.background or TRANSPARENT
        for line_filter in self.get_line_filters():
            rows = [row.apply_filter(line_filter, ground) for row in rows]
        return rows

    def _ready(self) -> Strips:
        """All lines, painted; those that were painted before are not painted again."""
        style, width = self.visual_style, self.content_size.width
        lines = self.made(width)
        if self._strips is None or self._strips.style is not style:
            before = {**self._prepainted, **self._painted}
            painted = [self._paint(line, style, width, before) for line in lines]
            self._painted = {id(entry.line): entry for entry in painted}
            blank = Strip.blank(self.size.width, style.rich_style)
            self._strips = Strips(style, [entry.strip for entry in painted], blank)
        return self._strips

    def _paint(
        self, line: Content, style: Style, width: int, before: Mapping[int, Painted]
    ) -> Painted:
        """A line with its strip; the one painted before if the very same line was."""
        known = before.get(id(line))
        if known is not None and known.style is style and known.width == width:
            return known
        pieces = line.render(style, "", parse_style=self.app.stylesheet.parse_style)
        segments = [Segment(text, each.rich_style) for text, each in pieces]
        ground = Style(background=style.background).rich_style
        strip = Strip(segments, line.cell_length).adjust_cell_length(width, ground)
        return Painted(line, style, width, strip)

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        if self.ALLOW_SELECT or self._strips is None:
            return super().render_line(y)
        lines = self._strips.lines
        return lines[y] if y < len(lines) else self._strips.blank

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines."""
        return len(self.made(width))

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """All there is."""
        return container.width


def clipped(line: Content, width: int) -> Content:
    """The line cut to a width, with an ellipsis where something is missing."""
    return line if line.cell_length <= width else line.truncate(max(width, 1), ellipsis=True)


def hanging(first: Content, text: Content, width: int) -> list[Content]:
    """Text wrapped behind a first piece, its further lines indented to the same column."""
    indent = first.cell_length
    wrapped = text.wrap(max(width - indent, 8)) or [Content("")]
    return [first + wrapped[0], *(Content(" " * indent) + line for line in wrapped[1:])]

"""Lines of widgets in reading order: what is right once the whole screen is mirrored.

Letters are joined, and the runs of a line that go from left to right (numbers, Latin names) are
turned round.

- A line of a widget is cut into fields at box-drawing characters and between the columns of a
  :class:`~textual.widgets.DataTable`; each field is a paragraph of its own with base direction R.
  Columns of Latin words inside one widget need one of the two between them. Numbers at the start
  of a field are ordered as after Arabic letters, since that is what they follow in a wrapped
  text: the range 2003-2005 reads from right to left in a sentence, at the start of its second
  line, and as an option of its own.
- Lam and alef become one cell. The cell that gets free stands at the end of the field, so no
  width changes after Textual has measured: a line may break a little early, never late.
- Where lam and alef differ in style (a cursor on one of them) they stay two cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from azun_quiz.text import bidi

_DRAWING = "\u2500-\u25ff"
_FIELDS = re.compile(f"[{_DRAWING}]+|[^{_DRAWING}]+")
_IN_ORDER = re.compile(rf"[\s{_DRAWING}]*\Z").match


_Field = tuple[str, list[Style | None]]


def _fields(segments: tuple[Segment, ...]) -> Iterator[_Field]:
    """The fields of a line: the text of each, and the style of each of its characters."""
    text = ""
    styles: list[Style | None] = []
    before: object = None
    for part, style, _ in segments:
        column = style.meta.get("column") if style is not None and style._meta else None
        if column != before:
            yield from _without_drawing(text, styles)
            text, styles, before = "", [], column
        text += part
        styles += [style] * len(part)
    yield from _without_drawing(text, styles)


def _without_drawing(text: str, styles: list[Style | None]) -> Iterator[_Field]:
    for match in _FIELDS.finditer(text):
        yield match[0], styles[match.start() : match.end()]


def _look_alike(one: Style | None, other: Style | None) -> bool:
    """Whether two styles differ in nothing that can be seen."""
    if one is other or one is None or other is None:
        return one is other
    return one.clear_meta_and_links() == other.clear_meta_and_links()


def _ends(text: str) -> tuple[int, int]:
    """Where a field starts and ends without the blanks around it, which keep their places."""
    if _IN_ORDER(text):
        return len(text), len(text)
    return len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))


def _cells(text: str, styles: list[Style | None]) -> Sequence[bidi.Cell]:
    """A text without blanks around it in reading order."""
    return bidi.cells(text, "R", bidi.style_breaks(text, styles, _look_alike), True)[::-1]


def _as_it_is(text: str, styles: list[Style | None]) -> Iterator[Segment]:
    start = 0
    for _, group in groupby(styles, key=id):
        end = start + len(list(group))
        yield Segment(text[start:end], styles[start])
        start = end


def _ordered_field(text: str, styles: list[Style | None]) -> Iterator[Segment]:
    """A field in reading order, as wide as before.

    Cells that lam and alef leave free are blanks at its end.
    """
    start, end = _ends(text)
    yield from _as_it_is(text[:start], styles[:start])
    if start == end:
        return
    inner = text[start:end]
    inner_styles = styles[start:end]
    free = cell_len(inner) if bidi.may_shrink(inner) else 0
    cells = _cells(inner, inner_styles)
    for _, group in groupby(cells, key=lambda cell: id(inner_styles[cell.start])):
        run = list(group)
        shown = "".join([cell.text for cell in run])
        free -= cell_len(shown) if free else 0
        yield Segment(shown, inner_styles[run[0].start])
    yield from _as_it_is(text[end:], styles[end:])
    if free > 0:
        yield Segment(" " * free, styles[-1])


@lru_cache(maxsize=8192)
def _ordered(segments: tuple[Segment, ...]) -> Strip:
    """A line of a widget in reading order."""
    return Strip(
        segment for text, styles in _fields(segments) for segment in _ordered_field(text, styles)
    )


def _logical_ranges(text: str, first: int) -> list[range]:
    """The columns of each character of a field that starts at column ``first``.

    The marks of a character have none.
    """
    columns: list[range] = []
    for cluster in bidi.clusters(text):
        size = cell_len(cluster)
        columns.append(range(first, first + size))
        first += size
        columns += [range(first, first)] * (len(cluster) - 1)
    return columns


@lru_cache(maxsize=256)
def logical_columns(segments: tuple[Segment, ...]) -> tuple[int, ...]:
    """For each column of a line in reading order, the column of the same cell in logical order.

    The blanks that lam and alef leave have that of the last cell of their field.
    """
    columns: list[int] = []
    for text, styles in _fields(segments):
        ranges = _logical_ranges(text, len(columns))
        start, end = _ends(text)
        inner = [ranges[start + cell.start] for cell in _cells(text[start:end], styles[start:end])]
        for found in chain(ranges[:start], inner, ranges[end:]):
            columns += found
        last = ranges[-1].stop
        columns += [last - 1] * (last - len(columns))
    return tuple(columns)


class Remembered:
    """A conversion of strips that gives the same answer for the same or an equal strip at once.

    A widget hands out the strip of a line until that line changes, so most questions are answered
    by looking at which object it is; the strip is kept with the answer, as its identity must not
    pass to another one.
    """

    _MAX_KNOWN = 4096

    def __init__(self, convert: Callable[[Strip], Strip]) -> None:
        self._convert = convert
        self._known: dict[int, tuple[Strip, Strip]] = {}

    def __call__(self, strip: Strip) -> Strip:
        """The converted strip."""
        known = self._known.get(id(strip))
        if known is None:
            if len(self._known) >= self._MAX_KNOWN:
                self._known.clear()
            known = self._known[id(strip)] = strip, self._convert(strip)
        return known[1]


in_reading_order = Remembered(
    lambda strip: strip if _IN_ORDER(strip.text) else _ordered(tuple(strip))
)
"""A line of a widget put into reading order: mirrored, it has its visual order."""

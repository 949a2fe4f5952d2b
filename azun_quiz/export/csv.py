"""Comma-separated values for spreadsheets: one item a row, the names of the columns first.

UTF-8 with a byte order mark, since Excel takes a file without one for the machine's old code page
and spoils every letter that is not English; ``utf-8-sig`` in Python, LibreOffice and Google Sheets
read it as well. Commas, quotation marks doubled and lines that end in CR LF, as RFC 4180 has it.

A cell that a spreadsheet might run as a formula has an apostrophe in front
(:func:`azun_quiz.text.safe.spreadsheet_cell`). To have the text back, take one apostrophe from the
front of each cell that begins with one.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from azun_quiz.content.templates import MAX_OPTIONS
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.text.safe import spreadsheet_cell
from azun_quiz.text.sources import source_name

SUFFIX = ".csv"
BINARY = False

_MARK = "\ufeff"
_BETWEEN_SOURCES = "; "

COLUMNS = (
    "id",
    "lang",
    "topic",
    "topic_name",
    "level",
    "stem",
    *(f"option_{number}" for number in range(1, MAX_OPTIONS + 1)),
    "right_option",
    "explanation",
    "sources",
)
"""``right_option`` is the number of the column of options with the right one, from 1."""


class _Line:
    """A file that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        """The line as it is."""
        return line


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The table, row by row."""
    write = csv.writer(_Line()).writerow
    yield (_MARK + write(COLUMNS)).encode()
    for item in sheet.items:
        yield write(map(spreadsheet_cell, _row(item, sheet))).encode()


def _row(item: Item, sheet: Sheet) -> list[str]:
    options = [*item.options, *[""] * (MAX_OPTIONS - len(item.options))]
    sources = _BETWEEN_SOURCES.join(source_name(name, sheet.t) for name in item.sources)
    return [
        item.id,
        item.lang,
        item.topic,
        sheet.topic(item),
        item.level,
        item.stem,
        *options,
        str(item.key + 1),
        item.explanation,
        sources,
    ]

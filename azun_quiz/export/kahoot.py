"""Kahoot: the form of spreadsheet (xlsx) that its importer reads.

The form is that of Kahoot's own template: a table whose headings stand in row 8, in columns B to
H, with the numbers of the questions before it. It has no place for explanations, sources,
topics or ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import xlsxwriter

from azun_quiz.errors import UserError
from azun_quiz.export.archive import archive
from azun_quiz.export.sheet import Sheet
from azun_quiz.game.plan import SECONDS
from azun_quiz.generator.item import Item
from azun_quiz.levels import DEFAULT_LEVEL
from azun_quiz.text.catalog import N_, Messages
from azun_quiz.text.safe import holdable

SUFFIX = ".xlsx"
BINARY = True

MAX_STEM_LENGTH = 120
"""So many characters Kahoot takes in a question."""

MAX_OPTION_LENGTH = 75
MAX_OPTIONS = 4
TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
"""The seconds for a question among which Kahoot lets one choose."""

HEADINGS = (
    f"Question - max {MAX_STEM_LENGTH} characters",
    *(
        f"Answer {number} - max {MAX_OPTION_LENGTH} characters"
        for number in range(1, MAX_OPTIONS + 1)
    ),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
HEADINGS_ROW = 8
"""The row of the headings, counted from 1; the questions follow."""

_CREATED = datetime(1980, 1, 1)


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The spreadsheet in one piece.

    Raises:
        UserError: none of the items fits into the form.
    """
    items = []
    for item in sheet.items:
        reason = _reason(item, sheet.t)
        if reason:
            sheet.left_out(item, reason)
        else:
            items.append(item)
    if not items:
        raise UserError(
            N_("No question is short enough for Kahoot."), N_("Choose other or more questions.")
        )
    yield _same_bytes(_workbook(items, holdable(sheet.title)))


def _reason(item: Item, t: Messages) -> str:
    """Why the form has no room for an item; empty if it has."""
    if _length(item.stem) > MAX_STEM_LENGTH:
        return t("its text has more than {most} characters", most=MAX_STEM_LENGTH)
    if max(map(_length, item.options)) > MAX_OPTION_LENGTH:
        return t("an option has more than {most} characters", most=MAX_OPTION_LENGTH)
    if len(item.options) > MAX_OPTIONS:
        return t("it has more than {most} options", most=MAX_OPTIONS)
    return ""


def _length(text: str) -> int:
    """The characters of a text as a web page counts them."""
    return len(holdable(text).encode("utf-16-le")) // 2


def _seconds(level: str) -> int:
    """The time for a question of a level: that of a timed round, or the next longer one."""
    wanted = SECONDS.get(level, SECONDS[DEFAULT_LEVEL])
    return next(seconds for seconds in TIMES if seconds >= wanted)


def _workbook(items: list[Item], title: str) -> BytesIO:
    stream = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": title, "created": _CREATED})
        page = book.add_worksheet("Sheet1")
        # Cells of the format "text" stay text when somebody edits them.
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        bold = book.add_format({"num_format": "@", "text_wrap": True, "bold": True})
        page.set_column("A:A", 5)
        page.set_column("B:B", 60)
        page.set_column("C:H", 24)
        page.write_string(1, 1, title, bold)
        for column, heading in enumerate(HEADINGS, 1):
            page.write_string(HEADINGS_ROW - 1, column, heading, bold)
        for number, item in enumerate(items, 1):
            row = HEADINGS_ROW - 1 + number
            page.write_number(row, 0, number)
            for column, words in enumerate((item.stem, *item.options), 1):
                page.write_string(row, column, holdable(words), text)
            page.write_number(row, 2 + MAX_OPTIONS, _seconds(item.level))
            page.write_number(row, 3 + MAX_OPTIONS, item.key + 1)
    return stream


def _same_bytes(stream: BytesIO) -> bytes:
    """The workbook in an archive without compression, which would depend on the machine."""
    with ZipFile(stream) as opened:
        return archive({name: opened.read(name) for name in opened.namelist()})

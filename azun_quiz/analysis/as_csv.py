"""The analysis as a table for a spreadsheet: a row for each question and one for each option.

The column ``row`` says which it is. Numbers have a decimal point; a text that a spreadsheet would
run as a formula gets an apostrophe before it, as the OWASP page on CSV injection advises.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from azun_quiz.analysis.analysis import Analysis, ItemAnalysis
from azun_quiz.analysis.options import OptionFigures
from azun_quiz.text.catalog import Messages
from azun_quiz.text.safe import spreadsheet_cell

COLUMNS = (
    "row", "item", "text", "key", "answered", "right", "facility", "deviation", "guess",
    "discrimination", "low", "high", "point_biserial", "upper_less_lower", "efficiency",
    "distractor_efficiency", "timeouts", "hinted", "seconds", "shown", "chosen", "share",
    "working", "attention",
)  # fmt: skip

_BYTE_ORDER_MARK = "\ufeff"  # Without it spreadsheets take UTF-8 for something else.


def pieces(found: Analysis, t: Messages) -> Iterator[bytes]:
    """The file, piece by piece."""
    yield (_BYTE_ORDER_MARK + _line(dict.fromkeys(COLUMNS, ""), head=True)).encode()
    for each in found.items:
        yield _line(_item(each, t)).encode()
        for option in each.options:
            yield _line(_option(each, option)).encode()


def _line(cells: dict[str, object], *, head: bool = False) -> str:
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="")
    if head:
        writer.writeheader()
    else:
        writer.writerow({name: _cell(value) for name, value in cells.items()})
    return stream.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, float):
        return f"{round(value, 4) + 0.0:.4f}"
    return spreadsheet_cell(value) if isinstance(value, str) else value


def _item(each: ItemAnalysis, t: Messages) -> dict[str, object]:
    figures, known = each.figures, each.figures.discrimination
    cells: dict[str, object] = {
        "row": "item",
        "item": each.item,
        "text": each.stem,
        "answered": figures.answered,
        "right": figures.right,
        "facility": figures.facility,
        "deviation": figures.deviation,
        "guess": figures.guess,
        "distractor_efficiency": each.distractors,
        "timeouts": figures.timeouts,
        "hinted": figures.hinted,
        "seconds": figures.seconds,
        "attention": " ".join(reason.sentence(t) for reason in each.reasons),
    }
    if known is not None:
        low, high = known.interval or (None, None)
        cells |= {
            "discrimination": known.rest,
            "low": low,
            "high": high,
            "point_biserial": known.total,
            "upper_less_lower": known.groups,
            "efficiency": known.efficiency,
        }
    return cells


def _option(each: ItemAnalysis, option: OptionFigures) -> dict[str, object]:
    return {
        "row": "option",
        "item": each.item,
        "text": option.text,
        "key": "key" if option.is_key else "",
        "discrimination": option.rest,
        "shown": option.shown,
        "chosen": option.chosen,
        "share": option.share,
        "working": "" if not option.is_judged else "no" if option.is_idle else "yes",
    }

"""The spreadsheet for Kahoot, read by openpyxl."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from azun_quiz.errors import UserError
from azun_quiz.export import kahoot
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import messages
from azun_quiz.text.safe import holdable
from tests.export.hostile import PIECES, sheets

LANGUAGES = ("en", "ar", "az")
Items = Callable[..., dict[str, Item]]
Told = list[tuple[Item, str]]


def written(made: Iterable[Item], lang: str = "en", title: str = "T") -> tuple[bytes, Told]:
    """The file, and what was left out of it."""
    told: Told = []
    sheet = Sheet(made, messages(lang), title, left_out=lambda *left: told.append(left))
    return b"".join(kahoot.pieces(sheet)), told


def read(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def rows(data: bytes) -> list[tuple[object, ...]]:
    """The rows below the headings, columns A to H."""
    page = read(data).active
    return list(page.iter_rows(min_row=9, max_col=8, values_only=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bank_comes_back_but_for_what_is_too_long(items: Items, lang: str) -> None:
    made = items(lang)
    data, told = written(made.values(), lang)
    left = {item.id for item, _ in told}
    kept = [item for name, item in made.items() if name not in left]
    assert len(kept) > 700
    for item in kept:
        assert len(item.stem) <= 120
        assert max(map(len, item.options)) <= 75
    for item, _ in told:
        assert len(item.stem) > 120 or max(map(len, item.options)) > 75
    expected = [
        (number, item.stem, *item.options, *[None] * (4 - len(item.options)), 30, item.key + 1)
        for number, item in enumerate(kept, 1)
    ]
    assert rows(data) == expected


def test_the_form_is_that_of_kahoot(items: Items) -> None:
    data, _ = written(items().values(), title="Class 9")
    page = read(data).active
    assert page.title == "Sheet1"
    assert [cell.value for cell in page[8]] == [
        None,
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ]
    assert page["B2"].value == "Class 9"


@pytest.mark.parametrize(("level", "seconds"), [("easy", 30), ("medium", 30), ("hard", 20)])
def test_the_time_follows_the_level(items: Items, level: str, seconds: int) -> None:
    data, _ = written([replace(items()["resolution-date/unsc-853"], level=level)])
    assert rows(data)[0][6] == seconds


def item_with(stem: str = "Who?", options: tuple[str, ...] = ("He", "She")) -> Item:
    return Item("i", "t", "x", (), "en", stem, options, 0, "", (), "medium", 0)


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (item_with(stem="x" * 121), "its text has more than 120 characters"),
        (item_with(stem="\U0001f9ee" * 61), "its text has more than 120 characters"),
        (item_with(options=("a", "b" * 76)), "an option has more than 75 characters"),
        (item_with(options=tuple("abcde")), "it has more than 4 options"),
    ],
)
def test_what_does_not_fit_is_left_out_with_the_reason(item: Item, reason: str) -> None:
    fitting = item_with("x" * 120, ("a", "b" * 75, "c", "d"))
    data, told = written([item, fitting])
    assert told == [(item, reason)]
    assert [row[1] for row in rows(data)] == [fitting.stem]


def test_nothing_that_fits_is_an_error() -> None:
    with pytest.raises(UserError):
        written([item_with("x" * 121)])


@settings(max_examples=25)
@given(sheets())
def test_hostile_text_is_never_a_formula_or_a_link(sheet: Sheet) -> None:
    made = [replace(item, stem=item.stem[:60], options=short(item)) for item in sheet.items]
    data, told = written(made, title=sheet.title)
    assert not told
    page = read(data).active
    for item, row in zip(made, rows(data), strict=True):
        texts = [unescape(text) for text in row[1 : 1 + len(item.options) + 1]]
        assert texts == [holdable(item.stem), *map(holdable, item.options)]
    for cell in (cell for row in page.iter_rows() for cell in row if cell.value is not None):
        assert cell.data_type == ("n" if cell.column in (1, 7, 8) and cell.row > 8 else "s")
        assert cell.hyperlink is None
        assert cell.data_type == "n" or cell.number_format == "@"


def short(item: Item) -> tuple[str, ...]:
    return tuple(option[:30] for option in item.options[: max(item.key + 1, 2)][:4]) or ("a",)


def test_each_hostile_piece_comes_back() -> None:
    made = [item_with(piece, (piece, "x")) for piece in PIECES]
    data, _ = written(made)
    assert [unescape(row[1]) for row in rows(data)] == [holdable(piece) for piece in PIECES]


def test_the_same_items_give_the_same_bytes(items: Items) -> None:
    made = list(items("ar").values())[:30]
    first, again = written(made, "ar")[0], written(iter(made), "ar")[0]
    assert first == again
    with ZipFile(BytesIO(first)) as opened:
        assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert read(first).properties.created == datetime(1980, 1, 1)

"""CSV: read back by the documented rule, and nothing in it runs as a formula."""

from __future__ import annotations

import csv as reader
from collections.abc import Callable
from io import StringIO

import pytest
from hypothesis import given, settings

from azun_quiz.export import csv
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from azun_quiz.text.catalog import messages
from azun_quiz.text.safe import holdable
from azun_quiz.text.sources import source_name
from tests.export.hostile import filled_sheets
from tests.export.reading import LANGUAGES, kept_sheet, sheet_of
from tests.golden.comparing import assert_golden

Items = Callable[..., dict[str, Item]]


def written(sheet: Sheet) -> bytes:
    return b"".join(csv.pieces(sheet))


def cells(data: bytes) -> list[list[str]]:
    """The rows as they stand in the file."""
    return list(reader.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def read(data: bytes) -> list[dict[str, str]]:
    """The items as somebody reads them who knows the rule of the apostrophe and no more."""
    names, *rows = cells(data)
    return [
        {name: cell.removeprefix("'") for name, cell in zip(names, row, strict=True)}
        for row in rows
    ]


def check(sheet: Sheet) -> None:
    found = read(written(sheet))
    for row, item in zip(found, sheet.items, strict=True):
        options = [row[f"option_{number}"] for number in range(1, 6)]
        assert options == [*map(holdable, item.options), *[""] * (5 - len(item.options))]
        assert row[f"option_{row['right_option']}"] == holdable(item.answer)
        assert row == row | {
            "id": holdable(item.id),
            "lang": item.lang,
            "topic": holdable(item.topic),
            "topic_name": holdable(sheet.topic(item)),
            "level": item.level,
            "stem": holdable(item.stem),
            "right_option": str(item.key + 1),
            "explanation": holdable(item.explanation),
            "sources": holdable("; ".join(source_name(each, sheet.t) for each in item.sources)),
        }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_character_of_the_bank_comes_back(library: Library, items: Items, lang: str) -> None:
    check(sheet_of(library, list(items(lang).values()), lang))


@settings(max_examples=50)
@given(sheet=filled_sheets())
def test_hostile_text_comes_back_and_nothing_runs(sheet: Sheet) -> None:
    check(sheet)
    for row in cells(written(sheet)):
        for cell in row:
            beginning = cell.lstrip(' \t\r\n\xa0"`´‘’“”«»')[:1]
            assert not beginning or beginning not in "=+-@\t\r\u2212\uff0b\uff0d\uff1d\uff20"


@pytest.mark.parametrize(
    "text", ["=1+1", " =1", '"=1', "+1", "-5", "@A1", "\u22125", "\uff1d1", "'quoted'", '" \'"=x']
)
def test_a_cell_that_might_run_has_an_apostrophe_in_front(text: str) -> None:
    assert cells(written(one(text)))[1][5] == f"'{text}"


@pytest.mark.parametrize("text", ["5 - 3", "a=b", "1993", "“A”", "(–5)", "– 5"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert cells(written(one(text)))[1][5] == text


def one(stem: str) -> Sheet:
    item = Item("t/f", "t", "x", (), "en", stem, ("1", "2", "3"), 0, "", (), "easy", 0)
    return Sheet([item], messages("en"), "")


def test_a_mark_for_spreadsheets_and_lines_as_the_standard_has_them() -> None:
    data = written(one("What?"))
    assert data.startswith(b"\xef\xbb\xbfid,lang,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_that_were_looked_at(library: Library, lang: str) -> None:
    text = written(kept_sheet(library, lang)).decode().replace("\r\n", "\n")
    assert_golden(f"export.{lang}.csv", text)

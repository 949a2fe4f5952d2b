"""GIFT, read by the npm package gift-pegjs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from azun_quiz.export import gift
from azun_quiz.export.sheet import Sheet
from azun_quiz.export.sources import sources_told
from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from azun_quiz.names import level_name
from azun_quiz.text.catalog import messages
from azun_quiz.text.safe import holdable
from tests.export.hostile import filled_sheets
from tests.export.reading import (
    LANGUAGES,
    kept_sheet,
    read_html,
    remarks,
    sheet_of,
    topics_in_a_row,
)
from tests.export.tools import GiftReader
from tests.golden.comparing import assert_golden

Items = Callable[..., dict[str, Item]]


@pytest.fixture(scope="module")
def reader() -> Iterator[GiftReader]:
    opened = GiftReader()
    yield opened
    opened.close()


def written(sheet: Sheet) -> str:
    return b"".join(gift.pieces(sheet)).decode()


def texts(told: dict[str, str] | None, sheet: Sheet) -> list[str]:
    """The texts of a stem, an option or a feedback."""
    if told is None:
        return []
    assert told["format"] == "html"
    found, directions = read_html(told["text"])
    assert directions == ({"rtl"} if sheet.t.right_to_left else set())
    return found


def check_question(question: dict[str, Any], item: Item, sheet: Sheet) -> None:
    assert question["type"] == "MC"
    assert question["title"] == holdable(item.id)
    assert question["tags"] == [level_name(item.level, sheet.t)]
    assert texts(question["stem"], sheet) == [holdable(item.stem)]
    choices = question["choices"]
    assert [choice["isCorrect"] for choice in choices].index(True) == item.key
    assert sum(choice["isCorrect"] for choice in choices) == 1
    assert [choice["weight"] for choice in choices] == [None] * len(choices)
    shown = [texts(choice["text"], sheet) for choice in choices]
    assert shown == [[holdable(option)] for option in item.options]
    said = [texts(choice["feedback"], sheet) for choice in choices]
    assert said == [[holdable(remark)] if remark else [] for remark in remarks(sheet, item)]
    told = [holdable(text) for text in (item.explanation, sources_told(item, sheet.t)) if text]
    assert texts(question["globalFeedback"], sheet) == told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_character_of_the_bank_comes_back(
    library: Library, items: Items, reader: GiftReader, lang: str
) -> None:
    made = list(items(lang).values())
    sheet = sheet_of(library, made, lang)
    read = reader.read(written(sheet))
    questions = [each for each in read if each["type"] != "Category"]
    for question, item in zip(questions, made, strict=True):
        check_question(question, item, sheet)
        assert question["id"] == item.id
    paths = [each["title"] for each in read if each["type"] == "Category"]
    topics = [sheet.topics[topic] for topic in topics_in_a_row(made)]
    assert paths == [f"{sheet.title}/{topic}" for topic in topics]


@settings(max_examples=50)
@given(sheet=filled_sheets())
def test_hostile_text_comes_back(sheet: Sheet, reader: GiftReader) -> None:
    read = reader.read(written(sheet))
    questions = [each for each in read if each["type"] != "Category"]
    for question, item in zip(questions, sheet.items, strict=True):
        check_question(question, item, sheet)


def test_what_is_longer_than_moodle_keeps_is_cut(reader: GiftReader) -> None:
    name = "t/" + "f" * 100
    item = Item(name, "t", "x", (), "en", "What?", ("1", "2"), 0, "", (), "easy", 0)
    question = reader.read(written(Sheet([item], messages("en"), "")))[-1]
    assert question["title"] == name
    assert len(question["id"]) == 100


def test_a_slash_in_a_name_makes_no_category_of_its_own(library: Library) -> None:
    item = library.bank.item(library.bank.ids()[0], lang="en")
    sheet = Sheet([item], messages("en"), " Maps and/or\nnames ", topics={item.topic: "A/B"})
    assert written(sheet).startswith("$CATEGORY: Maps and//or\ufffdnames/A//B\n\n//")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_that_were_looked_at(library: Library, lang: str) -> None:
    assert_golden(f"export.{lang}.gift", written(kept_sheet(library, lang)))

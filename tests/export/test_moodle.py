"""Moodle XML, read by lxml and by moodle-xml-parser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from lxml import etree
from moodle_xml_parser.parser import parse_bytes

from azun_quiz.export import moodle
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
from tests.golden.comparing import assert_golden

Items = Callable[..., dict[str, Item]]


def written(sheet: Sheet) -> bytes:
    return b"".join(moodle.pieces(sheet))


def texts(node: etree._Element, sheet: Sheet) -> list[str]:
    """The paragraphs of a text field."""
    assert node.get("format") == "html"
    found, directions = read_html(node.findtext("text") or "")
    assert directions <= {"rtl" if sheet.t.right_to_left else "ltr"}
    return found


def check_question(question: etree._Element, item: Item, sheet: Sheet) -> None:
    assert texts(question.find("questiontext"), sheet) == [holdable(item.stem)]
    answers = question.findall("answer")
    assert [texts(answer, sheet) for answer in answers] == [
        [holdable(option)] for option in item.options
    ]
    fractions = ["100" if index == item.key else "0" for index in range(len(item.options))]
    assert [answer.get("fraction") for answer in answers] == fractions
    said = [texts(answer.find("feedback"), sheet) for answer in answers]
    assert said == [[holdable(remark)] if remark else [] for remark in remarks(sheet, item)]
    told = [holdable(text) for text in (item.explanation, sources_told(item, sheet.t)) if text]
    assert texts(question.find("generalfeedback"), sheet) == told
    assert question.findtext("tags/tag/text") == level_name(item.level, sheet.t)
    assert (question.findtext("single"), question.findtext("shuffleanswers")) == ("true", "false")


def questions(data: bytes, kind: str) -> list[etree._Element]:
    return etree.fromstring(data).findall(f"question[@type='{kind}']")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_character_of_the_bank_comes_back(library: Library, items: Items, lang: str) -> None:
    made = list(items(lang).values())
    sheet = sheet_of(library, made, lang)
    data = written(sheet)
    for question, item in zip(questions(data, "multichoice"), made, strict=True):
        check_question(question, item, sheet)
        assert question.findtext("idnumber") == item.id
        assert question.findtext("name/text") == item.stem
    paths = [each.findtext("category/text") for each in questions(data, "category")]
    topics = [sheet.topics[topic] for topic in topics_in_a_row(made)]
    assert paths == [f"{sheet.title}/{topic}" for topic in topics]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reader_of_moodle_files_finds_the_same(library: Library, items: Items, lang: str) -> None:
    made = list(items(lang).values())
    read = parse_bytes(written(sheet_of(library, made, lang)))["multichoice"]
    around = '<p dir="rtl" lang="ar">' if lang == "ar" else f'<p dir="ltr" lang="{lang}">'

    def paragraphs(*shown: str) -> str:
        return "".join(f"{around}{text}</p>" for text in shown)

    for question, item in zip(read, made, strict=True):
        assert question.name == item.stem
        assert question.text_pre_parse == paragraphs(item.stem)
        assert [each.answer for each in question.options] == list(map(paragraphs, item.options))
        right = [index for index, each in enumerate(question.options) if each.score_fraction == 100]
        assert right == [item.key]
        told = paragraphs(item.explanation, sources_told(item, messages(lang)))
        assert question.general_feedback == told
        assert (question.single, question.shuffle_answers) == (True, False)


@settings(max_examples=50)
@given(sheet=filled_sheets())
def test_hostile_text_comes_back(sheet: Sheet) -> None:
    data = written(sheet)
    for question, item in zip(questions(data, "multichoice"), sheet.items, strict=True):
        check_question(question, item, sheet)
    assert len(parse_bytes(data)["multichoice"]) == len(list(sheet.items))


def test_what_is_longer_than_moodle_keeps_is_cut() -> None:
    def named(end: str) -> Item:
        name = "t/" + "f" * 100 + end
        return Item(name, "t", "x", (), "en", "W" * 300, ("1", "2"), 0, "", (), "easy", 0)

    data = written(Sheet([named("a"), named("b")], messages("en"), ""))
    one, other = questions(data, "multichoice")
    assert len(one.findtext("name/text")) == 255
    numbers = one.findtext("idnumber"), other.findtext("idnumber")
    assert [len(number) for number in numbers] == [100, 100]
    assert len(set(numbers)) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_that_were_looked_at(library: Library, lang: str) -> None:
    assert_golden(f"export.{lang}.moodle.xml", written(kept_sheet(library, lang)).decode())

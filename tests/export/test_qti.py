"""QTI, read by onyx2moodle, and answered in pyslet, which scores as the specification says."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from onyx2moodle.classifier import classify
from onyx2moodle.parser import AssessmentItem, parse_item

from azun_quiz.export.identity import xml_name
from azun_quiz.export.sheet import Sheet
from azun_quiz.export.sources import sources_told
from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from azun_quiz.text.safe import holdable
from azun_quiz.text.sources import source_name
from tests.export.hostile import filled_sheets
from tests.export.qti_files import unpacked, written
from tests.export.reading import KEPT, LANGUAGES, kept_sheet, remarks, sheet_of
from tests.golden.comparing import assert_golden

Items = Callable[..., dict[str, Item]]

NAMES = {
    "q": "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "c": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "l": "http://ltsc.ieee.org/xsd/LOM",
}
STYLE = "items/right-to-left.css"


def values(node: etree._Element, path: str) -> list[Any]:
    return node.xpath(path, namespaces=NAMES)


def item_files(files: dict[str, bytes]) -> list[bytes]:
    """The files of the items, in the order of the manifest."""
    manifest = etree.fromstring(files["imsmanifest.xml"])
    return [
        files[name] for name in values(manifest, "//c:resource[@type='imsqti_item_xmlv2p1']/@href")
    ]


def paragraphs(markup: str) -> list[str]:
    return [node.text or "" for node in etree.fromstring(f"<x>{markup}</x>").iter("p")]


def check_item(read: AssessmentItem, item: Item, sheet: Sheet) -> None:
    """What another reader finds in the file of an item."""
    assert classify(read).target == "multichoice"
    [asked] = read.interactions
    prompt = read.body_xml.find(".//{*}prompt")
    assert prompt.text == holdable(item.stem)
    assert [choice.html for choice in asked.choices] == list(map(holdable, item.options))
    assert (asked.shuffle, asked.max_choices) == (False, 1)
    right = read.response_decls["RESPONSE"].correct_values
    assert right == [asked.choices[item.key].identifier]
    said = {feedback.identifier: paragraphs(feedback.html) for feedback in read.feedback}
    told = [holdable(text) for text in (item.explanation, sources_told(item, sheet.t)) if text]
    assert said.pop("explanation", []) == told
    remarked = {
        choice.identifier: [holdable(remark)]
        for choice, remark in zip(asked.choices, remarks(sheet, item), strict=True)
        if remark
    }
    assert said == remarked


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_character_of_the_bank_comes_back(
    library: Library, items: Items, lang: str, tmp_path: Path
) -> None:
    made = list(items(lang).values())
    sheet = sheet_of(library, made, lang)
    place = tmp_path / "item.xml"
    for file, item in zip(item_files(unpacked(written(sheet))), made, strict=True):
        place.write_bytes(file)
        check_item(parse_item(place), item, sheet)


@settings(max_examples=50)
@given(sheet=filled_sheets())
def test_hostile_text_comes_back(sheet: Sheet, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.getbasetemp() / "hostile.xml"
    files = unpacked(written(sheet))
    for file, item in zip(item_files(files), sheet.items, strict=True):
        place.write_bytes(file)
        check_item(parse_item(place), item, sheet)
    assert etree.fromstring(files["test.xml"]).get("title") == holdable(sheet.title)


@pytest.fixture(scope="module")
def answered() -> Callable[[bytes, str], tuple[float, str, str]]:
    """Answers an item in pyslet; gives the score and which feedback is to be shown."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyslet.qtiv2.variables import ItemSessionState
        from pyslet.qtiv2.xml import QTIDocument

    def answer(file: bytes, choice: str) -> tuple[float, str, str]:
        document = QTIDocument()
        document.read(src=BytesIO(file))
        session = ItemSessionState(document.root)
        session.begin_session()
        session.begin_attempt()
        session["RESPONSE"].set_value(choice)
        session.end_attempt()
        return tuple(session[name].value for name in ("SCORE", "REMARK", "SOLUTION"))

    return answer


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_engine_gives_the_point_for_the_right_option_alone(
    library: Library,
    items: Items,
    lang: str,
    answered: Callable[[bytes, str], tuple[float, str, str]],
) -> None:
    made = list(items(lang).values())[::150]
    files = item_files(unpacked(written(sheet_of(library, made, lang))))
    for file, item in zip(files, made, strict=True):
        for index, choice in enumerate("ABCDE"[: len(item.options)]):
            assert answered(file, choice) == (float(index == item.key), choice, "explanation")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_package_names_all_that_is_in_it(library: Library, items: Items, lang: str) -> None:
    made = list(items(lang).values())
    sheet = sheet_of(library, made, lang)
    files = unpacked(written(sheet))
    manifest = etree.fromstring(files["imsmanifest.xml"])
    assert {*values(manifest, "//c:file/@href"), "imsmanifest.xml"} == set(files)
    assert (STYLE in files) == (lang == "ar")
    names = values(manifest, "//c:resource/@identifier")
    assert len(names) == len(set(names))
    assert set(values(manifest, "//c:dependency/@identifierref")) <= set(names)
    test = etree.fromstring(files["test.xml"])
    asked = values(test, "//q:assessmentItemRef/@href")
    assert sorted(asked) == sorted(name for name in files if name.endswith(".xml") and "/" in name)
    in_sections = [sheet.topics[topic] for topic in dict.fromkeys(item.topic for item in made)]
    assert values(test, "//q:assessmentSection/@title") == in_sections
    described = values(manifest, "//c:resource[@type='imsqti_item_xmlv2p1']")
    for resource, item in zip(described, made, strict=True):
        assert values(resource, ".//l:entry/text()") == [item.id]
        assert values(resource, ".//l:keyword/l:string/text()") == [sheet.topic(item)]
        assert values(resource, ".//l:language/text()") == [lang]
        assert values(resource, ".//l:difficulty/l:value/text()") == ["medium"]
        told = [source_name(source, sheet.t) for source in item.sources]
        assert values(resource, ".//l:relation//l:string/text()") == told


@pytest.mark.parametrize(
    ("level", "difficulty"), [("easy", "easy"), ("medium", "medium"), ("hard", "difficult")]
)
def test_a_level_is_told_in_the_words_of_the_standard(
    library: Library, level: str, difficulty: str
) -> None:
    item = library.bank.item(KEPT[0], lang="en", level=level)
    manifest = etree.fromstring(
        unpacked(written(sheet_of(library, [item], "en")))["imsmanifest.xml"]
    )
    assert values(manifest, "//l:difficulty/l:value/text()") == [difficulty]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_direction_and_language_are_said(library: Library, lang: str) -> None:
    for file in item_files(unpacked(written(kept_sheet(library, lang)))):
        root = etree.fromstring(file)
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
        marked = values(root, "//q:itemBody/@class")
        linked = values(root, "//q:stylesheet/@href")
        left = ["right-to-left"], ["right-to-left.css"]
        assert (marked, linked) == (left if lang == "ar" else ([], []))


def test_an_item_keeps_its_identifier_whatever_else_is_exported(library: Library) -> None:
    bank = library.bank
    ids = bank.ids()[:5]
    found = []
    for seed, level, kept in ((0, "medium", ids), (7, "hard", ids[:1])):
        made = [bank.item(item, lang="en", seed=seed, level=level) for item in kept]
        file = item_files(unpacked(written(sheet_of(library, made, "en"))))[0]
        found.append(etree.fromstring(file).get("identifier"))
    arabic = [bank.item(ids[0], lang="ar")]
    [file] = item_files(unpacked(written(sheet_of(library, arabic, "ar"))))
    assert found[0] == found[1] != etree.fromstring(file).get("identifier")


@given(st.lists(st.text(max_size=6), min_size=2, unique=True))
def test_no_two_names_become_one(names: list[str]) -> None:
    made = [xml_name("item", name) for name in names]
    assert len(set(made)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*", name) for name in made)


def test_a_long_name_is_cut_and_stays_its_own() -> None:
    one, other = (xml_name("item", "x" * 300 + end) for end in "ab")
    assert one != other
    assert len(one) < 200


def test_the_same_items_give_the_same_bytes(library: Library) -> None:
    data = written(kept_sheet(library, "ar"))
    assert data == written(kept_sheet(library, "ar"))
    with ZipFile(BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[:2] == ["imsmanifest.xml", "test.xml"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_that_were_looked_at(library: Library, lang: str) -> None:
    files = unpacked(written(kept_sheet(library, lang)))
    shown = [f"=== {name}\n{content.decode()}" for name, content in files.items()]
    version = re.compile(r'toolVersion="[^"]*"')
    assert_golden(f"export.{lang}.qti.txt", version.sub('toolVersion="0"', "\n".join(shown)))

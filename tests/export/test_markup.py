"""Text as HTML, and names in Latin letters kept apart in a text from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from lxml import html as reader

from azun_quiz.export.markup import html, phrase, sources
from azun_quiz.text.catalog import messages
from azun_quiz.text.safe import holdable
from tests.export.hostile import texts


def read(markup: str) -> reader.HtmlElement:
    return reader.fromstring(f"<div>{markup}</div>")


def isolated(markup: str) -> list[str]:
    return [found.text_content() for found in read(markup).xpath(".//bdi")]


@given(texts)
def test_every_text_comes_back(text: str) -> None:
    for markup in (html(text), *(phrase(text, messages(lang)) for lang in ("en", "ar"))):
        assert read(markup).text_content() == holdable(text)
        assert {element.tag for element in read(markup).iter()} <= {"div", "bdi"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("القرار 853 في عام 1993", []),
        ("الوثيقة S/RES/853 (1993).", ["S/RES/853 (1993)"]),
        ("ورد في مصدر آخر (azconsulate.sk): 1994-1997", ["azconsulate.sk"]),
        ("القرار S-18/1، والقرار A/RES/46/3", ["S-18/1", "A/RES/46/3"]),
        ("رسالة General Committee, 27 October 2004 هنا", ["General Committee, 27 October 2004"]),
        ("منظمة İSESCO و UNESCO", ["İSESCO", "UNESCO"]),
    ],
)
def test_names_in_latin_letters_are_isolated_in_arabic(text: str, names: list[str]) -> None:
    assert isolated(phrase(text, messages("ar"))) == names
    assert isolated(phrase(text, messages("en"))) == []


def test_sources_are_isolated_from_each_other() -> None:
    markup = sources(["S/RES/853 (1993)", "article R1", "<b>"], messages("en"))
    assert isolated(markup) == ["S/RES/853 (1993)", "article, paragraph R1", "<b>"]
    assert read(markup).text_content() == "S/RES/853 (1993); article, paragraph R1; <b>"

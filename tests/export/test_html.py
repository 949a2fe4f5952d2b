"""The worksheet, read by lxml, and printed by Chromium where there is one."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import html as reader

from azun_quiz.export import html
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import messages
from azun_quiz.text.letters import letter
from azun_quiz.text.safe import holdable
from azun_quiz.text.sources import source_name
from tests.export.hostile import sheets

LANGUAGES = ("en", "ar", "az")
Items = Callable[..., dict[str, Item]]

TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2",
    "ul", "ol", "li", "p", "span", "bdi",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "dir", "class", "charset", "http-equiv", "content", "name", "id", "role",
    "aria-labelledby",
}  # fmt: skip


def written(sheet: Sheet) -> str:
    return b"".join(html.pieces(sheet)).decode()


def texts(node: reader.HtmlElement, path: str) -> list[str]:
    return [found.text_content() for found in node.xpath(path)]


def check_against(page: reader.HtmlElement, items: Iterable[Item], sheet: Sheet) -> None:
    """Every character of each item is in its place on the page."""
    t = sheet.t
    questions = page.xpath('//section[@class="questions"]/ol/li')
    answers = page.xpath('//section[@class="key"]/ol/li')
    made = list(items)
    assert len(questions) == len(answers) == len(made)
    for item, question, answer in zip(made, questions, answers, strict=True):
        assert texts(question, 'p[@class="stem"]') == [holdable(item.stem)]
        assert texts(question, 'ol/li/span[@class="text"]') == list(map(holdable, item.options))
        letters = [letter(index, t.code) for index in range(len(item.options))]
        assert texts(question, 'ol/li/span[@class="letter"]') == [f"{each})" for each in letters]
        assert texts(answer, 'p[@class="right"]') == [
            f"{letters[item.key]}) {holdable(item.answer)}"
        ]
        assert texts(answer, 'p[@class="why"]') == [holdable(item.explanation)] * bool(
            item.explanation
        )
        names = [holdable(source_name(source, t)) for source in item.sources]
        assert texts(answer, 'p[@class="sources"]/bdi') == names
        topic, _, name = texts(answer, 'p[@class="item"]/bdi')
        assert (topic, name) == (holdable(sheet.topic(item)), holdable(item.id))
        assert holdable(item.id) not in question.xpath(".//@*")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_character_of_the_bank_comes_back(items: Items, lang: str) -> None:
    made = items(lang).values()
    sheet = Sheet(made, messages(lang), "<Title> & more")
    page = reader.document_fromstring(written(sheet))
    assert (page.get("lang"), page.get("dir")) == (lang, "rtl" if lang == "ar" else "ltr")
    assert page.findtext(".//title") == "<Title> & more"
    assert texts(page, "//h1") == ["<Title> & more"]
    check_against(page, made, sheet)
    symbols = texts(page, '//p[@class="why"]/bdi')
    assert ("A/RES/60/251" in symbols) == (lang == "ar")


@settings(max_examples=25)
@given(sheets())
def test_hostile_text_stays_text(sheet: Sheet) -> None:
    source = written(sheet)
    page = reader.document_fromstring(source.encode(), parser=reader.HTMLParser(encoding="utf-8"))
    check_against(page, sheet.items, sheet)
    assert {element.tag for element in page.iter()} <= TAGS
    assert {name for element in page.iter() for name in element.attrib} <= ATTRIBUTES
    assert not re.search(r"@import|url\(|expression", page.findtext(".//style"))
    assert printed_title(page) == holdable(sheet.title)


def printed_title(page: reader.HtmlElement) -> str:
    """What the style sheet puts at the foot of each page, as CSS reads it."""
    (content,) = re.findall(
        r'content: "((?:[^"\\]|\\[0-9a-f]{6})*)"; dir', page.findtext(".//style")
    )
    return re.sub(r"\\([0-9a-f]{6})", lambda code: chr(int(code[1], 16)), content)


def test_nothing_may_be_fetched_or_run_and_the_style_is_the_one_allowed(items: Items) -> None:
    page = reader.document_fromstring(written(Sheet(few(items), messages("en"), "Title")))
    (policy,) = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    style = page.findtext(".//style")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    head = [child.tag for child in page.find("head")]
    assert head.index("style") > head.index("meta")
    assert page.xpath("//meta")[1].get("http-equiv")


def few(items: Items, lang: str = "en", count: int = 24) -> list[Item]:
    return list(items(lang).values())[:: len(items(lang)) // count][:count]


def test_large_print(items: Items) -> None:
    made = few(items)
    small = reader.document_fromstring(written(Sheet(made, messages("en"), "T")))
    large = reader.document_fromstring(written(Sheet(made, messages("en"), "T", large_print=True)))
    assert (small.get("class"), large.get("class")) == (None, "large-print")
    assert small.find("body").text_content() == large.find("body").text_content()


def test_the_same_items_give_the_same_bytes(items: Items) -> None:
    assert written(Sheet(few(items), messages("az"), "T")) == written(
        Sheet(iter(few(items)), messages("az"), "T")
    )


# On paper


def printed(source: str, place: Path) -> list[str]:
    """The text of each page that Chromium prints, without any blanks."""
    (place / "sheet.html").write_text(source, encoding="utf-8")
    words = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-extensions", "--disable-background-networking",
        f"--user-data-dir={place / 'profile'}",
        "--no-pdf-header-footer", "--print-to-pdf=sheet.pdf", "sheet.html",
    ]  # fmt: skip
    # No pipes: Chromium's children keep them open when it is ended.
    quiet = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    browser = subprocess.Popen(words, cwd=place, start_new_session=True, **quiet)
    try:
        assert browser.wait(timeout=120) == 0
    finally:
        with suppress(ProcessLookupError):
            os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()
    subprocess.run(["pdftotext", "-layout", "sheet.pdf", "sheet.txt"], cwd=place, check=True)
    text = (place / "sheet.txt").read_text(encoding="utf-8")
    return [squeezed(page) for page in text.split("\f")[:-1]]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(
        bool(missing) and "CI" not in os.environ, reason=f"without {', '.join(missing)}"
    )


@needs("chromium", "pdftotext")
def test_no_question_is_split_and_the_key_has_its_own_pages(items: Items, tmp_path: Path) -> None:
    made = few(items, "az")
    t = messages("az")
    pages = printed(written(Sheet(made, t, "Azərbaycan: sınaq")), tmp_path)
    (first_of_key,) = [
        n for n, page in enumerate(pages) if page.startswith(squeezed(t("Answer key")))
    ]
    assert 2 <= first_of_key < len(pages)
    for number, page in enumerate(pages, 1):
        assert page.endswith(squeezed(f"Azərbaycan: sınaq{number} / {len(pages)}"))
    for item in made:
        assert any(
            all(squeezed(text) in page for text in (item.stem, *item.options))
            for page in pages[:first_of_key]
        )
        assert not any(item.id in page for page in pages[:first_of_key])
        assert any(item.id in page for page in pages[first_of_key:])

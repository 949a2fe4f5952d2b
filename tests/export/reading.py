"""What the tests of several formats do with items and with what readers give back."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import pairwise

from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from azun_quiz.names import topic_name
from azun_quiz.text.catalog import messages

LANGUAGES = ("en", "ar", "az")

KEPT = (
    "resolution-date/unsc-853",
    "membership-years/az-unicef-board-1995",
    "assembly-titled/ga-48-114",
)
"""Items whose files were looked at: dates in order, an attribution, quotation marks, a dispute."""


def sheet_of(library: Library, items: Iterable[Item], lang: str) -> Sheet:
    """The sheet that the command makes of some items."""
    t = messages(lang)
    bank = library.bank
    return Sheet(
        items,
        t,
        t("Azerbaijan and the United Nations"),
        topics={topic: topic_name(bank, topic, t) for topic in bank.topics},
        remark=bank.remark,
    )


def kept_sheet(library: Library, lang: str) -> Sheet:
    """The items that golden files are made of."""
    kept = tuple(library.bank.item(item, lang=lang) for item in KEPT)
    return sheet_of(library, kept, lang)


def remarks(sheet: Sheet, item: Item) -> list[str]:
    """What is said of each option; nothing of the right one."""
    return [
        "" if index == item.key else sheet.remark(item, index) for index in range(len(item.options))
    ]


def topics_in_a_row(items: Iterable[Item]) -> list[str]:
    """The topics as they change from item to item."""
    topics = [item.topic for item in items]
    return topics[:1] + [after for before, after in pairwise(topics) if before != after]


class _Paragraphs(HTMLParser):
    """The texts of paragraphs (or of what stands in none), and the directions they state."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts = [""]
        self.directions: set[str | None] = set()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "br":
            self.texts.append("")
        if tag == "p":
            self.directions.add(dict(attrs).get("dir"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def read_html(source: str) -> tuple[list[str], set[str | None]]:
    """The texts of an HTML fragment's paragraphs and lines, and the directions they state."""
    parser = _Paragraphs()
    parser.feed(source)
    parser.close()
    assert parser.tags <= {"p", "br"}, parser.tags
    return [text for text in parser.texts if text], parser.directions

"""HTML: a worksheet for paper, with the answer key on pages of its own.

One file that fetches nothing and runs nothing. The identifiers of the questions stand in the
answer key alone, because some of them name the answer.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from azun_quiz.export.markup import html, phrase, sources
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.names import level_name
from azun_quiz.text.catalog import Messages
from azun_quiz.text.letters import letter
from azun_quiz.text.safe import holdable

SUFFIX = ".html"
BINARY = False

_STYLE = Path(__file__).with_name("worksheet.css")

_SHORT = 28
"""Options of up to so many characters stand side by side in two columns."""


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The worksheet as UTF-8: what the class gets, then the answer key."""
    items = tuple(sheet.items)
    t = sheet.t
    yield _head(sheet).encode()
    yield _heading(sheet.title, len(items), t).encode()
    yield _section("questions", t.context("worksheet", "Questions")).encode()
    for number, item in enumerate(items, 1):
        yield _question(number, item, t).encode()
    yield b"</ol>\n</section>\n"
    yield _section("key", t("Answer key")).encode()
    for item in items:
        yield _answer(item, sheet).encode()
    yield b"</ol>\n</section>\n</main>\n</body>\n</html>\n"


def _head(sheet: Sheet) -> str:
    t = sheet.t
    direction = "rtl" if t.right_to_left else "ltr"
    size = ' class="large-print"' if sheet.large_print else ""
    style = _STYLE.read_text(encoding="utf-8") + _page_foot(sheet.title, direction)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{html(t.code)}" dir="{direction}"{size}>\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html(sheet.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _page_foot(title: str, direction: str) -> str:
    """The style that prints the title and the number of the page at the foot of each page."""
    start, end = ("right", "left") if direction == "rtl" else ("left", "right")
    return (
        f"@page {{\n  @bottom-{start} {{ content: {_css_text(title)}; direction: {direction} }}\n"
        f'  @bottom-{end} {{ content: counter(page) " / " counter(pages); direction: ltr }}\n}}\n'
    )


def _css_text(text: str) -> str:
    """The text as a string of CSS in which only letters and digits stand unescaped."""
    return '"{}"'.format(
        "".join(
            char if char.isascii() and char.isalnum() else f"\\{ord(char):06x}"
            for char in holdable(text)
        )
    )


def _heading(title: str, count: int, t: Messages) -> str:
    """The title, the places that a pupil fills in, and what to do."""
    labels = {"name": t("Name:"), "class": t("Class:"), "date": t("Date:")}
    fields = "".join(
        f'<li class="{name}">{html(label)} <span class="line"></span></li>\n'
        for name, label in labels.items()
    )
    score = html(t("Right answers:"))
    task = html(t("Circle the letter of the one right answer."))
    return (
        f"<header>\n<h1><bdi>{html(title)}</bdi></h1>\n"
        f'<ul class="fields" role="list">\n{fields}'
        f'<li class="score">{score} <span class="line"></span> <span>/ {count}</span></li>\n</ul>\n'
        f'<p class="how">{task}</p>\n</header>\n<main>\n'
    )


def _section(name: str, title: str) -> str:
    return (
        f'<section class="{name}" aria-labelledby="{name}">\n'
        f'<h2 id="{name}">{html(title)}</h2>\n<ol>\n'
    )


def _question(number: int, item: Item, t: Messages) -> str:
    short = " short" if max(map(len, item.options)) <= _SHORT else ""
    options = "".join(
        f"<li>{_letter(index, t)} {_text(option, t)}</li>\n"
        for index, option in enumerate(item.options)
    )
    return (
        f'<li id="q{number}">\n<p class="stem">{phrase(item.stem, t)}</p>\n'
        f'<ol class="options{short}" role="list">\n{options}</ol>\n</li>\n'
    )


def _letter(index: int, t: Messages) -> str:
    return f'<span class="letter">{html(letter(index, t.code))})</span>'


def _text(option: str, t: Messages) -> str:
    return f'<span class="text">{phrase(option, t)}</span>'


def _answer(item: Item, sheet: Sheet) -> str:
    t = sheet.t
    facts = html(" · ").join(
        f"<bdi>{html(part)}</bdi>"
        for part in (sheet.topic(item), level_name(item.level, t), item.id)
    )
    why = f'<p class="why">{phrase(item.explanation, t)}</p>\n' if item.explanation else ""
    named = html(t("Sources: {sources}")).replace("{sources}", sources(item.sources, t))
    told = f'<p class="sources">{named}</p>\n' if item.sources else ""
    return (
        f'<li>\n<p class="right">{_letter(item.key, t)} {_text(item.answer, t)}</p>\n{why}{told}'
        f'<p class="item">{facts}</p>\n</li>\n'
    )

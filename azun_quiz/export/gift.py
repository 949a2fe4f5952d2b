r"""GIFT, the text format of Moodle that many other programs read.

An item's id is its title and, in the comment above it, its id number; the level is a tag; the topic
is a category. Texts are marked as HTML: plain text would lose double spaces, and a text that
happens to begin with ``[html]`` or ``%50%`` could not be told from markup. GIFT's own signs
(``~ = # { } :`` and the backslash) get a backslash. A text from right to left is a paragraph that
says so; others take the direction of the page. Moodle decides by its settings whether it shuffles
the options of such a question: GIFT cannot say that they stay in order (Moodle XML can).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from azun_quiz.export.moodle_text import category, explained, html, id_number
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.names import level_name
from azun_quiz.text.safe import holdable

SUFFIX = ".txt"
"""Moodle refuses a GIFT file with any other."""

BINARY = False

_SIGNS = re.compile(r"[~=#{}:\\]")
_EDGES = re.compile(r"\A[\s\ufeff\[%]|[\s\ufeff]\Z")
"""What a reader drops at the ends of a text or takes for a format or a weight at its beginning."""


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The file, question by question."""
    current = None
    for item in sheet.items:
        path = category(item, sheet)
        if path != current:
            current = path
            yield f"$CATEGORY: {path}\n\n".encode()
        yield _question(item, sheet).encode()


def _question(item: Item, sheet: Sheet) -> str:
    opened, closed = "", ""
    if sheet.t.right_to_left:
        opened, closed = f'<p dir\\="rtl" lang\\="{item.lang}">', "</p>"

    def told(*texts: str) -> str:
        return opened + "<br>".join([_text(text) for text in texts]) + closed

    level = level_name(item.level, sheet.t)
    lines = [
        f"// [id:{_bracketed(id_number(item))}] [tag:{_bracketed(level)}]",
        f"::{_escaped(holdable(item.id))}::[html]{told(item.stem)} {{",
    ]
    for index, option in enumerate(item.options):
        sign = "=" if index == item.key else "~"
        remark = sheet.remark(item, index) if index != item.key else ""
        lines.append(f"\t{sign}{told(option)}" + (f"#{told(remark)}" if remark else ""))
    explanation = explained(item, sheet)
    if explanation:
        lines.append(f"\t####{told(*explanation)}")
    return "\n".join([*lines, "}\n\n"])


def _text(text: str) -> str:
    """The text as HTML that keeps its ends, in GIFT's spelling."""
    return _escaped(_EDGES.sub(lambda match: f"&#{ord(match[0])};", html(text)))


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _bracketed(text: str) -> str:
    """The text as it stands in the brackets of a comment."""
    return holdable(text).replace("]", "\\]")

"""Text as HTML that no reader takes for anything but text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from azun_quiz.text.catalog import Messages
from azun_quiz.text.safe import holdable
from azun_quiz.text.sources import source_name

_WORD = "[A-Za-z\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f./'’_-]*[A-Za-z0-9\u00c0-\u024f])?"
_LATIN = re.compile(rf"{_WORD}(?:,? (?:{_WORD}|[0-9]+|\([0-9A-Za-z]+\)))*")


def html(text: str) -> str:
    """The text as it stands between tags or in a quoted attribute."""
    return escape(holdable(text))


def phrase(text: str, t: Messages) -> str:
    """The text of a question as HTML; in a text from right to left, names and symbols in Latin
    letters, such as S/RES/853 (1993), are isolated from what stands beside them."""
    if not t.right_to_left:
        return html(text)
    pieces = []
    end = 0
    for match in _LATIN.finditer(text):
        pieces += [html(text[end : match.start()]), f"<bdi>{html(match[0])}</bdi>"]
        end = match.end()
    return "".join(pieces) + html(text[end:])


def sources(names: Iterable[str], t: Messages) -> str:
    """Sources as HTML, in the words of the reader and each isolated from the others."""
    found = (f"<bdi>{html(source_name(name, t))}</bdi>" for name in names)
    return html(t.context("list", "; ")).join(found)

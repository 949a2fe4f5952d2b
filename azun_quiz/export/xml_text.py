"""Text in XML, so that every parser gives back what was put in."""

from __future__ import annotations

from azun_quiz.text.safe import holdable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def content(text: str) -> str:
    """The text as it stands between tags."""
    return holdable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """The text as the value of an attribute, with its quotation marks."""
    return '"' + content(text).replace('"', "&quot;") + '"'

"""What Moodle XML and GIFT share: text as HTML with its direction, and paths of categories."""

from __future__ import annotations

from html import escape

from azun_quiz.export.identity import shortened
from azun_quiz.export.sheet import Sheet
from azun_quiz.export.sources import sources_told
from azun_quiz.generator.item import Item
from azun_quiz.text.safe import holdable

_ID_LIMIT = 100
"""So many characters of an id number Moodle keeps."""


def html(text: str) -> str:
    """The text as it stands between HTML tags."""
    return escape(holdable(text), quote=False)


def explained(item: Item, sheet: Sheet) -> list[str]:
    """The explanation and the sources, each a text for a paragraph of its own."""
    return [text for text in (item.explanation, sources_told(item, sheet.t)) if text]


def id_number(item: Item) -> str:
    """The id of an item, no longer than Moodle keeps."""
    return shortened(holdable(item.id), _ID_LIMIT)


def category(item: Item, sheet: Sheet) -> str:
    """The path of an item's category: the title, then its topic.

    Between names stands a slash, in a name two of them. No context is named, so that Moodle makes
    the category where the teacher imports the file. Title and topic are in the language of the
    items: items in two languages meet in no category, and there an id is used once.
    """
    names = (holdable(name).strip().replace("/", "//") for name in (sheet.title, sheet.topic(item)))
    return "/".join(name for name in names if name)

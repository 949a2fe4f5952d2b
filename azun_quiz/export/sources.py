"""The sources of an item, in the words of the reader."""

from __future__ import annotations

from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import Messages
from azun_quiz.text.sources import source_name


def sources_told(item: Item, t: Messages) -> str:
    """One sentence that names the sources; empty where there are none."""
    if not item.sources:
        return ""
    names = t.context("list", "; ").join(source_name(name, t) for name in item.sources)
    return t("Sources: {sources}", sources=names)

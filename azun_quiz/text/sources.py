"""Sources as a reader knows them."""

from __future__ import annotations

from azun_quiz.text.catalog import Messages

_ARTICLE = "article "


def source_name(source: str, t: Messages) -> str:
    """A source as a reader knows it: a paragraph of the article in words, all others as they are.

    Titles, symbols and addresses stay in the language of the document.
    """
    if source.startswith(_ARTICLE):
        return t("article, paragraph {code}", code=source.removeprefix(_ARTICLE))
    return source

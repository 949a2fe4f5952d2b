"""Text that comes from content, players or the store, made safe to paint.

Such text is never read as markup (`textual.content.Content` is built from it directly), and it
holds no character that a terminal would obey or that would turn the order of writing around.
"""

from __future__ import annotations

import re

from textual.content import Content

from azun_quiz.text.safe import one_line

_LATIN = re.compile("[A-Za-z]|[+\N{MINUS SIGN}]\\d").search
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]").search
_LEFT_TO_RIGHT_ISOLATE, _POP_ISOLATE = "\u2066", "\u2069"


def content(text: str, style: str = "", *, isolated: bool = False) -> Content:
    """The text as something to paint, in one style of the theme.

    ``isolated`` keeps a text of Latin words together with nothing but itself when the line is put
    into the order of a language that is written from right to left. A sentence of that language
    is read in the language's own direction, with whatever word it begins.
    """
    text = one_line(text, isolates=False)
    if isolated and _LATIN(text) and not _RIGHT_TO_LEFT(text):
        text = f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_POP_ISOLATE}"
    return Content.styled(text, style) if style else Content(text)

"""Text that every file format can hold."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def holdable(text: str) -> str:
    """The text with a mark in place of characters that HTML, XML or UTF-8 cannot hold.

    Facts and templates have none of them: the content is refused where it does. A title that
    somebody types may have some.
    """
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)

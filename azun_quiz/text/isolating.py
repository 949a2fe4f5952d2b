"""What is typed in files, kept together in messages that are written from right to left."""

from __future__ import annotations

import re

from azun_quiz.text.bidi import FSI, LRI, PDI, has_right_to_left

LRM = "\N{LEFT-TO-RIGHT MARK}"

_QUOTED = re.compile(r"(?<=[“«])[^”»]*(?=[”»])")
_LATIN = re.compile("[A-Za-z]")


def isolated(value: str) -> str:
    """A value that stands in a message, isolated from what stands beside it.

    A mark before figures does the same for dates and spans on a screen that takes isolates out.
    """
    if has_right_to_left(value):
        return f"{FSI}{value}{PDI}"
    return f"{LRI}{LRM if value[:1].isdigit() else ''}{value}{PDI}"


def quotations_isolated(message: str, place: re.Pattern[str]) -> str:
    """A message whose quotations of Latin text are isolated; one that is a single ``place`` is left
    to the value that fills it."""

    def kept_together(quoted: re.Match[str]) -> str:
        text = quoted[0]
        is_typed = _LATIN.search(text) is not None and not has_right_to_left(text)
        return f"{LRI}{text}{PDI}" if is_typed and place.sub("", text) else text

    return _QUOTED.sub(kept_together, message)

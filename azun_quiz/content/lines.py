"""The lines of a file, as YAML counts them."""

from __future__ import annotations

import re

_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """The lines of a text without what ends them; the first is line 1 of a problem's place."""
    return _END.split(text)

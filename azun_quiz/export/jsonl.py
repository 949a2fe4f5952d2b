"""JSON Lines: one item a line, as other programs rely on it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from azun_quiz.export.sheet import Sheet

SUFFIX = ".jsonl"
BINARY = False


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The items as UTF-8 lines, each a JSON object."""
    for item in sheet.items:
        yield json.dumps(item.as_json(), ensure_ascii=False).encode() + b"\n"

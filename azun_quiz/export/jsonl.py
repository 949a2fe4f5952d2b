"""JSON Lines: one item a line, as other programs rely on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from azun_quiz.generator.item import Item


def lines(items: Iterable[Item]) -> Iterator[bytes]:
    """The items as UTF-8 lines, each a JSON object."""
    for item in items:
        yield json.dumps(item.as_json(), ensure_ascii=False).encode() + b"\n"

"""The formats that items can be exported to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from azun_quiz.export import jsonl
from azun_quiz.generator.item import Item

FORMATS: Mapping[str, Callable[[Iterable[Item]], Iterator[bytes]]] = {
    "jsonl": jsonl.lines,
}
"""From items to the bytes of a file, piece by piece, by the name of the format."""

"""What a format is given to write: the items, and the words round them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import Messages


def _no_remark(item: Item, index: int) -> str:  # noqa: ARG001 (the shape of a remark)
    return ""


def _forget(item: Item, reason: str) -> None:
    """Nobody is told of an item that is left out."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Items in one language, with what a format says about them.

    ``items`` can be read once. ``t`` speaks the language of the items. ``topics`` gives the names
    of topics by id; one without a name is shown by its id. ``remark`` tells of a wrong option to
    which fact it belongs, in a sentence that may be empty. ``left_out`` is called with each item
    that the format has no room for, and the reason in words.
    """

    items: Iterable[Item]
    t: Messages
    title: str
    topics: Mapping[str, str] = field(default_factory=dict)
    remark: Callable[[Item, int], str] = _no_remark
    left_out: Callable[[Item, str], None] = _forget
    large_print: bool = False

    def topic(self, item: Item) -> str:
        """The name of an item's topic."""
        return self.topics.get(item.topic, item.topic)


class Format(Protocol):
    """What a module of `azun_quiz.export` offers."""

    SUFFIX: str
    """How names of its files end, with the dot."""

    BINARY: bool
    """Whether a terminal cannot show it."""

    def pieces(self, sheet: Sheet) -> Iterable[bytes]:
        """The file, piece by piece."""

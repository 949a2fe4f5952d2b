"""Random choices that are the same on every machine and Python version.

The bytes come from BLAKE2b over the seed and the names of what is chosen, so that each choice
depends on what it is for and on nothing that happened before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from struct import Struct
from typing import TypeVar

T = TypeVar("T")

_BLOCK = 64
_COUNT = 16
_WORDS = Struct(f">{_COUNT}I").unpack


class Chance:
    """A stream of choices that is a pure function of the seed and the names."""

    __slots__ = ("_block", "_name", "_position", "_words")

    def __init__(self, seed: int, *names: object) -> None:
        self._name = "\x1f".join([str(seed), *map(str, names)]).encode()
        self._block = 0
        self._words = _WORDS(blake2b(self._name, digest_size=_BLOCK).digest())
        self._position = 0

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit - 1``, each as likely (to within 2**-32)."""
        position = self._position
        if position == _COUNT:
            self._block += 1
            counter = self._block.to_bytes(8, "big")
            self._words = _WORDS(blake2b(self._name, digest_size=_BLOCK, salt=counter).digest())
            position = 0
        self._position = position + 1
        word: int = self._words[position]
        return word * limit >> 32

    def choice(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in another order (Fisher and Yates)."""
        result = list(items)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result

    def drawn(self, items: Sequence[T]) -> Iterator[T]:
        """The items in random order, each drawn when it is asked for."""
        rest = list(items)
        while rest:
            index = self.below(len(rest))
            item = rest[index]
            rest[index] = rest[-1]
            rest.pop()
            yield item

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """``count`` of the items, none twice, in random order: the first that are `drawn`."""
        rest = list(items)
        taken = []
        for _ in range(min(count, len(rest))):
            index = self.below(len(rest))
            taken.append(rest[index])
            rest[index] = rest[-1]
            rest.pop()
        return taken

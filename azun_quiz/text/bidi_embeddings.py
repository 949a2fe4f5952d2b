"""Embeddings, overrides and isolates: the rules of the bidirectional algorithm on invisible
characters that steer it (UAX #9, definitions BD9 and BD13, rules P2, P3 and X1 to X10).

Classes of characters are given as the code letters that :mod:`azun_quiz.text.bidi_levels` lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

REMOVED = -1
"""The level of a character that rule X9 takes out: it has no place in the reordered line."""

DEEPEST = 125
"""The deepest level that embeddings may reach."""


def first_strong(codes: str, start: int, inside: bool = False) -> int:
    """Rules P2 and P3 from ``start``: 0 or 1, -1 where no strong character stands.

    What isolates enclose is skipped. With ``inside`` the search ends where the isolate that
    surrounds ``start`` ends.
    """
    depth = 0
    for i in range(start, len(codes)):
        code = codes[i]
        if code in "ijk":
            depth += 1
        elif code == "x":
            if depth == 0 and inside:
                break
            depth = max(depth - 1, 0)
        elif depth == 0 and code in "LRA":
            return 0 if code == "L" else 1
    return -1


class _Status(NamedTuple):
    """An entry of the directional status stack of rule X1."""

    level: int
    override: str
    isolate: bool


class Embeddings:
    """Rules X1 to X8: explicit levels and the types that overrides leave."""

    def __init__(self, codes: str, paragraph: int) -> None:
        self._codes = codes
        self._paragraph = paragraph
        self._levels = [REMOVED] * len(codes)
        self._types = list(codes)
        self._stack = [_Status(paragraph, "", False)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0

    def run(self) -> tuple[list[int], list[str]]:
        """Explicit level and type (a code letter) of each character."""
        for i, code in enumerate(self._codes):
            if code in "<>{}":
                self._embed(code)
            elif code == "^":
                self._end_embedding()
            elif code == "P":
                self._levels[i] = self._paragraph
            elif code != "b":
                if code == "x":
                    self._end_isolate()
                self._place(i)
                if code in "ijk":
                    self._isolate(i, code)
        return self._levels, self._types

    def _place(self, i: int) -> None:
        status = self._stack[-1]
        self._levels[i] = status.level
        if status.override:
            self._types[i] = status.override

    def _deeper(self, right: bool) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if right else (level + 2) & ~1

    def _embed(self, code: str) -> None:
        level = self._deeper(code in ">}")
        if level <= DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            override = {"{": "L", "}": "R"}.get(code, "")
            self._stack.append(_Status(level, override, False))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _end_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()

    def _isolate(self, i: int, code: str) -> None:
        right = code == "j" or (code == "k" and first_strong(self._codes, i + 1, True) == 1)
        level = self._deeper(right)
        if level <= DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._isolates += 1
            self._stack.append(_Status(level, "", True))
        else:
            self._lost_isolates += 1

    def _end_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._isolates -= 1


def _isolate_pairs(codes: str) -> dict[int, int]:
    """Definition BD9: initiator of an isolate -> its matching PDI."""
    pairs = {}
    open_ones: list[int] = []
    for i, code in enumerate(codes):
        if code in "ijk":
            open_ones.append(i)
        elif code == "x" and open_ones:
            pairs[open_ones.pop()] = i
    return pairs


def sequences(codes: str, explicit: Sequence[int]) -> Iterator[list[int]]:
    """Definition BD13: the isolating run sequences, as indexes of their characters."""
    pairs = _isolate_pairs(codes)
    closers = set(pairs.values())
    runs: dict[int, list[int]] = {}
    current: list[int] = []
    for i, level in enumerate(explicit):
        if level == REMOVED:
            continue
        if not current or explicit[current[-1]] != level:
            current = runs[i] = []
        current.append(i)
    for start, run in runs.items():
        if start in closers:
            continue
        sequence = list(run)
        while (closer := pairs.get(sequence[-1])) is not None:
            sequence += runs[closer]
        yield sequence


def borders(
    codes: str, explicit: Sequence[int], sequence: Sequence[int], paragraph: int
) -> tuple[int, int]:
    """Rule X10: the levels of the characters before and after a sequence."""
    before = after = paragraph
    for i in range(sequence[0] - 1, -1, -1):
        if explicit[i] != REMOVED:
            before = explicit[i]
            break
    if codes[sequence[-1]] not in "ijk":
        for i in range(sequence[-1] + 1, len(codes)):
            if explicit[i] != REMOVED:
                after = explicit[i]
                break
    return before, after

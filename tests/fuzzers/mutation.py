"""Broken copies of things that are whole."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from random import Random
from typing import Any

SNIPPETS = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\x1b[2J", b"{", b"}", b"[" * 200,
    b"]", b'"', b"'", b"\\", b"\n", b"\r\n", b"=", b"#", b"-1", b"9" * 400, b"1e999", b"nan",
    b"true", b"null", b"{0.__class__}", b"%s%n", b"=cmd|' /C calc'!A0", b"<script>", b"../" * 9,
)  # fmt: skip
"""What is put between, in place of, or after other bytes."""

TEXTS = (
    "", " ", "-", "--", "0", "-1", "1", "3", "9" * 5000, "1.5", "nan", "easy", "hard", "en", "ar",
    "az", "xx", "dates", "Dates", "timed", "exam", "a\nb", "\x1b[31m", "\u202eabc",
    "ـ" * 300, "x" * 5000, "[bold]", "{0}", "{path}", "%s", "=1+1", "I'", "\udcff", "٣", "²", "é",
    "\u0130", "name.db",
)  # fmt: skip
"""Words that have tripped programs."""


VALUES = (None, True, -1, 0, 3, 10**30, 1.5, float("inf"), "", "x", [], {}, [[]], {"a": 1})
"""What is put in the place of other values."""


def broken(chance: Random, whole: bytes, most: int = 6) -> bytes:
    """The bytes with some of them changed, left out, doubled or moved; sometimes cut off."""
    data = bytearray(whole)
    for _ in range(chance.randint(1, most)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 1, 2, 8, 64)))
        kind = chance.randrange(6)
        if kind == 0 and start < len(data):
            data[start] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[start:end] = chance.choice(SNIPPETS)
        elif kind == 2:
            del data[start:end]
        elif kind == 3:
            data[start:start] = data[start:end] * chance.choice((1, 2, 50))
        elif kind == 4:
            data[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
        elif chance.random() < 0.3:
            del data[start:]
    return bytes(data)


def word(chance: Random, known: Sequence[str] = ()) -> str:
    """A word that is known, hostile, or nothing but letters."""
    kind = chance.random()
    if known and kind < 0.6:
        return chance.choice(known)
    if kind < 0.9:
        return chance.choice(TEXTS)
    return "".join(chr(chance.randrange(1, 0x600)) for _ in range(chance.randrange(1, 12)))


def spoil(chance: Random, state: Any) -> None:
    """Put a value of another kind somewhere into lists and tables."""
    while True:
        places = list(state) if isinstance(state, dict) else range(len(state))
        if not places:
            return
        place = chance.choice(list(places))
        inner = state[place]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.8:
            state = inner
            continue
        if chance.random() < 0.2:
            del state[place]
        else:
            state[place] = deepcopy(chance.choice(VALUES))
        return

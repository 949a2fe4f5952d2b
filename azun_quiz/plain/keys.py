"""What a typed line means."""

from __future__ import annotations

LETTERS = ("abcde", "أبجده")
"""Letters for the options in order: Latin, and the Arabic ones in the order of counting."""

SKIP, QUIT, HINT, UNDO, FLAG, GO, HAND_IN, REPEAT = "s", "q", "h", "u", "f", "g", "x", "r"
HELP = ("?", "؟")


def choice(line: str, count: int) -> int | None:
    """The index of the option that a number or letter names; None if it names none.

    Digits of any script count; letters in either case.
    """
    if line.isdecimal():
        value = number(line, count)
        return None if value is None else value - 1
    for letters in LETTERS:
        index = letters.find(line.lower()) if len(line) == 1 else -1
        if 0 <= index < count:
            return index
    return None


def number(line: str, most: int) -> int | None:
    """A number from 1 to ``most``; None if the line is none."""
    if line.isdecimal() and len(line) < 6:
        value = int(line)
        return value if 1 <= value <= most else None
    return None


def after(letter: str, line: str) -> str | None:
    """What follows a letter that begins a line, as in ``g 3`` or ``g3``; None for other lines."""
    return line[1:].strip() if line[:1].lower() == letter else None


def note(line: str) -> str | None:
    """The note of a line that flags a question: ``f`` alone, or ``f`` and words."""
    return line[2:].strip() if f"{line} "[:2].lower() == f"{FLAG} " else None

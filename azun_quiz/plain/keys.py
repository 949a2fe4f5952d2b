"""What a typed line means."""

from __future__ import annotations

LETTERS = ("abcde", "أبجده")
"""Letters for the options in order: Latin, and the Arabic ones in the order of counting."""

HELP, SKIP, QUIT, HINT, UNDO, FLAG, GO, HAND_IN = "?", "s", "q", "h", "u", "f", "g", "x"
COMMANDS = frozenset({HELP, SKIP, QUIT, HINT, UNDO, FLAG, HAND_IN})


def choice(line: str, count: int) -> int | None:
    """The index of the option that a number or letter names; None if it names none.

    Digits of any script count; letters in either case.
    """
    if line.isdecimal() and len(line) < 4:
        number = int(line)
        return number - 1 if 1 <= number <= count else None
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

"""Lines typed at random into the line-by-line game: it goes on to its score."""

from __future__ import annotations

from random import Random

from tests.fuzzers.command_lines import call
from tests.fuzzers.mutation import word
from tests.plain.reading import SCORE
from tests.plain.script import PACK

KNOWN = ("1", "2", "3", "4", "a", "b", "s", "h", "u", "r", "?", "x", "g 2", "f", "f note", "c", "")


def fuzz(chance: Random) -> None:
    """Play a round, or go through the menu."""
    typed = [word(chance, KNOWN) for _ in range(chance.randint(0, 40))]
    command = chance.choice([["play", "--questions", "3"], ["--plain"], ["review"]])
    mode = ["--mode", chance.choice(["practice", "timed", "exam"])] if command[0] == "play" else []
    said = call(["--content", str(PACK), "--only-content", *command, *mode], typed)
    if command[0] == "play":
        assert SCORE.search(said), said

"""What a transcript of the line-by-line game in English says was asked and acknowledged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

SCORE = re.compile(r"Score: (\d+) \((\d+)/(\d+) correct\)")
_QUESTION = re.compile(r"Question (\d+) of (\d+)\.")
_RESULT = re.compile(r"Question \d+: ")
"""How a question of a finished exam is told: what follows acknowledges no answer."""
_TYPED = re.compile(r"(?:> |Your answer: )(.*)")
_OPTION = re.compile(r"Option (\d+): (.*)")
_TAKEN = re.compile(r"Option (\d+) is taken away")


@dataclass(frozen=True)
class Said:
    """An answer that was acknowledged: what was typed, and ``right``, ``wrong``, ``late`` or
    ``noted``."""

    typed: str
    verdict: str


@dataclass
class Reading:
    """What was read so far. ``number`` is the question shown last, ``shown`` its lines."""

    said: dict[int, Said] = field(default_factory=dict)
    number: int = 0
    stem: str = ""
    options: dict[int, str] = field(default_factory=dict)
    hints: int = 0


def read(lines: Iterable[str]) -> Reading:
    """Read a transcript."""
    reading, typed, last, fresh, over = Reading(), "", 0, False, False
    for line in lines:
        over = over or _RESULT.match(line) is not None
        question, option, taken = _QUESTION.match(line), _OPTION.match(line), _TAKEN.match(line)
        entered = _TYPED.fullmatch(line)
        if question:
            reading.number, over = int(question[1]), False
            reading.options, reading.stem, reading.hints, fresh = {}, "", 0, True
        elif fresh:
            reading.stem, fresh = line, False
        elif option and reading.stem:
            reading.options[int(option[1])] = option[2]
        elif taken:
            reading.options.pop(int(taken[1]), None)
            reading.hints += 1
        elif entered:
            typed = entered[1].strip()
        elif _verdict(line) and not over:
            last = reading.number
            reading.said[last] = Said(typed, _verdict(line))
        elif line == "Your last answer is taken back.":
            reading.said.pop(last, None)
            last = max(reading.said, default=0)
    return reading


def _verdict(line: str) -> str:
    if line.startswith("Right. "):
        return "right"
    known = {"Wrong.": "wrong", "The time for this question was over.": "late", "Noted.": "noted"}
    return known.get(line, "")

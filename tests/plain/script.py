"""The line-by-line game played by a script, with a clock that only the script moves."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from azun_quiz.cli import main
from azun_quiz.clocks import Clocks
from azun_quiz.commands.support.environment import Environment
from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.generator.bank import Bank

PACK = Path(__file__).resolve().parent / "pack"
"""A small pack whose wordings do not change, so that sessions can be written down."""

NOON = 1_795_521_600.0
"""24 November 2026, 12:00 UTC."""


def small_bank() -> Bank:
    """The bank of the small pack."""
    return Bank(load([Pack.at(PACK)]))


@dataclass
class Clock:
    """A clock that moves when it is told to."""

    seconds: float = NOON

    def __call__(self) -> float:
        return self.seconds

    @property
    def both(self) -> Clocks:
        return Clocks(self, self)


@dataclass(frozen=True)
class Wait:
    """A pause of so many seconds before the next line is typed."""

    seconds: float


class Typing(io.StringIO):
    """Standard input: each line takes two seconds and is written down as ``> line``."""

    def __init__(self, lines: Iterable[str | Wait], clock: Clock, paper: io.StringIO) -> None:
        super().__init__()
        self._lines: Iterator[str | Wait] = iter(lines)
        self._clock = clock
        self._paper = paper

    def readline(self, size: int = -1, /) -> str:
        for line in self._lines:
            if isinstance(line, Wait):
                self._clock.seconds += line.seconds
                continue
            self._clock.seconds += 2
            self._paper.write(f"> {line}\n")
            return f"{line}\n"
        return ""


@dataclass
class Desk:
    """A place to play at: a home for the learner's data, a clock, and paper to write all down."""

    home: Path
    lang: str = "en"
    content: Path = PACK

    def __post_init__(self) -> None:
        self.clock = Clock()
        self.paper = io.StringIO()

    def call(self, *arguments: str, typed: Iterable[str | Wait] = ()) -> int:
        """Call the program; what it says and what is typed go to the paper."""
        self.paper.write(f"$ azun-quiz {' '.join(arguments)}\n")
        env = Environment(
            stdin=Typing(typed, self.clock, self.paper),
            stdout=self.paper,
            stderr=self.paper,
            environ={"AZUN_QUIZ_HOME": str(self.home), "AZUN_QUIZ_LANG": self.lang},
            clocks=self.clock.both,
        )
        content = ["--content", str(self.content), "--only-content"]
        result = main([*content, *arguments], env)
        self.paper.write(f"[{result}]\n\n")
        self.clock.seconds += 60
        return result

    def said(self) -> str:
        """What stands on the paper since it was last read."""
        text = self.paper.getvalue()
        self.paper.seek(0)
        self.paper.truncate()
        return text

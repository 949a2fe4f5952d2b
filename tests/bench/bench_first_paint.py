"""How long the first screen takes, against a bare Textual app that shows one label.

Both are started in turns on a pseudo-terminal: python -m tests.bench.bench_first_paint [RUNS]
"""

from __future__ import annotations

import sys
import tempfile

from tests.bench.program import PLAYED
from tests.bench.terminal import BARE, Terminal, told


def measure(code: str, words: str, *arguments: str, **environment: str) -> float:
    terminal = Terminal(code, *arguments, **environment)
    try:
        return terminal.until(words)
    finally:
        terminal.kill()


def main(runs: int = 15) -> float:
    with tempfile.TemporaryDirectory() as home:
        ours, bare = [], []
        for _ in range(runs + 1):
            bare.append(measure(BARE, "bare label"))
            ours.append(measure(PLAYED, "New round", AZUN_QUIZ_HOME=home))
        return told("first paint", ours[1:], bare[1:], "1.25")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

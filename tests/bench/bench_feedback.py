"""How long an answer waits for its feedback, against a bare app that changes one label on a key.

The answer is on the disk before the feedback is painted. Both programs run on a pseudo-terminal:
python -m tests.bench.bench_feedback [RUNS]
"""

from __future__ import annotations

import sys
import tempfile

from tests.bench.program import PLAYED
from tests.bench.terminal import BARE, Terminal, told

ANSWERS = 10


def bare_times() -> list[float]:
    terminal = Terminal(BARE)
    times = []
    try:
        terminal.until("bare label")
        terminal.settle()
        for number in range(ANSWERS):
            key, words = (("a", "told first"), ("b", "told second"))[number % 2]
            pressed = terminal.press(key)
            times.append(terminal.until(words, since=pressed))
            terminal.settle(0.1)
    finally:
        terminal.kill()
    return times[1:]


def our_times() -> list[float]:
    times = []
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(PLAYED, AZUN_QUIZ_HOME=home)
        try:
            terminal.until("Daily round")
            terminal.settle()
            terminal.press("n")
            terminal.until("Topics")
            terminal.settle()
            terminal.press("\r")
            terminal.until("Question 1")
            for number in range(ANSWERS):
                terminal.settle(0.1)
                pressed = terminal.press("1")
                times.append(terminal.until("✓ Right", "✗ Not right", since=pressed))
                terminal.settle(0.1)
                if number + 1 < ANSWERS:
                    terminal.press("\r")
                    terminal.until(f"Question {number + 2}")
        finally:
            terminal.kill()
    return times[1:]


def main(runs: int = 3) -> float:
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(runs):
        bare += bare_times()
        ours += our_times()
    return told("key to painted feedback", ours, bare, "1.25")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

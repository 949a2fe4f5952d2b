"""What screens cost against a bare Textual app: another size of the terminal, another language.

python -m tests.bench.bench_screens [RUNS]

Both programs run on a pseudo-terminal. A resize is measured to the end of the repaint, against the
bare app's; the change to Arabic is measured against a bare app that changes one label on a key.
"""

from __future__ import annotations

import fcntl
import struct
import sys
import tempfile
import termios
import time

from azun_quiz.text import bidi
from azun_quiz.text.catalog import messages
from tests.bench.program import PLAYED
from tests.bench.terminal import BARE, Terminal, told

SIZES = ((100, 30), (80, 24))


def resized(terminal: Terminal, size: tuple[int, int]) -> float:
    """Seconds from a new size to the last byte of the repaint that follows."""
    columns, rows = size
    start = time.perf_counter()
    fcntl.ioctl(terminal.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    terminal.seen = b""
    return terminal.last_byte(start)


def resizing(code: str, words: str, **environment: str) -> list[float]:
    """Times of several resizes."""
    terminal = Terminal(code, **environment)
    try:
        terminal.until(words)
        terminal.settle()
        return [resized(terminal, size) for size in SIZES * 4][1:]
    finally:
        terminal.kill()


def changing_label() -> list[float]:
    """Times from a key to another label in the bare app."""
    terminal = Terminal(BARE)
    try:
        terminal.until("bare label")
        times = []
        for number in range(6):
            terminal.settle()
            key, words = (("a", "told first"), ("b", "told second"))[number % 2]
            times.append(terminal.until(words, since=terminal.press(key)))
        return times[1:]
    finally:
        terminal.kill()


def changing_language(home: str) -> list[float]:
    """Times from F2 to a painted screen in Arabic, the home screen among them."""
    terminal = Terminal(PLAYED, AZUN_QUIZ_HOME=home)
    words = {code: messages(code)("Daily round") for code in ("ar", "az", "en")}
    words["ar"] = bidi.visual(words["ar"])
    times = []
    try:
        terminal.until(words["en"])
        for _ in range(3):
            for code in words:
                terminal.settle()
                took = terminal.until(words[code], since=terminal.press("\x1bOQ"))
                if code == "ar":
                    times.append(took)
        return times
    finally:
        terminal.kill()


def main(runs: int = 3) -> None:
    """Prints a line for each."""
    ours, bare, arabic, label = [], [], [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home:
            bare += resizing(BARE, "bare label")
            ours += resizing(PLAYED, "Daily round", AZUN_QUIZ_HOME=home)
            label += changing_label()
            arabic += changing_language(home)
    told("resize to repaint", ours, bare)
    told("switch to Arabic", arabic, label)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

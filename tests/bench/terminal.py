"""Programs started on a real pseudo-terminal, and the time until something is painted."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

from tests.bench.table import row

_ESCAPE = re.compile(
    rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1b[=>()][0B]?"
)
DEADLINE = 30.0
CACHE = os.path.join(tempfile.gettempdir(), "azun-quiz-bench-bytecode")

BARE = """
from textual.app import App
from textual.binding import Binding
from textual.widgets import Label

class Bare(App):
    BINDINGS = [Binding("a", "tell('first')"), Binding("b", "tell('second')")]

    def compose(self):
        yield Label("bare label")

    def action_tell(self, words):
        self.query_one(Label).update(f"told {words}")

Bare().run()
"""


class Terminal:
    """A child process on a pseudo-terminal of 80 by 24."""

    def __init__(self, code: str, *arguments: str, **environment: str) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as for an installed program
            os.environ.setdefault("PYTHONPYCACHEPREFIX", CACHE)
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment})
            os.execv(sys.executable, [sys.executable, "-c", code, *arguments])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def until(self, *words: str, since: float | None = None) -> float:
        """Seconds (from the start, or from ``since``) until one of the words has been written."""
        start = self.started if since is None else since
        wanted = [each.encode() for each in words]
        while not any(each in _ESCAPE.sub(b"", self.seen) for each in wanted):
            ready, _, _ = select.select([self.fd], [], [], DEADLINE)
            if not ready:
                raise TimeoutError(f"{words!r} was not painted:\n{self.seen[-2000:]!r}")
            self.seen += os.read(self.fd, 65536)
        return time.perf_counter() - start

    def press(self, keys: str) -> float:
        """Press keys; the time of that."""
        self.seen = b""
        now = time.perf_counter()
        os.write(self.fd, keys.encode())
        return now

    def settle(self, seconds: float = 0.3) -> None:
        """Read on until nothing was written for a while."""
        while select.select([self.fd], [], [], seconds)[0]:
            self.seen += os.read(self.fd, 65536)

    def last_byte(self, start: float, quiet: float = 0.3) -> float:
        """Seconds from ``start`` until the last byte before a pause of ``quiet`` seconds."""
        last = start
        while select.select([self.fd], [], [], quiet)[0]:
            self.seen += os.read(self.fd, 65536)
            last = time.perf_counter()
        return last - start

    def kill(self) -> None:
        """End the child."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def told(name: str, ours: list[float], bare: list[float], goal: str = "") -> float:
    """Print medians (seconds) and their ratio; give the ratio back."""
    mine, theirs = statistics.median(ours), statistics.median(bare)
    ratio = mine / theirs
    row(name, f"{mine * 1000:.1f} ms", f"bare app {theirs * 1000:.1f} ms", ratio, goal)
    return ratio

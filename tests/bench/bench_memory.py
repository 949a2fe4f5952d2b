"""Memory at rest: the program with its content loaded, against a bare Textual app.

python -m tests.bench.bench_memory
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.program import PLAYED
from tests.bench.table import row
from tests.bench.terminal import BARE, Terminal


def resident(terminal: Terminal) -> float:
    """Megabytes that a process holds in memory alone (its own pages, not those it shares)."""
    pages = Path(f"/proc/{terminal.pid}/smaps_rollup").read_text(encoding="ascii")
    parts = dict(line.split(":", 1) for line in pages.splitlines()[1:])
    return sum(int(parts[name].split()[0]) for name in ("Private_Clean", "Private_Dirty")) / 1024


def at_rest(code: str, words: str, **environment: str) -> float:
    """Megabytes of a program once it has painted the words and come to rest."""
    terminal = Terminal(code, **environment)
    try:
        terminal.until(words)
        terminal.settle(2.0)
        return resident(terminal)
    finally:
        terminal.kill()


def main() -> float:
    """Prints the figures of the first start and of a later one; returns the ratio of the later."""
    bare = at_rest(BARE, "bare label")
    reference = f"bare app {bare:.0f} MB"
    with tempfile.TemporaryDirectory() as home:
        first, later = (at_rest(PLAYED, "Daily round", AZUN_QUIZ_HOME=home) for _ in range(2))
    row("memory at rest, first start", f"{first:.0f} MB", reference, first / bare)
    row("memory at rest", f"{later:.0f} MB", reference, later / bare, "1.5")
    return later / bare


if __name__ == "__main__":
    main()

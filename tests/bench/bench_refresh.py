"""How soon a save is seen: the view of a template, and the whole bank, after an edit of a file.

python -m tests.bench.bench_refresh
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory

from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.following import Follower
from azun_quiz.paths import built_in
from azun_quiz.workshop import view
from tests.bench.table import row

ROUNDS = 7
EDITS = (
    ("questions/resolutions.yaml", "On what date did", "On which date did", "resolution-date"),
    ("questions/dates.yaml", "topic: dates", "# a note\ntopic: dates", "event-date"),
    ("data/resolution.yaml", "number: 853", "number: 1853", "resolution-date"),
    ("data/state.yaml", "en: Andorra", "en: Andorre", "admission-date"),
    ("data/event.yaml", "facts:", "# a note\nfacts:", "event-first"),
)
"""A file, a text and another one for it, and the template that is looked at."""


def _took(action: Callable[[], object]) -> tuple[float, float]:
    """Processor time and time on the clock, in milliseconds."""
    clock, processor = time.perf_counter(), time.process_time()
    action()
    return 1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - clock)


def refreshing(name: str, old: str, new: str, template: str) -> None:
    """Edit a file again and again, and follow it."""
    with TemporaryDirectory() as home:
        directory = Path(home)
        for part in ("data", "questions"):
            copytree(built_in() / part, directory / part)
        follower = Follower(lambda: [Pack(BUILT_IN, directory)], directory)
        first, _ = _took(follower.open)
        path = directory / name
        text = path.read_text("utf-8")
        assert old in text
        soon, whole = [], []
        for turn in range(ROUNDS):
            path.write_text(text if turn % 2 else text.replace(old, new, 1), "utf-8")
            soon.append(_took(lambda: view(follower.glimpse(template), template)))
            whole.append(_took(follower.open))
    seen, on_clock = (median(times) for times in zip(*soon, strict=True))
    everything, _ = (median(times) for times in zip(*whole, strict=True))
    row(f"view after {name}", f"{on_clock:.0f} ms", "100 ms", on_clock / 100, "1")
    row("  processor time", f"{seen:.0f} ms")
    row("  whole bank", f"{everything:.0f} ms", f"from nothing {first:.0f} ms", everything / first)


def main() -> None:
    """Measure all edits."""
    for edit in EDITS:
        refreshing(*edit)


if __name__ == "__main__":
    main()

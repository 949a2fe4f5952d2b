"""Feeds every reader of the program with broken and hostile input.

    python -m tests.fuzz [60s|CASES] [NAME...]
    python -m tests.fuzz NAME:NUMBER

tries each reader in turn, or those that are named, with so many cases (1000) or for so many
seconds. A case fails if it ends in an error that the reader does not announce, takes longer than
`PATIENCE` seconds or more than `MEMORY` bytes; then its name and number are told, with which it can
be tried again. The exit code is 1 if any case failed.
"""

from __future__ import annotations

import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from random import Random

Fuzzer = Callable[[Random], None]
"""Makes up one case and tries it; whatever it raises is a failure."""

FUZZERS = {
    "content": "tests.fuzzers.content",
    "results": "tests.fuzzers.results",
    "settings": "tests.fuzzers.settings",
    "saved": "tests.fuzzers.saved_rounds",
    "store": "tests.fuzzers.store_files",
    "backup": "tests.fuzzers.backup_files",
    "code": "tests.fuzzers.round_codes",
    "command": "tests.fuzzers.command_lines",
    "typed": "tests.fuzzers.typed_lines",
}
"""The readers, and the modules whose function ``fuzz`` is a Fuzzer."""

PATIENCE = 20
MEMORY = 3 << 30


def fuzzer(name: str) -> Fuzzer:
    """The fuzzer of a reader."""
    found: Fuzzer = import_module(FUZZERS[name]).fuzz
    return found


@dataclass
class Tally:
    """What came of one reader."""

    cases: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    failed: dict[str, str] = field(default_factory=dict)


def try_case(name: str, number: int) -> str:
    """Try one case; what went wrong, or nothing."""
    try:
        with _bounded():
            fuzzer(name)(Random(f"{name} {number}"))
    except Exception:
        return traceback.format_exc()
    return ""


@contextmanager
def _bounded() -> Iterator[None]:
    """TimeoutError for a case that does not come to an end."""

    def too_long(signal_number: int, frame: object) -> None:
        raise TimeoutError(f"longer than {PATIENCE} seconds")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _bound_memory() -> None:
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))


def _megabytes() -> int:
    """The most memory that was ever in use."""
    with suppress(ImportError):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return 0


def run(name: str, *, cases: int = 0, seconds: float = 0.0) -> Tally:
    """Try cases of one reader: so many, or for so long."""
    tally, begun = Tally(), time.monotonic()
    while tally.cases < cases or (not cases and tally.seconds < seconds):
        before = time.monotonic()
        wrong = try_case(name, tally.cases)
        if wrong:
            tally.failed[f"{name}:{tally.cases}"] = wrong
        now = time.monotonic()
        tally.slowest = max(tally.slowest, now - before)
        tally.cases, tally.seconds = tally.cases + 1, now - begun
    return tally


def main(*words: str) -> int:
    """Run and tell."""
    again = [word.partition(":") for word in words if ":" in word]
    if again:
        wrong = [try_case(name, int(number)) for name, _, number in again]
        print("\n".join(filter(None, wrong)) or "nothing is wrong")
        return 1 if any(wrong) else 0
    amounts = [word for word in words if word.rstrip("s").isdecimal()]
    names = [word for word in words if word not in amounts] or list(FUZZERS)
    amount = amounts[0] if amounts else "1000"
    how = {"seconds": float(amount[:-1])} if amount.endswith("s") else {"cases": int(amount)}
    _bound_memory()
    failed = 0
    for name in names:
        tally = run(name, **how)  # type: ignore[arg-type]
        failed += len(tally.failed)
        print(
            f"{name:10} {tally.cases:7} cases in {tally.seconds:.0f} s, the slowest"
            f" {tally.slowest:.2f} s, {_megabytes()} MB: {len(tally.failed)} failed",
            flush=True,
        )
        for case, wrong in list(tally.failed.items())[:3]:
            print(f"  {case}\n{wrong}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Ending early without leaving anything half done."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

_REQUESTS = ("SIGTERM", "SIGHUP")
"""What asks a program to end, besides Ctrl+C; not every system has both."""


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (the shape of a handler)
    raise SystemExit(128 + number)


@contextmanager
def ending_tidily() -> Iterator[None]:
    """Let a request to end clean up first, as Ctrl+C does; only in the main thread."""
    with ExitStack() as after:
        for name in _REQUESTS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                try:
                    before = signal.signal(number, _leave)
                except ValueError:  # not in the main thread
                    break
                after.callback(signal.signal, number, before)
        yield

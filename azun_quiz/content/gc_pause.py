"""Python's cycle collector, and when it only costs time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Keep the cycle collector from scanning growing data again and again.

    For work that builds many objects which stay, and no cycles that could be freed meanwhile. The
    collector is left as it was found; where it is off already nothing changes.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()

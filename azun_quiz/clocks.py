"""The clocks that the program reads; tests hand in others."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clocks:
    """The time of day in seconds since 1970, and a clock that never jumps."""

    day: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic

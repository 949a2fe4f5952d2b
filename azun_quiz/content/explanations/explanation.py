"""What is told of a code beyond its message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """``meaning`` and ``why`` (it matters) are message ids of the catalogs; ``wrong`` and
    ``right`` are lines of a file before and after the correction."""

    meaning: str
    why: str
    wrong: str
    right: str

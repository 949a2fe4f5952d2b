"""SciPy, which takes long to import: not before a test needs it."""

from __future__ import annotations

from types import ModuleType


def scipy_stats() -> ModuleType:
    """The module of SciPy for statistics."""
    from scipy import stats

    return stats

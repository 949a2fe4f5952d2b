"""Textual without waiting and without reading the same style sheets for each program anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual import _wait
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_read: dict[tuple[Any, ...], list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


def _parse_once(sheet: Stylesheet, css: str, *args: Any, **how: Any) -> list[RuleSet]:
    """The rules of a sheet: they depend on its text, its place and the variables alone."""
    asked = (css, args, frozenset(how.items()), frozenset(sheet._variables.items()))
    if asked not in _read:
        _read[asked] = _parse(sheet, css, *args, **how)
    return _read[asked]


@contextmanager
def quick() -> Iterator[None]:
    """Programs in this process start and are found idle sooner; they do the same."""
    with pytest.MonkeyPatch.context() as patch:
        # The pilot looks in steps of 20 ms whether the program is idle.
        patch.setattr(_wait, "SLEEP_GRANULARITY", 0.002)
        patch.setattr(_wait, "SLEEP_IDLE", 0.0005)
        patch.setattr(Stylesheet, "_parse_rules", _parse_once)
        yield

"""What all tests of screens share: one time zone, and programs that do not dawdle."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.tui.quick import quick


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Days are the same everywhere."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="package", autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield

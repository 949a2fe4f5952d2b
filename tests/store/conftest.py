from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from azun_quiz.paths import STORE
from azun_quiz.store.store import Store
from tests.store.playing import NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / STORE


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, now_ms=NOON) as opened:
        yield opened


@pytest.fixture
def player(store: Store) -> int:
    return store.player("Leyla", at=NOON).id

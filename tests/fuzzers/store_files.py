"""The file of the store, with bytes changed: it is used, or what is wrong with it is told."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random

from azun_quiz.paths import STORE
from azun_quiz.store import backups
from azun_quiz.store.errors import StoreDamagedError, StoreError
from azun_quiz.store.recovery import recover
from azun_quiz.store.store import Store
from tests.fuzzers.mutation import broken
from tests.store.playing import NOON, play
from tests.store.versions import answers_of, played


@cache
def whole() -> bytes:
    """The file of a store with a history."""
    with tempfile.TemporaryDirectory() as home:
        with Store.open(Path(home) / STORE, now_ms=NOON) as store:
            played(store)
        return (Path(home) / STORE).read_bytes()


def fuzz(chance: Random) -> None:
    """Open a broken store, use it, copy it, and set it aside if it is damaged."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / STORE
        content = broken(chance, whole())
        path.write_bytes(content)
        if chance.random() < 0.3:
            path.with_name(f"{STORE}-wal").write_bytes(broken(chance, whole()[:9000]))
        try:
            use(path)
        except StoreDamagedError:
            aside = recover(path, now_ms=NOON)
            assert aside is None or aside.exists()
            with suppress(StoreError):
                use(path)
        except StoreError:
            pass


def use(path: Path) -> None:
    """Everything that a player does, all of which may end in a StoreError."""
    with Store.open(path, now_ms=NOON, busy_ms=100) as store:
        for player in store.players():
            play(store, player.id, [True, False])
        answers_of(store)
    backups.automatic(path, NOON)

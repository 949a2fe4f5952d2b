"""A backup with bytes changed: it is restored whole, or the store stays as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from azun_quiz.paths import STORE
from azun_quiz.store.errors import StoreError
from azun_quiz.store.recovery import restore
from tests.fuzzers.mutation import broken
from tests.fuzzers.store_files import use, whole
from tests.store.playing import NOON, answers_in, used


def fuzz(chance: Random) -> None:
    """Restore a broken backup."""
    with tempfile.TemporaryDirectory() as home:
        path, backup = Path(home) / "data" / STORE, Path(home) / "mine.db"
        used(path, [True])
        backup.write_bytes(broken(chance, whole()))
        try:
            restore(path, backup, now_ms=NOON)
        except StoreError:
            assert answers_in(path) == 1
            return
        try:
            use(path)  # what a check cannot find is met in use
        except StoreError:
            return

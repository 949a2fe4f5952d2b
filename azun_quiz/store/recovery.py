"""Putting a backup in place of the store, and a damaged store aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from azun_quiz.store import backups
from azun_quiz.store.database import connect, connect_to_read, doubt, told
from azun_quiz.store.errors import StoreError, StoreUnwritableError


def recover(path: Path, *, now_ms: int, backup: Path | None = None) -> Path | None:
    """Set a damaged store aside and put a backup, or nothing, in its place.

    Returns where the damaged file lies now; None if the store turned out to be sound, and then
    nothing was changed. Errors of ``backups.check`` if the backup cannot be used: then the store
    stays where it is.
    """
    if backup is not None:
        backups.check(backup)
    try:
        backups.check(path)
    except StoreError:
        aside = set_aside(path, now_ms)
    else:
        doubt(path).unlink(missing_ok=True)
        return None
    if backup is not None:
        backups.copy(backup, path)
    return aside


def restore(path: Path, source: Path, *, now_ms: int) -> Path | None:
    """Replace all of the learner's data by those of a backup.

    What was there before becomes a backup itself (its path is returned), or is set aside if it is
    damaged. Other processes that have the store open see the new data from then on. Errors of
    ``backups.check`` for the source; StoreBusyError if the store is in use just then.
    """
    backups.check(source)
    try:
        backups.check(path)
    except StoreError:
        return recover(path, now_ms=now_ms, backup=source)
    before = backups.automatic(path, now_ms, always=True)
    try:
        with closing(connect_to_read(source)) as good, closing(connect(path)) as into:
            good.backup(into)
    except sqlite3.Error as error:
        raise told(error, path) from error
    return before


def set_aside(path: Path, now_ms: int) -> Path | None:
    """Rename a store and what SQLite keeps beside it; nothing is overwritten.

    Returns the new name, None if there was no store. What lies beside it goes first: a log that
    met another store would be taken for that store's own.
    """
    aside = path.with_name(f"{path.stem}-damaged-{backups.stamp(now_ms)}{path.suffix}")
    number = 2
    while aside.exists():
        name = f"{path.stem}-damaged-{backups.stamp(now_ms)}-{number}{path.suffix}"
        aside = path.with_name(name)
        number += 1
    there = path.exists()
    try:
        for ending in ("-wal", "-shm", ""):
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
        doubt(path).unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnwritableError(path=path, reason=error.strerror or str(error)) from error
    return aside if there else None

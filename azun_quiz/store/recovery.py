"""Putting a backup in place of the store, and a damaged store aside."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

from azun_quiz.moments import Milliseconds
from azun_quiz.store import backups
from azun_quiz.store.database import ERRORS, as_store_error, connect, copy_all, doubt
from azun_quiz.store.errors import (
    BackupDamagedError,
    NoBackupError,
    StoreDamagedError,
    StoreForeignError,
    StoreUnwritableError,
)
from azun_quiz.store.opening import migrate


def recover(path: Path, *, now_ms: Milliseconds, backup: Path | None = None) -> Path | None:
    """Set a damaged store aside and put a backup, or nothing, in its place.

    Returns where the damaged file lies now; None if there was no store, or if it turned out to be
    sound, and then nothing was changed. Errors of ``backups.check`` if the backup or the store
    cannot be used, for another reason than damage: then the store stays where it is.
    """
    if backup is not None:
        backups.check(backup)
    try:
        backups.check(path)
    except (StoreDamagedError, NoBackupError):
        aside = set_aside(path, now_ms)
    else:
        doubt(path).unlink(missing_ok=True)
        return None
    if backup is not None:
        backups.copy(backup, path)
    return aside


def restore(path: Path, source: Path, *, now_ms: Milliseconds) -> Path | None:
    """Replace all of the learner's data by those of a backup.

    What was there before becomes a backup itself (its path is returned), or is set aside if it is
    damaged. Other processes that have the store open see the new data from then on. A backup of
    an older version is brought up to date first, so that they never see one.

    Raises:
        StoreError: as `check_backup` raises for the source, and ``backups.check`` for the store,
            unless it is damaged.
        StoreBusyError: the store stays locked.
    """
    check_backup(source)
    try:
        backups.check(path)
    except (StoreDamagedError, NoBackupError):
        return recover(path, now_ms=now_ms, backup=source)
    except StoreForeignError:
        if path.stat().st_size:
            raise
        before = None  # an empty file, as a process leaves it that is killed while it begins
    else:
        before = path
    fresh = backups.directory(path) / f".{path.stem}-restored.{os.getpid()}.part"
    try:
        backups.copy(source, fresh)
        with closing(connect(fresh)) as good, closing(connect(path)) as into:
            migrate(good, source)
            # Nobody who has a round open has seen these revisions.
            good.execute("UPDATE round SET revision = revision + ?", (now_ms,))
            # Only now, for it may thin out the source.
            before = before and backups.automatic(path, now_ms, always=True)
            copy_all(good, into, path)
    except ERRORS as error:
        raise as_store_error(error, path) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return before


def check_backup(source: Path) -> None:
    """Check as ``backups.check`` does, for a file that was named.

    Raises:
        StoreError: as in ``backups.check``, but for a damaged file a BackupDamagedError.
    """
    try:
        backups.check(source)
    except StoreDamagedError as error:
        raise BackupDamagedError(path=source) from error


def set_aside(path: Path, now_ms: Milliseconds) -> Path | None:
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

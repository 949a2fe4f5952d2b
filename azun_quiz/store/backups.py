"""Copies of the store: how they are made, checked, thinned and found."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from azun_quiz.moments import Milliseconds
from azun_quiz.store.database import (
    ERRORS,
    as_store_error,
    connect,
    connect_to_read,
    copy_all,
    doubt,
)
from azun_quiz.store.errors import (
    BackupTargetError,
    NoBackupError,
    NothingStoredError,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreNewerError,
    StoreUnreadableError,
    StoreUnwritableError,
)
from azun_quiz.store.schema import APPLICATION_ID, version

EVERY = timedelta(hours=12)
"""The time between automatic backups."""

KEEP_ALL, KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = timedelta(days=2), 12, 10, 12
KEEP_NEWEST = 3

_TOLERANCE = timedelta(days=1)
"""Clocks that differ by less are not called wrong."""

_STAMP = "%Y%m%d-%H%M%S"
_STAMP_LENGTH = len("20000101-000000")


def directory(path: Path) -> Path:
    """Where the automatic backups of a store lie."""
    return path.parent / "backups"


def stamp(now_ms: Milliseconds) -> str:
    """A moment as part of a file name, in UTC."""
    return datetime.fromtimestamp(now_ms / 1000, UTC).strftime(_STAMP)


def existing(path: Path) -> list[tuple[datetime, Path]]:
    """The automatic backups of a store with their times, newest first."""
    found = []
    with suppress(OSError):
        for file in directory(path).glob(f"{path.stem}-*.db"):
            with suppress(ValueError):
                name = file.stem.removeprefix(f"{path.stem}-")
                moment, number = name[:_STAMP_LENGTH], name[_STAMP_LENGTH:].lstrip("-")
                found.append(
                    (datetime.strptime(moment, _STAMP).replace(tzinfo=UTC), int(number or 1), file)
                )
    return [(moment, file) for moment, _, file in sorted(found, reverse=True)]


def check(file: Path) -> None:
    """Read a whole store file without changing it.

    Raises:
        NoBackupError: there is none.
        StoreError: it cannot be used; one of StoreUnreadableError, StoreBusyError,
            StoreDamagedError, StoreForeignError and StoreNewerError.
    """
    try:
        if not file.is_file():
            raise NoBackupError(path=file)
        with closing(connect_to_read(file)) as connection:
            application, found = identity(connection)
            if application != APPLICATION_ID or found == 0:
                raise StoreForeignError(path=file)
            if found > version():
                raise StoreNewerError(path=file)
            if not sound(connection):
                raise StoreDamagedError(path=file)
    except ERRORS as error:
        raise as_store_error(error, file, reading=True) from error
    except OSError as error:
        raise StoreUnreadableError(path=file, reason=error.strerror or error) from error


def answer_count(file: Path) -> int:
    """How many answers a sound file holds, without those that were taken back."""
    try:
        with closing(connect_to_read(file)) as connection:
            found = connection.execute("SELECT count(*) FROM answer WHERE undone IS NULL")
            return int(found.fetchone()[0])
    except ERRORS as error:
        raise as_store_error(error, file, reading=True) from error


def identity(connection: sqlite3.Connection) -> tuple[int, int]:
    """The application id and the version that a file carries."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(application), int(found)


def sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite's own check of the whole file finds nothing."""
    found = connection.execute("SELECT quick_check = 'ok' FROM pragma_quick_check(1)")
    return bool(found.fetchone() == (1,))


def newest_good(path: Path, now_ms: Milliseconds) -> Path | None:
    """The newest automatic backup of a store that can be used.

    Those from the future were made while the clock was wrong, and come last.
    """
    latest = datetime.fromtimestamp(now_ms / 1000, UTC) + _TOLERANCE
    for _, file in sorted(existing(path), key=lambda entry: entry[0] > latest):
        with suppress(StoreError):
            check(file)
            return file
    return None


def copy(path: Path, target: Path) -> None:
    """Copy a store that may be in use; ``target`` is replaced at once or stays as it was.

    Raises:
        NothingStoredError: there is no store.
        StoreDamagedError: it is damaged.
        StoreError: the copy cannot be written, as a StoreUnwritableError tells.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if not path.exists():
            raise NothingStoredError(path=path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(connect_to_read(path)) as source, closing(connect(part)) as into:
            copy_all(source, into, path)
            into.execute("PRAGMA journal_mode = DELETE")
            if not sound(into):
                raise StoreDamagedError(path=path)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except ERRORS as error:
        story = as_store_error(error, target)  # the copy is new: what is damaged is the store
        damaged = isinstance(story, StoreDamagedError)
        raise (StoreDamagedError(path=path) if damaged else story) from error
    except OSError as error:
        raise StoreUnwritableError(path=target, reason=error.strerror or error) from error
    finally:
        for leftover in (part, part.with_name(f"{part.name}-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def save(path: Path, target: Path) -> None:
    """Copy a store to a file of the player's choice; an older backup there is replaced.

    Raises:
        BackupTargetError: the file is the store itself or anything but a backup.
    """
    if target.exists():
        try:
            check(target)
        except StoreError as error:
            raise BackupTargetError(path=target) from error
        if target.samefile(path):
            raise BackupTargetError(path=target)
    copy(path, target)


def automatic(path: Path, now_ms: Milliseconds, *, always: bool = False) -> Path | None:
    """Make a backup if the newest is old enough (or ``always``), and thin the others.

    It may run in a thread of its own. None if nothing was due.

    Raises:
        StoreDamagedError: the store is damaged; it is then looked at when it is opened next.
    """
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    found = existing(path)
    if not always and any(abs(now - moment) < EVERY for moment, _ in found):
        return None
    target = directory(path) / f"{path.stem}-{stamp(now_ms)}.db"
    number = 2
    while target.exists():
        target = directory(path) / f"{path.stem}-{stamp(now_ms)}-{number}.db"
        number += 1
    try:
        copy(path, target)
    except StoreDamagedError:
        with suppress(OSError):
            doubt(path).touch()
        raise
    _tidy(path, now)
    return target


def _tidy(path: Path, now: datetime) -> None:
    """Delete the backups that do not stay, and what killed processes left of theirs."""
    found = existing(path)
    keep = kept((moment for moment, _ in found), now)
    with suppress(OSError):
        for moment, file in found:
            if moment not in keep:
                file.unlink()
        for part in directory(path).glob(f".*{path.stem}-*.part*"):
            if now.timestamp() - part.stat().st_mtime > KEEP_ALL.total_seconds():
                part.unlink()


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: all of two days, then one a day, a week and a month; the newest always.

    Of each day, week and month the newest stays. Moments in the future were set down while the
    clock was wrong; they are thinned among themselves, so that they displace no others.
    """
    all_moments = set(moments)
    ahead = {moment for moment in all_moments if moment > now + _TOLERANCE}
    keep = _thinned(all_moments - ahead, now)
    return keep | _thinned(ahead, max(ahead)) if ahead else keep


def _thinned(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    newest_first = sorted(set(moments), reverse=True)
    keep = set(newest_first[:KEEP_NEWEST])
    keep.update(moment for moment in newest_first if now - moment <= KEEP_ALL)
    spans: tuple[tuple[int, Callable[[date], tuple[int, ...]]], ...] = (
        (KEEP_DAYS, lambda day: (day.toordinal(),)),
        (KEEP_WEEKS, lambda day: day.isocalendar()[:2]),
        (KEEP_MONTHS, lambda day: (day.year, day.month)),
    )
    for most, span in spans:
        groups: dict[tuple[int, ...], datetime] = {}
        for moment in newest_first:
            groups.setdefault(span(moment.date()), moment)
        keep.update(list(groups.values())[:most])
    return keep


def _sync(path: Path) -> None:
    """Have a file, or a directory where the system can do that, on the disk."""
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

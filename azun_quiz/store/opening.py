"""Opening the store: new, old, newer, damaged, foreign, or impossible to write."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from azun_quiz.moments import Milliseconds
from azun_quiz.store import backups, schema
from azun_quiz.store.database import (
    BUSY_MS,
    ERRORS,
    Database,
    as_store_error,
    connect,
    connect_to_read,
    copy_all,
    doubt,
)
from azun_quiz.store.errors import (
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreFullError,
    StoreNewerError,
    StoreUnwritableError,
    StoreUpgradeError,
)

_SWITCH_TRIES = 50
_UNFIT = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH}


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database, and why nothing is kept if it is only in memory."""

    database: Database
    reason: StoreError | None = None


def open_database(path: Path, *, now_ms: Milliseconds, busy_ms: int = BUSY_MS) -> Opened:
    """Open or create the store and bring it up to date.

    Where nothing can be written, a store in memory comes back with the reason; it holds a copy of
    the file if that can be read.

    Raises:
        StoreError: it cannot be opened. StoreNewerError, StoreForeignError, StoreDamagedError,
            StoreUpgradeError and StoreBusyError leave the file as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Opened(_open(path, now_ms, busy_ms))
    except ERRORS as error:
        story: StoreError = as_store_error(error, path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        story = StoreUnwritableError(path=path, reason=reason)
    except StoreError as error:
        story = error
    if isinstance(story, StoreDamagedError):
        raise StoreDamagedError(path=path, backup=backups.newest_good(path, now_ms)) from story
    if isinstance(story, StoreUnwritableError | StoreFullError):
        return Opened(in_memory(path), story)
    raise story


def in_memory(path: Path | None = None) -> Database:
    """A store that is gone when it is closed; it starts as a copy of a file that can be read."""
    connection = connect(None)
    for unchanging in (False, True):
        if path is None or not _is_file(path):
            break
        try:
            with closing(connect_to_read(path, unchanging=unchanging)) as source:
                application, found = backups.identity(source)
                if application == schema.APPLICATION_ID and found <= schema.version():
                    copy_all(source, connection, path)
                    break
        except (*ERRORS, StoreError):
            connection.close()
            connection = connect(None)
    migrate(connection)
    return Database(connection, None)


def migrate(connection: sqlite3.Connection, path: Path | None = None) -> None:
    """Take all steps that are missing, in one transaction that looks at the version itself."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        _, found = backups.identity(connection)
        if found > schema.version():
            raise StoreNewerError(path=path)
        try:
            for step in schema.STEPS[found:]:
                for statement in step:
                    connection.execute(statement)
        except (sqlite3.OperationalError, sqlite3.IntegrityError) as error:
            if found and error.sqlite_errorcode & 0xFF in _UNFIT:
                raise StoreUpgradeError(path=path, reason=error) from error
            raise
        if found < schema.version():
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {schema.version()}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _open(path: Path, now_ms: Milliseconds, busy_ms: int) -> Database:
    connection = connect(path, busy_ms=busy_ms)
    try:
        try:
            _prepare(connection, path, now_ms)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN:
                raise
            _give_up_write_ahead_log(connection)
            _prepare(connection, path, now_ms)
    except BaseException:
        connection.close()
        raise
    return Database(connection, path)


def _prepare(connection: sqlite3.Connection, path: Path, now_ms: Milliseconds) -> None:
    application, found = backups.identity(connection)
    if application != schema.APPLICATION_ID and not _is_new(connection, application):
        raise StoreForeignError(path=path)
    if found > schema.version():
        raise StoreNewerError(path=path)
    if doubt(path).exists():
        if not backups.sound(connection):
            raise StoreDamagedError(path=path)
        doubt(path).unlink(missing_ok=True)
    _use_write_ahead_log(connection)
    if found == schema.version():
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        return
    if found:
        backups.automatic(path, now_ms, always=True)
    migrate(connection, path)


def _is_new(connection: sqlite3.Connection, application: int) -> bool:
    """Whether the file holds nothing at all; a process that is just creating it may be faster."""
    if application:
        return False
    empty = connection.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone() == (1,)
    return bool(empty or backups.identity(connection)[0] == schema.APPLICATION_ID)


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch to WAL where the file system can do that; SQLite does not wait for others here."""
    for attempt in range(_SWITCH_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                return
            time.sleep(0.002 * (attempt + 1))


def _give_up_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Make a file with a log usable where memory cannot be shared, as on a network drive.

    A process that has the file to itself can read such a log and put it away.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA locking_mode = NORMAL")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # lets go of the lock


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False

"""One connection to the file: its settings, its transactions, and SQLite's errors in words."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from azun_quiz.store.errors import (
    PlayerGoneError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreGoneError,
    StoreUnreadableError,
    StoreUnwritableError,
)

BUSY_MS = 10_000
"""How long one process waits for another."""

ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; in a damaged file its own messages may be no text."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_NO_ROOM = 64 * 1024
"""With fewer bytes left on a disk, what SQLite calls an I/O error is a full disk."""


def connect(path: Path | None, *, busy_ms: int = BUSY_MS) -> sqlite3.Connection:
    """A connection with the settings that all of them have; None opens a store in memory."""
    connection = sqlite3.connect(
        ":memory:" if path is None else path, timeout=busy_ms / 1000, isolation_level=None
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(
    path: Path, *, unchanging: bool = False, busy_ms: int = BUSY_MS
) -> sqlite3.Connection:
    """A connection that only reads; ``unchanging`` reads a file that nobody writes to.

    Where a killed process left a change half made, that is taken back first.
    """

    def opened(how: str) -> sqlite3.Connection:
        address = f"{path.resolve().as_uri()}?{how}"
        connection = sqlite3.connect(
            address, uri=True, timeout=busy_ms / 1000, isolation_level=None
        )
        try:
            connection.execute("PRAGMA user_version")
        except BaseException:
            connection.close()
            raise
        return connection

    try:
        return opened("immutable=1" if unchanging else "mode=ro")
    except sqlite3.OperationalError as error:
        if unchanging or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
    return opened("mode=rw")


def copy_all(source: sqlite3.Connection, target: sqlite3.Connection, path: Path) -> None:
    """Replace what one database holds by all that another one holds, in one transaction.

    Raises:
        StoreBusyError: one of the two stayed locked for as long as its connection waits; it names
            ``path``.
    """

    def given_up(status: int, _remaining: int, _total: int) -> None:
        # SQLite has waited already; without this Python would try again for ever.
        if status & 0xFF in _BUSY:
            raise StoreBusyError(path=path)

    source.backup(target, progress=given_up)


def as_store_error(error: Exception, path: Path | None, *, reading: bool = False) -> StoreError:
    """The same error in the program's own words; ``reading``: nothing was to be written."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    place = path or Path(":memory:")
    undecoded = primary is None and isinstance(error, UnicodeError | sqlite3.OperationalError)
    if primary in _DAMAGE or undecoded:
        return StoreDamagedError(path=place)
    if primary in _BUSY:
        return StoreBusyError(path=place)
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return PlayerGoneError()
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _is_full(place)):
        return StoreFullError(path=place)
    kind = StoreUnreadableError if reading else StoreUnwritableError
    return kind(path=place, reason=str(error))


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False


class Database:
    """A connection whose errors are StoreErrors. It belongs to the thread that opened it.

    ``path`` is None for a store in memory. A file that turns out to be damaged gets a mark
    beside it, so that it is checked when it is opened next. Nothing is stored into a file that
    is no longer at its path: SQLite would go on writing to it, and all of that would be lost.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self.path = path
        self._file = None if path is None else _identity(path)

    def close(self) -> None:
        """Close the connection; closing twice is no error."""
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for queries."""
        try:
            yield self._connection
        except ERRORS as error:
            story = as_store_error(error, self.path)
            if isinstance(story, StoreDamagedError) and self.path is not None:
                with suppress(OSError):
                    doubt(self.path).touch()
            raise story from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection within a transaction: all of it is on the disk at the end, or nothing."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                self._look_for_file()
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def _look_for_file(self) -> None:
        if self.path is not None and _identity(self.path) != self._file:
            raise StoreGoneError(path=self.path)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one of the same name; None if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def doubt(path: Path) -> Path:
    """The file that marks a store as doubtful."""
    return path.with_name(path.name + ".doubt")

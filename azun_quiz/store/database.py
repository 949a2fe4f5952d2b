"""One connection to the file: its settings, its transactions, and SQLite's errors in words."""

from __future__ import annotations

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
    StoreUnwritableError,
)

BUSY_MS = 10_000
"""How long one process waits for another."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}


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


def connect_to_read(path: Path, *, unchanging: bool = False) -> sqlite3.Connection:
    """A connection that cannot write; ``unchanging`` reads a file that nobody writes to."""
    mode = "immutable=1" if unchanging else "mode=ro"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None)


def told(error: sqlite3.Error, path: Path | None) -> StoreError:
    """The same error in the program's own words."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    place = path or Path(":memory:")
    if primary in _DAMAGE:
        return StoreDamagedError(path=place)
    if primary in _BUSY:
        return StoreBusyError(path=place)
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return PlayerGoneError()
    if primary == sqlite3.SQLITE_FULL:
        return StoreFullError(path=place)
    return StoreUnwritableError(path=place, reason=str(error))


class Database:
    """A connection whose errors are StoreErrors. It belongs to the thread that opened it.

    ``path`` is None for a store in memory. A file that turns out to be damaged gets a mark
    beside it, so that it is checked when it is opened next.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self.path = path

    def close(self) -> None:
        """Close the connection; closing twice is no error."""
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for queries."""
        try:
            yield self._connection
        except sqlite3.Error as error:
            story = told(error, self.path)
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
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise


def doubt(path: Path) -> Path:
    """The file that marks a store as doubtful."""
    return path.with_name(path.name + ".doubt")

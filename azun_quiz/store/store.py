"""The learner's data: one object with all that can be stored and asked."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from azun_quiz.moments import Milliseconds
from azun_quiz.store import backups
from azun_quiz.store.database import BUSY_MS, Database
from azun_quiz.store.errors import StoreError
from azun_quiz.store.flags import Flags
from azun_quiz.store.history import History
from azun_quiz.store.opening import in_memory, open_database
from azun_quiz.store.players import Players
from azun_quiz.store.progress import Progress
from azun_quiz.store.rounds import Rounds


class Store(Players, Rounds, Progress, Flags, History):
    """An open store. It belongs to the thread that opened it; several processes may share a file.

    ``reason`` says why nothing is kept, and is None when everything is. Every method that changes
    something returns when it is on the disk, or raises a StoreError and has changed nothing.
    """

    def __init__(self, database: Database, reason: StoreError | None = None) -> None:
        super().__init__(database)
        self.reason = reason

    @classmethod
    def open(cls, path: Path, *, now_ms: Milliseconds, busy_ms: int = BUSY_MS) -> Self:
        """Open or create the store in a file.

        Where nothing can be written, a store in memory comes back: ``writable`` is False and
        ``reason`` says why. ``busy_ms`` is the time to wait for other processes.

        Raises:
            StoreError: it cannot be opened, and stays as it is: StoreNewerError,
                StoreForeignError, StoreUpgradeError, StoreBusyError, or StoreDamagedError, whose
                ``backup`` is the newest good one, for ``recovery.recover``.
        """
        opened = open_database(path, now_ms=now_ms, busy_ms=busy_ms)
        return cls(opened.database, opened.reason)

    @classmethod
    def in_memory(cls, reason: StoreError | None = None) -> Self:
        """An empty store that is gone when it is closed."""
        return cls(in_memory(), reason)

    @property
    def path(self) -> Path | None:
        """The file, or None for a store in memory."""
        return self._database.path

    @property
    def writable(self) -> bool:
        """Whether what is stored will be there tomorrow."""
        return self.path is not None

    def backup(self, target: Path) -> None:
        """Copy everything to a file; see ``backups.save``."""
        if self.path is None:
            raise self.reason or StoreError()
        backups.save(self.path, target)

    def close(self) -> None:
        """Close the file; closing twice is no error."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

"""What can go wrong with the store, each with its words."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from azun_quiz.game.errors import WordedError
from azun_quiz.text.catalog import N_


class StoreError(WordedError):
    """Something about the learner's data; ``message`` and ``params`` say what."""


class StoreNewerError(StoreError):
    """The file was written by a newer version of the program. It stays as it is."""

    code: ClassVar[str] = "store-newer"
    message: ClassVar[str] = N_(
        "The learner's data in {path} belong to a newer version of this program."
        " Update the program, or set AZUN_QUIZ_HOME to another directory."
    )


class StoreForeignError(StoreError):
    """The file is a database, but of another program. It stays as it is."""

    code: ClassVar[str] = "store-foreign"
    message: ClassVar[str] = N_("{path} is the database of another program.")


class StoreDamagedError(StoreError):
    """The file cannot be read as a database. It stays until ``recover`` sets it aside.

    ``backup`` is the newest good backup, or None.
    """

    code: ClassVar[str] = "store-damaged"
    message: ClassVar[str] = N_("The learner's data in {path} are damaged.")

    def __init__(self, *, path: Path, backup: Path | None = None) -> None:
        super().__init__(path=path, backup=backup)
        self.path = path
        self.backup = backup
        self.advice = _NO_GOOD_BACKUP if backup is None else _GOOD_BACKUP


_GOOD_BACKUP = N_(
    'The newest good backup can be restored; the damaged file is kept: azun-quiz restore "{backup}"'
)
_NO_GOOD_BACKUP = N_("There is no good backup. Rename the file to start anew.")


class StoreUpgradeError(StoreError):
    """An older file does not take a step to the present version. It stays as it was."""

    code: ClassVar[str] = "store-upgrade"
    message: ClassVar[str] = N_(
        "The learner's data in {path} cannot be brought up to date ({reason})."
        " They stay as they are."
    )


class StoreBusyError(StoreError):
    """Another process kept the file locked for longer than one waits."""

    code: ClassVar[str] = "store-busy"
    message: ClassVar[str] = N_("Another program is using {path}. Nothing was stored; try again.")


class StoreFullError(StoreError):
    """No room on the disk. The last change is not stored."""

    code: ClassVar[str] = "store-full"
    message: ClassVar[str] = N_("The disk is full. Nothing was stored in {path}.")


class StoreUnwritableError(StoreError):
    """Nothing can be written there. The last change is not stored."""

    code: ClassVar[str] = "store-unwritable"
    message: ClassVar[str] = N_("Nothing can be written to {path} ({reason}).")


class StoreUnreadableError(StoreError):
    """A file cannot be read, although it is there."""

    code: ClassVar[str] = "store-unreadable"
    message: ClassVar[str] = N_("{path} cannot be read ({reason}).")


class StoreGoneError(StoreError):
    """The file was deleted, moved or replaced while it was open. The last change is not stored."""

    code: ClassVar[str] = "store-gone"
    message: ClassVar[str] = N_(
        "{path} was deleted or moved meanwhile. Nothing was stored; start the program again."
    )


class NothingStoredError(StoreError):
    """There are no learner's data yet that could be copied."""

    code: ClassVar[str] = "nothing-stored"
    message: ClassVar[str] = N_("There are no learner's data in {path} yet.")


class RoundMovedError(StoreError):
    """Another window or process went on with the round; it has to be loaded again."""

    code: ClassVar[str] = "round-moved"
    message: ClassVar[str] = N_("This round has gone on elsewhere. Open it again to continue.")


class PlayerGoneError(StoreError):
    """The player was removed meanwhile; nothing is stored."""

    code: ClassVar[str] = "player-gone"
    message: ClassVar[str] = N_("This player was removed. Nothing was stored.")


class PlayerNameError(StoreError):
    """No name, or one that is too long or may not be given."""

    code: ClassVar[str] = "player-name"
    message: ClassVar[str] = N_("“{name}” cannot be a player's name.")


class PlayerNameTakenError(PlayerNameError):
    """Another player has the name already."""

    code: ClassVar[str] = "player-name-taken"
    message: ClassVar[str] = N_("Another player is called “{name}”.")


class BackupTargetError(StoreError):
    """The file for a backup exists and is no backup, or is the store itself."""

    code: ClassVar[str] = "backup-target"
    message: ClassVar[str] = N_("{path} exists and is not a backup. Choose another file.")


class BackupDamagedError(StoreError):
    """The file to restore from is damaged, or something else than a backup."""

    code: ClassVar[str] = "backup-damaged"
    message: ClassVar[str] = N_("{path} is damaged or is not a backup. Nothing was changed.")


class NoBackupError(StoreError):
    """There is no file to restore from."""

    code: ClassVar[str] = "no-backup"
    message: ClassVar[str] = N_("There is no backup at {path}.")

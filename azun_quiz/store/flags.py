"""Questions that a player flagged as wrong or unclear."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from azun_quiz.moments import Milliseconds
from azun_quiz.store.part import Part

REASONS = ("wrong", "unclear", "other")
MAX_NOTE_LENGTH = 2000
"""The most characters of a note."""


class Flag(NamedTuple):
    """A flagged question as it was asked, with the player's note.

    ``at`` and ``closed`` say when it was set and taken back; ``closed`` is None while it stands.
    """

    id: int
    item: str
    seed: int
    level: str
    lang: str
    digest: str
    reason: str
    note: str
    at: Milliseconds
    closed: Milliseconds | None = None


_FLAGS = (
    "SELECT id, item, seed, level, lang, digest, reason, note, at, closed FROM flag"
    " WHERE player = ?"
)


def tidy_note(note: str) -> str:
    """A note without control characters (line ends stay), cut to its greatest length."""
    kept = (
        char
        for char in note.replace("\r\n", "\n").replace("\r", "\n")
        if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
    )
    return "".join(kept).strip()[:MAX_NOTE_LENGTH]


class Flags(Part):
    """The flags of all players."""

    def flag(
        self,
        player: int,
        item: str,
        *,
        seed: int,
        level: str,
        lang: str,
        digest: str,
        reason: str,
        note: str = "",
        at: Milliseconds,
    ) -> int:
        """Flag a question; returns the flag's id.

        Raises:
            ValueError: the reason is unknown.
        """
        if reason not in REASONS:
            raise ValueError(reason)
        with self._database.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO flag (player, item, seed, level, lang, digest, reason, note, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (player, item, seed, level, lang, digest, reason, tidy_note(note), at),
            )
            assert cursor.lastrowid is not None
            return cursor.lastrowid

    def flags(self, player: int, *, closed: bool = False) -> tuple[Flag, ...]:
        """The flags of a player that stand, with ``closed`` all; the last one first."""
        wish = "" if closed else " AND closed IS NULL"
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{_FLAGS}{wish} ORDER BY at DESC, id DESC",
                (player,),
            )
            return tuple(Flag(*row) for row in rows)

    def close_flag(self, flag: int, *, at: Milliseconds) -> None:
        """Note that a flag was dealt with."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE flag SET closed = ? WHERE id = ? AND closed IS NULL", (at, flag)
            )

"""The players on this machine, each with a history of their own."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from azun_quiz.moments import Milliseconds
from azun_quiz.names import MAX_NAME_LENGTH
from azun_quiz.store.errors import PlayerGoneError, PlayerNameError, PlayerNameTakenError
from azun_quiz.store.part import Part


class Player(NamedTuple):
    """A player, and since when there is one of that name."""

    id: int
    name: str
    created: Milliseconds


def tidy_name(name: str) -> str:
    """A name without control characters and needless spaces.

    Raises:
        PlayerNameError: nothing is left, or it is too long.
    """
    kept = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", name)
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn")
    )
    tidy = " ".join(kept.split())
    if not folded(tidy) or len(tidy) > MAX_NAME_LENGTH:
        raise PlayerNameError(name=tidy[:MAX_NAME_LENGTH])
    return tidy


def folded(name: str) -> str:
    """What two spellings of one name have in common; invisible characters do not count."""
    visible = "".join(char for char in name if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible).casefold().strip()


_ENTER = (
    "INSERT INTO player (id, name, folded, created)"
    " SELECT coalesce(max(id), 0) + 1, ?, ?, ?"
    " FROM (SELECT id FROM player UNION ALL SELECT player FROM removed)"
    " WHERE true ON CONFLICT DO NOTHING"
)
"""Enters a player under a number that nobody has or had; of two alike the first one stays."""


class Players(Part):
    """Who plays."""

    def player(self, name: str, *, at: Milliseconds) -> Player:
        """The player of that name, who is entered if unknown; case does not count.

        Raises:
            PlayerNameError: the name is empty or too long.
        """
        tidy = tidy_name(name)
        found = self.player_named(tidy)
        if found is None:
            with self._database.writing() as connection:
                connection.execute(_ENTER, (tidy, folded(tidy), at))
            found = self.player_named(tidy)
            assert found is not None
        return found

    def players(self) -> tuple[Player, ...]:
        """All players, in the order in which they came."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id, name, created FROM player ORDER BY id")
            return tuple(Player(*row) for row in rows)

    def rename_player(self, player: int, name: str) -> Player:
        """Give a player another name; the player as they are called then.

        Raises:
            PlayerNameError: it is empty or too long.
            PlayerNameTakenError: someone else has it.
            PlayerGoneError: the player was removed.
        """
        tidy = tidy_name(name)
        with self._database.writing() as connection:
            taken = self.player_named(tidy)
            if taken is not None and taken.id != player:
                raise PlayerNameTakenError(name=taken.name)
            connection.execute(
                "UPDATE player SET name = ?, folded = ? WHERE id = ?", (tidy, folded(tidy), player)
            )
            renamed = self.player_named(tidy)
            if renamed is None:
                raise PlayerGoneError
        return renamed

    def remove_player(self, player: int) -> None:
        """Delete a player and all that is stored about them; backups are left alone.

        What they leave free in the file is overwritten, so that it cannot be read there either.
        """
        with self._database.reading() as connection:
            connection.execute("PRAGMA secure_delete = ON")
        with self._database.writing() as connection:
            found = connection.execute("DELETE FROM player WHERE id = ?", (player,)).rowcount
            if found:
                connection.execute("INSERT INTO removed (player) VALUES (?)", (player,))

    def player_named(self, name: str) -> Player | None:
        """The player of that name, or None; case does not count."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT id, name, created FROM player WHERE folded = ?", (folded(name),)
            ).fetchone()
        return None if row is None else Player(*row)

"""The players on this machine, each with a history of their own."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from azun_quiz.names import NAME_MOST
from azun_quiz.store.errors import PlayerNameError
from azun_quiz.store.part import Part


class Player(NamedTuple):
    """A player; ``created`` is in milliseconds since 1970."""

    id: int
    name: str
    created: int


def tidy_name(name: str) -> str:
    """A name without control characters and needless spaces; PlayerNameError if nothing is left."""
    kept = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", name)
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn")
    )
    tidy = " ".join(kept.split())
    if not folded(tidy) or len(tidy) > NAME_MOST:
        raise PlayerNameError(name=tidy[:NAME_MOST])
    return tidy


def folded(name: str) -> str:
    """What two spellings of one name have in common; invisible characters do not count."""
    visible = "".join(char for char in name if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible).casefold().strip()


class Players(Part):
    """Who plays."""

    def player(self, name: str, *, at: int) -> Player:
        """The player of that name, who is entered if unknown; case does not count.

        PlayerNameError for a name that is empty or too long.
        """
        tidy = tidy_name(name)
        found = self._by_name(tidy)
        if found is None:
            with self._database.writing() as connection:
                connection.execute(
                    "INSERT INTO player (name, folded, created) VALUES (?, ?, ?)"
                    " ON CONFLICT DO NOTHING",
                    (tidy, folded(tidy), at),
                )
            found = self._by_name(tidy)
            assert found is not None
        return found

    def players(self) -> tuple[Player, ...]:
        """All players, in the order in which they came."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id, name, created FROM player ORDER BY id")
            return tuple(Player(*row) for row in rows)

    def rename_player(self, player: int, name: str) -> None:
        """Give a player another name; PlayerNameError if someone else has it."""
        tidy = tidy_name(name)
        with self._database.writing() as connection:
            taken = self._by_name(tidy)
            if taken is not None and taken.id != player:
                raise PlayerNameError(name=tidy)
            connection.execute(
                "UPDATE player SET name = ?, folded = ? WHERE id = ?", (tidy, folded(tidy), player)
            )

    def remove_player(self, player: int) -> None:
        """Delete a player and all that is stored about them."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM player WHERE id = ?", (player,))

    def _by_name(self, name: str) -> Player | None:
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT id, name, created FROM player WHERE folded = ?", (folded(name),)
            ).fetchone()
        return None if row is None else Player(*row)

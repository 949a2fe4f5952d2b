"""The players on this machine, by name: who plays now, and what is done about the others."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from azun_quiz.moments import Milliseconds
from azun_quiz.names import DEFAULT_PLAYER

if TYPE_CHECKING:
    from azun_quiz.store.players import Player
    from azun_quiz.store.store import Store
    from azun_quiz.text.catalog import Messages


def is_named(name: str, remembered: str) -> bool:
    """Whether the name that settings remember, or nothing, means the player of this name."""
    from azun_quiz.store.players import folded

    return folded(remembered or DEFAULT_PLAYER) == folded(name)


def what_goes(t: Messages, answers: int) -> str:
    """What somebody is told before a player with so many answers is removed."""
    return t.plural(
        "Remove this player? {count} answer goes for good, with all results, flags and unfinished"
        " rounds. Backups made before still hold it.",
        "Remove this player? {count} answers go for good, with all results, flags and unfinished"
        " rounds. Backups made before still hold them.",
        answers,
    )


class Roster(ABC):
    """Part of a session: its player, and the list of all. Every change may raise a StoreError."""

    store: Store
    _player: Player

    @abstractmethod
    def at(self) -> Milliseconds:
        """The present moment."""

    @property
    def player(self) -> str:
        """The name of the player."""
        return self._player.name

    @property
    def shown_name(self) -> str:
        """The player's name, or nothing where none was ever given."""
        return "" if self.player == DEFAULT_PLAYER else self.player

    @property
    def player_id(self) -> int:
        """The player's id in the store."""
        return self._player.id

    def players(self) -> list[str]:
        """The names of all players, the present one first."""
        names = [player.name for player in self.store.players()]
        return sorted(names, key=lambda name: name != self.player)

    def switch(self, name: str) -> None:
        """Let another player play, who is entered if unknown.

        Raises:
            PlayerNameError: the name is empty or too long.
        """
        self._player = self.store.player(name, at=self.at())

    def answers_of(self, name: str) -> int:
        """How many answers of a player stand; those of an exam count when it is handed in."""
        return sum(day.asked for day in self.store.days(self._named(name).id))

    def rename(self, name: str, new: str) -> str:
        """Give a player another name; the name as it is stored.

        Raises:
            PlayerNameError: it is empty or too long, or the one of players who gave none.
            PlayerNameTakenError: another player has it.
            PlayerGoneError: nobody has the old name any more.
        """
        from azun_quiz.store.errors import PlayerNameError

        if is_named(DEFAULT_PLAYER, new):
            raise PlayerNameError(name=new)
        renamed = self.store.rename_player(self._named(name).id, new)
        if renamed.id == self.player_id:
            self._player = renamed
        return renamed.name

    def remove(self, name: str) -> None:
        """Remove a player with all that is stored about them; backups keep it.

        After the present player the one without a name plays.

        Raises:
            PlayerGoneError: there is none of that name.
        """
        gone = self._named(name)
        self.store.remove_player(gone.id)
        if gone.id == self.player_id:
            self.switch(DEFAULT_PLAYER)

    def _named(self, name: str) -> Player:
        from azun_quiz.store.errors import PlayerGoneError

        found = self.store.player_named(name)
        if found is None:
            raise PlayerGoneError
        return found

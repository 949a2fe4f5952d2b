"""The player whose answers a command is about, who is never entered by a typing error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azun_quiz.errors import UserError
from azun_quiz.names import DEFAULT_PLAYER
from azun_quiz.text.catalog import N_

if TYPE_CHECKING:
    from azun_quiz.store.players import Player
    from azun_quiz.store.store import Store


def known_player(store: Store, name: str) -> Player:
    """The player of that name; without a name the only one there is.

    Raises:
        UserError: there is none, or without a name there are several.
    """
    from azun_quiz.store.players import folded

    players = store.players()
    wanted = folded(name or DEFAULT_PLAYER)
    found = [player for player in players if folded(player.name) == wanted]
    if not name and not found and len(players) == 1:
        found = list(players)
    if found:
        return found[0]
    if not players:
        raise UserError(N_("There are no answers to export."), N_("Play a round first."))
    raise UserError(
        N_("There is no player {name}.") if name else N_("Several people play here."),
        N_("Choose one with --player: {known}."),
        name=name,
        known=", ".join(player.name for player in players if player.name != DEFAULT_PLAYER) or "-",
    )

"""How well each player knows the rest, where not everybody answered the same items.

The usual rest score of a player for an item is the number of right answers to all other items. It
is fair only where everybody answered the same ones. Here each answer counts against the facility
of its item: right to an item that 80 % got right is +0.2, wrong is -0.8. The rest score is the
mean of that over the player's answers to other items, that is: how much better the player did
than all who answered these items. Where everybody answered everything it is the usual rest score
less a constant and divided by another, so that all correlations and groups come out the same.
A missing answer counts neither as right nor as wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from azun_quiz.analysis.sample import Response, Sample


@dataclass(frozen=True, slots=True)
class Abilities:
    """Sums from which total and rest scores of all players follow.

    ``sums`` are the sums of a player's answers, each less the facility of its item; ``counts`` the
    numbers of answers; ``facilities`` the part of the answers to each item that was right.
    """

    sums: tuple[float, ...]
    counts: tuple[int, ...]
    facilities: Mapping[str, float]

    def total(self, player: int) -> float:
        """The score over all answers of a player, from -1 to 1."""
        return self.sums[player] / self.counts[player]

    def rest(self, player: int, item: str, right: bool) -> float | None:
        """The score over a player's answers to other items; None where there is none."""
        others = self.counts[player] - 1
        if not others:
            return None
        return (self.sums[player] - right + self.facilities[item]) / others


def abilities(sample: Sample) -> Abilities:
    """The scores of all players of a sample."""
    sums = [0.0] * len(sample.players)
    counts = [0] * len(sample.players)
    facilities = {item: _facility(row) for item, row in sample.responses.items()}
    for item, row in sample.responses.items():
        for player, response in row.items():
            sums[player] += response.right - facilities[item]
            counts[player] += 1
    return Abilities(tuple(sums), tuple(counts), facilities)


def _facility(row: Mapping[int, Response]) -> float:
    return sum(response.right for response in row.values()) / len(row)

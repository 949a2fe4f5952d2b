"""The figures of an item: how many got it right, and how well it tells who knows the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from azun_quiz.analysis.ability import Abilities
from azun_quiz.analysis.moments import correlation, efficiency, interval, mean, top_weights
from azun_quiz.analysis.sample import Response

LEAST = 10
"""With fewer players nothing is said about how an item discriminates."""

GROUP = 0.27
"""The part of the players in the upper and in the lower group (Kelley 1939)."""


@dataclass(frozen=True, slots=True)
class Discrimination:
    """How an item tells those who know the rest from those who do not.

    ``rest`` is the correlation of right and wrong with the rest score (the corrected point-biserial
    correlation, Moodle's discrimination index) with its 95 % ``interval``; ``total`` the one with
    the score that includes the item; ``groups`` the facility in the upper less that in the lower
    group of ``size`` players each; ``efficiency`` the covariance with the rest score as a part of
    the greatest possible one. Each is at most 1, all but the last at least -1, and each is None
    where nobody or everybody was right or all rest scores are equal. ``count`` players enter:
    those who answered other items too.
    """

    count: int
    rest: float | None
    interval: tuple[float, float] | None
    total: float | None
    groups: float | None
    size: int
    efficiency: float | None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """An item: ``right`` of ``answered`` answers.

    ``facility`` is right / answered; ``deviation`` the sample standard deviation of the scores 0
    and 1 (None for one answer); ``guess`` the chance to be right by guessing, the mean of
    1 / options left after hints over the answers whose options are known (None if there are
    none). ``timeouts`` answers chose nothing, before ``hinted`` ones a wrong option was taken
    away. ``seconds`` is the median time. ``discrimination`` is None for fewer than LEAST players.
    """

    answered: int
    right: int
    facility: float
    deviation: float | None
    guess: float | None
    timeouts: int
    hinted: int
    seconds: float
    discrimination: Discrimination | None


def item_figures(item: str, row: Mapping[int, Response], known: Abilities) -> ItemFigures:
    """The figures of an item from the answers to it by player, at least one."""
    responses = list(row.values())
    count, right = len(responses), sum(each.right for each in responses)
    facility = right / count
    chances = [
        1 / (len(each.shown.options) - each.hints) for each in responses if each.shown is not None
    ]
    return ItemFigures(
        answered=count,
        right=right,
        facility=facility,
        deviation=sqrt(facility * (1 - facility) * count / (count - 1)) if count > 1 else None,
        guess=mean(chances) if chances else None,
        timeouts=sum(each.chosen is None for each in responses),
        hinted=sum(each.hints > 0 for each in responses),
        seconds=median(each.seconds for each in responses),
        discrimination=discrimination(item, row, known),
    )


def discrimination(
    item: str, row: Mapping[int, Response], known: Abilities
) -> Discrimination | None:
    """How an item discriminates; None for fewer than LEAST players with other answers."""
    players = [player for player in row if known.counts[player] > 1]
    if len(players) < LEAST:
        return None
    right = [float(row[player].right) for player in players]
    rest = rest_scores(item, row, known, players)
    total = [known.total(player) for player in players]
    r = correlation(right, rest)
    size = group_size(len(players))
    upper, lower = top_weights(total, size), top_weights([-score for score in total], size)
    return Discrimination(
        count=len(players),
        rest=r,
        interval=None if r is None else interval(r, len(players)),
        total=correlation(right, total),
        groups=sum((u - w) * x for u, w, x in zip(upper, lower, right, strict=True)) / size,
        size=size,
        efficiency=efficiency(right, rest),
    )


def rest_scores(
    item: str, row: Mapping[int, Response], known: Abilities, players: Sequence[int]
) -> list[float]:
    """The rest scores of players who answered other items too."""
    found = [known.rest(player, item, row[player].right) for player in players]
    return [score for score in found if score is not None]


def group_size(count: int) -> int:
    """How many of so many players make 27 percent, at least one; halves are rounded up."""
    return max(1, int(GROUP * count + 0.5))

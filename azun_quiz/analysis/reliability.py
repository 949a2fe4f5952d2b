"""How far the scores can be relied on: KR-20, which is Cronbach's alpha for right and wrong."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from azun_quiz.analysis.sample import Sample

MIN_PAIR = 10
"""How many players must have answered both items of every pair."""

CORE = 0.5
"""Items that a smaller part of the players answered do not enter."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """The reliability of the score over ``items`` items that most ``players`` answered.

    ``alpha`` is KR-20, None where it cannot be said: fewer than two items, a pair of items that
    fewer than MIN_PAIR players answered (``pair`` is the number for the rarest pair), or no
    variance. ``deviation`` is the standard deviation of the score and ``error`` the standard error
    of measurement, both in items; ``missing`` the part of the answers that is not there.
    """

    items: int
    players: int
    pair: int
    missing: float
    alpha: float | None = None
    deviation: float | None = None
    error: float | None = None


@dataclass(frozen=True, slots=True)
class _Column:
    """Who answered an item, and who did so correctly, as bits: the player's index is the bit."""

    answered: int
    right: int


def reliability(sample: Sample) -> Reliability:
    """KR-20 (Kuder and Richardson 1937) as Cronbach (1951) writes it, and the standard error.

    alpha = k / (k - 1) * (1 - sum of the k variances / sum of all k * k covariances). With missing
    answers each variance and covariance is taken over those who answered the item or both items
    (pairwise), as if they had been left out by chance; nothing is filled in and nothing counts as
    wrong. The error is s * sqrt(1 - alpha), where s squared is the sum of all covariances
    (Gulliksen 1950).
    """
    columns = _core(sample)
    count, players = len(columns), len(sample.players)
    answers = sum(each.answered.bit_count() for each in columns)
    missing = 1 - answers / (count * players) if count else 0.0
    pairs = list(combinations(columns, 2))
    rarest = min(((a.answered & b.answered).bit_count() for a, b in pairs), default=0)
    without = Reliability(count, players, rarest, missing)
    if count < 2 or rarest < MIN_PAIR:
        return without
    own = sum(_covariance(each, each) for each in columns)
    whole = own + 2 * sum(_covariance(a, b) for a, b in pairs)
    if whole <= 0:
        return without
    alpha = count / (count - 1) * (1 - own / whole)
    deviation = sqrt(whole)
    error = deviation * sqrt(max(0.0, 1 - alpha))
    return Reliability(count, players, rarest, missing, alpha, deviation, error)


def _core(sample: Sample) -> list[_Column]:
    """The items that at least half of the players answered."""
    least = CORE * len(sample.players)
    found = []
    for row in sample.responses.values():
        if len(row) >= least:
            answered = sum(1 << player for player in row)
            right = sum(1 << player for player, response in row.items() if response.right)
            found.append(_Column(answered, right))
    return found


def _covariance(first: _Column, second: _Column) -> float:
    """The sample covariance over those who answered both."""
    both = first.answered & second.answered
    count = both.bit_count()
    one, two = (first.right & both).bit_count(), (second.right & both).bit_count()
    return ((first.right & second.right).bit_count() - one * two / count) / (count - 1)

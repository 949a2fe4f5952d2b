"""The scores of all players: where they lie and how they are spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from azun_quiz.analysis.moments import kurtosis, mean, skewness, variance

BINS = 10


@dataclass(frozen=True, slots=True)
class Distribution:
    """Scores as parts of 1: right answers over answers, one a player.

    ``deviation``, ``skewness`` and ``kurtosis`` are None where there are too few scores or all are
    equal. ``bins`` count the scores from 0 to below 0.1, and so on; the last one has 1 too.
    """

    count: int
    mean: float
    median: float
    lowest: float
    highest: float
    deviation: float | None
    skewness: float | None
    kurtosis: float | None
    bins: tuple[int, ...]


def distribution(scores: Sequence[tuple[int, int]]) -> Distribution:
    """The distribution of at least one score, each given as answers and right answers."""
    parts = [right / answered for answered, right in scores]
    bins = [0] * BINS
    for answered, right in scores:
        bins[min(right * BINS // answered, BINS - 1)] += 1
    return Distribution(
        count=len(parts),
        mean=mean(parts),
        median=median(parts),
        lowest=min(parts),
        highest=max(parts),
        deviation=sqrt(variance(parts)) if len(parts) > 1 else None,
        skewness=skewness(parts),
        kurtosis=kurtosis(parts),
        bins=tuple(bins),
    )

"""A class of the two-parameter logistic model (Birnbaum 1968), and what its figures must come to.

A player with ability theta, drawn from the standard normal distribution, gets an item right with
chance 1 / (1 + exp(-a (theta - b))). Means and covariances of right answers follow from that by
integration over theta, and from them what facility, discrimination and KR-20 are in a class
without end. Nothing here uses the package that is tested.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Expected:
    """What a class without end would show: a number an item, and the reliability."""

    facilities: Numbers
    discriminations: Numbers
    totals: Numbers
    kr20: float


def chances(slopes: Numbers, places: Numbers, abilities: Numbers) -> Numbers:
    """The chance of each ability (rows) to get each item (columns) right."""
    return np.asarray(1 / (1 + np.exp(-slopes * (abilities[:, None] - places))))


def expected(slopes: Numbers, places: Numbers) -> Expected:
    """Exact figures, by the trapezium rule over theta from -8 to 8."""
    theta = np.linspace(-8, 8, 4001)
    weights = np.exp(-(theta**2) / 2)
    weights /= weights.sum()
    right = chances(slopes, places, theta)
    means = weights @ right
    covariances = (right * weights[:, None]).T @ right - np.outer(means, means)
    np.fill_diagonal(covariances, means * (1 - means))
    own = np.diag(covariances)
    whole = covariances.sum()
    with_total = covariances.sum(axis=1)
    with_rest = with_total - own
    rest_variances = whole - 2 * with_total + own
    count = len(slopes)
    return Expected(
        facilities=means,
        discriminations=with_rest / np.sqrt(own * rest_variances),
        totals=with_total / np.sqrt(own * whole),
        kr20=float(count / (count - 1) * (1 - own.sum() / whole)),
    )


def drawn(slopes: Numbers, places: Numbers, players: int, seed: int) -> list[list[int]]:
    """The answers of a class: 1 right, 0 wrong; the same for the same seed on every machine."""
    random = Random(seed)
    abilities = np.array([random.gauss(0, 1) for _ in range(players)])
    right = chances(slopes, places, abilities)
    return [[int(random.random() < chance) for chance in row] for row in right]

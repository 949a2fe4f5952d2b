"""Means, deviations and correlations of lists of numbers, and the groups at their two ends."""

from __future__ import annotations

from collections.abc import Sequence
from math import atanh, fsum, sqrt, tanh

Z95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution."""

_SMALL = 1e-12
"""A variance below this is that of equal numbers, rounded."""


def mean(numbers: Sequence[float]) -> float:
    """The arithmetic mean of at least one number."""
    return fsum(numbers) / len(numbers)


def variance(numbers: Sequence[float]) -> float:
    """The sample variance (divisor n - 1) of at least two numbers."""
    middle = mean(numbers)
    return fsum((number - middle) ** 2 for number in numbers) / (len(numbers) - 1)


def covariance(first: Sequence[float], second: Sequence[float]) -> float:
    """The sample covariance (divisor n - 1) of at least two pairs."""
    one, two = mean(first), mean(second)
    products = ((a - one) * (b - two) for a, b in zip(first, second, strict=True))
    return fsum(products) / (len(first) - 1)


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's product-moment correlation (Pearson 1895); None where one side does not vary.

    For a list of 0 and 1 against any numbers this is the point-biserial correlation.
    """
    if len(first) < 2:
        return None
    spread = variance(first) * variance(second)
    if min(variance(first), variance(second)) < _SMALL:
        return None
    return max(-1.0, min(1.0, covariance(first, second) / sqrt(spread)))


def interval(r: float, count: int) -> tuple[float, float] | None:
    """The 95 % confidence interval of a correlation over ``count`` pairs (Fisher 1921).

    atanh(r) is nearly normal with standard error 1 / sqrt(n - 3). None for fewer than 4 pairs.
    """
    if count < 4:
        return None
    if abs(r) >= 1:
        return r, r
    half = Z95 / sqrt(count - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def efficiency(first: Sequence[float], second: Sequence[float]) -> float | None:
    """The covariance as a part of the greatest that the same numbers could have.

    That is the covariance of both lists in order of size; Moodle calls the ratio discriminative
    efficiency. None where the greatest is 0.
    """
    if len(first) < 2:
        return None
    greatest = covariance(sorted(first), sorted(second))
    return None if greatest < _SMALL else covariance(first, second) / greatest


def top_weights(numbers: Sequence[float], size: int) -> list[float]:
    """How much of each place belongs to the ``size`` greatest numbers: from 0 to 1, in sum size.

    Equal numbers at the border share what is left, so that no order of the list decides.
    """
    ordered = sorted(numbers, reverse=True)
    if size >= len(ordered):
        return [1.0] * len(ordered)
    border = ordered[size - 1]
    above = sum(number > border + _SMALL for number in ordered)
    tied = sum(abs(number - border) <= _SMALL for number in ordered)
    share = (size - above) / tied
    return [
        1.0 if number > border + _SMALL else share if abs(number - border) <= _SMALL else 0.0
        for number in numbers
    ]


def skewness(numbers: Sequence[float]) -> float | None:
    """The sample skewness g1 (third moment over the 3/2 power of the second, divisors n)."""
    return _standard_moment(numbers, 3)


def kurtosis(numbers: Sequence[float]) -> float | None:
    """The excess kurtosis g2 (fourth moment over the square of the second, less 3)."""
    found = _standard_moment(numbers, 4)
    return None if found is None else found - 3


def _standard_moment(numbers: Sequence[float], power: int) -> float | None:
    middle = mean(numbers)
    second = fsum((number - middle) ** 2 for number in numbers) / len(numbers)
    if second < _SMALL:
        return None
    moment = fsum((number - middle) ** power for number in numbers) / len(numbers)
    return float(moment / second ** (power / 2))

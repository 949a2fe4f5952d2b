"""Means, correlations and groups, against NumPy and SciPy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.analysis import moments
from tests.analysis.scipy_stats import scipy_stats

NUMBERS = st.lists(st.integers(-50, 50).map(float), min_size=4, max_size=40)
PAIRS = st.lists(
    st.tuples(st.booleans().map(float), st.integers(-20, 20).map(float)), min_size=5, max_size=40
)


@given(NUMBERS)
def test_variance_and_shape_are_those_of_numpy_and_scipy(numbers: list[float]) -> None:
    assert moments.variance(numbers) == pytest.approx(np.var(numbers, ddof=1))
    if len(set(numbers)) > 1:
        assert moments.skewness(numbers) == pytest.approx(scipy_stats().skew(numbers), abs=1e-9)
        assert moments.kurtosis(numbers) == pytest.approx(scipy_stats().kurtosis(numbers), abs=1e-9)
    else:
        assert moments.skewness(numbers) is None
        assert moments.kurtosis(numbers) is None


@given(PAIRS)
def test_correlation_is_the_point_biserial_one_of_scipy(pairs: list[tuple[float, float]]) -> None:
    right, scores = map(list, zip(*pairs, strict=True))
    found = moments.correlation(right, scores)
    if len(set(right)) == 1 or len(set(scores)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(scipy_stats().pointbiserialr(right, scores).statistic)


@pytest.mark.parametrize("r", [-0.9, -0.1, 0.0, 0.42])
def test_the_interval_is_the_one_of_scipy(r: float) -> None:
    rng = np.random.default_rng(5)
    x, y = rng.normal(size=(2, 30))
    y -= x * (x @ y) / (x @ x)
    x, y = (x - x.mean()) / x.std(), y - y.mean()
    y = y - x * (x @ y) / (x @ x)
    mixed = r * x + np.sqrt(1 - r * r) * y / y.std()
    wanted = scipy_stats().pearsonr(x, mixed).confidence_interval(0.95)
    assert moments.interval(r, 30) == pytest.approx((wanted.low, wanted.high))


def test_there_is_no_interval_for_three_and_no_width_at_the_ends() -> None:
    assert moments.interval(0.5, 3) is None
    assert moments.interval(-1.0, 20) == (-1.0, -1.0)


@given(PAIRS)
def test_no_order_of_the_same_numbers_has_a_greater_covariance(
    pairs: list[tuple[float, float]],
) -> None:
    right, scores = map(list, zip(*pairs, strict=True))
    found = moments.efficiency(right, scores)
    greatest = np.cov(np.sort(right), np.sort(scores))[0, 1]
    if greatest < 1e-9:
        assert found is None
    else:
        assert found == pytest.approx(np.cov(right, scores)[0, 1] / greatest)
        assert found is not None
        assert found <= 1 + 1e-9


@given(st.lists(st.integers(0, 5).map(float), min_size=1, max_size=30), st.data())
def test_the_top_group_has_its_size_and_is_fair_to_equals(
    numbers: list[float], data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(numbers)))
    weights = moments.top_weights(numbers, size)
    assert sum(weights) == pytest.approx(size)
    assert all(0 <= weight <= 1 for weight in weights)
    by_number = {}
    for number, weight in zip(numbers, weights, strict=True):
        assert by_number.setdefault(number, weight) == weight
    ordered = [by_number[number] for number in sorted(by_number)]
    assert ordered == sorted(ordered)
    assert sum(0 < weight < 1 for weight in ordered) <= 1

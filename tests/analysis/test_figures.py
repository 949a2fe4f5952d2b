"""The figures of items and of the whole, against NumPy, SciPy and another program."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.analysis.ability import abilities
from azun_quiz.analysis.analysis import Analysis, analyse
from azun_quiz.analysis.items import LEAST, group_size
from azun_quiz.analysis.reliability import reliability
from azun_quiz.analysis.sample import lay_out
from tests.analysis.classes import Table, class_of, items_of, random_table
from tests.analysis.scipy_stats import scipy_stats

# Section 6 of the Law School Admission Test: how many of 1,000 people gave each pattern of right
# answers to five items, "00000" first and "11111" last (Bock and Lieberman 1970).
LSAT = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15,
    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
)  # fmt: skip


def analysis_of(table: Table) -> Analysis:
    found = analyse(class_of(table), items_of(table), files=len(table))
    assert found is not None
    return found


def test_the_law_school_items_have_the_figures_of_another_program() -> None:
    """R's psych 2.2.9: ``alpha(lsat6)`` of its data set ``bock`` (raw.r, r.drop, raw_alpha)."""
    table: Table = [
        [int(bit) for bit in f"{pattern:05b}"]
        for pattern, count in enumerate(LSAT)
        for _ in range(count)
    ]
    found = analysis_of(table)
    told = {
        "t/000": (0.924, 0.36201044, 0.11283269),
        "t/001": (0.709, 0.56677210, 0.15317812),
        "t/002": (0.553, 0.61843975, 0.17277894),
        "t/003": (0.763, 0.53441833, 0.14442810),
        "t/004": (0.870, 0.43536643, 0.12159640),
    }
    for each in found.items:
        known = each.figures.discrimination
        assert known is not None
        figures = (each.figures.facility, known.total, known.rest)
        assert figures == pytest.approx(told[each.item], abs=1e-8)
    assert found.reliability.alpha == pytest.approx(0.29499719, abs=1e-8)


@pytest.mark.parametrize("seed", range(4))
def test_complete_answers_have_the_classical_figures(seed: int) -> None:
    table = random_table(60, 12, seed)
    array = np.array(table, dtype=float)
    totals = array.sum(axis=1)
    found = analysis_of(table)
    for each in found.items:
        column = array[:, int(each.item[2:])]
        known, figures = each.figures.discrimination, each.figures
        assert known is not None
        rest = totals - column
        assert figures.facility == pytest.approx(column.mean())
        assert figures.deviation == pytest.approx(column.std(ddof=1))
        assert known.rest == pytest.approx(scipy_stats().pointbiserialr(column, rest).statistic)
        assert known.total == pytest.approx(scipy_stats().pointbiserialr(column, totals).statistic)
        greatest = np.cov(np.sort(column), np.sort(rest))[0, 1]
        assert known.efficiency == pytest.approx(np.cov(column, rest)[0, 1] / greatest)
        assert known.groups == pytest.approx(upper_less_lower(column, totals))
    variances = array.var(axis=0, ddof=1).sum()
    alpha = 12 / 11 * (1 - variances / totals.var(ddof=1))
    assert found.reliability.alpha == pytest.approx(alpha)
    assert found.reliability.deviation == pytest.approx(totals.std(ddof=1))
    assert found.reliability.error == pytest.approx(totals.std(ddof=1) * sqrt(1 - alpha))
    assert found.distribution.mean == pytest.approx(totals.mean() / 12)
    assert found.distribution.deviation == pytest.approx(totals.std(ddof=1) / 12)


def upper_less_lower(column: np.ndarray, totals: np.ndarray) -> float:
    """The mean over many random orders of players who are level: 27 percent from both ends."""
    size = int(0.27 * len(totals) + 0.5)
    differences = []
    for sign in (1, -1):
        border = np.sort(sign * totals)[-size]
        above, level = sign * totals > border, sign * totals == border
        share = (size - above.sum()) / level.sum()
        differences.append((column[above].sum() + share * column[level].sum()) / size)
    return float(differences[0] - differences[1])


@pytest.mark.parametrize("seed", range(4))
def test_missing_answers_are_left_out_pair_by_pair(seed: int) -> None:
    table = random_table(80, 6, seed, missing=0.2)
    array = np.array([[np.nan if x is None else x for x in row] for row in table], dtype=float)
    covariances = np.empty((6, 6))
    for i in range(6):
        for j in range(6):
            both = ~np.isnan(array[:, i]) & ~np.isnan(array[:, j])
            covariances[i, j] = np.cov(array[both, i], array[both, j])[0, 1]
    alpha = 6 / 5 * (1 - np.trace(covariances) / covariances.sum())
    found = reliability(lay_out(class_of(table), items_of(table)))
    assert found.alpha == pytest.approx(alpha)
    assert found.missing == pytest.approx(np.isnan(array).mean())
    known = abilities(lay_out(class_of(table), items_of(table)))
    means = np.nanmean(array, axis=0)
    assert list(known.facilities.values()) == pytest.approx(means)
    answered = ~np.isnan(array).all(axis=1)
    beyond = np.nanmean(array[answered] - means, axis=1)
    assert [known.total(p) for p in range(len(known.counts))] == pytest.approx(beyond)
    others = np.nanmean((array[answered] - means)[:, 1:], axis=1)
    for player, row in enumerate(array[answered]):
        if not np.isnan(row[0]) and known.counts[player] > 1:
            rest = known.rest(player, "t/000", bool(row[0]))
            assert rest == pytest.approx(others[player])


def test_reliability_is_not_told_where_too_few_answered_the_same() -> None:
    halves: Table = [[1, 0, None] if p % 2 else [None, 1, 0] for p in range(18)]
    found = reliability(lay_out(class_of(halves), items_of(halves)))
    assert (found.alpha, found.error, found.pair) == (None, None, 0)


def test_discrimination_is_not_told_for_few_players() -> None:
    few = analysis_of(random_table(LEAST - 1, 5, 1))
    enough = analysis_of(random_table(LEAST, 5, 1))
    assert all(each.figures.discrimination is None for each in few.items)
    assert all(each.figures.discrimination is not None for each in enough.items)


@pytest.mark.parametrize(("count", "size"), [(10, 3), (11, 3), (100, 27), (300, 81), (1, 1)])
def test_the_groups_are_27_percent(count: int, size: int) -> None:
    assert group_size(count) == size


@given(
    st.lists(
        st.lists(st.sampled_from([0, 1, None]), min_size=4, max_size=4), min_size=1, max_size=25
    )
)
def test_any_class_has_figures_within_their_bounds(table: Table) -> None:
    found = analyse(class_of(table), items_of(table), files=len(table))
    answers = sum(value is not None for row in table for value in row)
    if found is None:
        assert answers == 0
        return
    assert found.answers == answers
    assert sum(found.distribution.bins) == len(found.players)
    for each in found.items:
        figures = each.figures
        assert 0 <= figures.facility <= 1
        assert sum(option.chosen for option in each.options) + figures.timeouts == figures.answered
        known = figures.discrimination
        if known is not None:
            assert known.groups is not None
            assert abs(known.groups) <= 1 + 1e-9
            for value in (known.rest, known.total):
                assert value is None or abs(value) <= 1
            assert known.efficiency is None or known.efficiency <= 1 + 1e-9

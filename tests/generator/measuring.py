"""What tests of whole banks ask of their items."""

from __future__ import annotations

from collections.abc import Sequence

from azun_quiz.generator.bank import Bank
from azun_quiz.generator.pool import ORDERED

_CRITICAL = {2: 9.21, 3: 11.34}
"""Values of chi-square at p = 0.01, by degrees of freedom."""


def is_ordered(bank: Bank, item: str) -> bool:
    """Whether the options of an item stand in the order of their values."""
    compiled = bank.way(item.partition("/")[0]).compiled
    return compiled.template.way == "count" or (
        compiled.template.way == "answer" and compiled.answer.type in ORDERED
    )


def is_even(found: Sequence[int]) -> bool:
    """Whether numbers may be those of equal chances, by the chi-square test (p = 0.01).

    True where there are too few for the test: fewer than 5 expected a place.
    """
    expected = sum(found) / len(found)
    if expected < 5:
        return True
    chi = sum((number - expected) ** 2 / expected for number in found)
    return chi < _CRITICAL[len(found) - 1]

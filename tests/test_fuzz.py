"""Every reader with some broken input; `python -m tests.fuzz` tries as much as one likes."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import FUZZERS, fuzzer, run, try_case

SLOW = {"content": 12, "store": 6, "backup": 6, "typed": 6, "command": 12}
"""Readers with a process's worth of work in each case get fewer of them."""


@pytest.mark.parametrize("name", FUZZERS)
def test_a_reader_says_what_is_wrong(name: str) -> None:
    fuzz = fuzzer(name)

    @settings(
        max_examples=SLOW.get(name, 60),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
    )
    @given(number=st.integers(0, 1 << 32))
    def tried(number: int) -> None:
        fuzz(Random(number))

    tried()


def test_a_failure_is_told_and_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_sometimes(chance: Random) -> None:
        assert chance.random() < 0.9

    monkeypatch.setattr("tests.fuzz.fuzzer", lambda name: fails_sometimes)
    tally = run("code", cases=100)
    assert 0 < len(tally.failed) < 50
    name, _, number = next(iter(tally.failed)).partition(":")
    assert "AssertionError" in try_case(name, int(number))

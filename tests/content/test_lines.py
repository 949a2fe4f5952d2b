"""Lines are counted as the YAML parser counts them, so that a problem quotes its own line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.content.lines import lines_of
from azun_quiz.content.problems import Problems
from azun_quiz.content.tree import parse, place

FILE = Path("x.yaml")
ENDS = ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", ENDS)
def test_each_line_end_of_yaml_ends_a_line(end: str) -> None:
    assert lines_of(f"a{end}b{end}") == ["a", "b", ""]


@pytest.mark.parametrize("other", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
def test_what_ends_a_line_elsewhere_does_not(other: str) -> None:
    assert lines_of(f"a{other}b") == [f"a{other}b"]


@given(st.lists(st.sampled_from(ENDS), max_size=6))
def test_the_parser_counts_the_same_lines(ends: list[str]) -> None:
    text = "".join(f"# note{end}" for end in ends) + "here: 1"
    problems = Problems()
    root = parse(text.encode(), FILE, problems)
    assert root is not None
    assert lines_of(text)[place(FILE, root).line - 1] == "here: 1"

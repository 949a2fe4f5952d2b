"""Reading YAML: what was typed is what is read, and every node knows its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.content.problems import Problems
from azun_quiz.content.tree import ListNode, MapNode, Node, Scalar, parse, place

FILE = Path("x.yaml")


def read(text: str) -> Node | None:
    problems = Problems()
    root = parse(text.encode(), FILE, problems)
    assert len(problems) == 0
    return root


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    assert isinstance(node, MapNode)
    return [(plain(key), plain(value)) for key, value in node.pairs()]


@pytest.mark.parametrize("word", ["no", "on", "yes", "12:30", "1_000", "2012", "~", "null", "1e3",
                                  "0o17", "2012-05-04", "=", "0x1F", ".inf"])  # fmt: skip
def test_scalars_are_what_was_typed(word: str) -> None:
    assert plain(read(f"a: {word}")) == [("a", word)]


def test_places() -> None:
    root = read("kind: city\nfacts:\n  baku: {founded: 885}\n")
    assert isinstance(root, MapNode)
    (_, _), (_, facts) = root.pairs()
    assert isinstance(facts, MapNode)
    ((baku, inside),) = facts.pairs()
    assert place(FILE, baku)[1:] == (3, 3)
    assert place(FILE, inside)[1:] == (3, 9)


def test_an_alias_is_the_same_node() -> None:
    root = read("a: &x [1, 2]\nb: *x\n")
    assert isinstance(root, MapNode)
    (_, first), (_, second) = root.pairs()
    assert first is second


LEAVES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4), max_leaves=20)


def typed(tree: object) -> str:
    if isinstance(tree, list):
        return f"[{', '.join(map(typed, tree))}]"
    return f'"{tree}"'


@given(TREES)
def test_any_tree_is_read_as_it_was_typed(tree: object) -> None:
    assert plain(read(typed(tree))) == tree


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_place(data: bytes) -> None:
    problems = Problems()
    root = parse(data, FILE, problems)
    assert (root is None) == (len(problems) == 1)
    for problem in problems.sorted():
        assert problem.message
        assert problem.message.isprintable()

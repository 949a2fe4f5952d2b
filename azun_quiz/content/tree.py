"""YAML files as small trees whose nodes remember where they stand.

The tree is built from the parser's events and not by a YAML loader: nothing is converted (every
scalar is the text that was typed), nothing is constructed, nesting and aliases are bounded, and
no recursion can overflow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sized
from pathlib import Path
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from azun_quiz.content.faults import of_bytes, of_parser, plain
from azun_quiz.content.gc_pause import gc_paused
from azun_quiz.content.problems import Place, Problems
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import phrase

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""The marks at the beginning of files in UTF-16, and of some in UTF-32."""

MAX_DEPTH = 24
ALIAS_ALLOWANCE = 10_000

_CParser: Any
try:
    from yaml import cyaml

    _CParser = cyaml.CParser  # type: ignore[attr-defined]
except ImportError:  # PyYAML was built without libyaml
    _CParser = None


class Scalar:
    """A single value: the text as it was typed."""

    __slots__ = ("mark", "text")
    weight = 1

    def __init__(self, text: str, mark: Any) -> None:
        self.text = text
        self.mark = mark


class ListNode:
    """A list of nodes."""

    __slots__ = ("items", "mark", "weight")

    def __init__(self, mark: Any) -> None:
        self.items: list[Node] = []
        self.mark = mark
        self.weight = 1


class MapNode:
    """Pairs of nodes, in the order of the file: ``items`` are key, value, key, value and so on."""

    __slots__ = ("items", "mark", "weight")

    def __init__(self, mark: Any) -> None:
        self.items: list[Node] = []
        self.mark = mark
        self.weight = 1

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Keys and values; both are nodes."""
        nodes = iter(self.items)
        return zip(nodes, nodes, strict=True)


Node = Scalar | ListNode | MapNode


def is_whole(node: Node, entries: Sized) -> bool:
    """Whether entries that were read from a node are all pairs of a mapping: none was left out."""
    return isinstance(node, MapNode) and len(entries) == len(node.items) // 2


class TreeError(Exception):
    """The file is not a tree that can be read further."""

    def __init__(self, code: str, mark: Any, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.mark = mark
        self.details = details


def place(path: Path, node_or_mark: Any) -> Place:
    """The place of a node or of a parser's mark."""
    mark = getattr(node_or_mark, "mark", node_or_mark)
    if mark is None:
        return Place(path)
    return Place(path, mark.line + 1, mark.column + 1)


def parse(data: bytes, path: Path, problems: Problems) -> Node | None:
    """The tree of a file's bytes, or None after a problem has been reported."""
    if data.startswith(_UTF_16):
        problems.add("not-utf8", Place(path, 1, 1), reason=phrase(N_("it begins as UTF-16 does")))
        return None
    try:
        with gc_paused():
            root = _compose(data)
    except TreeError as error:
        problems.add(error.code, place(path, error.mark), **error.details)
        return None
    except yaml.MarkedYAMLError as error:
        problems.add("bad-yaml", place(path, error.problem_mark), reason=of_parser(error))
        return None
    except (yaml.YAMLError, UnicodeError) as error:
        _report_bytes(data, path, error, problems)
        return None
    if root is None:
        problems.add("empty-file", Place(path))
    return root


def _report_bytes(data: bytes, path: Path, error: Exception, problems: Problems) -> None:
    """Report the bytes that the parser's reader refused."""
    position = getattr(error, "position", 0)
    where = _place_of_byte(data, path, position if isinstance(position, int) else 0)
    character = getattr(error, "character", None)
    reason = str(getattr(error, "reason", error))
    if character == 0:
        problems.add("not-utf8", where, reason=phrase(N_("it holds NUL bytes, as UTF-16 does")))
    elif isinstance(character, int) and "control" in reason:
        shown = f"U+{character:04X}"
        problems.add("control-character", where, what=phrase(N_("The file")), character=shown)
    else:
        problems.add("not-utf8", where, reason=of_bytes(reason))


def _place_of_byte(data: bytes, path: Path, position: int) -> Place:
    """Where a byte stands."""
    before = data[: min(position, len(data))]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Place(path, before.count(b"\n") + 1, column)


def _events(data: bytes) -> Iterator[Any]:
    if _CParser is None:
        yield from yaml.parse(data, Loader=yaml.BaseLoader)
        return
    parser = _CParser(data)
    while (event := parser.get_event()) is not None:
        yield event


def _compose(data: bytes) -> Node | None:  # noqa: C901 (a call for each event would cost a third)
    """Build the tree. The stack holds the collections that are still open; ``total`` counts the
    nodes as a reader meets them, those behind aliases (``repeated``) too."""
    root = ListNode(None)
    stack: list[ListNode | MapNode] = [root]
    names: list[str | None] = []
    anchors: dict[str, Node] = {}
    top: ListNode | MapNode = root
    repeated = total = documents = 0
    for event in _events(data):
        kind = event.__class__
        if kind is ScalarEvent:
            node: Node = Scalar(event.value, event.start_mark)
            if event.tag is not None:
                _refuse_tag(event)
            if event.anchor is not None:
                anchors[event.anchor] = node
            top.items.append(node)
            total += 1
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.tag is not None:
                _refuse_tag(event)
            if len(stack) > MAX_DEPTH:
                raise TreeError("too-deep", event.start_mark, limit=MAX_DEPTH)
            opened = (MapNode if kind is MappingStartEvent else ListNode)(event.start_mark)
            opened.weight = -total
            top.items.append(opened)
            stack.append(opened)
            names.append(event.anchor)
            top = opened
            total += 1
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            closed = stack.pop()
            closed.weight += total
            name = names.pop()
            if name is not None:
                anchors[name] = closed
            top = stack[-1]
        elif kind is AliasEvent:
            target = anchors.get(event.anchor)
            if target is None:
                raise TreeError("unknown-alias", event.start_mark, name=event.anchor)
            repeated += target.weight
            total += target.weight
            if repeated > total - repeated + ALIAS_ALLOWANCE:
                raise TreeError("too-many-aliases", event.start_mark)
            top.items.append(target)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise TreeError("several-documents", event.start_mark)
    return root.items[0] if root.items else None


def _refuse_tag(event: Any) -> None:
    """Tags would ask a loader to construct something; here they are only a mistake."""
    if event.tag != "!":
        raise TreeError("python-tag", event.start_mark, tag=plain(event.tag))

"""What files were read as, so that loading again reads only those that have changed.

A file is known by its bytes. What had a problem is not remembered: it is read and reported anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.content.facts import Fact
from azun_quiz.content.problems import Problems
from azun_quiz.content.tree import Node, parse

if TYPE_CHECKING:
    from azun_quiz.content.kinds import Kind
    from azun_quiz.content.templates import Template
    from azun_quiz.content.values import Words
    from azun_quiz.text.phrase import What

Wordings = tuple[tuple[Node, "What", "Words"], ...]


@dataclass(frozen=True, slots=True)
class FactsOfFile:
    """The facts of a file before names were turned into ids, for a kind and a pack."""

    kind: Kind
    pack: str
    facts: tuple[Fact, ...]
    wordings: Wordings
    ref_nodes: Mapping[tuple[str, str], Node]


@dataclass(frozen=True, slots=True)
class TemplatesOfFile:
    """The templates of a file, for a topic and a pack."""

    topic: str
    pack: str
    templates: tuple[Template, ...]
    wordings: Wordings


class ReadCache:
    """What the last loading has read, and the present one reads; older things are forgotten.

    A cache serves one loading at a time. One that ``keeps`` nothing is for a single loading.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._before: dict[object, object] = {}
        self._now: dict[object, object] = {}

    def begin(self) -> None:
        """Another loading begins."""
        self._before, self._now = self._now, {}

    def tree(self, data: bytes, path: Path, problems: Problems) -> Node | None:
        """The tree of a file's bytes, as `azun_quiz.content.tree.parse` gives it."""
        if not self._keeps:
            return parse(data, path, problems)
        key = (path, blake2b(data, digest_size=16).digest())
        found = self._before.get(key)
        if found is None:
            problems_before = len(problems)
            found = parse(data, path, problems)
            if len(problems) > problems_before:
                return found
        self._now[key] = found
        return found  # type: ignore[return-value]

    def facts(self, root: Node, kind: Kind, pack: str) -> FactsOfFile | None:
        """The facts of a file that was read before, as they were then; they are copies."""
        found = self._known(("facts", id(root)))
        if not isinstance(found, FactsOfFile) or (found.kind, found.pack) != (kind, pack):
            return None
        self._now["facts", id(root)] = found
        return FactsOfFile(kind, pack, copies(found.facts), found.wordings, found.ref_nodes)

    def keep_facts(
        self,
        root: Node,
        kind: Kind,
        pack: str,
        facts: Iterable[Fact],
        wordings: Iterable[tuple[Node, What, Words]],
        ref_nodes: Mapping[tuple[str, str], Node],
    ) -> None:
        """Remember the facts of a file as they are now."""
        if self._keeps:
            found = FactsOfFile(kind, pack, copies(facts), tuple(wordings), ref_nodes)
            self._now["facts", id(root)] = found

    def templates(self, root: Node, topic: str, pack: str) -> TemplatesOfFile | None:
        """The templates of a file that was read before."""
        found = self._known(("templates", id(root)))
        if not isinstance(found, TemplatesOfFile) or (found.topic, found.pack) != (topic, pack):
            return None
        self._now["templates", id(root)] = found
        return found

    def keep_templates(
        self,
        root: Node,
        topic: str,
        pack: str,
        templates: Iterable[Template],
        wordings: Iterable[tuple[Node, What, Words]],
    ) -> None:
        """Remember the templates of a file."""
        if self._keeps:
            found = TemplatesOfFile(topic, pack, tuple(templates), tuple(wordings))
            self._now["templates", id(root)] = found

    def _known(self, key: tuple[str, int]) -> object:
        """What was read of a tree, by its `id`. Such ids are used again once a tree is freed, so
        only those of trees that are still held count."""
        root = key[1]
        kept = (id(tree) == root for name, tree in self._now.items() if isinstance(name[0], Path))  # type: ignore[index]
        return self._before.get(key) if any(kept) else None


def copies(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts that may be changed without changing these."""
    found = []
    for fact in facts:
        other = copy(fact)
        other.values = dict(fact.values)
        found.append(other)
    return tuple(found)

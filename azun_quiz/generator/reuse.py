"""Which templates give the same questions as before, when content was loaded again.

A template and the facts that its questions can depend on are compared with those of the earlier
bank: its kind, the kinds that this refers to, directly or through others, and the voices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from azun_quiz.content.load import Content
from azun_quiz.content.packs import find
from azun_quiz.content.problems import Place
from azun_quiz.content.references import VOICE_KIND
from azun_quiz.content.templates import Condition, Template

_NOWHERE = Place(None)  # type: ignore[arg-type]


class Comparison:
    """Two bodies of content, the earlier and the present one."""

    def __init__(self, before: Content, now: Content) -> None:
        self._before = before
        self._now = now
        self._facts_before = before.by_kind()
        self._facts_now = now.by_kind()
        self._same: dict[str, bool] = {}
        self._alike = (before.units, before.languages) == (now.units, now.languages)

    def is_same(self, template: str) -> bool:
        """Whether a template and all that its questions depend on are what they were."""
        before, now = self._before.templates.get(template), self._now.templates[template]
        if before is None or not self._alike or _bare(before) != _bare(now):
            return False
        kind = find(now.about, now.pack, self._now.kinds)
        if kind is None or kind != find(before.about, before.pack, self._before.kinds):
            return False
        return all(self._is_same_kind(name) for name in self._reached(kind))

    def _reached(self, kind: str) -> set[str]:
        """The kind, and those that it refers to, directly or through others."""
        found: set[str] = set()
        voices = [name for name in self._now.kinds if name.rpartition(":")[2] == VOICE_KIND]
        waiting = [kind, *voices]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += _targets(self._now, name)
        return found

    def _is_same_kind(self, name: str) -> bool:
        known = self._same.get(name)
        if known is None:
            known = self._same[name] = (
                self._before.kinds.get(name) == self._now.kinds.get(name)
                and (name in self._before.shaken) == (name in self._now.shaken)
                and self._facts_before.get(name) == self._facts_now.get(name)
            )
        return known


def _targets(content: Content, kind: str) -> Iterator[str]:
    found = content.kinds.get(kind)
    for field in found.fields.values() if found is not None else ():
        if field.of is not None:
            yield field.of


def _bare(template: Template) -> Template:
    """The template without the places where it stands."""

    def nowhere(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
        return tuple(replace(condition, place=_NOWHERE) for condition in conditions)

    return replace(
        template,
        place=_NOWHERE,
        places={},
        where=nowhere(template.where),
        only=nowhere(template.only),
        among=nowhere(template.among),
    )

"""What points from one place of the content to another: kinds, units, facts, voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Field, Kind
from azun_quiz.content.packs import find
from azun_quiz.content.paths import PathError, resolve
from azun_quiz.content.problems import Problems, alternatives
from azun_quiz.content.reader import Reader
from azun_quiz.content.values import Date, Span, Value

VOICE = "voice"
"""The kind that ``according-to`` refers to."""


def resolve_kind(
    kind: Kind, pack: str, kinds: Mapping[str, Kind], units: Mapping[str, object], reader: Reader
) -> Kind:
    """The kind with full ids in its fields; unknown names are reported."""
    fields: dict[str, Field] = {}
    for name, item in kind.fields.items():
        of = item.of
        if of is not None:
            found = find(of, pack, kinds)
            if found is None:
                advice = alternatives(of, kinds, "kinds")
                reader.report("unknown-kind", kind.node, kind=of, advice=advice)
                continue
            item = replace(item, of=found)
        if item.unit is not None:
            unit = find(item.unit, pack, units)
            if unit is None:
                advice = alternatives(item.unit, units, "units")
                reader.report("unknown-unit", kind.node, unit=item.unit, advice=advice)
            item = replace(item, unit=unit)
        fields[name] = item
    return replace(kind, fields=fields)


class Linker:
    """Turns the names in references into full ids and drops the facts that refer to nothing."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        facts: dict[str, Fact],
        broken: set[str],
        problems: Problems,
    ) -> None:
        self.kinds = kinds
        self.facts = facts
        self.broken = broken
        self.problems = problems

    def link(self) -> None:
        """Link all facts; a fact that refers to an unsound one is unsound itself."""
        references = {
            kind.id: [field for field in kind.fields.values() if field.type in ("ref", "refs")]
            for kind in self.kinds.values()
        }
        unsound: set[str] = set()
        users: dict[str, list[str]] = {}
        for fact in self.facts.values():
            for field in references[fact.kind]:
                value = fact.values.get(field.name)
                if value is not None and not self._link_field(fact, field, value, users):
                    unsound.add(fact.id)
            if fact.voice is not None and not self._link_voice(fact, users):
                unsound.add(fact.id)
        self._drop(unsound, users)

    def _link_field(
        self, fact: Fact, field: Field, value: Value, users: dict[str, list[str]]
    ) -> bool:
        names = value if isinstance(value, tuple) else (value,)
        found = [
            self._target(fact, cast(str, name), field.of or "", field.name, users) for name in names
        ]
        if None in found:
            return False
        values = cast(dict[str, Value], fact.values)
        values[field.name] = (
            tuple(cast(list[str], found)) if field.type == "refs" else cast(str, found[0])
        )
        return True

    def _link_voice(self, fact: Fact, users: dict[str, list[str]]) -> bool:
        fact.voice = self._target(fact, fact.voice or "", VOICE, "according-to", users)
        return fact.voice is not None

    def _target(
        self, fact: Fact, name: str, kind: str, field: str, users: dict[str, list[str]]
    ) -> str | None:
        full = find(name, fact.pack, self.facts)
        if full is not None and self.facts[full].kind == kind:
            users.setdefault(full, []).append(fact.id)
            return full
        if find(name, fact.pack, self.broken) is None:
            ids = (other.id for other in self.facts.values() if other.kind == kind)
            advice = alternatives(name, ids, f"ids of the kind {kind}")
            self.problems.add(
                "unknown-fact", fact.place, kind=kind, fact=name, field=field, advice=advice
            )
        return None

    def _drop(self, unsound: set[str], users: Mapping[str, list[str]]) -> None:
        waiting = list(unsound)
        while waiting:
            fact_id = waiting.pop()
            if self.facts.pop(fact_id, None) is not None:
                self.broken.add(fact_id)
                waiting.extend(users.get(fact_id, ()))


def part_value(fact: Fact, text: str) -> object:
    """The value of a direct field or of a part of it (``term.first``), for comparing facts."""
    name, _, part = text.partition(".")
    value = fact.values.get(name)
    if isinstance(value, Span) and part == "first":
        return value.first.year
    if isinstance(value, Span) and part == "last":
        return value.last.year if value.last else None
    if isinstance(value, Date) and part == "year":
        return value.year
    return value


def check_unique(kinds: Mapping[str, Kind], facts: Iterable[Fact], problems: Problems) -> None:
    """Report facts that share what should tell them apart."""
    seen: dict[tuple[str, int, tuple[object, ...]], Fact] = {}
    for fact in facts:
        if not fact.holds:
            continue
        for index, names in enumerate(kinds[fact.kind].unique):
            values = tuple(part_value(fact, name) for name in names)
            if None in values:
                continue
            other = seen.setdefault((fact.kind, index, values), fact)
            if other is not fact:
                problems.add(
                    "not-unique",
                    fact.place,
                    fact=fact.id,
                    other=other.id,
                    fields=", ".join(names),
                )


def check_same(kinds: Mapping[str, Kind], facts: Iterable[Fact], problems: Problems) -> None:
    """Report facts of one kind whose fields are all equal."""
    seen: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        if not kinds[fact.kind].fields:
            continue
        values = (fact.kind, fact.holds, *sorted((k, str(v)) for k, v in fact.values.items()))
        other = seen.setdefault(values, fact)
        if other is not fact:
            problems.add("same-fact-twice", fact.place, fact=fact.id, other=other.id)


def check_kind_paths(kind: Kind, kinds: Mapping[str, Kind], reader: Reader) -> None:
    """Report parts in ``unique`` and ``complete`` that their fields do not have."""
    for text in [*(name for names in kind.unique for name in names), *_region_paths(kind)]:
        try:
            resolve(text, kind, kinds)
        except PathError as error:
            advice = alternatives(error.word, error.known, "parts")
            reader.report(
                "unknown-field", kind.node, kind=error.kind, field=error.word, advice=advice
            )


def _region_paths(kind: Kind) -> list[str]:
    return [name for region in kind.regions for name in region if name != "according-to"]

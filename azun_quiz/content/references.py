"""What points from one place of the content to another: kinds, units, facts, voices."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import cast

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Field, Kind
from azun_quiz.content.packs import find
from azun_quiz.content.paths import PathError, resolve
from azun_quiz.content.problems import Place, Problems, alternatives
from azun_quiz.content.reader import Reader
from azun_quiz.content.tree import ListNode, Node, place
from azun_quiz.content.values import Date, Span, Value, Words, parse_number, parse_span

VOICE_KIND = "voice"
"""The kind that ``according-to`` refers to: the pack's own, or the built-in one."""

LABELS = ("words", "text", "number", "date", "span", "spans")
"""Types of fields that can name a fact where it is referred to."""

RefNodes = Mapping[tuple[str, str], Node]
"""Where references stand: by the fact's id and the field, or ``otherwise.`` and a number."""


def resolve_kinds(
    kinds: dict[str, Kind],
    packs: Mapping[str, str],
    units: Mapping[str, object],
    readers: Mapping[str, Reader],
    declared: Collection[str],
    unparsed: Collection[str] = (),
) -> None:
    """Put full ids into the fields of all kinds; kinds that refer to nothing are dropped.

    ``packs`` and ``readers`` are those of each kind. A kind that refers to one of the
    ``declared`` kinds that had to be dropped goes without another report, and so does one of an
    ``unparsed`` pack, of which a file could not be read.
    """
    for full, kind in list(kinds.items()):
        reported = packs[full] in unparsed
        resolved = _resolve_kind(
            kind, packs[full], declared, units, None if reported else readers[full]
        )
        if resolved is None:
            del kinds[full]
        else:
            kinds[full] = resolved
    while unsound := next(
        (
            kind
            for kind in kinds.values()
            if _refers_outside(kind, kinds) or not _has_words(kind, kinds, readers[kind.id])
        ),
        None,
    ):
        del kinds[unsound.id]


def _resolve_kind(
    kind: Kind,
    pack: str,
    kinds: Collection[str],
    units: Mapping[str, object],
    reader: Reader | None,
) -> Kind | None:
    """The kind with full ids, or None; nothing is reported without a reader."""
    fields: dict[str, Field] = {}
    sound = True
    for name, item in kind.fields.items():
        of, unit = item.of, item.unit
        if of is not None and (of := find(of, pack, kinds)) is None:
            if reader is not None:
                details = unknown(item.of or "", kinds, "kinds")
                reader.report("unknown-kind", item.node, kind=item.of, **details)
            sound = False
        if unit is not None and (unit := find(unit, pack, units)) is None and reader is not None:
            details = unknown(item.unit or "", units, "units")
            reader.report("unknown-unit", item.node, unit=item.unit, **details)
        fields[name] = replace(item, of=of, unit=unit)
    return replace(kind, fields=fields) if sound else None


def _refers_outside(kind: Kind, kinds: Mapping[str, Kind]) -> bool:
    return any(item.of is not None and item.of not in kinds for item in kind.fields.values())


def _has_words(kind: Kind, kinds: Mapping[str, Kind], reader: Reader) -> bool:
    """Whether the label of a kind leads to something that can be written; reports if not."""
    field = kind.fields[kind.label]
    seen = {kind.id}
    while field.type == "ref" and field.of not in seen:
        target = kinds.get(field.of or "")
        if target is None:
            return False
        seen.add(target.id)
        field = target.fields[target.label]
    if field.type in LABELS:
        return True
    reader.report("bad-label", kind.label_node, kind=kind.id, label=kind.label)
    return False


def unknown(name: str, known: Collection[str], what: str) -> dict[str, object]:
    """Details for a name that means none of the known ids: its pack is not in use, or advice."""
    return _of_unknown_pack(name, known) or {"advice": alternatives(name, known, what)}


def unknown_fact(name: str, kind: str, facts: Mapping[str, Fact]) -> dict[str, object]:
    """Details for a name that means no fact of a kind."""
    found = _of_unknown_pack(name, facts)
    if not found:
        ids = (fact.id for fact in facts.values() if fact.kind == kind)
        found = {"advice": alternatives(name, ids, "ids", kind=kind)}
    return {"kind": kind, "fact": name, **found}


def _of_unknown_pack(name: str, known: Collection[str]) -> dict[str, object]:
    """Details for a name with a pack that none of the known ids has; empty for other names."""
    pack = name.rpartition(":")[0]
    is_known = not pack or pack in {full.rpartition(":")[0] for full in known}
    return {} if is_known else {"case": "pack", "pack": pack}


class Linker:
    """Turns the names in references into full ids and drops the facts that refer to nothing."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        facts: dict[str, Fact],
        broken: set[str],
        problems: Problems,
        nodes: RefNodes,
    ) -> None:
        self.kinds = kinds
        self.facts = facts
        self.broken = broken
        self.problems = problems
        self.nodes = nodes
        self.users: dict[str, list[str]] = {}

    def link(self) -> set[str]:
        """Link all facts; a fact that refers to an unsound one is unsound itself.

        Returns the kinds of the facts that were dropped.
        """
        references = {
            kind.id: [field for field in kind.fields.values() if field.type in ("ref", "refs")]
            for kind in self.kinds.values()
        }
        unsound: set[str] = set()
        for fact in self.facts.values():
            for field in references[fact.kind]:
                value = fact.values.get(field.name)
                if value is not None and not self._link_field(fact, field, value):
                    unsound.add(fact.id)
            if fact.voice is not None and not self._link_voice(fact):
                unsound.add(fact.id)
            if fact.disputes and not self._link_disputes(fact):
                unsound.add(fact.id)
        return self._drop(unsound)

    def _link_field(self, fact: Fact, field: Field, value: Value) -> bool:
        found = self._linked(fact, field, value, field.name)
        if found is not None:
            cast(dict[str, Value], fact.values)[field.name] = found
        return found is not None

    def _link_voice(self, fact: Fact) -> bool:
        own = f"{fact.pack}:{VOICE_KIND}"
        kind = own if own in self.kinds else VOICE_KIND
        fact.voice = self._target(fact, fact.voice or "", kind, "according-to")
        return fact.voice is not None

    def _link_disputes(self, fact: Fact) -> bool:
        disputes = []
        for number, dispute in enumerate(fact.disputes):
            field = self.kinds[fact.kind].fields[dispute.field]
            value: Value | None = dispute.value
            if field.type in ("ref", "refs"):
                value = self._linked(fact, field, dispute.value, f"otherwise.{number}")
            if value is None:
                return False
            disputes.append(replace(dispute, value=value))
        fact.disputes = tuple(disputes)
        return True

    def _linked(self, fact: Fact, field: Field, value: Value, key: str) -> Value | None:
        """The value with full ids, or None after a report."""
        if field.type == "ref":
            return self._target(fact, cast(str, value), field.of or "", key)
        names = cast(tuple[str, ...], value)
        found = [
            self._target(fact, name, field.of or "", key, index) for index, name in enumerate(names)
        ]
        if None in found:
            return None
        for index, name in enumerate(found):
            if name in found[:index]:
                where = self._place(fact, key, index)
                self.problems.add("listed-twice", where, value=names[index], what=field.name)
        return tuple(cast(list[str], found))

    def _target(
        self, fact: Fact, name: str, kind: str, key: str, index: int | None = None
    ) -> str | None:
        full = find(name, fact.pack, self.facts)
        if full is not None and self.facts[full].kind == kind:
            self.users.setdefault(full, []).append(fact.id)
            return full
        if find(name, fact.pack, self.broken) is None:
            where = self._place(fact, key, index)
            self.problems.add("unknown-fact", where, **unknown_fact(name, kind, self.facts))
        return None

    def _place(self, fact: Fact, key: str, index: int | None) -> Place:
        """Where a reference stands in the file of the fact."""
        node = self.nodes.get((fact.id, key))
        if node is None:
            return fact.place
        if index is not None and isinstance(node, ListNode) and index < len(node.items):
            node = node.items[index]
        return place(fact.place.path, node)

    def _drop(self, unsound: set[str]) -> set[str]:
        kinds: set[str] = set()
        waiting = list(unsound)
        while waiting:
            fact = self.facts.pop(waiting.pop(), None)
            if fact is not None:
                kinds.add(fact.kind)
                self.broken.add(fact.id)
                waiting.extend(self.users.get(fact.id, ()))
        return kinds


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


def check_regions(
    kind: Kind, pack: str, facts: Mapping[str, Fact], broken: Collection[str], reader: Reader
) -> None:
    """Report values in ``complete`` that their fields cannot have, which close nothing, and texts,
    numbers and times that no fact has."""
    own = [fact for fact in facts.values() if fact.kind == kind.id] if kind.regions else []
    for region, nodes in zip(kind.regions, kind.region_nodes, strict=True):
        for name, text in region.items():
            field = kind.fields.get(name.partition(".")[0], _ACCORDING_TO)
            if field.type in ("ref", "refs"):
                known = find(text, pack, facts)
                if known is None and find(text, pack, broken) is None:
                    details = unknown_fact(text, field.of or "", facts)
                    reader.report("unknown-fact", nodes[name], **details)
            elif _fits_type(text, field, nodes[name], reader) and name in kind.fields:
                _check_use(kind, field, text, own, nodes[name], reader)


def _fits_type(text: str, field: Field, node: Node, reader: Reader) -> bool:
    """Whether a region's value can be one of its field; reports if not."""
    if field.type in ("date", "span", "spans"):
        span = parse_span(text)
        if span is None:
            reader.report("bad-span", node, value=text)
        elif span.last is not None and span.last.before(span.first):
            reader.report("span-backwards", node, value=text)
            return False
        return span is not None
    if field.type == "number" and parse_number(text) is None:
        reader.report("bad-number", node, value=text)
        return False
    return True


def _check_use(
    kind: Kind, field: Field, text: str, facts: list[Fact], node: Node, reader: Reader
) -> None:
    """Report a region's value that no fact has, if there are facts at all."""
    values = [value for fact in facts if (value := fact.values.get(field.name)) is not None]
    if not values or any(_lies_in(value, text) for value in values):
        return
    details = {"kind": kind.id, "path": field.name, "value": text}
    if field.type == "text":
        advice = alternatives(text, map(str, values), "values")
        reader.report("idle-region", node, advice=advice, **details)
    else:
        reader.report("idle-region", node, case="plain", **details)


def _lies_in(value: Value, text: str) -> bool:
    """Whether a value of a fact may be the one of a region, or lie in its stretch of time."""
    if isinstance(value, Words):
        return True
    if isinstance(value, str):
        return value == text
    if isinstance(value, int):
        return value == parse_number(text)
    span = parse_span(text)
    if span is None:
        return False
    if isinstance(value, Date):
        return span.includes(value) is not False
    singles = (value,) if isinstance(value, Span) else value
    return any(isinstance(single, Span) and span.overlaps(single) for single in singles)


_ACCORDING_TO = Field("according-to", "ref", VOICE_KIND)

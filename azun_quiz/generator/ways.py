"""The ways of asking: how a compiled template finds its subjects, keys and wrong options
(distractors).

A template's ``way`` says which class does it (`azun_quiz.generator.bank.WAYS`):

==============  ==========================  ===================================================
way             class                       key, and distractors
==============  ==========================  ===================================================
answer          `answering.Answering`       the value of a field of the fact; other values
first and last  `ordering.Ordering`         the first or last of several facts; the others
odd             `odd_one.OddOne`            a fact outside a group; facts of the group
pair            `pairing.Pairing`           two values of one fact; values of two facts crossed
count           `counting.Counting`         how many facts fit; numbers round it
==============  ==========================  ===================================================
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Kind
from azun_quiz.content.load import Content
from azun_quiz.content.paths import FieldPath, member
from azun_quiz.content.values import Date, Value, is_list
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import FieldTest
from azun_quiz.generator.pool import Pool, PoolBuilder, Tag, traits
from azun_quiz.generator.regions import is_closed
from azun_quiz.generator.rendering import Renderer, getter
from azun_quiz.generator.sentences import Slot

T = TypeVar("T")

REMEMBERED = 4096
"""For so many subjects of a template the candidates are kept."""

Alike = Mapping[str | None, Mapping[Value, Value]]


@dataclass(slots=True)
class LeftOut:
    """Why facts of a template are not asked.

    The lists hold ids of facts; ``ambiguous`` names two facts that both fit, ``flawed`` the
    language and the item-writing rule that no choice of options can keep.
    """

    ambiguous: list[tuple[str, str, str]] = field(default_factory=list)
    starved: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    incomplete: list[str] = field(default_factory=list)
    flawed: list[tuple[str, str, str]] = field(default_factory=list)


class Pools:
    """The pools of a body of content; templates that ask for the same field share one."""

    def __init__(self, content: Content, renderer: Renderer, languages: Sequence[str]) -> None:
        self.content = content
        self.renderer = renderer
        self.languages = languages
        self._pools: dict[tuple[str, str], Pool] = {}
        self._alike: dict[tuple[str, str], Alike] = {}
        self._facts: dict[str, list[Fact]] = {}
        self._traits: dict[tuple[str, tuple[str, ...]], list[frozenset[Tag]]] = {}
        self._mixed: dict[str, frozenset[str]] = {}

    def facts_of(self, kind: str) -> list[Fact]:
        """The facts of a kind, in the order of the files."""
        if not self._facts:
            self._facts = self.content.by_kind()
        return self._facts.get(kind, [])

    def mixed_dates(self, kind: str) -> frozenset[str]:
        """Fields with dates of several precisions: a vague one among them identifies nothing."""
        known = self._mixed.get(kind)
        if known is None:
            found: dict[str, set[str]] = {}
            fields = self.content.kinds[kind].fields
            dates = [name for name, field in fields.items() if field.type == "date"]
            for fact in self.facts_of(kind) if dates else ():
                for name in dates:
                    value = fact.values.get(name)
                    if isinstance(value, Date):
                        found.setdefault(name, set()).add(value.precision)
            known = frozenset(name for name, precisions in found.items() if len(precisions) > 1)
            self._mixed[kind] = known
        return known

    def trait_names(self, kind: str) -> tuple[str, ...]:
        """The fields of a kind by which facts resemble each other."""
        found = self.content.kinds[kind]
        unique = {name for names in found.unique if len(names) == 1 for name in names}
        return tuple(
            name
            for name, item in found.fields.items()
            if name not in unique and item.type in ("text", "ref", "refs", "date", "span")
        )

    def of(self, compiled: Compiled, path: FieldPath) -> Pool:
        """The pool of the values at a path, narrowed by the template's ``among``."""
        if compiled.among is not None:
            return self._build(compiled, path)
        key = (compiled.kind.id, path.text)
        pool = self._pools.get(key)
        if pool is None:
            pool = self._pools[key] = self._build(compiled, path)
        return pool

    def test(self, kind: Kind, path: FieldPath) -> FieldTest:
        """The test of what a stem gives at a path, for facts of the kind."""
        get, closed = getter(path, self.content.facts), is_closed(kind, self.content)
        return FieldTest(path, get, kind.complete, closed, self._reading_alike(kind, path))

    def _reading_alike(self, kind: Kind, path: FieldPath) -> Alike:
        """One stand-in for values at a path that a reader cannot tell apart, by language."""
        if path.type not in ("words", "text", "ref", "refs"):
            return {}
        key = (kind.id, path.text)
        found = self._alike.get(key)
        if found is None:
            get = getter(path, self.content.facts)
            values = {v: None for fact in self.facts_of(kind.id) for v in values_of(get(fact))}
            found = self._alike[key] = self._group(path, values)
        return found

    def _group(self, path: FieldPath, values: Iterable[Value]) -> Alike:
        single = member(path)
        formatter = self.renderer.formatter(single)
        found: dict[str | None, Mapping[Value, Value]] = {}
        choices: list[str | None] = [None, *self.languages]
        for lang in choices:
            languages = self.languages if lang is None else (lang,)
            builder = PoolBuilder(formatter, languages, single.type)
            for value in values:
                builder.add(value, None, frozenset(), offered=False)
            same = builder.alike()
            if lang is None and not same:
                break
            found[lang] = same
        return found

    def _build(self, compiled: Compiled, path: FieldPath) -> Pool:
        single = member(path)
        builder = PoolBuilder(self.renderer.formatter(single), self.languages, single.type)
        get = getter(path, self.content.facts)
        own = tuple(name for name in self.trait_names(compiled.kind.id) if name != path.base)
        among = compiled.among
        from_target = among is not None and path.type == "ref"
        refers = path.type in ("ref", "refs")
        facts = self.facts_of(compiled.kind.id)
        for fact, tags in zip(facts, self._traits_of(compiled.kind.id, own), strict=True):
            offered = not from_target and _may_be_shown(fact, path)
            if offered and among is not None:
                offered = among(fact) is True
            for value in values_of(get(fact)):
                every = tags | self._target_traits(path, value) if refers else tags
                builder.add(value, fact, every, offered=offered and path.is_exact(value))
            for dispute in fact.disputes:
                if dispute.field == path.base and path.is_direct:
                    for value in values_of(dispute.value):
                        builder.add(value, None, frozenset(), offered=False)
        if from_target and among is not None:
            for target in self.facts_of(path.last.of or ""):
                offered = among(target) is True and target.not_asked is None
                builder.add(target.id, None, self._target_traits(path, target.id), offered=offered)
        return builder.build()

    def _traits_of(self, kind: str, names: tuple[str, ...]) -> list[frozenset[Tag]]:
        """The traits of the facts of a kind by some of their fields."""
        found = self._traits.get((kind, names))
        if found is None:
            found = self._traits[kind, names] = [
                traits(fact, names) for fact in self.facts_of(kind)
            ]
        return found

    def _target_traits(self, path: FieldPath, value: Value) -> frozenset[tuple[str, object]]:
        if path.type not in ("ref", "refs") or not isinstance(value, str):
            return frozenset()
        target = self.content.facts.get(value)
        return traits(target, self.trait_names(target.kind)) if target else frozenset()


def values_of(value: Value | None) -> Iterator[Value]:
    """The single values of a field: a list field has several."""
    if value is None:
        return
    if is_list(value):
        yield from value
    else:
        yield value


def _may_be_shown(fact: Fact, path: FieldPath) -> bool:
    return fact.reason_not_asked(path.base) is None and fact.certainty != "open"


class Way(ABC):
    """A template at work. Subclasses differ in what a subject and a right option are."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        self.compiled = compiled
        self.pools = pools
        self.left_out = LeftOut()
        self._subjects: dict[str, Subject] | None = None
        self._memory: dict[Hashable, Any] = {}

    @property
    def subjects(self) -> dict[str, Subject]:
        """What the template asks about, by the id of the item."""
        if self._subjects is None:
            self._subjects = {subject.id: subject for subject in self.find_subjects()}
        return self._subjects

    @abstractmethod
    def find_subjects(self) -> Iterable[Subject]:
        """The subjects for which a sound question exists; the others are noted in
        `left_out`."""

    @abstractmethod
    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        """A question with at most ``count`` options and the key at ``place`` if possible."""

    def remembered(self, mark: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives for a subject, made once; only what was made of late is kept."""
        found: T | None = self._memory.get(mark)
        if found is None:
            if len(self._memory) >= REMEMBERED:
                self._memory.clear()
            found = self._memory[mark] = make()
        return found

    def item_id(self, subject: str) -> str:
        """The id of the item on a subject."""
        return f"{self.compiled.template.id}/{subject}"

    def facts(self) -> list[Fact]:
        """The facts of the kind that hold."""
        return [fact for fact in self.pools.facts_of(self.compiled.kind.id) if fact.holds]

    def may_ask(self, fact: Fact, paths: Iterable[FieldPath]) -> bool:
        """Whether the fact is sure enough, and may be asked by the fields at the paths."""
        if fact.certainty == "open" or fact.not_asked is not None:
            return False
        return all(fact.reason_not_asked(path.base) is None for path in paths)

    def askable(self, fact: Fact, paths: Iterable[FieldPath]) -> bool:
        """Whether the fact may be asked by the fields at the paths; remembers if not."""
        if self.may_ask(fact, paths):
            return True
        self.left_out.withheld.append(fact.id)
        return False

    def worded(self, fact: Fact, each: Value | None) -> bool:
        """Whether every place of the stem can be filled from the fact, in every language."""
        for lang, pattern in self.compiled.ask.items():
            for piece in pattern:
                if isinstance(piece, Slot):
                    value = each if piece.get is None else piece.get(fact)
                    if value is None or piece.format(value, lang) is None:
                        self.left_out.incomplete.append(fact.id)
                        return False
        return True

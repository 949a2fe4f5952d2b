"""Asking for the value of a field: the key set, and which other values are known to be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from azun_quiz.content.facts import Fact
from azun_quiz.content.paths import Path
from azun_quiz.content.values import Date, Span, Value, parse_number, parse_span
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import choose, number_line
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import (
    Test,
    Verdict,
    all_of,
    denies,
    implies,
)
from azun_quiz.generator.pool import Option, Pool, Shown
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.ways import Pools, Way, values_of
from azun_quiz.text import wording

FEWEST = 3
"""A question needs two wrong options at least."""


@dataclass(frozen=True, slots=True)
class KeySet:
    """What is right for a subject, and what may be: groups of options that read alike."""

    right: tuple[Option, ...]
    facts: tuple[Fact, ...]
    barred: frozenset[int]


class Closure:
    """Whether a value that no fact gives is known to be wrong.

    It is when the givens identify the fact and the field has one value (``determined``), when the
    value identifies its own fact, which does not fit (``identifies``), when the kind is complete,
    inside a region where it is complete, or by a fact that is known not to hold.
    """

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        kind = compiled.kind
        answer = compiled.answer
        stated = {path.text for path in compiled.givens} | set(compiled.stated)
        single = answer.fields[0].type not in ("refs", "spans")
        self.determined = single and any(stated.issuperset(names) for names in kind.unique)
        self.identifies = answer.is_direct and single and (answer.base,) in kind.unique
        self.complete = kind.complete
        self.negatives = [fact for fact in pools.facts_of(kind.id) if not fact.holds]
        self.regions = [
            {name: _region_value(name, text, compiled, pools) for name, text in region.items()}
            for region in kind.regions
        ]

    @property
    def open_door(self) -> bool:
        """Whether every value outside the key set is wrong without looking further."""
        return self.determined or self.identifies or self.complete

    def is_wrong(self, claim: dict[str, Value]) -> bool:
        """Whether what an option would claim is known to be false."""
        return any(implies(claim, region) for region in self.regions) or any(
            denies(fact, claim) for fact in self.negatives
        )


def _region_value(name: str, text: str, compiled: Compiled, pools: Pools) -> Value:
    """The value in a condition of a region, by the type of its field."""
    if name == "according-to":
        return text
    field = compiled.kind.fields[name.partition(".")[0]]
    if field.type in ("span", "spans", "date"):
        return parse_span(text) or text
    if field.type == "number":
        number = parse_number(text)
        return text if number is None else number
    if field.type in ("ref", "refs"):
        pack = compiled.kind.id.rpartition(":")[0]
        full = f"{pack}:{text}"
        return full if pack and full in pools.content.facts else text
    return text


class Answering(Way):
    """The value of a field, or the fact from its field."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        self.pool: Pool = pools.of(compiled, compiled.answer)
        self.get = getter(compiled.answer, pools.content.facts)
        self.closure = Closure(compiled, pools)
        complete = compiled.kind.complete
        facts = pools.content.facts
        self.tests = [Test(path, getter(path, facts), complete) for path in compiled.givens]
        each = compiled.each
        self.each_test = Test(each, getter(each, facts), complete) if each else None
        self._index: dict[tuple[Value, ...], list[Fact]] = {}
        self._loose: list[tuple[Fact, Verdict]] = []
        self._keys: dict[str, KeySet] = {}
        self._known_wrong: dict[str, frozenset[int]] = {}
        self._on_number_line = self._needs_number_line()
        self._sort_facts()

    def _needs_number_line(self) -> bool:
        """Whether the facts give too few numbers, and any other number is known to be wrong."""
        few = len(self.pool.options) < FEWEST
        return few and self.compiled.answer.type == "number" and self.closure.determined

    def _number_draft(
        self, subject: Subject, key: Option, count: int, place: int, level: str
    ) -> Draft:
        assert isinstance(key.value, int)
        numbers, index = number_line(key.value, count=count, place=place, level=level)
        pieces = [
            Shown.of({lang: wording.number(number, lang) for lang in key.texts})
            for number in numbers
        ]
        pieces[index] = key.shown
        return Draft(subject, tuple(pieces), index, (subject.fact,))

    def _sort_facts(self) -> None:
        """Index the facts whose givens are exact; the others are looked at one by one."""
        for fact in self.facts():
            verdict = self.compiled.passes(fact)
            if verdict is False:
                continue
            keys = self._exact_keys(fact) if verdict is True and not fact.disputes else None
            if keys is None:
                self._loose.append((fact, verdict))
            else:
                for key in keys:
                    self._index.setdefault(key, []).append(fact)

    def _exact_keys(self, fact: Fact) -> list[tuple[Value, ...]] | None:
        values = []
        for test in self.tests:
            value = test.get(fact)
            if value is None or not _is_exact(test, value):
                return None
            values.append(value)
        if self.each_test is None:
            return [tuple(values)]
        found = self.each_test.get(fact)
        if isinstance(found, Span) and (found.last is None or not found.is_years):
            return None
        if found is None or not isinstance(found, tuple):
            return None
        return [(*values, value) for value in _one_by_one(found)]

    def key_of(self, fact: Fact, each: Value | None) -> tuple[Value, ...] | None:
        """The givens of a subject as they stand in the index."""
        values = [test.get(fact) for test in self.tests]
        if None in values:
            return None
        known = tuple(value for value in values if value is not None)
        return known if each is None else (*known, each)

    def matches(self, key: tuple[Value, ...]) -> Iterator[tuple[Fact, Verdict]]:
        """The facts that fit the givens, and those of which it cannot be told."""
        if all(_is_exact(test, value) for test, value in zip(self.tests, key, strict=False)):
            for fact in self._index.get(key, ()):
                yield fact, True
            candidates: Iterable[tuple[Fact, Verdict]] = self._loose
        else:
            seen = {id(fact): fact for facts in self._index.values() for fact in facts}
            candidates = [*((fact, True) for fact in seen.values()), *self._loose]
        for fact, where in candidates:
            verdict = all_of([where, self._fits(fact, key)])
            if verdict is not False:
                yield fact, verdict

    def _fits(self, fact: Fact, key: tuple[Value, ...]) -> Verdict:
        verdicts: list[Verdict] = []
        for test, value in zip(self.tests, key, strict=False):
            verdict = test.verdict(fact, (value,))
            if verdict is False:
                return False
            verdicts.append(verdict)
        if self.each_test is not None:
            verdicts.append(self.each_test.verdict(fact, (key[-1],)))
        return all_of(verdicts)

    def key_set(self, key: tuple[Value, ...]) -> KeySet:
        """The values that the matching facts hold for the asked field."""
        right: dict[int, Option] = {}
        facts = []
        barred: set[int] = set()
        by_value = self.pool.by_value
        for fact, verdict in self.matches(key):
            if verdict is True:
                facts.append(fact)
            for value in values_of(self.get(fact)):
                option = by_value.get(value)
                if option is not None:
                    barred.add(option.group)
                    if verdict is True:
                        right.setdefault(option.group, option)
            for dispute in fact.disputes:
                self._bar_dispute(dispute.field, dispute.value, barred)
        return KeySet(tuple(right.values()), tuple(facts), frozenset(barred))

    def _bar_dispute(self, name: str, value: Value, barred: set[int]) -> None:
        if name != self.compiled.answer.base:
            return
        reduced = self.get(Fact("", "", {name: value}, self.compiled.template.place))
        for single in values_of(reduced):
            option = self.pool.by_value.get(single)
            if option is not None:
                barred.add(option.group)

    def claim(self, subject: Subject, option: Option) -> dict[str, Value]:
        """What an option would assert, by path."""
        claim: dict[str, Value] = dict(self.compiled.stated)
        for test in self.tests:
            value = test.get(subject.fact)
            if value is not None:
                _state(claim, test.path, value)
        if self.each_test is not None and subject.each is not None:
            claim[self.each_test.path.text] = subject.each
        if subject.fact.voice is not None:
            claim["according-to"] = subject.fact.voice
        _state(claim, self.compiled.answer, option.value)
        return claim

    def find_subjects(self) -> Iterable[Subject]:
        compiled = self.compiled
        paths = [compiled.answer, *compiled.givens, *([compiled.each] if compiled.each else [])]
        for fact in self.facts():
            if compiled.passes(fact) is not True or compiled.chosen(fact) is not True:
                continue
            if not self.askable(fact, paths):
                continue
            for suffix, each in self._each_value(fact):
                subject = Subject(self.item_id(fact.id + suffix), fact, each)
                if self._is_sound(subject):
                    yield subject

    def _each_value(self, fact: Fact) -> Iterator[tuple[str, Value | None]]:
        if self.each_test is None:
            yield "", None
            return
        value = self.each_test.get(fact)
        if isinstance(value, tuple) and _is_finite(value):
            for single in _one_by_one(value):
                yield f".{str(single).replace(':', '.')}", single

    def _is_sound(self, subject: Subject) -> bool:
        fact = subject.fact
        key = self.key_of(fact, subject.each)
        if key is None or self._own_option(fact) is None:
            self.left_out.incomplete.append(fact.id)
            return False
        if not self.worded(fact, subject.each):
            return False
        keys = self.key_set(key)
        self._keys[subject.id] = keys
        if len(keys.right) > 1 and not self.compiled.template.several:
            first, second = keys.facts[0], keys.facts[-1]
            self.left_out.ambiguous.append((fact.id, first.id, second.id))
            return False
        if not self._on_number_line and not self._enough(subject, keys):
            self.left_out.starved.append(fact.id)
            return False
        return True

    def _own_option(self, fact: Fact) -> Option | None:
        for value in values_of(self.get(fact)):
            option = self.pool.by_value.get(value)
            if option is not None and _can_be_key(option, self.compiled.answer):
                return option
        return None

    def _enough(self, subject: Subject, keys: KeySet) -> bool:
        """Whether there are two wrong options that read differently."""
        groups: set[int] = set()
        barred = keys.barred
        if self.closure.open_door:
            for option in self.pool.options:
                if option.group not in barred:
                    groups.add(option.group)
                    if len(groups) >= FEWEST - 1:
                        return True
            return False
        known = frozenset(
            option.group
            for option in self.pool.options
            if option.group not in barred and self.closure.is_wrong(self.claim(subject, option))
        )
        self._known_wrong[subject.id] = known
        return len(known) >= FEWEST - 1

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        """Choose a key among the values of the subject's own fact, and wrong options."""
        keys = self._keys[subject.id]
        own = [
            option
            for value in values_of(self.get(subject.fact))
            if (option := self.pool.by_value.get(value)) is not None
            and _can_be_key(option, self.compiled.answer)
        ]
        key = own[0] if len(own) == 1 else chance.choice(own)
        if self._on_number_line:
            return self._number_draft(subject, key, count, place, level)
        if self.closure.open_door:
            barred = keys.barred

            def valid(option: Option) -> bool:
                return option.group not in barred
        else:
            known = self._known_wrong[subject.id]

            def valid(option: Option) -> bool:
                return option.group in known

        options, index = choose(
            self.pool, key, valid, count=count, place=place, level=level, chance=chance
        )
        if len(options) < FEWEST:
            return None
        pieces = tuple(option.shown for option in options)
        return Draft(subject, pieces, index, (subject.fact,))


def _state(claim: dict[str, Value], path: Path, value: Value) -> None:
    """Add to a claim what a value says; a part of a date speaks of the date itself."""
    if path.part is None or path.last.type != "date":
        claim[path.text] = value
        return
    whole = path.text.removesuffix(f".{path.part}")
    claim[whole] = Date(value) if isinstance(value, int) else value


def _can_be_key(option: Option, answer: Path) -> bool:
    """Options outside ``among`` may be keys; those of the wrong precision may not."""
    value = option.value
    if answer.type == "date":
        return isinstance(value, Date) and bool(value.day)
    if answer.type in ("span", "spans"):
        return isinstance(value, Span) and value.last is not None and value.is_years
    return True


def _is_exact(test: Test, value: Value) -> bool:
    """Whether a given value can be looked up: a date only if it is known to the day."""
    return test.path.type != "date" or (isinstance(value, Date) and bool(value.day))


def _is_finite(value: Value) -> bool:
    return not isinstance(value, Span) or (value.last is not None and value.is_years)


def _one_by_one(value: Value) -> Iterator[Value]:
    """The years of a span, or the members of a list."""
    if isinstance(value, Span):
        assert value.last is not None
        for year in range(value.first.year, value.last.year + 1):
            yield Date(year)
    else:
        yield from values_of(value)

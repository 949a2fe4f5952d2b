"""Asking for the value of a field: the key set, and which other values are known to be wrong."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain

from azun_quiz.content.facts import Fact
from azun_quiz.content.paths import FieldPath
from azun_quiz.content.templates import MIN_OPTIONS
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import Candidates, candidates, choose, number_line
from azun_quiz.generator.closure import Closure
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.keyset import KeySet
from azun_quiz.generator.marks import combined, marks_of
from azun_quiz.generator.matching import Givens, Verdict, with_dispute
from azun_quiz.generator.pool import IsWrong, Option, Pool, ShownOption
from azun_quiz.generator.regions import ACCORDING_TO
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.ways import Pools, Way, values_of
from azun_quiz.text import wording


class Answering(Way):
    """The value of a field, or the fact from its field."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        self.pool: Pool = pools.of(compiled, compiled.answer)
        self.get = getter(compiled.answer, pools.content.facts)
        self.closure = Closure(compiled, pools)
        self.tests = [pools.test(compiled.kind, path) for path in compiled.givens]
        self.each_test = pools.test(compiled.kind, compiled.each) if compiled.each else None
        self.givens = Givens(
            self.tests if self.each_test is None else [*self.tests, self.each_test]
        )
        self._index: dict[tuple[Hashable, ...], list[tuple[Fact, Verdict]]] = {}
        self._loose: list[tuple[Fact, Verdict]] = []
        self._keys: dict[str, KeySet] = {}
        self._verdicts: dict[str, dict[int, bool]] = {}
        self._on_number_line = self._needs_number_line()
        self._is_sorted = False

    def _needs_number_line(self) -> bool:
        """Whether the facts give too few numbers, and any other number is known to be wrong."""
        few = len(self.pool.options) < MIN_OPTIONS
        return few and self.compiled.answer.type == "number" and self.closure.may_determine

    def _number_draft(
        self, subject: Subject, key: Option, count: int, place: int, level: str
    ) -> Draft | None:
        assert isinstance(key.value, int)
        numbers, index = number_line(key.value, count=count, place=place, level=level)
        keys = self._keys[subject.id]
        known = [self.pool.by_value.get(number) for number in numbers if number != key.value]
        if any(option is not None and keys.may_hold(option) for option in known):
            return None
        pieces = [
            ShownOption.of({lang: wording.number(number, lang) for lang in key.texts})
            for number in numbers
        ]
        pieces[index] = key.shown
        return Draft(subject, tuple(pieces), index, (subject.fact,))

    def _sort_facts(self) -> None:
        """Index the facts by what a stem can give of them; the others are always looked at."""
        self._is_sorted = True
        for fact in self.facts():
            verdict = self.compiled.passes(fact)
            if verdict is False:
                continue
            marks = None if fact.disputes else self._marks_of(fact)
            if marks is None:
                self._loose.append((fact, verdict))
            else:
                for mark in marks:
                    self._index.setdefault(mark, []).append((fact, verdict))

    def _marks_of(self, fact: Fact) -> list[tuple[Hashable, ...]] | None:
        """Marks such that two facts that fit the same stem share one; None if there are none."""
        if any(test.may_lack(fact) for test in self.givens.tests):
            return None
        return combined([marks_of(test, test.get(fact)) for test in self.givens.tests])

    @property
    def all_others_wrong(self) -> bool:
        """Whether, of a fact whose values are all known and exact, each option that does not read
        like its own is known to be wrong."""
        if self._on_number_line:
            return False
        closure = self.closure
        return (
            closure.complete
            or closure.always_determines
            or (closure.identifies and self.pool.all_held)
        )

    def know(self, subject: Subject, keys: KeySet) -> None:
        """Take over a key set that was found in another way."""
        self._keys[subject.id] = keys

    def key_of(self, fact: Fact, each: Value | None) -> tuple[Value, ...] | None:
        """The givens of a subject, and last the value that is asked one by one."""
        values = [test.get(fact) for test in self.tests]
        if None in values:
            return None
        known = tuple(value for value in values if value is not None)
        return known if each is None else (*known, each)

    def matches(self, key: tuple[Value, ...]) -> Iterator[tuple[Fact, Verdict]]:
        """The facts that fit the givens, and those of which it cannot be told."""
        if not self._is_sorted:
            self._sort_facts()
        pairs = zip(self.givens.tests, key, strict=True)
        marks = combined([marks_of(test, value) for test, value in pairs])
        found = self._index.keys() if marks is None else marks
        candidates = {
            fact.id: (fact, verdict)
            for mark in found
            for fact, verdict in self._index.get(mark, ())
        }
        for fact, where in chain(candidates.values(), self._loose):
            verdict = self.givens.verdict(fact, key, where)
            if verdict is not False:
                yield fact, verdict

    def key_set(self, key: tuple[Value, ...]) -> KeySet:
        """The values that the matching facts hold for the asked field."""
        right: dict[int, Option] = {}
        facts = []
        barred: set[int] = set()
        vague: list[Value] = []
        gap = False
        for fact, verdict in self.matches(key):
            if verdict is True:
                facts.append(fact)
            value = self.get(fact)
            gap = gap or (value is None and self._may_have(fact))
            for option in self._bar(value, barred, vague):
                if verdict is True:
                    right.setdefault(option.group, option)
            for dispute in fact.disputes:
                if dispute.field == self.compiled.answer.base:
                    self._bar(self.get(with_dispute(fact, dispute)), barred, vague)
        return KeySet(tuple(right.values()), tuple(facts), frozenset(barred), tuple(vague), gap)

    def _may_have(self, fact: Fact) -> bool:
        """Whether a fact without the asked value may have one that the file does not tell."""
        return not self.compiled.kind.complete or self.compiled.answer.base in fact.values

    def _bar(self, value: Value | None, barred: set[int], vague: list[Value]) -> list[Option]:
        """Note what cannot be a wrong option where this value is right; its own options."""
        found = []
        for single in values_of(value):
            option = self.pool.by_value.get(single)
            if option is not None:
                barred.add(option.group)
                found.append(option)
            if isinstance(single, Span) or (isinstance(single, Date) and not single.day):
                vague.append(single)
        return found

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
            claim[ACCORDING_TO] = subject.fact.voice
        _state(claim, self.compiled.answer, option.value)
        return claim

    def find_subjects(self) -> Iterable[Subject]:
        """Facts, or single values of them, of which the givens leave one right option."""
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
        if isinstance(value, tuple):
            for single in _one_by_one(value):
                yield f".{str(single).replace(':', '.')}", single

    def _is_sound(self, subject: Subject) -> bool:
        fact = subject.fact
        key = self.key_of(fact, subject.each)
        if key is None or not self._own_options(fact):
            self.left_out.incomplete.append(fact.id)
            return False
        if not self.worded(fact, subject.each):
            return False
        keys = self.key_set(key)
        self._keys[subject.id] = keys
        if len(keys.right) > 1 and not self.compiled.template.several:
            first, second = self._two_that_differ(keys)
            self.left_out.ambiguous.append((fact.id, first.id, second.id))
            return False
        if not self._enough(subject):
            self.left_out.starved.append(fact.id)
            return False
        return True

    def _two_that_differ(self, keys: KeySet) -> tuple[Fact, Fact]:
        """Two facts that fit and answer differently, or one twice if it has several answers."""
        first = keys.facts[0]
        own = set(values_of(self.get(first)))
        others = (fact for fact in keys.facts if set(values_of(self.get(fact))) - own)
        return first, next(others, first)

    def _own_options(self, fact: Fact) -> list[Option]:
        """The values of a fact that may be the key; a list field has several."""
        by_value, answer = self.pool.by_value, self.compiled.answer
        return [
            option
            for value in values_of(self.get(fact))
            if (option := by_value.get(value)) is not None and _can_be_key(option, answer)
        ]

    def _enough(self, subject: Subject) -> bool:
        """Whether there are two wrong options that read differently."""
        if self._on_number_line:
            return self.closure.determines(subject.fact)
        is_wrong = self._wrong(subject)
        groups: set[int] = set()
        for option in self.pool.options:
            if option.group not in groups and is_wrong(option):
                groups.add(option.group)
                if len(groups) >= MIN_OPTIONS - 1:
                    return True
        return False

    def _wrong(self, subject: Subject) -> IsWrong:
        """Whether an option is known to be wrong, and thinkable, for a subject, as a function."""
        is_wrong, begin = self._known_wrong(subject), self._begin(subject.fact)
        if begin is None:
            return is_wrong
        return lambda option: (
            isinstance(option.value, int) and (option.value >= begin and is_wrong(option))
        )

    def _begin(self, fact: Fact) -> int | None:
        """The year that a stem gives as a beginning where the end is asked for: nobody would
        choose an earlier one."""
        answer = self.compiled.answer
        if answer.part != "last":
            return None
        for test in self.tests:
            if test.path.part == "first" and test.path.fields == answer.fields:
                begin = test.get(fact)
                return begin if isinstance(begin, int) else None
        return None

    def _known_wrong(self, subject: Subject) -> IsWrong:
        """Whether an option is known to be wrong for a subject, as a function."""
        keys, closure = self._keys[subject.id], self.closure
        all_false = (closure.complete and not keys.gap) or closure.determines(subject.fact)
        if all_false or (closure.identifies and self.pool.all_held):
            barred = keys.barred
            if not keys.vague:
                return lambda option: option.group not in barred
            return lambda option: not any(map(keys.may_hold, self.pool.alike(option)))
        verdicts = self._verdicts.setdefault(subject.id, {})

        def is_wrong(option: Option) -> bool:
            known = verdicts.get(option.group)
            if known is None:
                known = verdicts[option.group] = self._is_wrong(subject, option)
            return known

        return is_wrong

    def _is_wrong(self, subject: Subject, option: Option) -> bool:
        """Whether an option is known to be wrong, whatever a reader may take it for."""
        keys = self._keys[subject.id]
        alike = self.pool.alike(option)
        if any(map(keys.may_hold, alike)):
            return False
        if self.closure.identifies and all(other.held for other in alike):
            return True
        return all(self._is_ruled_out(subject, other, keys) for other in alike)

    def _is_ruled_out(self, subject: Subject, option: Option, keys: KeySet) -> bool:
        """Whether a region or a fact that does not hold makes the option's claim false."""
        claim = self.claim(subject, option)
        return self.closure.is_denied(claim) or (not keys.gap and self.closure.in_region(claim))

    def _candidates(self, subject: Subject, count: int) -> list[Candidates]:
        """For each value of the subject's fact that may be the key, the options to choose from."""
        is_wrong = self._wrong(subject)
        return [
            candidates(self.pool, key, is_wrong, count) for key in self._own_options(subject.fact)
        ]

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        """Choose a key among the values of the subject's own fact, and wrong options."""
        if self._on_number_line:
            key = self._own_options(subject.fact)[0]
            return self._number_draft(subject, key, count, place, level)
        known = self.remembered(subject.id, lambda: self._candidates(subject, count))
        found = known[0] if len(known) == 1 else chance.choice(known)
        options, index = choose(found, count=count, place=place, level=level, chance=chance)
        if len(options) < MIN_OPTIONS:
            return None
        pieces = tuple([option.shown for option in options])
        return Draft(subject, pieces, index, (subject.fact,))


def _state(claim: dict[str, Value], path: FieldPath, value: Value) -> None:
    """Add to a claim what a value says; a part of a date speaks of the date itself."""
    if path.part is None or path.last.type != "date":
        claim[path.text] = value
        return
    whole = path.text.removesuffix(f".{path.part}")
    claim[whole] = Date(value) if isinstance(value, int) else value


def _can_be_key(option: Option, answer: FieldPath) -> bool:
    """Options outside ``among`` may be keys; those of the wrong precision may not."""
    value = option.value
    if answer.type == "date":
        return isinstance(value, Date) and bool(value.day)
    if answer.type in ("span", "spans"):
        return isinstance(value, Span) and value.last is not None and value.is_years
    return True


def _one_by_one(value: Value) -> Iterator[Value]:
    """The years of a span, or the members of a list; spans only if they have plain years."""
    if isinstance(value, Span):
        if value.last is not None and value.is_years:
            yield from (Date(year) for year in range(value.first.year, value.last.year + 1))
        return
    for single in values_of(value):
        if not isinstance(single, Span) or (single.last is not None and single.is_years):
            yield single

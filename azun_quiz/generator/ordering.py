"""Asking which of several facts came first or last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from azun_quiz.content.facts import Fact
from azun_quiz.content.templates import MIN_OPTIONS
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import near
from azun_quiz.generator.closure import NameClosure
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import readings_of
from azun_quiz.generator.pool import MOST_KIN, Option
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.ways import Pools, Way

Bound = tuple[int, ...]

_BEFORE_ALL: Bound = ()


def _bounds(value: Value) -> tuple[Bound, Bound]:
    """The earliest and the latest that a value can mean, for certain comparisons.

    A span is compared by its beginning.
    """
    if isinstance(value, Span):
        value = value.first
    if isinstance(value, Date):
        return tuple(value.first_day()), tuple(value.last_day())
    assert isinstance(value, int)
    return (value,), (value,)


class Ordering(Way):
    """Which of these came first or last; the options are facts of the kind."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        self.pool = pools.of(compiled, compiled.answer)
        self.get = getter(compiled.answer, pools.content.facts)
        assert compiled.by is not None
        self.by = compiled.by
        self.by_get = getter(compiled.by, pools.content.facts)
        self.sign = 1 if compiled.template.way == "first" else -1
        self.names = NameClosure(compiled, pools)
        self._entries = sorted(self._find_entries(), key=lambda entry: (entry[0], entry[2].id))
        self._earliest = self._find_earliest()

    def _find_entries(self) -> Iterator[tuple[Bound, Option, Fact]]:
        """The facts that may be shown, by what they are ordered by."""
        for fact in self.facts():
            if self.compiled.passes(fact) is not True:
                continue
            if not self.askable(fact, [self.compiled.answer, self.by]) or fact.disputes:
                continue
            value, name = self.by_get(fact), self.get(fact)
            option = None if name is None else self.pool.by_value.get(name)
            if value is not None and option is not None and option.offered:
                yield self._starts(value)[0], option, fact

    def _starts(self, value: Value) -> tuple[Bound, Bound]:
        """The first and the last place that a value can have in the order."""
        low, high = _bounds(value)
        if self.sign > 0:
            return low, high
        return tuple(-part for part in high), tuple(-part for part in low)

    def _find_earliest(self) -> dict[int | None, Bound]:
        """The first place that any fact of a name may have, by the name's group.

        The facts that are not asked, or of which sources differ, count too; facts that do not
        tell their name are under None.
        """
        earliest: dict[int | None, Bound] = {}
        for fact in self.facts():
            if self.compiled.passes(fact) is False:
                continue
            for reading in readings_of(fact):
                value, name = self.by_get(reading), self.get(reading)
                start = _BEFORE_ALL if value is None else self._starts(value)[0]
                option = None if name is None else self.pool.by_value.get(name)
                group = None if option is None else option.group
                earliest[group] = min(start, earliest.get(group, start))
        return earliest

    def find_subjects(self) -> Iterable[Subject]:
        """Facts after which enough others come for certain."""
        for _, _, fact in self._entries:
            if self.compiled.chosen(fact) is not True:
                continue
            if len(self._later(fact, MIN_OPTIONS - 1)) == MIN_OPTIONS - 1:
                yield Subject(self.item_id(fact.id), fact)
            else:
                self.left_out.starved.append(fact.id)

    def _later(self, fact: Fact, most: int = MOST_KIN) -> list[tuple[Option, Fact]]:
        """Up to ``most`` options that come after the fact for certain, the nearest first."""
        value = self.by_get(fact)
        assert value is not None
        start = self._starts(value)[1]
        if self._earliest.get(None, start) <= start and None in self._earliest:
            return []
        groups = {self.pool.by_value[self._name(fact)].group}
        found: list[tuple[Option, Fact]] = []
        index = bisect_right(self._entries, start, key=lambda entry: entry[0])
        for place in range(index, len(self._entries)):
            if len(found) == most:
                break
            _, option, other = self._entries[place]
            if option.group in groups or other.voice not in (None, fact.voice):
                continue
            if self._earliest[option.group] > start and self._is_known(option, fact.voice):
                groups.add(option.group)
                found.append((option, other))
        return found

    def _is_known(self, option: Option, voice: str | None) -> bool:
        """Whether all facts are known that a reader may take the name to stand for."""
        return all(self.names.all_known(other, voice) for other in self.pool.alike(option))

    def _name(self, fact: Fact) -> Value:
        name = self.get(fact)
        assert name is not None
        return name

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        """The fact, and others that come later, the nearer the harder."""
        later = self.remembered(subject.id, lambda: self._later(subject.fact))
        distractors = near(later, count - 1, level, chance)
        key = (self.pool.by_value[self._name(subject.fact)], subject.fact)
        index = min(place, len(distractors))
        pieces = [*distractors[:index], key, *distractors[index:]]
        return Draft(
            subject,
            tuple(option.shown.from_fact(fact) for option, fact in pieces),
            index,
            tuple(fact for _, fact in pieces),
        )

"""Asking which one does not belong to a group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from azun_quiz.content.facts import Fact
from azun_quiz.content.templates import MIN_OPTIONS
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import Candidates, candidates, choose
from azun_quiz.generator.closure import NameClosure
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import readings_of
from azun_quiz.generator.pool import Option, Pool
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.ways import Pools, Way


class OddOne(Way):
    """Which one does not belong: the key lies outside ``where``, the other options inside."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        self.pool = pools.of(compiled, compiled.answer)
        self.get = getter(compiled.answer, pools.content.facts)
        self.names = NameClosure(compiled, pools)
        self.inside: dict[int, tuple[Option, Fact]] = {}
        self.outside: list[tuple[Option, Fact]] = []
        barred: set[int | None] = set()
        for fact in self.facts():
            verdict = compiled.passes(fact)
            value = self.get(fact)
            option = None if value is None else self.pool.by_value.get(value)
            if verdict is not False:
                barred.update(self._groups(fact))
            if option is None or verdict is None or fact.disputes:
                continue
            if verdict and self._usable(fact, option):
                self.inside.setdefault(option.group, (option, fact))
            elif not verdict and self._usable(fact, option) and compiled.chosen(fact) is True:
                self.outside.append((option, fact))
        self.outside = [pair for pair in self.outside if self._is_outside(*pair, barred)]
        self.inside_pool = Pool(
            (replace(option) for option, _ in self.inside.values()), self.pool.type
        )

    def _groups(self, fact: Fact) -> Iterator[int | None]:
        """The names that the fact may bear, by any source; None where one is not told."""
        for reading in readings_of(fact):
            name = self.get(reading)
            option = None if name is None else self.pool.by_value.get(name)
            yield None if option is None else option.group

    def _is_outside(self, option: Option, fact: Fact, barred: set[int | None]) -> bool:
        """Whether no fact that the name may stand for is inside."""
        if option.group in barred or None in barred:
            return False
        alike = self.pool.alike(option)
        return all(self.names.is_outside(other, fact.voice) for other in alike)

    def _usable(self, fact: Fact, option: Option) -> bool:
        paths = [self.compiled.answer]
        bases = self.compiled.where_bases
        return (
            option.offered
            and self.askable(fact, paths)
            and not any(fact.reason_not_asked(base) for base in bases)
        )

    def find_subjects(self) -> Iterable[Subject]:
        """Facts outside that enough others inside can stand beside."""
        for _, fact in self.outside:
            if (
                sum(self._may_join(other, fact) for _, other in self.inside.values())
                < MIN_OPTIONS - 1
            ):
                self.left_out.starved.append(fact.id)
            elif self.worded(fact, None):
                yield Subject(self.item_id(fact.id), fact)

    def _may_join(self, other: Fact, fact: Fact) -> bool:
        """Whether a fact inside may stand beside the key, by whose statement it is."""
        return other.voice in (None, fact.voice)

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        """The fact outside, and others inside that resemble it."""
        found = self.remembered(subject.id, lambda: self._candidates(subject, count))
        options, index = choose(found, count=count, place=place, level=level, chance=chance)
        key = found.key
        facts = [
            subject.fact if option is key else self.inside[option.group][1] for option in options
        ]
        pieces = [option.shown.from_fact(fact) for option, fact in zip(options, facts, strict=True)]
        return Draft(subject, tuple(pieces), index, tuple(facts))

    def _candidates(self, subject: Subject, count: int) -> Candidates:
        """The facts inside that may stand beside the one outside."""
        key = next(option for option, fact in self.outside if fact is subject.fact)
        return candidates(
            self.inside_pool,
            key,
            lambda option: self._may_join(self.inside[option.group][1], subject.fact),
            count,
        )

"""Asking how many facts fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from azun_quiz.content.facts import Fact
from azun_quiz.content.values import Value
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import number_line
from azun_quiz.generator.closure import Closure
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import Givens
from azun_quiz.generator.pool import ShownOption
from azun_quiz.generator.regions import ACCORDING_TO
from azun_quiz.generator.ways import Pools, Way
from azun_quiz.text import wording

_NOT_IN_IDS = re.compile(r"[^a-z0-9-]+")


class Counting(Way):
    """How many facts fit; one question for each combination of the givens.

    ``is_open``: of some combination it is not known whether the file has all facts.
    """

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        self.givens = Givens(pools.test(compiled.kind, path) for path in compiled.givens)
        self.closure = Closure(compiled, pools)
        self.languages = pools.languages
        self.is_open = False
        self.counts: dict[str, tuple[int, tuple[Fact, ...]]] = {}

    def find_subjects(self) -> Iterable[Subject]:
        """One fact for each combination of the givens whose facts are all known.

        Where some facts are stated by a voice, the count is asked in the voice that tells of all
        of them, wherever its facts stand in the file.
        """
        for key, facts in self._by_givens().items():
            counts = ((fact, self._count(fact, key)) for fact in facts)
            fact, found = next((pair for pair in counts if pair[1] is not None), (facts[0], None))
            if found is None:
                self.left_out.incomplete.append(fact.id)
            elif self.worded(fact, None):
                subject = Subject(self.item_id(_slug(key)), fact)
                self.counts[subject.id] = (len(found), found)
                yield subject

    def _by_givens(self) -> dict[tuple[Value, ...], list[Fact]]:
        """The facts that may be asked by what the stem gives of them, the first of each voice."""
        found: dict[tuple[Value, ...], dict[str | None, Fact]] = {}
        for fact in self.facts():
            if self.compiled.passes(fact) is not True or self.compiled.chosen(fact) is not True:
                continue
            if not self.askable(fact, self.compiled.givens):
                continue
            values = [test.get(fact) for test in self.givens.tests]
            key = tuple(value for value in values if value is not None)
            if len(key) == len(values):
                found.setdefault(key, {}).setdefault(fact.voice, fact)
        return {key: [*by_voice.values()] for key, by_voice in found.items()}

    def _count(self, subject: Fact, key: tuple[Value, ...]) -> tuple[Fact, ...] | None:
        """The facts that fit, or None where one more could be missing or does not tell."""
        claim = dict(self.compiled.stated)
        claim.update(zip((test.path.text for test in self.givens.tests), key, strict=True))
        if subject.voice is not None:
            claim[ACCORDING_TO] = subject.voice
        if not (self.closure.complete or self.closure.in_region(claim)):
            self.is_open = True
            return None
        found: list[Fact] = []
        for fact in self.facts():
            verdict = self.givens.verdict_everywhere(fact, key, self.compiled.passes(fact))
            if verdict is None or (verdict and not self._counts(fact, subject, found)):
                return None
            if verdict:
                found.append(fact)
        return tuple(found)

    def _counts(self, fact: Fact, subject: Fact, found: Iterable[Fact]) -> bool:
        """Whether a fact that fits is sure, said by the same voice, and not there already."""
        return (
            fact.certainty != "open"
            and fact.voice in (None, subject.voice)
            and all(fact.values != other.values for other in found)
        )

    def draft(
        self,
        subject: Subject,
        *,
        count: int,
        place: int,
        level: str,
        chance: Chance,  # noqa: ARG002 (nothing is left to chance here)
    ) -> Draft | None:
        """The count, and other numbers round it."""
        number, facts = self.counts[subject.id]
        values, index = number_line(number, count=count, place=place, level=level)
        texts = [{lang: wording.number(value, lang) for lang in self.languages} for value in values]
        return Draft(
            subject, tuple(ShownOption.of(text) for text in texts), index, facts or (subject.fact,)
        )


def _slug(key: Sequence[Value]) -> str:
    """The givens as part of an item's id."""
    parts = [_NOT_IN_IDS.sub("-", str(value).lower()).strip("-") for value in key]
    return ".".join(parts) if parts else "all"

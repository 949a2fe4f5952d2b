"""Asking which pair of values belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from azun_quiz.content.facts import Fact
from azun_quiz.content.templates import MIN_OPTIONS
from azun_quiz.content.values import Value
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import Candidates, candidates, choose
from azun_quiz.generator.closure import identifies, may_be
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import readings_of
from azun_quiz.generator.pool import Option, Pool, ShownOption
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.ways import Pools, Way, values_of

PAIR = " – "
"""What joins the two halves of a pair."""

_SPARE = 6
"""So many more left halves are looked at than a question of pairs needs."""


class Pairing(Way):
    """Which pair is right: two values of one fact, among values of two different facts.

    ``partners`` are the right halves that are true with a left half, by its group; ``known`` is
    the fact and the right half of a left half whose pair is known for certain. ``is_closed``: a
    pair that no fact holds is false.
    """

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        left, right = compiled.pair
        self.paths = (left, right)
        self.left = pools.of(compiled, left)
        self.right = pools.of(compiled, right)
        self.get_left = getter(left, pools.content.facts)
        self.get_right = getter(right, pools.content.facts)
        self.partners: dict[int, list[Option]] = {}
        self.known: dict[int, tuple[Fact, Option]] = {}
        self.is_closed = self._find_closed()
        self._sort_facts()

    def _find_closed(self) -> bool:
        """Whether a pair that no fact holds is false: one half belongs to one fact only, and that
        fact has one other half; or nothing is missing."""
        kind = self.compiled.kind
        single = not any(path.fields[0].type in ("refs", "spans") for path in self.paths)
        if single and any(identifies(path, kind) for path in self.paths):
            return True
        left = self.paths[0].base
        return kind.complete and not any(
            self.get_left(fact) is None and left in fact.values for fact in self.facts()
        )

    def _sort_facts(self) -> None:
        doubtful: set[int] = set()
        for fact in self.facts():
            verdict = self.compiled.passes(fact)
            pair = self._pair(fact) if self.may_ask(fact, self.paths) else None
            for option, right in self._readings(fact):
                self.partners.setdefault(option.group, []).extend(self._options(self.right, right))
                if verdict is None or fact.disputes or right is None:
                    doubtful.add(option.group)
                elif verdict and pair is not None:
                    self.known.setdefault(option.group, (fact, pair[1]))
        for group in doubtful:
            self.known.pop(group, None)

    def _readings(self, fact: Fact) -> Iterator[tuple[Option, Value | None]]:
        """The left halves of the fact and what stands on the right, by every source."""
        for reading in readings_of(fact):
            right = self.get_right(reading)
            for option in self._options(self.left, self.get_left(reading)):
                yield option, right

    @staticmethod
    def _options(pool: Pool, value: Value | None) -> Iterator[Option]:
        for single in values_of(value):
            option = pool.by_value.get(single)
            if option is not None:
                yield option

    def find_subjects(self) -> Iterable[Subject]:
        """Facts with a pair of their own, and enough others to cross."""
        for fact in self.facts():
            if self.compiled.passes(fact) is not True or self.compiled.chosen(fact) is not True:
                continue
            if not self.askable(fact, self.paths):
                continue
            pair = self._pair(fact)
            if pair is None or pair[0].group not in self.known or not self.is_closed:
                self.left_out.incomplete.append(fact.id)
            elif self._enough(fact, pair):
                yield Subject(self.item_id(fact.id), fact)
            else:
                self.left_out.starved.append(fact.id)

    def _pair(self, fact: Fact) -> tuple[Option, Option] | None:
        left = next(self._options(self.left, self.get_left(fact)), None)
        right = next(self._options(self.right, self.get_right(fact)), None)
        if left is None or right is None or not (left.offered and right.offered):
            return None
        return left, right

    def _enough(self, fact: Fact, pair: tuple[Option, Option]) -> bool:
        others = 0
        for option in self.left.options:
            others += self._may_join(option, fact, pair)
            if others >= MIN_OPTIONS - 1:
                return True
        return False

    def _may_join(self, option: Option, fact: Fact, pair: tuple[Option, Option]) -> bool:
        """Whether the option's own pair shares nothing with the key pair, and is told by the
        same voice."""
        own = self.known.get(option.group)
        return (
            own is not None
            and option.group != pair[0].group
            and own[1].group != pair[1].group
            and own[0].voice in (None, fact.voice)
        )

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        """The pair of the fact, and wrong pairs of what resembles it."""
        pair = self._pair(subject.fact)
        assert pair is not None
        near_by, at = choose(
            self._candidates(subject, pair, count + _SPARE),
            count=count + _SPARE,
            place=place + _SPARE // 2,
            level=level,
            chance=chance,
        )
        below, above = near_by[:at], near_by[at + 1 :]
        if not self.left.ordered:
            below, above = [*below, *above][:place], [*below, *above][place:]
        others = self._of_different_halves(below, above, pair, count, place, chance)
        facts = [self.known[option.group][0] for option in others]
        crossed = self._cross(others, [self.known[option.group][1] for option in others])
        if crossed is None or len(others) < MIN_OPTIONS - 1:
            return None
        pieces = [
            ShownOption.joined(left.shown, PAIR, right.shown, fact)
            for (left, right), fact in zip(crossed, facts, strict=True)
        ]
        index = sum(option in below for option in others)
        pieces.insert(index, ShownOption.joined(pair[0].shown, PAIR, pair[1].shown, subject.fact))
        return Draft(subject, tuple(pieces), index, (subject.fact, *facts))

    def _candidates(self, subject: Subject, pair: tuple[Option, Option], count: int) -> Candidates:
        """The left halves of which wrong pairs can be made."""
        return self.remembered(
            subject.id,
            lambda: candidates(
                self.left,
                pair[0],
                lambda option: self._may_join(option, subject.fact, pair),
                count,
            ),
        )

    def _of_different_halves(
        self,
        below: Sequence[Option],
        above: Sequence[Option],
        pair: tuple[Option, Option],
        count: int,
        place: int,
        chance: Chance,
    ) -> list[Option]:
        """Left halves for the wrong pairs, no two with the same right half, in order."""
        seen = {pair[1].group}

        def take(options: Sequence[Option], most: int) -> list[Option]:
            taken: list[Option] = []
            for option in chance.drawn(options):
                right = self.known[option.group][1].group
                if len(taken) < most and right not in seen:
                    seen.add(right)
                    taken.append(option)
            return taken

        before = take(below, place)
        after = take(above, count - 1 - len(before))
        before += take([o for o in below if o not in before], count - 1 - len(before) - len(after))
        order = {id(option): index for index, option in enumerate([*below, *above])}
        return sorted([*before, *after], key=lambda option: order[id(option)])

    def _cross(
        self, lefts: Sequence[Option], rights: Sequence[Option]
    ) -> list[tuple[Option, Option]] | None:
        """Each left half with the right half of another, none of them true; None if there is no
        such way."""
        for shift in range(1, len(rights)):
            moved = [*rights[shift:], *rights[:shift]]
            pairs = list(zip(lefts, moved, strict=True))
            if not any(self._may_be_true(left, right) for left, right in pairs):
                return pairs
        return None

    def _may_be_true(self, left: Option, right: Option) -> bool:
        """Whether a fact holds the pair, or may hold it."""
        return any(
            partner.group == right.group or may_be(partner.value, right.value)
            for partner in self.partners[left.group]
        )

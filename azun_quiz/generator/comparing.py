"""Asking about several facts at once: which came first, which is the odd one, which pair is right,
how many there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from azun_quiz.content.facts import Fact
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.answering import FEWEST, Closure
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import choose, near, number_line
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import Test, all_of
from azun_quiz.generator.pool import Option, Pool, Shown, order_key
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.ways import Pools, Way, values_of
from azun_quiz.text import wording

PAIR = " – "
"""What joins the two halves of a pair."""

_SPARE = 6
"""So many more left halves are looked at than a question of pairs needs."""

Bound = tuple[int, ...]

_NOT_IN_IDS = re.compile(r"[^a-z0-9-]+")


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
        self._entries = sorted(self._find_entries(), key=lambda entry: (entry[0], entry[2].id))

    def _find_entries(self) -> Iterator[tuple[tuple[int, ...], Option, Fact]]:
        """The facts that may be shown, by what they are ordered by."""
        for fact in self.facts():
            if self.compiled.passes(fact) is not True:
                continue
            if not self.askable(fact, [self.compiled.answer, self.by]) or fact.disputes:
                continue
            value, name = self.by_get(fact), self.get(fact)
            option = None if name is None else self.pool.by_value.get(name)
            if value is not None and option is not None and option.offered:
                low, high = _bounds(value)
                yield (low if self.sign > 0 else tuple(-part for part in high)), option, fact

    def find_subjects(self) -> Iterable[Subject]:
        for _, _, fact in self._entries:
            if self.compiled.chosen(fact) is not True:
                continue
            if len(self._later(fact)) >= FEWEST - 1:
                yield Subject(self.item_id(fact.id), fact)
            else:
                self.left_out.starved.append(fact.id)

    def _later(self, fact: Fact) -> list[tuple[Option, Fact]]:
        """The options that come after the fact for certain, the nearest first."""
        value = self.by_get(fact)
        assert value is not None
        low, high = _bounds(value)
        start = high if self.sign > 0 else tuple(-part for part in low)
        own = self.pool.by_value[self._name(fact)]
        groups = {own.group, *self._groups_up_to(start)}
        found = []
        index = bisect_right(self._entries, start, key=lambda entry: entry[0])
        for _, option, other in self._entries[index:]:
            if option.group not in groups:
                groups.add(option.group)
                found.append((option, other))
        return found

    def _groups_up_to(self, start: tuple[int, ...]) -> Iterator[int]:
        """Options that name an earlier fact too would not be wrong for certain."""
        index = bisect_right(self._entries, start, key=lambda entry: entry[0])
        return (option.group for _, option, _ in self._entries[:index])

    def _name(self, fact: Fact) -> Value:
        name = self.get(fact)
        assert name is not None
        return name

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        later = self._later(subject.fact)
        wrong = near(later, count - 1, level, chance)
        key = (self.pool.by_value[self._name(subject.fact)], subject.fact)
        index = min(place, len(wrong))
        pieces = [*wrong[:index], key, *wrong[index:]]
        return Draft(
            subject,
            tuple(option.shown.from_fact(fact) for option, fact in pieces),
            index,
            tuple(fact for _, fact in pieces),
        )


class OddOne(Way):
    """Which one does not belong: the key lies outside ``where``, the other options inside."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        self.pool = pools.of(compiled, compiled.answer)
        self.get = getter(compiled.answer, pools.content.facts)
        self.inside: list[Option] = []
        self.outside: list[tuple[Option, Fact]] = []
        seen_inside: set[int] = set()
        doubtful: set[int] = set()
        for fact in self.facts():
            value = self.get(fact)
            option = None if value is None else self.pool.by_value.get(value)
            if option is None:
                continue
            verdict = compiled.passes(fact)
            if verdict is None or fact.disputes:
                doubtful.add(option.group)
            elif verdict and self._usable(fact, option) and option.group not in seen_inside:
                seen_inside.add(option.group)
                self.inside.append(option)
            elif verdict:
                seen_inside.add(option.group)
            elif self._usable(fact, option) and compiled.chosen(fact) is True:
                self.outside.append((option, fact))
        barred = doubtful | seen_inside
        self.outside = [pair for pair in self.outside if pair[0].group not in barred]
        self.inside = [option for option in self.inside if option.group not in doubtful]
        self.inside_pool = Pool(self.inside, "text")

    def _usable(self, fact: Fact, option: Option) -> bool:
        paths = [self.compiled.answer]
        bases = self.compiled.where_bases
        return (
            option.offered
            and self.askable(fact, paths)
            and not any(fact.reason_not_asked(base) for base in bases)
        )

    def find_subjects(self) -> Iterable[Subject]:
        for _, fact in self.outside:
            if len(self.inside) < FEWEST - 1:
                self.left_out.starved.append(fact.id)
            elif self.worded(fact, None):
                yield Subject(self.item_id(fact.id), fact)

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        key = next(option for option, fact in self.outside if fact is subject.fact)
        options, index = choose(
            self.inside_pool,
            key,
            lambda option: option.group != key.group,
            count=count,
            place=place,
            level=level,
            chance=chance,
        )
        if self.pool.ordered:
            options.sort(key=lambda option: order_key(option.value))
            index = options.index(key)
        pieces = [
            key.shown.from_fact(subject.fact) if option is key else option.shown
            for option in options
        ]
        others = tuple(piece.fact for piece in pieces if piece.fact is not None)
        return Draft(subject, tuple(pieces), index, others)


class Pairing(Way):
    """Which pair is right: two values of one fact, among values of two different facts.

    ``partners`` are the groups of right halves that are true with a left half, by its group;
    ``known`` is the fact and the right half of a left half whose pair is known for certain.
    """

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        left, right = compiled.pair
        self.paths = (left, right)
        self.left = pools.of(compiled, left)
        self.right = pools.of(compiled, right)
        self.get_left = getter(left, pools.content.facts)
        self.get_right = getter(right, pools.content.facts)
        self.partners: dict[int, set[int]] = {}
        self.known: dict[int, tuple[Fact, Option]] = {}
        self._sort_facts()

    def _sort_facts(self) -> None:
        doubtful: set[int] = set()
        for fact in self.facts():
            verdict = self.compiled.passes(fact)
            for option in self._options(self.left, self.get_left(fact)):
                partners = self.partners.setdefault(option.group, set())
                partners.update(
                    other.group for other in self._options(self.right, self.get_right(fact))
                )
                if verdict is None or fact.disputes or not self._complete(fact):
                    doubtful.add(option.group)
                elif verdict and (pair := self._pair(fact)) is not None:
                    self.known.setdefault(option.group, (fact, pair[1]))
        for group in doubtful:
            self.known.pop(group, None)

    def _complete(self, fact: Fact) -> bool:
        """Whether the pair of this fact is known, so that another one is known to be wrong."""
        known = self.get_right(fact) is not None
        unique = any((path.base,) in self.compiled.kind.unique for path in self.paths)
        return known and (unique or self.compiled.kind.complete)

    @staticmethod
    def _options(pool: Pool, value: Value | None) -> Iterator[Option]:
        for single in values_of(value):
            option = pool.by_value.get(single)
            if option is not None:
                yield option

    def find_subjects(self) -> Iterable[Subject]:
        for fact in self.facts():
            if self.compiled.passes(fact) is not True or self.compiled.chosen(fact) is not True:
                continue
            if not self.askable(fact, self.paths):
                continue
            pair = self._pair(fact)
            if pair is None or pair[0].group not in self.known:
                self.left_out.incomplete.append(fact.id)
            elif self._enough(pair):
                yield Subject(self.item_id(fact.id), fact)
            else:
                self.left_out.starved.append(fact.id)

    def _pair(self, fact: Fact) -> tuple[Option, Option] | None:
        left = next(self._options(self.left, self.get_left(fact)), None)
        right = next(self._options(self.right, self.get_right(fact)), None)
        if left is None or right is None or not (left.offered and right.offered):
            return None
        return left, right

    def _enough(self, pair: tuple[Option, Option]) -> bool:
        others = 0
        for option in self.left.options:
            others += self._may_join(option, pair)
            if others >= FEWEST - 1:
                return True
        return False

    def _may_join(self, option: Option, pair: tuple[Option, Option]) -> bool:
        """Whether the option's own pair shares nothing with the key pair."""
        own = self.known.get(option.group)
        return (
            own is not None
            and option.group != pair[0].group
            and own[1].group != pair[1].group
        )

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        pair = self._pair(subject.fact)
        assert pair is not None
        near_by, at = choose(
            self.left,
            pair[0],
            lambda option: self._may_join(option, pair),
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
        if crossed is None or len(others) < FEWEST - 1:
            return None
        pieces = [
            _joined(left, right, fact) for (left, right), fact in zip(crossed, facts, strict=True)
        ]
        index = sum(option in below for option in others)
        pieces.insert(index, _joined(*pair, subject.fact))
        return Draft(subject, tuple(pieces), index, (subject.fact, *facts))

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
            if all(right.group not in self.partners[left.group] for left, right in pairs):
                return pairs
        return None


def _joined(left: Option, right: Option, fact: Fact) -> Shown:
    texts = {lang: f"{text}{PAIR}{right.texts[lang]}" for lang, text in left.texts.items()}
    return Shown.of(texts, fact)


class Counting(Way):
    """How many facts fit; one question for each combination of the givens."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        facts = pools.content.facts
        self.tests = [Test(path, getter(path, facts), complete=True) for path in compiled.givens]
        self.closure = Closure(compiled, pools)
        self.languages = pools.languages
        self.counts: dict[str, tuple[int, tuple[Fact, ...]]] = {}

    def find_subjects(self) -> Iterable[Subject]:
        seen: set[tuple[Value | None, ...]] = set()
        for fact in self.facts():
            if self.compiled.passes(fact) is not True or self.compiled.chosen(fact) is not True:
                continue
            if not self.askable(fact, self.compiled.givens):
                continue
            key = tuple(test.get(fact) for test in self.tests)
            if key in seen or None in key:
                continue
            seen.add(key)
            found = self._count(tuple(value for value in key if value is not None))
            if found is None:
                self.left_out.incomplete.append(fact.id)
            elif self.worded(fact, None):
                subject = Subject(self.item_id(_slug(key)), fact)
                self.counts[subject.id] = (len(found), found)
                yield subject

    def _count(self, key: tuple[Value, ...]) -> tuple[Fact, ...] | None:
        """The facts that fit, or None where one more could be missing or does not tell."""
        claim = dict(self.compiled.stated)
        claim.update(zip((test.path.text for test in self.tests), key, strict=True))
        if not (self.closure.complete or self.closure.is_wrong(claim)):
            return None
        found = []
        for fact in self.facts():
            verdict = all_of(
                [
                    self.compiled.passes(fact),
                    *(
                        test.verdict(fact, (value,))
                        for test, value in zip(self.tests, key, strict=True)
                    ),
                ]
            )
            if verdict is None:
                return None
            if verdict:
                found.append(fact)
        return tuple(found)

    def draft(
        self, subject: Subject, *, count: int, place: int, level: str, chance: Chance
    ) -> Draft | None:
        number, facts = self.counts[subject.id]
        values, index = number_line(number, count=count, place=place, level=level)
        texts = [{lang: wording.number(value, lang) for lang in self.languages} for value in values]
        return Draft(
            subject, tuple(Shown.of(text) for text in texts), index, facts or (subject.fact,)
        )


def _slug(key: Sequence[Value | None]) -> str:
    """The givens as part of an item's id."""
    parts = [_NOT_IN_IDS.sub("-", str(value).lower()).strip("-") for value in key]
    return ".".join(parts) if parts else "all"

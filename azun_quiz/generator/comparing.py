"""Asking about several facts at once: which came first, which is the odd one, which pair is right,
how many there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from azun_quiz.content.facts import Fact
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.answering import FEWEST
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import choose, near, number_line
from azun_quiz.generator.closure import Closure, Names, identifies, may_be
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.matching import Stem, as_told
from azun_quiz.generator.pool import MOST_KIN, Option, Pool, Shown
from azun_quiz.generator.regions import VOICE
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.ways import Pools, Way, values_of
from azun_quiz.text import wording

PAIR = " – "
"""What joins the two halves of a pair."""

_SPARE = 6
"""So many more left halves are looked at than a question of pairs needs."""

Bound = tuple[int, ...]

_BEFORE_ALL: Bound = ()

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
        self.names = Names(compiled, pools)
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
            for reading in as_told(fact):
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
            if len(self._later(fact, FEWEST - 1)) == FEWEST - 1:
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
        self.names = Names(compiled, pools)
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
        for reading in as_told(fact):
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
            if sum(self._may_join(other, fact) for _, other in self.inside.values()) < FEWEST - 1:
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
        key = next(option for option, fact in self.outside if fact is subject.fact)
        options, index = choose(
            self.inside_pool,
            key,
            lambda option: self._may_join(self.inside[option.group][1], subject.fact),
            count=count,
            place=place,
            level=level,
            chance=chance,
        )
        facts = [
            subject.fact if option is key else self.inside[option.group][1] for option in options
        ]
        pieces = [option.shown.from_fact(fact) for option, fact in zip(options, facts, strict=True)]
        return Draft(subject, tuple(pieces), index, tuple(facts))


class Pairing(Way):
    """Which pair is right: two values of one fact, among values of two different facts.

    ``partners`` are the right halves that are true with a left half, by its group; ``known`` is
    the fact and the right half of a left half whose pair is known for certain.
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
        self._is_closed = self._find_closed()
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
        for reading in as_told(fact):
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
            if pair is None or pair[0].group not in self.known or not self._is_closed:
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
            if others >= FEWEST - 1:
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
            self.left,
            pair[0],
            lambda option: self._may_join(option, subject.fact, pair),
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
            if not any(self._may_be_true(left, right) for left, right in pairs):
                return pairs
        return None

    def _may_be_true(self, left: Option, right: Option) -> bool:
        """Whether a fact holds the pair, or may hold it."""
        return any(
            partner.group == right.group or may_be(partner.value, right.value)
            for partner in self.partners[left.group]
        )


def _joined(left: Option, right: Option, fact: Fact) -> Shown:
    texts = {lang: f"{text}{PAIR}{right.texts[lang]}" for lang, text in left.texts.items()}
    return Shown.of(texts, fact)


class Counting(Way):
    """How many facts fit; one question for each combination of the givens."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        super().__init__(compiled, pools)
        self.stem = Stem(pools.test(compiled.kind, path) for path in compiled.givens)
        self.closure = Closure(compiled, pools)
        self.languages = pools.languages
        self.counts: dict[str, tuple[int, tuple[Fact, ...]]] = {}

    def find_subjects(self) -> Iterable[Subject]:
        """One fact for each combination of the givens whose facts are all known."""
        seen: set[tuple[Value | None, ...]] = set()
        for fact in self.facts():
            if self.compiled.passes(fact) is not True or self.compiled.chosen(fact) is not True:
                continue
            if not self.askable(fact, self.compiled.givens):
                continue
            key = tuple(test.get(fact) for test in self.stem.tests)
            if key in seen or None in key:
                continue
            seen.add(key)
            found = self._count(fact, tuple(value for value in key if value is not None))
            if found is None:
                self.left_out.incomplete.append(fact.id)
            elif self.worded(fact, None):
                subject = Subject(self.item_id(_slug(key)), fact)
                self.counts[subject.id] = (len(found), found)
                yield subject

    def _count(self, subject: Fact, key: tuple[Value, ...]) -> tuple[Fact, ...] | None:
        """The facts that fit, or None where one more could be missing or does not tell."""
        claim = dict(self.compiled.stated)
        claim.update(zip((test.path.text for test in self.stem.tests), key, strict=True))
        if subject.voice is not None:
            claim[VOICE] = subject.voice
        if not (self.closure.complete or self.closure.in_region(claim)):
            return None
        found: list[Fact] = []
        for fact in self.facts():
            verdict = self.stem.verdict_everywhere(fact, key, self.compiled.passes(fact))
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
            subject, tuple(Shown.of(text) for text in texts), index, facts or (subject.fact,)
        )


def _slug(key: Sequence[Value | None]) -> str:
    """The givens as part of an item's id."""
    parts = [_NOT_IN_IDS.sub("-", str(value).lower()).strip("-") for value in key]
    return ".".join(parts) if parts else "all"

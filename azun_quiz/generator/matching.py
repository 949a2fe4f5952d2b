"""Whether a fact fits what a question gives: yes, no, or it cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from azun_quiz.content.facts import Dispute, Fact
from azun_quiz.content.paths import FieldPath
from azun_quiz.content.values import Date, Span, Value, is_list
from azun_quiz.generator.rendering import Getter

Verdict = bool | None
"""True, False, or None where precision, a gap or a dispute leaves it open."""


def value_fits(given: Value, value: Value) -> Verdict:
    """Whether a value is what the given one says; a year or month says every day in it.

    Stretches of time that overlap are neither the same nor apart: who sat from 2005 to 2009 also
    sat in 2006-2008.
    """
    if isinstance(value, Span):
        if isinstance(given, Span):
            return True if given == value else None if given.overlaps(value) else False
        if isinstance(given, Date):
            return value.includes(given)
        return False
    if isinstance(value, Date):
        if isinstance(given, Span):
            return given.includes(value)
        return _date_fits(given, value) if isinstance(given, Date) else False
    if is_list(value):
        return _any_fits(given, value)
    return given == value


def _date_fits(given: Date, value: Date) -> Verdict:
    if given.year != value.year:
        return False
    if not given.month:
        return True
    if value.month != given.month:
        return None if not value.month else False
    if not given.day:
        return True
    return (value.day == given.day) if value.day else None


def _any_fits(given: Value, values: Iterable[Value]) -> Verdict:
    values = tuple(values)
    if is_list(given):
        if set(given) == set(values):
            return True
        each = [_any_fits(single, values) for single in given]
        return False if False in each else None
    verdicts = [value_fits(given, value) for value in values]
    return True if True in verdicts else None if None in verdicts else False


def _is_open(*_: object) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class FieldTest:
    """What a fact must be at one path.

    ``complete``: what is not in the file is false. ``closed`` tells whether a list of a fact is
    known not to hold a value. ``alike`` has one stand-in for values that read alike, by language,
    and under None for those that do so in any language.
    """

    path: FieldPath
    get: Getter
    complete: bool
    closed: Callable[[Fact, str, Value | None], bool] = _is_open
    alike: Mapping[str | None, Mapping[Value, Value]] = field(default_factory=dict)

    def verdict(self, fact: Fact, allowed: tuple[Value, ...], lang: str = "") -> Verdict:
        """Whether the fact has one of the allowed values at the path, as a language words it."""
        value = self.get(fact)
        found = self._verdict_of_gap(fact) if value is None else self._fits(value, allowed, lang)
        if found is not False:
            return found
        lacks = any(self.may_lack(fact, given) for given in allowed)
        return None if lacks or self._disputed(fact, allowed, lang) else False

    def _fits(self, value: Value, allowed: tuple[Value, ...], lang: str) -> Verdict:
        """Whether the value is one of the allowed ones."""
        if lang in self.alike:
            value = self.plain(value, lang)
            allowed = tuple(self.plain(given, lang) for given in allowed)
        verdicts = [value_fits(given, value) for given in allowed]
        return True if True in verdicts else None if None in verdicts else False

    def plain(self, value: Value, lang: str | None = None) -> Value:
        """The value, or the stand-in of all values that read like it."""
        same = self.alike.get(lang)
        if not same:
            return value
        if is_list(value):
            return tuple(same.get(item, item) for item in value)  # type: ignore[return-value]
        return same.get(value, value)

    def may_lack(self, fact: Fact, given: Value | None = None) -> bool:
        """Whether what is given may be true although the fact's list does not say so.

        With None: whether anything may be.
        """
        if self.path.fields[0].type not in ("refs", "spans"):
            return False
        if is_list(given):
            return not all(self.closed(fact, self.path.text, single) for single in given)
        return not self.closed(fact, self.path.text, given)

    def _verdict_of_gap(self, fact: Fact) -> Verdict:
        """A value that is not in the file is a false one only where the file is complete."""
        known_above = len(self.path.fields) == 1 and self.path.part is None
        return False if self.complete and known_above and fact.holds else None

    def _disputed(self, fact: Fact, allowed: tuple[Value, ...], lang: str) -> bool:
        """Whether another source gives one of the allowed values."""
        for dispute in fact.disputes:
            if dispute.field == self.path.base:
                other = self.get(with_dispute(fact, dispute))
                if other is not None and self._fits(other, allowed, lang) is not False:
                    return True
        return False


def with_dispute(fact: Fact, dispute: Dispute) -> Fact:
    """The fact as another source has it."""
    return replace(fact, values={**fact.values, dispute.field: dispute.value})


def readings_of(fact: Fact) -> Iterator[Fact]:
    """The fact, and as every other source has it."""
    yield fact
    for dispute in fact.disputes:
        yield with_dispute(fact, dispute)


Filter = Callable[[Fact], Verdict]


class Givens:
    """What a stem gives, as a test of facts."""

    def __init__(self, tests: Iterable[FieldTest]) -> None:
        self.tests = tuple(tests)
        found = {lang: None for test in self.tests for lang in test.alike if lang is not None}
        self._languages: tuple[str, ...] = tuple(found) or ("",)

    def verdict(self, fact: Fact, givens: tuple[Value, ...], where: Verdict) -> Verdict:
        """Whether the fact fits all givens, as they read in any one language."""
        verdicts = self._verdicts(fact, givens, where)
        return True if True in verdicts else None if None in verdicts else False

    def verdict_everywhere(self, fact: Fact, givens: tuple[Value, ...], where: Verdict) -> Verdict:
        """Whether the fact fits all givens; None where the languages do not agree."""
        verdicts = self._verdicts(fact, givens, where)
        return verdicts.pop() if len(verdicts) == 1 else None

    def _verdicts(self, fact: Fact, givens: tuple[Value, ...], where: Verdict) -> set[Verdict]:
        found: set[Verdict] = set()
        for lang in self._languages:
            verdict = where
            for test, given in zip(self.tests, givens, strict=True):
                if verdict is False:
                    break
                verdict = all_of((verdict, test.verdict(fact, (given,), lang)))
            found.add(verdict)
        return found


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of several tests together."""
    verdicts = list(verdicts)
    if False in verdicts:
        return False
    return None if None in verdicts else True


def filter_of(tests: list[tuple[FieldTest, tuple[Value, ...]]]) -> Filter:
    """A function that tells whether a fact passes every test."""

    def passes(fact: Fact) -> Verdict:
        verdict: Verdict = True
        for test, allowed in tests:
            found = test.verdict(fact, allowed)
            if found is False:
                return False
            if found is None:
                verdict = None
        return verdict

    return passes


Claim = Mapping[str, Value]
"""What an option would assert, by the path of each field it speaks of."""


def implies(claim: Claim, conditions: Mapping[str, Value]) -> bool:
    """Whether the claim lies inside the conditions: it says something for each, and that fits.

    A span in the conditions holds a date or a year that lies in it and a span that overlaps it.
    """
    for path, wanted in conditions.items():
        stated = claim.get(path)
        if stated is None:
            first = claim.get(f"{path}.first")
            if not isinstance(first, int):
                return False
            stated = Date(first)
        if not _within(stated, wanted):
            return False
    return True


def _within(stated: Value, wanted: Value) -> bool:
    if is_list(stated):
        return any(_within(single, wanted) for single in stated)
    if isinstance(wanted, Span):
        if isinstance(stated, Span):
            return wanted.overlaps(stated)
        return isinstance(stated, Date) and wanted.includes(stated) is True
    if isinstance(wanted, Date) and isinstance(stated, Date):
        return _date_fits(wanted, stated) is True
    return stated == wanted


def denies(negative: Fact, claim: Claim) -> bool:
    """Whether a fact that does not hold rules the claim out: all it says, the claim says too.

    A list of one reference speaks of that reference.
    """
    for name, value in negative.values.items():
        stated = claim.get(name)
        if stated is None or value not in (stated, (stated,)):
            return False
    return True

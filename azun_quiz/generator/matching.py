"""Whether a fact fits what a question gives: yes, no, or it cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from azun_quiz.content.facts import Fact
from azun_quiz.content.paths import Path
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.rendering import Getter

Verdict = bool | None
"""True, False, or None where precision, a gap or a dispute leaves it open."""


def value_fits(given: Value, value: Value) -> Verdict:
    """Whether a value is what the given one says; a year or month says every day in it."""
    if isinstance(value, Span):
        if isinstance(given, Span):
            return given == value
        if isinstance(given, Date):
            return value.includes(given)
        return False
    if isinstance(given, Date) and isinstance(value, Date):
        return _date_fits(given, value)
    if isinstance(given, Span) and isinstance(value, Date):
        return given.includes(value)
    if isinstance(value, tuple) and not isinstance(value, Date):
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


def _any_fits(given: Value, values: Span | tuple[str, ...] | tuple[Span, ...]) -> Verdict:
    if isinstance(given, tuple) and not isinstance(given, Date | Span):
        return given == values
    verdicts = [value_fits(given, value) for value in values if value is not None]
    return True if True in verdicts else None if None in verdicts else False


@dataclass(frozen=True, slots=True)
class Test:
    """What a fact must be at one path."""

    path: Path
    get: Getter
    complete: bool

    def verdict(self, fact: Fact, allowed: tuple[Value, ...]) -> Verdict:
        """Whether the fact has one of the allowed values at the path."""
        value = self.get(fact)
        if value is None:
            return self._verdict_of_gap(fact)
        verdicts = [value_fits(given, value) for given in allowed]
        if True in verdicts:
            return True
        if None in verdicts or self._disputed(fact, allowed):
            return None
        return False

    def _verdict_of_gap(self, fact: Fact) -> Verdict:
        """A value that is not in the file is a false one only where the file is complete."""
        known_above = len(self.path.fields) == 1 and self.path.part is None
        return False if self.complete and known_above and fact.holds else None

    def _disputed(self, fact: Fact, allowed: tuple[Value, ...]) -> bool:
        """Whether another source gives one of the allowed values."""
        if not fact.disputes:
            return False
        base = self.path.base
        for dispute in fact.disputes:
            if dispute.field != base:
                continue
            other = self.get(_with_value(fact, base, dispute.value))
            if other is not None and any(value_fits(given, other) for given in allowed):
                return True
        return False


def _with_value(fact: Fact, name: str, value: Value) -> Fact:
    return Fact(fact.id, fact.kind, {**fact.values, name: value}, fact.place)


Filter = Callable[[Fact], Verdict]


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of several tests together."""
    verdicts = list(verdicts)
    if False in verdicts:
        return False
    return None if None in verdicts else True


def filter_of(tests: list[tuple[Test, tuple[Value, ...]]]) -> Filter:
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
    if isinstance(wanted, Span):
        if isinstance(stated, Span):
            return wanted.overlaps(stated)
        return isinstance(stated, Date) and wanted.includes(stated) is True
    if isinstance(wanted, Date) and isinstance(stated, Date):
        return _date_fits(wanted, stated) is True
    return stated == wanted


def denies(negative: Fact, claim: Claim) -> bool:
    """Whether a fact that does not hold rules the claim out: all it says, the claim says too."""
    for name, value in negative.values.items():
        stated = claim.get(name)
        if stated is None or stated != value:
            return False
    return True

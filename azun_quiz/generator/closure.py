"""What is known to be false although no fact says so: closed worlds and unique keys."""

from __future__ import annotations

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Kind
from azun_quiz.content.paths import FieldPath
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.matching import Claim, denies, implies
from azun_quiz.generator.pool import Option
from azun_quiz.generator.regions import ACCORDING_TO, regions_of
from azun_quiz.generator.ways import Pools

_LISTS = ("refs", "spans")
_STRETCHES = ("span", "spans", "refs")
"""Types whose value in a stem pins no fact down: another fact can overlap it or hold more."""


class Closure:
    """Whether a value that no fact gives is known to be wrong.

    It is when the givens identify the fact and the field has one value (`determines`), when the
    value identifies its own fact, which does not fit (``identifies``), when the kind is
    ``complete``, inside a region where it is complete, or by a fact that is known not to hold.
    """

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        kind = compiled.kind
        answer = compiled.answer
        single = answer.fields[0].type not in _LISTS
        self._given = {path.text: path for path in compiled.givens if path.type not in _STRETCHES}
        pinned = {*self._given, *compiled.pinned}
        self._keys = [names for names in kind.unique if single and pinned.issuperset(names)]
        self._dates = pools.mixed_dates(kind.id)
        self.identifies = answer.is_direct and single and (answer.base,) in kind.unique
        self.complete = kind.complete
        self._negatives = [fact for fact in pools.facts_of(kind.id) if not fact.holds]
        self._regions = regions_of(kind, pools.content)

    @property
    def may_determine(self) -> bool:
        """Whether the givens name all of what tells facts of the kind apart."""
        return bool(self._keys)

    @property
    def always_determines(self) -> bool:
        """Whether what the stem gives of any fact is true of no other fact."""
        return bool(self._keys) and not self._dates

    def determines(self, fact: Fact) -> bool:
        """Whether what the stem gives of the fact is true of no other fact."""
        return any(all(self._is_exact(fact, name) for name in names) for names in self._keys)

    def _is_exact(self, fact: Fact, name: str) -> bool:
        if name not in self._dates:
            return True
        value = fact.values.get(name)
        return isinstance(value, Date) and bool(value.day)

    def in_region(self, claim: Claim) -> bool:
        """Whether a claim that no fact makes would be false because of a region."""
        return any(implies(claim, region) for region in self._regions)

    def is_denied(self, claim: Claim) -> bool:
        """Whether a fact that does not hold rules the claim out."""
        return any(denies(fact, claim) for fact in self._negatives)


class NameClosure:
    """What is known of a name as a whole: of all facts that it stands for."""

    def __init__(self, compiled: Compiled, pools: Pools) -> None:
        answer = compiled.answer
        self._compiled = compiled
        self._closure = Closure(compiled, pools)
        names_itself = answer.is_direct and answer.type in ("words", "text")
        self._always = names_itself or compiled.kind.complete

    def all_known(self, option: Option, voice: str | None) -> bool:
        """Whether no other fact can bear the name, in statements of the given voice."""
        if self._always or (self._closure.identifies and option.held):
            return True
        return self._closure.in_region(self._claim(option, voice))

    def is_outside(self, option: Option, voice: str | None) -> bool:
        """Whether a name that no fact puts inside ``where`` is known to be outside."""
        return self.all_known(option, voice) or self._closure.is_denied(self._claim(option, voice))

    def _claim(self, option: Option, voice: str | None) -> dict[str, Value]:
        claim: dict[str, Value] = dict(self._compiled.stated)
        if voice is not None:
            claim[ACCORDING_TO] = voice
        claim[self._compiled.answer.text] = option.value
        return claim


def may_be(truth: Value, value: Value) -> bool:
    """Whether a value may be true where another one is: the same day, or a stretch inside it."""
    if isinstance(truth, Span) and isinstance(value, Span):
        return truth.contains(value)
    if isinstance(truth, Date) and isinstance(value, Date):
        return truth.matches(value) is not False
    return truth == value


def identifies(path: FieldPath, kind: Kind) -> bool:
    """Whether a value at the path belongs to one fact of the kind only."""
    single = path.is_direct and path.type not in _LISTS
    return single and (path.base,) in kind.unique

"""Why facts of a template's kind are not asked: every fact is accounted for, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from azun_quiz.content.facts import Fact
from azun_quiz.content.paths import FieldPath
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.ordering import Ordering
from azun_quiz.generator.rendering import getter
from azun_quiz.generator.sentences import Slot
from azun_quiz.generator.ways import LeftOut, Way, values_of
from azun_quiz.text.catalog import N_

REASONS: Mapping[str, str] = {
    "broken": N_("left out of the content, because something is wrong with it"),
    "holds": N_("says what is false (“holds: no”): it only makes wrong options safe"),
    "where": N_("does not meet “where”"),
    "where-unsure": N_("it cannot be told whether it meets “where”"),
    "inside": N_("belongs to the group, so it is only a wrong option"),
    "only": N_("does not meet “only”"),
    "only-unsure": N_("it cannot be told whether it meets “only”"),
    "open": N_("its certainty is “open”"),
    "not-asked": N_("marked “not-asked”: {why}"),
    "not-asked-field": N_("its field {field} is marked “not-asked”: {why}"),
    "lacks": N_("lacks {field}"),
    "not-exact": N_("its {field} is not exact enough for an option"),
    "wording": N_("{placeholder} has no wording in {language}"),
    "ambiguous": N_("two answers are right: {first} and {second} both fit what is given"),
    "several-keys": N_("it has several right answers itself, and “several: yes” is not there"),
    "disputed": N_("sources differ, so it cannot be put into an order or a group"),
    "starved": N_("fewer than two wrong options are known to be wrong"),
    "flawed": N_("the right option would give itself away ({rule})"),
    "together": N_("counted together with others, in one question"),
    "unsure": N_("a missing or doubtful fact leaves it open what is right"),
}
"""The message id of each reason, by the reason's id; `Absence.details` fill its placeholders."""

RULES: Mapping[str, str] = {
    "key-echoes-stem": N_("only it repeats a word of the question"),
    "key-converges": N_("it shares most words with the other options"),
    "key-longest": N_("it is the longest by far"),
    "combined-option": N_("an option speaks of the other options"),
    "yes-no-series": N_("all options are only yes or no"),
}
"""The item-writing rules that a set of options may break, in words."""


@dataclass(frozen=True, slots=True)
class Absence:
    """A fact that is not asked, and the first reason why."""

    fact: str
    reason: str
    details: Mapping[str, str] = field(default_factory=dict)


def absences(bank: Bank, template: str) -> tuple[Absence, ...]:
    """All facts of the template's kind that give no question, in the order of the files."""
    way, left_out = bank.way(template), bank.left_out(template)
    asked = {subject.fact.id for subject in bank.items_of(template).values()}
    judge = _Judge(way, left_out)
    kind = way.compiled.kind.id
    lost = [Absence(name, "broken") for name, of in bank.content.lost.items() if of == kind]
    facts = [fact for fact in way.pools.facts_of(kind) if fact.id not in asked]
    return (*map(judge.absence, facts), *lost)


class _Judge:
    """Finds the first reason against a fact; the order is that of the generator."""

    def __init__(self, way: Way, left_out: LeftOut) -> None:
        self.way = way
        self.compiled = way.compiled
        compiled = way.compiled
        extra = (compiled.each, compiled.by)
        paths = [*compiled.pair] if compiled.template.way == "pair" else []
        if compiled.template.way not in ("pair", "count"):
            paths.append(compiled.answer)
        self.paths = [*paths, *compiled.givens, *(path for path in extra if path is not None)]
        self.ambiguous = {fact: (first, second) for fact, first, second in left_out.ambiguous}
        self.flawed = {fact: rule for fact, _, rule in left_out.flawed}
        self.starved = set(left_out.starved)
        self.incomplete = set(left_out.incomplete)

    def absence(self, fact: Fact) -> Absence:
        """The first reason against a fact."""
        for find in _STEPS:
            for reason, details in find(self, fact):
                return Absence(fact.id, reason, details)
        together = self.compiled.template.way == "count" and fact.id not in self.incomplete
        return Absence(fact.id, "together" if together else "unsure")

    def _conditions(self, fact: Fact) -> Iterator[tuple[str, dict[str, str]]]:
        """Against a fact that does not meet the conditions."""
        if not fact.holds:
            yield "holds", {}
        verdict = self.compiled.passes(fact)
        if self.compiled.template.way == "odd":
            if verdict is True:
                yield "inside", {}
        elif verdict is False:
            yield "where", {}
        if verdict is None:
            yield "where-unsure", {}
        chosen = self.compiled.chosen(fact)
        if chosen is not True:
            yield ("only" if chosen is False else "only-unsure"), {}

    def _withheld(self, fact: Fact) -> Iterator[tuple[str, dict[str, str]]]:
        """Against a fact that is not to be asked."""
        if fact.certainty == "open":
            yield "open", {}
        if fact.not_asked is not None:
            yield "not-asked", {"why": fact.not_asked}
        bases = [path.base for path in self.paths]
        if self.compiled.template.way == "odd":
            bases += self.compiled.where_bases
        for base in bases:
            why = fact.not_asked_fields.get(base)
            if why is not None:
                yield "not-asked-field", {"field": base, "why": why}

    def _gaps(self, fact: Fact) -> Iterator[tuple[str, dict[str, str]]]:
        """Against a fact that lacks something, or has it not exactly enough, or not in words."""
        for path in self.paths:
            value = getter(path, self.way.pools.content.facts)(fact)
            if value is None:
                yield "lacks", {"field": path.text}
            elif self._is_shown(path) and not any(path.is_exact(v) for v in values_of(value)):
                yield "not-exact", {"field": path.text}
        for lang, pattern in self.compiled.ask.items():
            for piece in pattern:
                if isinstance(piece, Slot) and piece.get is not None:
                    given = piece.get(fact)
                    if given is not None and piece.format(given, lang) is None:
                        yield "wording", {"placeholder": str(piece.placeholder), "language": lang}

    def _is_shown(self, path: FieldPath) -> bool:
        """Whether values at the path are the options, or asked one by one."""
        return path in (self.compiled.answer, self.compiled.each, *self.compiled.pair)

    def _keys(self, fact: Fact) -> Iterator[tuple[str, dict[str, str]]]:
        """Against a fact of which no sound question can be made."""
        if fact.id in self.ambiguous:
            first, second = self.ambiguous[fact.id]
            if first == second:
                yield "several-keys", {}
            yield "ambiguous", {"first": first, "second": second}
        if fact.disputes and (isinstance(self.way, Ordering) or self._is_odd()):
            yield "disputed", {}
        if fact.id in self.flawed:
            yield "flawed", {"rule": self.flawed[fact.id]}
        if fact.id in self.starved:
            yield "starved", {}

    def _is_odd(self) -> bool:
        return self.compiled.template.way == "odd"


_STEPS: tuple[Callable[[_Judge, Fact], Iterator[tuple[str, dict[str, str]]]], ...] = (
    _Judge._conditions,
    _Judge._withheld,
    _Judge._gaps,
    _Judge._keys,
)

"""Looking over the questions of a template without making each of them.

What is asked of each fact is found for all facts. Where the givens of a stem are single values
and no two facts share them, a set shows that each question has one right answer; in any other
case the way of asking itself decides, fact by fact.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from azun_quiz.content.facts import Fact
from azun_quiz.content.paths import FieldPath
from azun_quiz.content.templates import MIN_OPTIONS
from azun_quiz.content.values import Date, Value
from azun_quiz.generator.answering import Answering
from azun_quiz.generator.compiling import Compiled
from azun_quiz.generator.draft import Subject
from azun_quiz.generator.keyset import KeySet
from azun_quiz.generator.rendering import Getter
from azun_quiz.generator.ways import Way

_SINGLE = frozenset({"text", "number", "ref", "words", "year", "month", "date"})
"""Types whose values are the same or different, with nothing between."""


class Questions:
    """The questions of a template before their options are chosen.

    ``facts`` are those that are asked, one for each question.
    """

    def __init__(self, way: Way, facts: list[Fact], known: Sequence[Subject] = ()) -> None:
        self.way = way
        self.facts = facts
        self._known = known

    def __len__(self) -> int:
        return len(self.facts)

    def subject(self, index: int) -> Subject:
        """The subject of a question, ready to be drafted."""
        if self._known:
            return self._known[index]
        way, fact = self.way, self.facts[index]
        assert isinstance(way, Answering)
        subject = Subject(way.item_id(fact.id), fact)
        value = way.get(fact)
        assert value is not None
        option = way.pool.by_value[value]
        way.know(subject, KeySet((option,), (fact,), frozenset({option.group}), (), gap=False))
        return subject

    def without(self, lacking: set[str]) -> Questions:
        """The questions about facts other than these."""
        if not lacking:
            return self
        kept = [index for index, fact in enumerate(self.facts) if fact.id not in lacking]
        known = [self._known[index] for index in kept] if self._known else ()
        return Questions(self.way, [self.facts[index] for index in kept], known)


class _Column:
    """The values of all facts of a kind at a path; ``exact`` if each is known, and to the day."""

    def __init__(self, facts: Sequence[Fact], path: FieldPath, get: Getter) -> None:
        self.values = [get(fact) for fact in facts]
        self.exact = None not in self.values and not (
            path.type == "date"
            and any(isinstance(value, Date) and not value.day for value in self.values)
        )


class Survey:
    """Finds the questions of templates; what they have in common is looked up once."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, str], _Column] = {}
        self._plain: dict[str, bool] = {}

    def questions(self, way: Way) -> Questions:
        """The questions of a template; facts that give none are noted in `Way.left_out`."""
        if isinstance(way, Answering):
            facts = self._told_apart(way)
            if facts is not None:
                return Questions(way, facts)
        subjects = list(way.subjects.values())
        return Questions(way, [subject.fact for subject in subjects], subjects)

    def _told_apart(self, way: Answering) -> list[Fact] | None:
        """The facts that are asked, if the stem tells all of them apart and each option but a
        fact's own is known to be wrong; None where only the way itself can tell."""
        compiled, kind = way.compiled, way.compiled.kind.id
        if not (self._is_plain(way) and _asks_single_values(way) and _has_enough_options(way)):
            return None
        answer = self._column(way, compiled.answer, way.get)
        givens = [self._column(way, test.path, test.get) for test in way.tests]
        if not (answer.exact and all(column.exact for column in givens)):
            return None
        facts = way.pools.facts_of(kind)
        chosen = range(len(facts))
        if compiled.template.where or compiled.template.only:
            verdicts = [compiled.passes(fact) for fact in facts]
            if None in verdicts:
                return None
            chosen_facts = [index for index in chosen if verdicts[index]]
            if _share(givens, chosen_facts):
                return None
            chosen_facts = [i for i in chosen_facts if compiled.chosen(facts[i]) is True]
        else:
            if _share(givens, chosen):
                return None
            chosen_facts = list(chosen)
        by_value = way.pool.by_value
        return [facts[index] for index in chosen_facts if answer.values[index] in by_value]

    def _is_plain(self, way: Way) -> bool:
        """Whether every fact of the kind holds, is undisputed, and may be asked."""
        kind = way.compiled.kind.id
        found = self._plain.get(kind)
        if found is None:
            found = self._plain[kind] = all(
                fact.holds
                and not fact.disputes
                and fact.not_asked is None
                and not fact.not_asked_fields
                and fact.certainty != "open"
                for fact in way.pools.facts_of(kind)
            )
        return found

    def _column(self, way: Way, path: FieldPath, get: Getter) -> _Column:
        key = (way.compiled.kind.id, path.text)
        found = self._columns.get(key)
        if found is None:
            found = self._columns[key] = _Column(way.pools.facts_of(key[0]), path, get)
        return found


def _share(givens: Sequence[_Column], indexes: Sequence[int]) -> bool:
    """Whether two of the facts at the indexes have the same givens."""
    marks: set[Hashable]
    if len(givens) == 1:
        values: list[Value | None] = givens[0].values
        marks = set(values if len(values) == len(indexes) else [values[i] for i in indexes])
    else:
        rows = list(zip(*[column.values for column in givens], strict=True))
        marks = {rows[index] for index in indexes} if rows else set()
    return len(marks) < len(indexes)


def _asks_single_values(way: Answering) -> bool:
    """Whether the stem and the answer are single values none of which reads like another."""
    compiled: Compiled = way.compiled
    types = {path.type for path in (compiled.answer, *compiled.givens)}
    plain = compiled.each is None and types <= _SINGLE and compiled.answer.part != "last"
    return plain and not any(test.alike for test in way.tests)


def _has_enough_options(way: Answering) -> bool:
    """Whether each option but a fact's own is known to be wrong, and there are enough."""
    groups: set[int] = set()
    if way.all_others_wrong:
        for option in way.pool.options:
            groups.add(option.group)
            if len(groups) >= MIN_OPTIONS:
                return True
    return False

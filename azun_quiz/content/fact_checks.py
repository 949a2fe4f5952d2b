"""Facts compared with each other: what should tell them apart, repetitions, terms that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from azun_quiz.content.facts import Fact
from azun_quiz.content.kinds import Kind
from azun_quiz.content.problems import Problems
from azun_quiz.content.values import Date, Span
from azun_quiz.text.phrase import listed


def part_value(fact: Fact, text: str) -> object:
    """The value of a direct field or of a part of it (``term.first``), for comparing facts."""
    name, _, part = text.partition(".")
    value = fact.values.get(name)
    if isinstance(value, Span) and part == "first":
        return value.first.year
    if isinstance(value, Span) and part == "last":
        return value.last.year if value.last else None
    if isinstance(value, Date) and part == "year":
        return value.year
    return value


def check_unique(kinds: Mapping[str, Kind], facts: Iterable[Fact], problems: Problems) -> set[str]:
    """Report facts that share what should tell them apart; the kinds of such facts."""
    found: set[str] = set()
    seen: dict[tuple[str, int, tuple[object, ...]], Fact] = {}
    for fact in facts:
        if not fact.holds:
            continue
        for index, names in enumerate(kinds[fact.kind].unique):
            values = tuple(part_value(fact, name) for name in names)
            if None in values:
                continue
            other = seen.setdefault((fact.kind, index, values), fact)
            if other is not fact:
                found.add(fact.kind)
                problems.add(
                    "not-unique",
                    fact.place,
                    fact=fact.id,
                    other=other.id,
                    fields=listed(names),
                )
    return found


def check_same(kinds: Mapping[str, Kind], facts: Iterable[Fact], problems: Problems) -> None:
    """Report facts that say the same, where the kind has nothing that tells facts apart."""
    seen: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        if kinds[fact.kind].unique:
            continue
        values = tuple(sorted(fact.values.items(), key=lambda item: item[0]))
        other = seen.setdefault((fact.kind, fact.holds, fact.voice, values), fact)
        if other is not fact:
            problems.add("same-fact-twice", fact.place, fact=fact.id, other=other.id)


def check_terms(kinds: Mapping[str, Kind], facts: Iterable[Fact], problems: Problems) -> None:
    """Report terms that overlap: in the list of one fact, or of facts that differ only in the term.

    Terms that touch (2003-2005 and 2005-2007) do not overlap.
    """
    lists, keys = _term_fields(kinds)
    groups: dict[tuple[object, ...], list[tuple[Span, Fact]]] = {}
    for fact in facts:
        if not fact.holds:
            continue
        for name in lists.get(fact.kind, ()):
            spans = fact.values.get(name)
            if isinstance(spans, tuple):
                _report([(span, fact) for span in spans if isinstance(span, Span)], problems)
        for index, (name, others) in enumerate(keys.get(fact.kind, ())):
            span = fact.values.get(name)
            values = tuple(part_value(fact, other) for other in others)
            if isinstance(span, Span) and None not in values:
                key = (fact.kind, index, fact.voice, values)
                groups.setdefault(key, []).append((span, fact))
    for terms in groups.values():
        _report(terms, problems)


def _term_fields(
    kinds: Mapping[str, Kind],
) -> tuple[dict[str, list[str]], dict[str, list[tuple[str, tuple[str, ...]]]]]:
    """By kind, the fields with lists of terms; and the fields of one term together with the
    others by which ``unique`` tells terms apart."""
    lists: dict[str, list[str]] = {}
    keys: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind in kinds.values():
        for name, field in kind.fields.items():
            if field.type == "spans":
                lists.setdefault(kind.id, []).append(name)
        for names in kind.unique:
            bases = [name.partition(".")[0] for name in names]
            spans = [base for base in bases if kind.fields[base].type == "span"]
            others = tuple(n for n, base in zip(names, bases, strict=True) if base not in spans)
            if len(spans) == 1 and others:
                keys.setdefault(kind.id, []).append((spans[0], others))
    return lists, keys


def _report(terms: list[tuple[Span, Fact]], problems: Problems) -> None:
    """Report each term that begins before the one before it is over."""
    if len(terms) < 2:
        return
    terms.sort(key=lambda term: (term[0].first.first_day(), term[1].place.line))
    earlier, holder = terms[0]
    for span, fact in terms[1:]:
        if earlier.last is None or span.first.before(earlier.last):
            later = max(fact, holder, key=lambda one: one.place.line)
            problems.add(
                "terms-overlap",
                later.place,
                fact=holder.id,
                other=fact.id,
                term=str(earlier),
                another=str(span),
            )
        if earlier.last is not None and (span.last is None or earlier.last.before(span.last)):
            earlier, holder = span, fact

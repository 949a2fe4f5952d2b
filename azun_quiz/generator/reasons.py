"""Why a template gives no question, few, or one with two right answers: details of problems."""

from __future__ import annotations

from collections.abc import Sequence

from azun_quiz.content.templates import MIN_OPTIONS
from azun_quiz.content.values import Value, Words
from azun_quiz.generator.answering import Answering
from azun_quiz.generator.counting import Counting
from azun_quiz.generator.odd_one import OddOne
from azun_quiz.generator.ordering import Ordering
from azun_quiz.generator.pairing import Pairing
from azun_quiz.generator.ways import Way, values_of
from azun_quiz.text.phrase import listed

Details = dict[str, object]


def two_answers(way: Way, first: str, second: str) -> Details:
    """The details of a stem that two facts fit, or one fact that answers it twice."""
    if first == second and isinstance(way, Answering):
        values = [*values_of(way.get(way.pools.content.facts[first]))]
        one, another = [*dict.fromkeys(_as_typed(value, way) for value in values)][:2]
        return {"case": "alone", "first": first, "one": one, "another": another}
    compiled = way.compiled
    names = [path.text for path in compiled.givens] or list(compiled.stated)
    details: Details = {"givens": listed(names), "first": first, "second": second}
    return details if names else details | {"case": "plain"}


def _as_typed(value: Value, way: Way) -> str:
    """A value as a teacher knows it: words as they read, anything else as it is typed."""
    return (value.form(way.pools.languages[0]) or "") if isinstance(value, Words) else str(value)


def why_none(way: Way, incomplete: Sequence[str]) -> Details:
    """Why a template gives no question at all; ``incomplete`` are the facts that lack something
    that its stem says, or of which it is not known what is right."""
    kind = way.compiled.kind
    is_open: Details = {"kind": kind.id}
    if isinstance(way, OddOne) and way.inside and not way.outside and not kind.complete:
        return is_open | {"case": "odd"}
    if isinstance(way, Pairing) and not way.is_closed and incomplete:
        return is_open | {"case": "pair", "field": way.compiled.pair[0].text}
    if isinstance(way, Counting) and way.is_open:
        return is_open | {"case": "count"}
    if incomplete:
        return {"case": "incomplete", "fact": incomplete[0]}
    return {"case": "withheld"} if way.left_out.withheld else {}


def why_starved(way: Way) -> Details:
    """Why so many facts lack wrong options, as far as it can be told."""
    if isinstance(way, Ordering) and _few(way):
        return {"case": "alike"}
    if not isinstance(way, Answering) or _few(way):
        return {}
    closure, compiled = way.closure, way.compiled
    if closure.complete or closure.may_determine or closure.identifies:
        return {}
    names = [*(path.text for path in compiled.givens), *sorted(compiled.pinned)]
    if not names or any(path.last is not path.fields[0] for path in compiled.givens):
        return {}
    together = ", ".join(names)
    return {"case": "unique", "unique": f"[[{together}]]" if len(names) > 1 else f"[{together}]"}


def _few(way: Answering | Ordering) -> bool:
    """Whether the options read in fewer ways than a question needs."""
    return len({option.group for option in way.pool.options}) < MIN_OPTIONS

"""What a teacher should know of the questions that templates give."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.facts import Fact
from azun_quiz.content.problems import Problem, Problems
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.rules import stem_flaws
from azun_quiz.generator.sentences import lacks_form
from azun_quiz.generator.ways import Way
from azun_quiz.text.languages import language

NOTABLE = 0.5
"""A template is reported when a larger share of its facts is not asked."""


def check(bank: Bank) -> tuple[Problem, ...]:
    """The problems of every template that can be used, by file and line."""
    problems = Problems()
    problems.extend(bank.problems)
    by_template: dict[str, list[str]] = {template: [] for template in bank.templates}
    for item in bank.ids(bank.topics):
        by_template[item.partition("/")[0]].append(item)
    for template, items in by_template.items():
        way = bank.way(template)
        lacks_words = _check_forms(way, bank.content.facts, problems)
        _check_facts(way, len(items), lacks_words, problems)
        _check_stems(bank, way, items, problems)
    return problems.sorted()


def _check_facts(way: Way, count: int, lacks_words: bool, problems: Problems) -> None:
    """Facts that are not asked: because two fit, or for want of wrong options."""
    template, left_out = way.compiled.template, way.left_out
    if left_out.ambiguous:
        _, first, second = left_out.ambiguous[0]
        problems.add(
            "ambiguous",
            template.place_of("ask"),
            template=template.id,
            givens=_givens(way),
            first=first,
            second=second,
        )
    if way.compiled.kind.id in way.pools.content.shaken:
        return
    total = count + len(left_out.starved) + len(left_out.flawed)
    if left_out.starved and len(left_out.starved) > NOTABLE * total:
        problems.add(
            "small-pool",
            template.place,
            template=template.id,
            count=len(left_out.starved),
            total=total,
            fact=left_out.starved[0],
        )
    elif left_out.flawed and len(left_out.flawed) > NOTABLE * total:
        fact, _, rule = left_out.flawed[0]
        problems.add(
            "key-stands-out",
            template.place,
            template=template.id,
            count=len(left_out.flawed),
            total=total,
            rule=rule,
            fact=fact,
        )
    elif not count and not left_out.ambiguous and not lacks_words:
        problems.add("no-items", template.place, template=template.id, advice=_why_none(way))


def _givens(way: Way) -> str:
    """The names of what a stem gives, for a message."""
    compiled = way.compiled
    names = [path.text for path in compiled.givens] or list(compiled.stated)
    return ", ".join(names) or "nothing given"


def _why_none(way: Way) -> str:
    left_out = way.left_out
    if left_out.withheld:
        return "All its facts are marked “not-asked”, or not certain enough."
    if left_out.incomplete:
        return f"No fact has all the fields that it needs (for example {left_out.incomplete[0]})."
    return "No fact of the kind meets “where” and “only”."


def _check_forms(way: Way, facts: Mapping[str, Fact], problems: Problems) -> bool:
    """Words that lack a form which a sentence asks for, in a language that needs it; whether
    there are any."""
    before = len(problems)
    compiled = way.compiled
    asked = [subject.fact for subject in way.subjects.values()]
    left_out = [facts[fact_id] for fact_id in way.left_out.incomplete]
    for key, sentences, shown in (
        ("ask", compiled.ask, left_out),
        ("explain", compiled.explain, asked),
    ):
        seen = set()
        for lang, pattern in sentences.items():
            for fact in shown if language(lang).strict_forms else ():
                placeholder = lacks_form(pattern, fact, None, lang)
                if placeholder is None or placeholder in seen:
                    continue
                seen.add(placeholder)
                problems.add(
                    "missing-form",
                    compiled.template.place_of(f"{key}.{lang}"),
                    placeholder=str(placeholder),
                    fact=fact.id,
                    form=placeholder.form,
                    language=lang,
                )
    return len(problems) > before


def _check_stems(bank: Bank, way: Way, items: list[str], problems: Problems) -> None:
    """Faults of the stems as they read; the first item of each fault is the example."""
    template = way.compiled.template
    seen = set()
    for item in items:
        for lang, stem in bank.stems(item).items():
            for code, details in stem_flaws(stem, lang):
                key = (code, lang, str(details))
                if key not in seen:
                    seen.add(key)
                    place = template.place_of(f"ask.{lang}")
                    problems.add(code, place, item=item, lang=lang, **details)

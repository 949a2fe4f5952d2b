"""What a teacher should know of the questions that templates give."""

from __future__ import annotations

from collections.abc import Sequence

from azun_quiz.content.facts import Fact
from azun_quiz.content.gc_pause import gc_paused
from azun_quiz.content.load import Content
from azun_quiz.content.problems import Problem, Problems
from azun_quiz.content.shortening import shortened
from azun_quiz.generator.absences import RULES
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.drafting import first_draft, sound_draft
from azun_quiz.generator.entries import Entry
from azun_quiz.generator.reasons import two_answers, why_none, why_starved
from azun_quiz.generator.rules import stem_flaws
from azun_quiz.generator.sentences import Slot, fill, lacks_form
from azun_quiz.generator.stem_checker import StemChecker
from azun_quiz.generator.surveying import Questions, Survey
from azun_quiz.generator.unfit import Unfit
from azun_quiz.generator.unused import Unused
from azun_quiz.generator.ways import Way
from azun_quiz.text.languages import language
from azun_quiz.text.phrase import phrase

NOTABLE = 0.5
"""A template is reported when a larger share of its facts is not asked."""

OFTEN = 0.6
"""A template is reported when the key is the longest option in a larger share of its questions;
chance makes it the longest in a quarter to a third of them."""

FEWEST_TO_JUDGE = 8
"""With fewer questions the length of the key is left to chance."""

TRIED = 16
"""So many questions of a template are tried before it is decided whether all have to be; with
fewer than twice as many, all are."""

NEAR = 0.2
"""If a larger share of the tried questions cannot be asked, all are tried."""


def check(bank: Bank) -> tuple[Problem, ...]:
    """The problems of every template that can be used, by file and line."""
    problems = Problems()
    problems.extend(bank.problems)
    with gc_paused():
        shared = Shared(bank.content)
        for template in bank.templates:
            problems.extend(check_template(bank, template, shared))
        compiled = [bank.way(template).compiled for template in bank.templates]
        shared.unused.check_denials(compiled, problems)
    return shortened(problems.sorted(), bank.content.packs)


class Shared:
    """What the templates of a body of content have in common, looked up once."""

    def __init__(self, content: Content) -> None:
        self.unused = Unused(content)
        self.unfit = Unfit(content)
        self.stems = StemChecker()
        self.survey = Survey()


def check_template(bank: Bank, template: str, shared: Shared | None = None) -> tuple[Problem, ...]:
    """The problems of the questions of one template that can be used, by file and line.

    Whether a question has one right answer, and how its stem reads, is looked at for every
    question. How many cannot be asked for want of options, or because the key stands out, and how
    often the key is the longest, is a matter of shares: it is counted over all questions where a
    trial of some of them, evenly spread, comes near a share that is reported.
    """
    problems = Problems()
    shared = shared or Shared(bank.content)
    way = bank.way(template)
    found = shared.survey.questions(way)
    lacking = shared.stems.lacking(way, found.facts)
    incomplete = list(dict.fromkeys([*way.left_out.incomplete, *sorted(lacking)]))
    found = found.without(lacking)
    not_worded = [bank.content.facts[fact] for fact in incomplete]
    reported = _check_forms(way, not_worded, found.facts, problems)
    reported = shared.unused.check_conditions(way.compiled, problems) or reported
    shared.unused.check_forms(way.compiled, problems)
    trials = Trials(bank, way, found)
    bare = shared.unfit.check(way.compiled, tuple(way.pools.languages), problems)
    _check_facts(way, trials, incomplete, reported, bare, problems)
    _check_explanation(way, found.facts, problems)
    _check_stems(shared.stems, way, found, problems)
    _check_keys(way, trials, problems)
    return shortened(problems.sorted(), bank.content.packs)


def _check_facts(
    way: Way,
    trials: Trials,
    incomplete: Sequence[str],
    reported: bool,
    bare: bool,
    problems: Problems,
) -> None:
    """Facts that are not asked: because two fit, or for want of wrong options.

    ``incomplete`` are the facts that lack something that the stem says. ``reported``: a reason why
    the template gives no question has been reported; ``bare``: that its answers are nothing but
    yes and no has been.
    """
    template, left_out = way.compiled.template, way.left_out
    if left_out.ambiguous:
        details = two_answers(way, *left_out.ambiguous[0][1:])
        problems.add("ambiguous", template.place_of("ask"), template=template.id, **details)
    if bare or way.compiled.kind.id in way.pools.content.shaken:
        return
    starved = [*left_out.starved, *trials.starved]
    total = len(trials.sound) + len(starved) + len(trials.flawed)
    if starved and len(starved) > NOTABLE * total:
        problems.add(
            "small-pool",
            template.place,
            template=template.id,
            count=len(starved),
            total=total,
            fact=starved[0],
            **why_starved(way),
        )
    elif trials.flawed and len(trials.flawed) > NOTABLE * total:
        fact, rule = trials.flawed[0]
        problems.add(
            "key-stands-out",
            template.place,
            template=template.id,
            count=len(trials.flawed),
            total=total,
            rule=phrase(RULES[rule]),
            fact=fact,
        )
    elif not total and not left_out.ambiguous and not reported:
        problems.add("no-items", template.place, template=template.id, **why_none(way, incomplete))


def _check_forms(
    way: Way, left_out: Sequence[Fact], asked_facts: Sequence[Fact], problems: Problems
) -> bool:
    """Words that lack a form which a sentence asks for, in a language that needs it; whether
    there are any. ``left_out`` are the facts of which no stem can be made."""
    before = len(problems)
    compiled = way.compiled
    for key, sentences, shown in (
        ("ask", compiled.ask, left_out),
        ("explain", compiled.explain, asked_facts),
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


def _check_explanation(way: Way, asked_facts: Sequence[Fact], problems: Problems) -> None:
    """An explanation that names what no fact has: it is never shown."""
    template = way.compiled.template
    for lang, pattern in way.compiled.explain.items() if asked_facts else ():
        for piece in pattern:
            get = piece.get if isinstance(piece, Slot) else None
            if get is None or any(get(fact) is not None for fact in asked_facts):
                continue
            assert isinstance(piece, Slot)
            problems.add(
                "idle-explanation",
                template.place_of(f"explain.{lang}"),
                placeholder=str(piece.placeholder),
                language=lang,
            )
            return


def _check_stems(stems: StemChecker, way: Way, found: Questions, problems: Problems) -> None:
    """Faults of the stems as they read; the first item of each fault is the example."""
    template = way.compiled.template
    for lang, indexes in stems.to_read(way, found.facts):
        seen = set()
        for index in indexes:
            subject = found.subject(index)
            stem = fill(way.compiled.ask[lang], subject.fact, subject.each, lang) or ""
            for code, details in stem_flaws(stem, lang):
                if code not in seen:
                    seen.add(code)
                    place = template.place_of(f"ask.{lang}")
                    problems.add(code, place, item=subject.id, lang=lang, **details)


def _check_keys(way: Way, trials: Trials, problems: Problems) -> None:
    """A right option that is often the longest one: a reader who always takes it wins."""
    sound = [entry for entry in trials.sound if not entry.ordered]
    if len(sound) < FEWEST_TO_JUDGE:
        return
    for index, lang in enumerate(way.pools.languages):
        count = sum(_is_longest(entry, index) for entry in sound)
        if count > OFTEN * len(sound):
            template = way.compiled.template
            problems.add(
                "key-often-longest",
                template.place,
                template=template.id,
                count=count,
                total=len(sound),
                lang=lang,
            )
            return


def _is_longest(entry: Entry, index: int) -> bool:
    """Whether the key of an entry is longer than each wrong option in a language."""
    draft = sound_draft(entry)
    lengths = [option.lengths[index] for option in draft.options]
    own = lengths.pop(draft.key)
    return own > max(lengths)


class Trials:
    """Questions of a template with their options: some, evenly spread, or all of them.

    ``starved`` and ``flawed`` are facts that cannot be asked for want of options, or because the
    key stands out by a rule; `LeftOut.starved` has those found without choosing options.
    """

    sound: list[Entry]
    starved: list[str]
    flawed: list[tuple[str, str]]

    def __init__(self, bank: Bank, way: Way, found: Questions) -> None:
        self.way = way
        made = bank.made(way.compiled.template.id)
        if made is not None:
            self.sound, self.starved = made, []
            self.flawed = [(fact, rule) for fact, _, rule in way.left_out.flawed]
            return
        step = max(1, len(found) // TRIED)
        self._try(found, range(0, len(found), step))
        if step > 1 and self._is_near():
            self._try(found, range(len(found)))

    def _try(self, found: Questions, indexes: range) -> None:
        self.sound = []
        self.starved = []
        self.flawed = []
        for index in indexes:
            entry = Entry(self.way, found.subject(index), index)
            draft, broken = first_draft(entry)
            fact = entry.subject.fact.id
            if draft is None:
                self.starved.append(fact)
            elif broken:
                self.flawed.append((fact, broken[0][1]))
            else:
                self.sound.append(entry)

    def _is_near(self) -> bool:
        """Whether a share may be so large that it is reported."""
        tried = len(self.sound) + len(self.starved) + len(self.flawed)
        if len(self.starved) + len(self.flawed) > NEAR * tried or self.way.left_out.starved:
            return True
        return any(
            sum(not entry.ordered and _is_longest(entry, index) for entry in self.sound)
            >= NOTABLE * tried
            for index in range(len(self.way.pools.languages))
        )

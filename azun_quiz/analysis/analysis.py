"""The whole analysis of a sample: every item with its figures, those that need attention first."""

from __future__ import annotations

from dataclasses import dataclass

from azun_quiz.analysis.ability import Abilities, abilities
from azun_quiz.analysis.attention import Reason, reasons
from azun_quiz.analysis.distribution import Distribution, distribution
from azun_quiz.analysis.items import ItemFigures, item_figures
from azun_quiz.analysis.merging import Attempts, Merged
from azun_quiz.analysis.options import OptionFigures, distractor_efficiency, option_figures
from azun_quiz.analysis.reliability import Reliability, reliability
from azun_quiz.analysis.sample import Questions, Sample, lay_out, scores


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """An item with its figures, its options (none where they are not known), and the reasons why
    it needs attention. ``distractors`` is the part of its wrong options that work."""

    item: str
    stem: str
    figures: ItemFigures
    options: tuple[OptionFigures, ...]
    distractors: float | None
    reasons: tuple[Reason, ...]

    @property
    def urgency(self) -> int:
        """That of the most urgent reason; 0 without any."""
        return max((each.urgency for each in self.reasons), default=0)


@dataclass(frozen=True, slots=True)
class PlayerScore:
    """A player's pseudonym, name (or an empty one), answers and right answers."""

    id: str
    name: str
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many answers do not count, and why; see `Merged` and `Sample`.

    ``changed`` ones count, but not the options that were chosen.
    """

    twice: int
    disputed: int
    repeated: int
    unknown: int
    misfits: int
    changed: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of a class. ``answers`` count; ``code`` is that of the one round looked
    at, or empty; ``attempts`` says which attempt of a player counts."""

    files: int
    code: str
    attempts: Attempts
    answers: int
    players: tuple[PlayerScore, ...]
    items: tuple[ItemAnalysis, ...]
    distribution: Distribution
    reliability: Reliability
    left_out: LeftOut

    @property
    def attention(self) -> tuple[ItemAnalysis, ...]:
        """The items that need attention, the most urgent first."""
        return tuple(each for each in self.items if each.reasons)


def analyse(
    merged: Merged,
    questions: Questions,
    *,
    files: int,
    code: str = "",
    attempts: Attempts = "first",
) -> Analysis | None:
    """The analysis of merged files; None if no answer is left.

    ``files``, ``code`` and ``attempts`` change nothing here; reports say them.
    """
    sample = lay_out(merged, questions)
    if not sample.count:
        return None
    known = abilities(sample)
    items = [_item(item, sample, known, questions) for item in sample.responses]
    counted = list(scores(sample))
    return Analysis(
        files=files,
        code=code,
        attempts=attempts,
        answers=sample.count,
        players=tuple(
            PlayerScore(id_, name, *score)
            for id_, name, score in zip(sample.players, sample.names, counted, strict=True)
        ),
        items=tuple(sorted(items, key=_order)),
        distribution=distribution(counted),
        reliability=reliability(sample),
        left_out=LeftOut(
            twice=merged.twice,
            disputed=merged.disputed,
            repeated=merged.repeated,
            unknown=sample.unknown,
            misfits=sample.misfits,
            changed=sample.changed,
        ),
    )


def _item(item: str, sample: Sample, known: Abilities, questions: Questions) -> ItemAnalysis:
    row = sample.responses[item]
    figures = item_figures(item, row, known)
    options = option_figures(item, row, known)
    return ItemAnalysis(
        item=item,
        stem=questions.stem(item) or item,
        figures=figures,
        options=options,
        distractors=distractor_efficiency(options),
        reasons=reasons(figures, options),
    )


def _order(each: ItemAnalysis) -> tuple[object, ...]:
    """The most urgent first, then the hardest, then by id."""
    return -each.urgency, each.figures.facility, each.item

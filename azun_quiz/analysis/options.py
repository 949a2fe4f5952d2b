"""The figures of options: who chose them, and whether wrong ones do their work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from azun_quiz.analysis.ability import Abilities
from azun_quiz.analysis.items import LEAST, group_size, rest_scores
from azun_quiz.analysis.moments import correlation, top_weights
from azun_quiz.analysis.sample import Response

IDLE = 0.05
"""A wrong option chosen by a smaller part does not work (Haladyna and Downing 1993)."""

MIN_SHOWN = 20
"""How often an option must be shown before it is said that it does not work: 1 / IDLE."""


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """An option, known by its text: order and wrong options differ with the seed of a question.

    It was ``shown`` to so many players (a hint may have taken it from some of them) and ``chosen``
    by so many. ``rest`` is the correlation of choosing it with the rest score (a good wrong option
    is below 0), None for fewer than LEAST players; ``best`` how many chose it of the 27 percent of
    those who saw it that have the best rest scores (0 for fewer than LEAST; it may be a fraction
    where players at the border are level).
    """

    text: str
    is_key: bool
    shown: int
    chosen: int
    rest: float | None
    best: float

    @property
    def share(self) -> float:
        """The part of those who saw it that chose it, from 0 to 1."""
        return self.chosen / self.shown

    @property
    def is_judged(self) -> bool:
        """Whether it is a wrong option that was shown often enough to be judged."""
        return not self.is_key and self.shown >= MIN_SHOWN

    @property
    def is_idle(self) -> bool:
        """Whether it is a wrong option that hardly anyone takes for right."""
        return self.is_judged and self.share < IDLE


def option_figures(
    item: str, row: Mapping[int, Response], known: Abilities
) -> tuple[OptionFigures, ...]:
    """The options of an item over all answers whose options are known: the right one first, then
    the wrong ones, the most chosen first."""
    seen: defaultdict[tuple[str, bool], dict[int, bool]] = defaultdict(dict)
    for player, response in row.items():
        if response.shown is None:
            continue
        for index, text in enumerate(response.shown.options):
            seen[text, index == response.shown.key][player] = index == response.chosen
    found = [
        _figures(item, row, known, text, is_key, choices)
        for (text, is_key), choices in seen.items()
    ]
    return tuple(sorted(found, key=lambda each: (not each.is_key, -each.share, each.text)))


def _figures(
    item: str,
    row: Mapping[int, Response],
    known: Abilities,
    text: str,
    is_key: bool,
    choices: Mapping[int, bool],
) -> OptionFigures:
    players = [player for player in choices if known.counts[player] > 1]
    rest, best = None, 0.0
    if len(players) >= LEAST:
        scores = rest_scores(item, row, known, players)
        chosen = [float(choices[player]) for player in players]
        rest = correlation(chosen, scores)
        weights = top_weights(scores, group_size(len(players)))
        best = sum(w * x for w, x in zip(weights, chosen, strict=True))
    return OptionFigures(text, is_key, len(choices), sum(choices.values()), rest, best)


def distractor_efficiency(options: tuple[OptionFigures, ...]) -> float | None:
    """The part of the wrong options that work, from 0 to 1 (Tarrant, Ware and Mohammed 2009).

    None where none was shown often enough to be judged.
    """
    judged = [each for each in options if each.is_judged]
    return sum(not each.is_idle for each in judged) / len(judged) if judged else None

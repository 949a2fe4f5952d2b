"""Which items need a teacher's attention, how urgently, and why in a sentence.

The bounds: discrimination below 0.2 is called poor by Ebel (1965) and weak by Moodle's manual; a
facility above 0.95 by that manual extremely easy. What may be chance is told as such: an item is
called wrong outright only when the 95 % interval of its discrimination lies below 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from azun_quiz.analysis.items import LEAST, ItemFigures
from azun_quiz.analysis.moments import Z95
from azun_quiz.analysis.options import IDLE, OptionFigures
from azun_quiz.text.catalog import N_, Messages

WEAK = 0.2
"""A discrimination below this is weak."""

EASY = 0.95
"""A facility above this is very easy."""

MANY = 30
"""With fewer players a weak discrimination is not told: it may well be chance."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item needs attention: a stable ``code``, a message id and the values of its places.

    A greater ``urgency`` comes first: 3 the item may be wrong, 2 it does not measure, 1 it could
    be better.
    """

    code: str
    urgency: int
    message: str
    params: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, t: Messages) -> str:
        """The reason in a language."""
        return t(self.message, **self.params)


def reasons(figures: ItemFigures, options: Sequence[OptionFigures]) -> tuple[Reason, ...]:
    """Why an item needs attention, the most urgent reason first; empty if it does not."""
    found = [*_of_discrimination(figures), *_of_rivals(options), *_of_facility(figures)]
    found.extend(_of_idle(figures, options))
    return tuple(sorted(found, key=lambda each: -each.urgency))


def _of_discrimination(figures: ItemFigures) -> list[Reason]:
    known = figures.discrimination
    if known is None or known.rest is None or known.interval is None:
        return []
    if known.interval[1] < 0:
        message = N_(
            "Fewer people who know the rest got this right: the key may be wrong or the question"
            " unclear."
        )
        return [Reason("negative", 3, message)]
    if known.rest < 0:
        message = N_(
            "Somewhat fewer people who know the rest got this right. That may be chance; look"
            " whether the key is right and the question clear."
        )
        return [Reason("perhaps-negative", 2, message)]
    if known.rest < WEAK and known.count >= MANY and figures.facility <= EASY:
        message = N_("It hardly tells those who know the rest from those who do not.")
        return [Reason("weak", 2, message)]
    return []


def _of_rivals(options: Sequence[OptionFigures]) -> list[Reason]:
    """The wrong option that the best players take for right, if that is hardly chance.

    Of those who chose one of the two, more than half chose the wrong one, by 1.96 standard errors
    (the test of McNemar 1947).
    """
    key = next((each for each in options if each.is_key), None)
    wrong = [each for each in options if not each.is_key and 2 * each.shown >= options[0].shown]
    if key is None or not wrong:
        return []
    rival = max(wrong, key=lambda each: (each.best, each.text))
    if rival.best - key.best <= Z95 * sqrt(rival.best + key.best):
        return []
    message = N_(
        "Those who know the rest best chose “{option}” more often than the right answer: perhaps it"
        " is right too."
    )
    return [Reason("rival", 3, message, {"option": rival.text})]


def _of_facility(figures: ItemFigures) -> list[Reason]:
    if figures.answered < LEAST:
        return []
    if figures.guess is not None and figures.facility <= figures.guess:
        message = N_(
            "No more people got this right than by guessing: it is too hard, unclear, or was never"
            " taught."
        )
        return [Reason("guessed", 2, message)]
    if figures.facility > EASY:
        message = N_("Nearly everybody got this right: it cannot tell who knows more.")
        return [Reason("easy", 1, message)]
    return []


def _of_idle(figures: ItemFigures, options: Sequence[OptionFigures]) -> list[Reason]:
    """Wrong options that do not work, where so many were wrong that each could have."""
    message = N_("Hardly anyone takes “{option}” for right: a more plausible option is wanted.")
    wrong = sum(not each.is_key for each in options)
    if not wrong or (1 - figures.facility) / wrong < 2 * IDLE:
        return []
    idle = (each.text for each in options if each.is_idle)
    return [Reason("idle", 1, message, {"option": text}) for text in idle]

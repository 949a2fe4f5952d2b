"""One answer as it was given."""

from __future__ import annotations

from dataclasses import dataclass

from azun_quiz.moments import Milliseconds


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a player did with one question.

    ``place`` is the question's index in its round, ``item`` and ``seed`` name what was asked.
    ``chosen`` is the index of the option, or None when the time ran out. ``seconds`` is the time
    spent on the question, pauses left out; ``hints`` the number of hints taken; ``at`` the moment
    of the answer.
    """

    place: int
    item: str
    seed: int
    chosen: int | None
    right: bool
    seconds: float
    hints: int
    at: Milliseconds

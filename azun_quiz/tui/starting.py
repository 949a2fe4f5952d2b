"""Where the program may start instead of its first screen, as the command line asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from azun_quiz.game.round_code import RoundRequest
from azun_quiz.session import Wish
from azun_quiz.tui.services import ByCode, Reviewing

if TYPE_CHECKING:
    from azun_quiz.session import Session
    from azun_quiz.tui.navigation import Navigation

Start = Literal["round", "review"] | Wish | RoundRequest | ByCode | Reviewing
"""A round as the settings say, the review, a certain round, that of a code, part of the review."""


def begin(navigation: Navigation, session: Session, start: Start, usual: Wish) -> None:
    """Go there; ``usual`` is the round that the settings speak of."""
    if start == "review":
        navigation.review(session)
    elif isinstance(start, Reviewing):
        if start.due:
            navigation.practise(session.due(start.topics))
        else:
            navigation.review(session, start.topics)
    elif isinstance(start, ByCode):
        navigation.try_to(
            lambda: session.by_code(start.code, mode=start.mode or usual.mode, pace=usual.pace)
        )
    elif isinstance(start, RoundRequest):
        wish = replace(
            usual, topics=start.topics, count=start.count, level=start.level, seed=start.seed
        )
        navigation.try_to(lambda: session.new_round(wish))
    else:
        navigation.try_to(lambda: session.new_round(start if isinstance(start, Wish) else usual))

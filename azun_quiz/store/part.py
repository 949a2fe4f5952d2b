"""What the parts of the store have in common."""

from __future__ import annotations

from datetime import datetime

from azun_quiz.game.memory import LATEST
from azun_quiz.moments import Milliseconds
from azun_quiz.store.database import Database


class Part:
    """A part of the store; all parts share one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _day(self, at: Milliseconds) -> int:
        """The day of a moment on the local calendar, as an ordinal."""
        moment = min(max(at, 0), LATEST)
        return datetime.fromtimestamp(moment / 1000).date().toordinal()

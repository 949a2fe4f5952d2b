"""The session as the screens use it: the plain one, and what only screens ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azun_quiz.game.code import RoundRequest, encode
from azun_quiz.game.daily import day_streak
from azun_quiz.session import DEFAULT_PLAYER, Session

if TYPE_CHECKING:
    from azun_quiz.game.plan import Plan
    from azun_quiz.game.records import RoundRecord
    from azun_quiz.generator.item import Item
    from azun_quiz.session import Wish

_KNOWN_MOST = 256


class ScreenSession(Session):
    """One player at one bank, before a screen."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._known: dict[tuple[str, str, int, str], Item] = {}

    def item(self, name: str, seed: int, level: str) -> Item:
        """An item in the language in use; those of late are remembered, as screens ask often."""
        key = (self.lang, name, seed, level)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _KNOWN_MOST:
                self._known.clear()
            found = self._known[key] = super().item(name, seed, level)
        return found

    @property
    def shown_name(self) -> str:
        """The player's name, or nothing where none was ever given."""
        return "" if self.player == DEFAULT_PLAYER else self.player

    def new_code(self, wish: Wish) -> str:
        """The code of a new round, for a whole class; CodeError if it fits into none."""
        topics = tuple(name for name in wish.topics if name in self.bank.topics)
        request = RoundRequest(
            topics or tuple(self.bank.default_topics), wish.level, wish.count, self._fresh_seed()
        )
        return encode(request, self.bank)

    def best(self, plan: Plan) -> RoundRecord | None:
        """The best round of a kind so far."""
        return self.store.best(
            self.player_id, mode=plan.mode, level=plan.level, count=len(plan.questions)
        )

    def streak(self) -> int:
        """Days of play in a row up to today."""
        days = (record.day for record in self.store.days(self.player_id))
        return day_streak(days, self.today()).length

    def due_count(self) -> int:
        """How many items are due."""
        return self.store.due_count(self.player_id, self.at(), among=self.bank)

"""What the screens work with: the bank, the store and the player, behind a few plain verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from azun_quiz.game.draw import draw
from azun_quiz.game.plan import COUNT_MOST, SEEDS, Plan, again, questions, time_limit
from azun_quiz.game.round import Round
from azun_quiz.tui.sitting import Sitting

if TYPE_CHECKING:
    from azun_quiz.generator.bank import Bank
    from azun_quiz.generator.item import Item
    from azun_quiz.store.store import Store
    from azun_quiz.tui.app import AzunQuiz


class Session:
    """One player at one bank."""

    def __init__(self, quiz: AzunQuiz, bank: Bank, store: Store, player: str) -> None:
        self._quiz = quiz
        self.bank = bank
        self.store = store
        self._player = store.player(player, at=self.at())

    # Time, player and items.

    def now(self) -> float:
        """Seconds on a clock that never jumps."""
        return self._quiz.services.steady_clock()

    def at(self) -> int:
        """The moment in milliseconds since 1970."""
        return round(self._quiz.services.clock() * 1000)

    @property
    def player(self) -> str:
        """The name of the player."""
        return self._player.name

    @property
    def player_id(self) -> int:
        """The player's id in the store."""
        return self._player.id

    def players(self) -> list[str]:
        """The names of all players, the present one first."""
        names = [player.name for player in self.store.players()]
        return sorted(names, key=lambda name: name != self.player)

    def switch(self, name: str) -> None:
        """Let another player play, who is entered if unknown; PlayerNameError for a bad name."""
        self._player = self.store.player(name, at=self.at())

    @property
    def lang(self) -> str:
        """The language in use."""
        return self._quiz.t.code

    def item(self, name: str, seed: int, level: str) -> Item:
        """An item in the language in use."""
        return self.bank.item(name, lang=self.lang, seed=seed, level=level)

    # Rounds.

    def new_round(self) -> Sitting:
        """A round as the settings say."""
        settings = self._quiz.settings
        topics = tuple(name for name in settings.topics if name in self.bank.topics)
        topics = topics or tuple(self.bank.default_topics)
        seed = self._fresh_seed()
        recent = self.store.recent(self.player_id)
        ids = draw(self.bank, topics=topics, count=settings.count, seed=seed, recent=recent)
        return self._begin(
            Plan(
                mode=settings.mode,
                level=settings.level,
                lang=self.lang,
                topics=topics,
                seed=seed,
                digest=self.bank.digest,
                questions=questions(ids, seed),
                limit=time_limit(settings.mode, settings.level, float(settings.pace)),
            )
        )

    def practise(self, items: Sequence[str]) -> Sitting:
        """A practice round of these items, with other options than the last time."""
        seed, level = self._fresh_seed(), self._quiz.settings.level
        items = [name for name in items if name in self.bank][:COUNT_MOST]
        misses = {name: self.store.item_of(self.player_id, name).miss for name in items}
        last = {name: miss.seed for name, miss in misses.items() if miss is not None}
        asked = again(self.bank, items, lang=self.lang, level=level, seed=seed, last=last)
        return self._begin(
            Plan(
                mode="practice",
                level=level,
                lang=self.lang,
                topics=tuple(dict.fromkeys(map(self.bank.topic_of, items))),
                seed=seed,
                digest=self.bank.digest,
                questions=asked,
                origin="review",
            )
        )

    def unfinished(self) -> Sitting | None:
        """The round that was left last, if the bank still has all its questions."""
        for kept in self.store.open_rounds(self.player_id):
            if all(question.item in self.bank for question in kept.round.plan.questions):
                return Sitting(self, kept.id, kept.round)
        return None

    def keep(self, key: int, after: Round) -> None:
        """Store a round as it stands now; StoreError if that fails."""
        self.store.keep(key, after, at=self.at())

    def _begin(self, plan: Plan) -> Sitting:
        round_ = Round.start(plan)
        return Sitting(self, self.store.begin(self.player_id, round_, at=self.at()), round_)

    def _fresh_seed(self) -> int:
        return (self.at() * 7919) % SEEDS

    def flag(self, item: Item, note: str) -> None:
        """Flag a question as it was asked, with a note for the teacher."""
        self.store.flag(
            self.player_id,
            item.id,
            seed=item.seed,
            level=item.level,
            lang=item.lang,
            digest=self.bank.digest,
            reason="other",
            note=note,
            at=self.at(),
        )

    # Review.

    def due(self) -> list[str]:
        """Items that are due, those first that have waited longest."""
        due = self.store.due(self.player_id, self.at(), among=self.bank)
        return [record.item for record in due]

    def due_count(self) -> int:
        """How many items are due."""
        return self.store.due_count(self.player_id, self.at(), among=self.bank)

    def missed_count(self) -> int:
        """How many items were missed and not mended since."""
        return len(self.store.missed(self.player_id, among=self.bank))

    def mark_known(self, item: str) -> None:
        """Take an item off the review list until it is missed again."""
        self.store.mark_known(self.player_id, item, at=self.at())

    # Codes, days, wishes of the command line.

    def code_of(self, plan: Plan) -> str:
        """The code of a round, or nothing where it has none."""
        return ""

    def by_code(self, text: str) -> Sitting:
        """The round of a code; CodeError if it opens none here."""
        raise NotImplementedError(text)

    def daily(self) -> Sitting:
        """The round of the day."""
        raise NotImplementedError

    def requested(self, start: object) -> Sitting:
        """The round that the command line asked for."""
        raise NotImplementedError(start)

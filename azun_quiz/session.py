"""One player at one bank: rounds begun, kept and taken up again, behind a few plain verbs.

The screens and the line-by-line game both work with this and with nothing behind it: neither the
store nor the clocks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from azun_quiz.clocks import Clocks
from azun_quiz.errors import UserError
from azun_quiz.game.daily import daily_request, day_streak
from azun_quiz.game.draw import draw
from azun_quiz.game.no_questions import no_questions_error
from azun_quiz.game.plan import SEEDS, Plan, again, questions, time_limit
from azun_quiz.game.replay import code_of
from azun_quiz.game.round import Round
from azun_quiz.game.round_code import RoundRequest, decode, encode
from azun_quiz.game.statistics import Statistics, statistics
from azun_quiz.generator.chance import Chance
from azun_quiz.levels import DEFAULT_LEVEL, DEFAULT_MODE, MAX_COUNT
from azun_quiz.moments import Milliseconds
from azun_quiz.names import DEFAULT_PLAYER as DEFAULT_PLAYER
from azun_quiz.roster import Roster
from azun_quiz.sitting import Sitting
from azun_quiz.text.catalog import N_
from azun_quiz.text.languages import BUILT_IN

if TYPE_CHECKING:
    from azun_quiz.game.records import ItemRecord, RoundRecord
    from azun_quiz.generator.bank import Bank
    from azun_quiz.generator.item import Item
    from azun_quiz.settings import Settings
    from azun_quiz.store.flags import Flag
    from azun_quiz.store.store import Store

_MAX_KNOWN = 256
"""So many items are remembered: screens ask for the same ones again and again."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The round that somebody asks for; empty topics are the usual ones, no seed is any seed."""

    topics: tuple[str, ...] = ()
    count: int = 10
    level: str = DEFAULT_LEVEL
    mode: str = DEFAULT_MODE
    pace: float = 1.0
    seed: int | None = None

    @classmethod
    def usual(cls, settings: Settings) -> Wish:
        """The round that the settings speak of."""
        return cls(
            topics=settings.topics,
            count=settings.count,
            level=settings.level,
            mode=settings.mode,
            pace=float(settings.pace),
        )


@dataclass
class Session(Roster):
    """One player at one bank, in one language at a time; ``lang`` may be set at any moment."""

    bank: Bank
    store: Store
    lang: str
    name: str = DEFAULT_PLAYER
    clocks: Clocks = field(default_factory=Clocks)

    def __post_init__(self) -> None:
        self._player = self.store.player(self.name or DEFAULT_PLAYER, at=self.at())
        self._items: dict[tuple[str, str, int, str], Item] = {}
        self._askable: dict[str, frozenset[str]] = {}

    def use(self, bank: Bank) -> None:
        """Play with another bank from now on; no round of the one before may be in play."""
        self.bank = bank
        self._items.clear()
        self._askable.clear()

    @property
    def writable(self) -> bool:
        """Whether what is played is kept."""
        return self.store.writable

    def close(self) -> None:
        """Let go of the player's data; nothing can be done afterwards."""
        self.store.close()

    # Time and items

    def now(self) -> float:
        """Seconds on a clock that never jumps."""
        return self.clocks.steady()

    def at(self) -> Milliseconds:
        """The present moment."""
        return round(self.clocks.day() * 1000)

    def moment(self) -> datetime:
        """Day and time where the player is."""
        return datetime.fromtimestamp(self.clocks.day()).astimezone()

    def today(self) -> date:
        """The day on the player's calendar."""
        return self.moment().date()

    def item(self, name: str, seed: int, level: str) -> Item:
        """An item in the language in use; one that it lacks comes in another language."""
        key = (self.lang, name, seed, level)
        found = self._items.get(key)
        if found is None:
            if len(self._items) >= _MAX_KNOWN:
                self._items.clear()
            found = self._items[key] = self._make(name, seed, level)
        return found

    def _make(self, name: str, seed: int, level: str) -> Item:
        for lang in (self.lang, *self.languages):
            try:
                return self.bank.item(name, lang=lang, seed=seed, level=level)
            except KeyError:
                continue
        raise KeyError(name)

    # Languages and topics

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that can be played in, those of the program first."""
        spoken = self.bank.languages
        known = tuple(code for code in BUILT_IN if code in spoken)
        return known + tuple(code for code in spoken if code not in known)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that have questions in the language in use."""
        found = {self.bank.topic_of(item) for item in self.askable}
        return tuple(topic for topic in self.bank.topics if topic in found)

    @property
    def askable(self) -> frozenset[str]:
        """The items that can be asked in the language in use."""
        found = self._askable.get(self.lang)
        if found is None:
            found = frozenset(self.bank.ids(self.bank.topics, self.lang))
            self._askable[self.lang] = found
        return found

    # Rounds

    def new_round(self, wish: Wish) -> Sitting:
        """Begin a new round.

        Raises:
            UserError: the topics have no questions in the language in use.
            StoreError: the round cannot be stored.
        """
        recent = {} if wish.seed is not None else self.store.recent(self.player_id)
        return self._draw(self._request(wish), wish.mode, wish.pace, recent)

    def new_code(self, wish: Wish) -> str:
        """The code of a new round, for a whole class.

        Raises:
            CodeError: it fits into none.
        """
        return encode(self._request(wish), self.bank)

    def _request(self, wish: Wish) -> RoundRequest:
        topics = tuple(name for name in wish.topics if name in self.bank.topics)
        seed = self._fresh_seed() if wish.seed is None else wish.seed
        return RoundRequest(topics or self.bank.default_topics, wish.level, wish.count, seed)

    def by_code(self, text: str, *, mode: str = DEFAULT_MODE, pace: float = 1.0) -> Sitting:
        """Begin the round that a code names.

        Raises:
            CodeError: the code is mistyped, or made from other content.
        """
        return self._draw(decode(text, self.bank), mode, pace, {}, origin="code")

    def daily(self) -> Sitting:
        """Take up or begin the round of the day."""
        today = self.today()
        for kept in self.store.open_rounds(self.player_id):
            if kept.round.plan.day == today.toordinal() and self._can_play(kept.round):
                return Sitting(self, kept.id, kept.round)
        request = daily_request(today, digest=self.bank.digest, topics=self.bank.default_topics)
        return self._draw(request, "practice", 1.0, {}, origin="daily", day=today.toordinal())

    def daily_result(self) -> RoundRecord | None:
        """The finished round of this day, or None."""
        return self.store.daily(self.player_id, self.today().toordinal())

    def code_of(self, plan: Plan) -> str:
        """The code by which others play the same round; empty if it has none."""
        return code_of(
            self.bank,
            RoundRequest(plan.topics, plan.level, len(plan.questions), plan.seed),
            dict(enumerate(question.item for question in plan.questions)),
            digest=plan.digest,
            origin=plan.origin,
            lang=self.lang,
        )

    def _draw(
        self,
        request: RoundRequest,
        mode: str,
        pace: float,
        recent: Mapping[str, float],
        *,
        origin: str = "new",
        day: int | None = None,
    ) -> Sitting:
        """Begin a round of drawn questions."""
        ids = draw(
            self.bank,
            topics=request.topics,
            count=request.count,
            seed=request.seed,
            recent=recent,
            lang=self.lang,
        )
        if not ids:
            raise no_questions_error(self.bank, request.topics, self.lang)
        return self._begin(
            Plan(
                mode=mode,
                level=request.level,
                lang=self.lang,
                topics=request.topics,
                seed=request.seed,
                digest=self.bank.digest,
                questions=questions(ids, request.seed),
                limit=time_limit(mode, request.level, pace),
                day=day,
                origin=origin,
            )
        )

    def practise(self, items: Sequence[str], *, level: str, seed: int | None = None) -> Sitting:
        """Begin a practice round of these items, with other options than the last time."""
        seed = self._fresh_seed() if seed is None else seed
        known = [name for name in items if name in self.askable][:MAX_COUNT]
        misses = {name: self.store.item_of(self.player_id, name).miss for name in known}
        last = {name: miss.seed for name, miss in misses.items() if miss is not None}
        asked = again(self.bank, known, lang=self.lang, level=level, seed=seed, last=last)
        if not asked:
            raise UserError(N_("There is nothing to practise."), N_("Play a round first."))
        return self._begin(
            Plan(
                mode="practice",
                level=level,
                lang=self.lang,
                topics=tuple(dict.fromkeys(map(self.bank.topic_of, known))),
                seed=seed,
                digest=self.bank.digest,
                questions=asked,
                origin="review",
            )
        )

    def unfinished(self) -> Sitting | None:
        """The round that was left last, if the bank still has all its questions."""
        for kept in self.store.open_rounds(self.player_id):
            if self._can_play(kept.round):
                return Sitting(self, kept.id, kept.round)
        return None

    def _can_play(self, kept: Round) -> bool:
        """Whether the bank still has all questions of a round."""
        return all(question.item in self.bank for question in kept.plan.questions)

    def keep(self, key: int, after: Round) -> None:
        """Store a round as it stands now.

        Raises:
            StoreError: it could not be stored.
        """
        self.store.keep(key, after, at=self.at())

    def _begin(self, plan: Plan) -> Sitting:
        started = Round.start(plan)
        return Sitting(self, self.store.begin(self.player_id, started, at=self.at()), started)

    def _fresh_seed(self) -> int:
        return Chance(self.at(), "seed", self.player_id).below(SEEDS)

    # Review

    def missed(self, topics: Sequence[str] = ()) -> list[ItemRecord]:
        """The items whose last answer was wrong, the newest miss first."""
        records = self.store.missed(self.player_id, among=self.askable)
        wanted = [r for r in records if not topics or self.bank.topic_of(r.item) in topics]
        return sorted(wanted, key=lambda record: record.last or 0, reverse=True)

    def due(self, topics: Sequence[str] = ()) -> list[str]:
        """The items that are due, those first that have waited longest."""
        records = self.store.due(self.player_id, self.at(), among=self.askable)
        return [r.item for r in records if not topics or self.bank.topic_of(r.item) in topics]

    def due_count(self) -> int:
        """How many items are due."""
        return self.store.due_count(self.player_id, self.at(), among=self.askable)

    def missed_item(self, record: ItemRecord) -> Item:
        """A missed item as it was asked, in the language in use."""
        miss = record.miss
        assert miss is not None
        return self.item(record.item, miss.seed, miss.level)

    # Results

    def best(self, plan: Plan) -> RoundRecord | None:
        """The best finished round of a kind so far, or None."""
        return self.store.best(
            self.player_id, mode=plan.mode, level=plan.level, count=len(plan.questions)
        )

    def streak(self) -> int:
        """Days of play in a row up to today."""
        days = (record.day for record in self.store.days(self.player_id))
        return day_streak(days, self.today()).length

    def statistics(self) -> Statistics:
        """The figures of the player."""
        bank = self.bank
        return statistics(
            self.store.items(self.player_id),
            self.store.days(self.player_id),
            topic_of=lambda item: bank.topic_of(item) if item in bank else None,
            sizes={topic: len(bank.ids([topic])) for topic in bank.topics},
            today=self.today(),
            at=self.at(),
        )

    # Marks on items

    def mark_known(self, item: str) -> None:
        """Take an item off the review list until it is missed again."""
        self.store.mark_known(self.player_id, item, at=self.at())

    def unmark_known(self, item: str) -> None:
        """Put an item back on the review list."""
        self.store.unmark_known(self.player_id, item)

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

    def flags(self) -> tuple[Flag, ...]:
        """The flags of the player that stand, the last one first."""
        return self.store.flags(self.player_id)

    def flagged_item(self, flag: Flag) -> Item | None:
        """A flagged item as it was asked, or None if the content no longer has it."""
        return self.item(flag.item, flag.seed, flag.level) if flag.item in self.bank else None

    def close_flag(self, flag: Flag) -> None:
        """Note that a flag was dealt with."""
        self.store.close_flag(flag.id, at=self.at())

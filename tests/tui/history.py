"""A player's past, made of rounds that were never shown."""

from __future__ import annotations

from azun_quiz.game.draw import draw
from azun_quiz.game.plan import Plan, questions
from azun_quiz.game.round import Round
from azun_quiz.generator.chance import Chance
from azun_quiz.store.store import Store
from tests.tui.fakes import FakeBank

DAY = 86_400_000


def play_days(
    store: Store, bank: FakeBank, *, now: int, days: int, player: str = "Anna", count: int = 6
) -> None:
    """A round on two of three days up to yesterday, better and better."""
    owner = store.player(player, at=now - days * DAY)
    for back in range(days, 0, -1):
        if back % 3 == 0:
            continue
        at = now - back * DAY
        ids = draw(bank, topics=bank.default_topics, count=count, seed=back)
        plan = Plan(
            mode="practice",
            level="medium",
            lang="en",
            topics=bank.default_topics,
            seed=back,
            digest=bank.digest,
            questions=questions(ids, back),
        )
        play_round(store, bank, owner.id, Round.start(plan), at, back * 100 // (days + 10))


def play_round(
    store: Store, bank: FakeBank, owner: int, round_: Round, at: int, missed: int
) -> None:
    """Play a round in which so many in a hundred answers are wrong, a minute each."""
    key = store.begin(owner, round_, at=at)
    chance = Chance(round_.plan.seed, "history")
    while round_.current is not None:
        question = round_.current
        item = bank.item(question.item, lang="en", seed=question.seed, level=round_.plan.level)
        wrong = chance.below(100) < missed
        chosen = (item.key + 1) % len(item.options) if wrong else item.key
        at += 60_000
        round_ = round_.answer(item, chosen, seconds=4.0 + chance.below(8), at=at)
        store.keep(key, round_, at=at)
        round_ = round_.advance()
    store.keep(key, round_.finish(at=at), at=at)

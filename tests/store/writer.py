"""A process that plays: it says each answer only when the store has said that it is kept.

    python -m tests.store.writer FILE PLAYER ROUNDS

prints "ROUND PLACE" after each answer, plays ROUNDS rounds of five questions, one answer in three
wrong, takes the last answer of each round back and gives it again, finishes the round, and makes a
backup after it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from azun_quiz.game.round import Round
from azun_quiz.store import backups
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.store.playing import NOON, answered


def run(path: Path, name: str, rounds: int) -> None:
    with Store.open(path, now_ms=NOON) as store:
        player = store.player(name, at=NOON).id
        for turn in range(rounds):
            at = NOON + turn * 60_000
            game = Round.start(make_plan(count=5, seed=turn))
            number = store.begin(player, game, at=at)
            for place in range(5):
                game = answered(game, place % 3 != 0, at=at + place)
                store.keep(number, game, at=at)
                print(number, place, flush=True)
                store.due(player, at + 60_000, limit=1)
                store.missed(player)
                if place == 4:
                    store.keep(number, game := game.undo(at=at + place), at=at)
                    store.keep(number, game := answered(game, False, at=at + place), at=at)
                store.keep(number, game := game.advance(), at=at)
            store.keep(number, game.finish(at=at), at=at)
            backups.automatic(path, at, always=turn % 20 == 0)


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

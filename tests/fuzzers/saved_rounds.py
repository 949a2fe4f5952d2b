"""A round as the store keeps it, broken: it is read, or told to be unreadable."""

from __future__ import annotations

import json
from random import Random

from azun_quiz.game.errors import WordedError
from azun_quiz.game.round import Round
from azun_quiz.game.round_json import SavedRoundError, dump, load
from tests.fuzzers.mutation import broken, spoil
from tests.game.stubs import make_plan
from tests.store.playing import NOON, answered


def fuzz(chance: Random) -> None:
    """Load a broken round, and play on where it could be loaded."""
    game = Round.start(make_plan(chance.choice(["practice", "timed", "exam"]), 3))
    for _ in range(chance.randrange(3)):
        game = answered(game, chance.random() < 0.5)
        game = game.visit(game.place + 1) if game.plan.mode == "exam" else game.advance()
    text = dump(game)
    if chance.random() < 0.5:
        state = json.loads(text)
        for _ in range(chance.randint(1, 3)):
            spoil(chance, state)
        text = json.dumps(state)
    else:
        text = broken(chance, text.encode()).decode(errors="replace")
    try:
        found = load(text)
    except SavedRoundError:
        return
    assert load(dump(found)) == found
    for move in (found.advance, lambda: found.finish(at=NOON), lambda: found.undo(at=NOON)):
        try:
            move()
        except WordedError:
            continue

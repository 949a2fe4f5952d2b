"""Whatever is pressed, in whatever order, the program goes on and loses no answer."""

from __future__ import annotations

import pytest

from azun_quiz.generator.chance import Chance
from azun_quiz.settings import Settings
from azun_quiz.store.store import Store
from azun_quiz.tui.screens.round import RoundScreen
from tests.tui.driver import Game, press

KEYS = (
    *"1234ab",
    *("enter", "enter", "enter", "enter", "escape", "up", "down", "left", "right", "space"),
    *"ncdrshufkotpg",
    *("f2", "f3", "question_mark", "tab", "shift+tab", "pagedown", "slash", "n", "enter", "1"),
)


@pytest.mark.parametrize("seed", [1])
async def test_any_keys(seed: int) -> None:
    chance = Chance(seed, "keys")
    game = Game(store=Store.in_memory(), settings=Settings(count=3))
    async with game.running() as pilot:
        for _ in range(60):
            await press(pilot, chance.choice(KEYS))
            game.clock.seconds += chance.below(20)
            await pilot.app.workers.wait_for_complete()
            screen = pilot.app.screen
            if isinstance(screen, RoundScreen) and not screen.sitting.round.finished:
                kept = game.store.open_rounds(1) if game.store else ()
                answers = {entry.id: entry.round.answers for entry in kept}
                assert answers[screen.sitting.key] == screen.sitting.round.answers
        assert pilot.app.is_running

"""Setting up a round."""

from __future__ import annotations

from azun_quiz.game.round_code import decode
from azun_quiz.settings import Settings
from azun_quiz.tui.screens.setup import SetupScreen
from azun_quiz.tui.widgets.field_row import FieldRow
from azun_quiz.tui.widgets.tick_row import TickRow
from tests.tui.driver import Game, press, round_of, shown


async def test_choices_make_the_round_and_are_kept() -> None:
    game = Game()
    async with game.running() as pilot:
        await press(pilot, "n", *["down"] * 4, "right", "down", "right", "down", "right")
        await press(pilot, "enter")
        plan = round_of(pilot).sitting.round.plan
        assert (plan.level, plan.mode) == ("hard", "timed")
        assert game.saved[-1].count == 15
    async with Game(settings=game.saved[-1]).running() as pilot:
        await press(pilot, "n")
        text = shown(pilot)
        assert "hard" in text
        assert "timed" in text


async def test_topics_can_be_chosen_and_one_always_stays() -> None:
    game = Game()
    async with game.running() as pilot:
        await press(pilot, "n", "space", "down", "space", "down", "space", "space", "space")
        ticked = [row.name for row in pilot.app.screen.query(TickRow) if row.ticked]
        assert ticked == ["memberships"]
        await press(pilot, "enter")
        assert round_of(pilot).sitting.round.plan.topics == ("memberships",)


async def test_a_row_says_what_its_value_means() -> None:
    async with Game().running() as pilot:
        await press(pilot, "n", *["down"] * 6)
        assert "An answer after each question, no clock." in shown(pilot)
        await press(pilot, "right")
        assert "A clock for each question; speed counts." in shown(pilot)


async def test_a_code_opens_the_same_round_on_another_machine() -> None:
    async with Game().running() as pilot:
        await press(pilot, "n", "g")
        code = pilot.app.screen.query_one(FieldRow).value
        assert code
        await press(pilot, "enter")
        ours = round_of(pilot).sitting.round.plan
    game = Game(settings=Settings(level="easy", count=5))
    game.clock.seconds += 12345
    async with game.running() as pilot:
        await press(pilot, "n", *["down"] * 8, *code.lower().replace("-", ""), "enter")
        theirs = round_of(pilot).sitting.round.plan
    assert (theirs.questions, theirs.level) == (ours.questions, ours.level)


async def test_a_wrong_code_is_explained() -> None:
    async with Game().running() as pilot:
        await press(pilot, "n", *["down"] * 8, *"ABCO", "enter")
        assert isinstance(pilot.app.screen, SetupScreen)
        assert "Character 4 of the code is “O”." in shown(pilot)


async def test_the_code_of_a_round_is_told_at_its_end() -> None:
    game = Game(settings=Settings(count=1))
    async with game.running() as pilot:
        await press(pilot, "n", "g", "enter", "1", "enter")
        line = next(line for line in shown(pilot).splitlines() if "Code of this round" in line)
        assert decode(line.partition(":")[2].strip(), game.bank).count == 1


async def test_mouse_changes_values() -> None:
    async with Game().running() as pilot:
        await press(pilot, "n")
        await pilot.click("#topic-context", offset=(20, 0))
        await pilot.click("#level", offset=(22, 0))
        await pilot.pause()
        text = shown(pilot)
        assert "hard" in text
        assert "context" in pilot.app.settings.topics

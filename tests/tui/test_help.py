"""Help, the command palette, and keys of one's own."""

from __future__ import annotations

from textual.widgets import Input

from azun_quiz.game.scoring import rules
from azun_quiz.settings import Settings
from azun_quiz.tui.screens.help import HelpScreen
from azun_quiz.tui.screens.round import RoundScreen
from azun_quiz.tui.screens.setup import SetupScreen
from tests.tui.driver import Game, press, round_of, shown


async def test_help_names_the_keys_and_the_formula() -> None:
    async with Game(start="round").running((100, 70)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = " ".join(shown(pilot).split())
        for words in ("h Hint", "s Skip", "f Flag", "esc Leave", "F2 Language"):
            assert words in text
        for rule in rules():
            assert rule.message.format_map(rule.params).split("(")[0].strip() in text
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, RoundScreen)


async def test_the_palette_has_every_action_of_the_screen() -> None:
    async with Game(start="round").running() as pilot:
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        for words in ("Hint", "Skip", "Flag", "Leave", "Language", "Colours", "Help", "Quit"):
            assert titles.count(words) == 1
        assert "Hand in" not in titles


async def test_a_command_of_the_palette_does_what_its_key_does() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "ctrl+p", *"hint")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.1)
        assert screen.sitting.round.hidden[0]


async def test_the_home_screens_ways_are_in_the_palette() -> None:
    async with Game().running() as pilot:
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        for words in ("New round", "Daily round", "Review", "Statistics", "Players", "Settings"):
            assert titles.count(words) == 1


async def test_keys_of_ones_own_hold_in_footer_and_help() -> None:
    settings = Settings(keys={"round.hint": "x"})
    async with Game(settings=settings, start="round").running() as pilot:
        assert "x Hint" in shown(pilot)
        await press(pilot, "x")
        assert round_of(pilot).sitting.round.hidden[0]


async def test_typing_in_a_field_triggers_no_key() -> None:
    async with Game().running() as pilot:
        await press(pilot, "n")
        pilot.app.screen.query_one(Input).focus()
        await press(pilot, *"gqa1")
        assert isinstance(pilot.app.screen, SetupScreen)
        assert pilot.app.screen.query_one(Input).value == "gqa1"

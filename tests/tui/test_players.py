"""Players get another name, and are removed with all that is theirs."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from azun_quiz.settings import Settings
from azun_quiz.store.store import Store
from azun_quiz.tui.screens.dialog import AskScreen, LineScreen
from azun_quiz.tui.screens.players import PlayersScreen
from azun_quiz.tui.widgets.field import Field
from azun_quiz.tui.widgets.menu import Menu
from tests.tui.driver import NOON, Game, press, shown
from tests.tui.fakes import FakeBank
from tests.tui.history import play_days


def game_of(*players: str, remembered: str = "Anna") -> Game:
    """A game whose players have a history; Anna plays."""
    game = Game(store=Store.in_memory(), settings=Settings(player=remembered))
    assert game.store is not None
    for player in players:
        play_days(game.store, FakeBank(), now=round(NOON * 1000), days=5, player=player)
    return game


def names(game: Game) -> list[str]:
    assert game.store is not None
    return [player.name for player in game.store.players()]


def marked(pilot: Pilot) -> str | None:
    return pilot.app.screen.query_one(Menu).marked


def text(pilot: Pilot) -> str:
    """What is on the screen, as if the lines of windows were one."""
    return " ".join(shown(pilot).replace("│", " ").replace("▌", " ").split())


async def test_a_mistyped_name_is_corrected_and_the_history_stays() -> None:
    game = game_of("Anna", "Lelya", "Omar")
    assert game.store is not None
    before = game.store.days(2)
    async with game.running() as pilot:
        await press(pilot, "p", "down", "r")
        assert "Player: Lelya What is the new name?" in text(pilot)
        await press(pilot, *["backspace"] * 3, *"yla", "enter")
        assert isinstance(pilot.app.screen, PlayersScreen)
        assert names(game) == ["Anna", "Leyla", "Omar"]
        assert game.store.days(2) == before
        assert marked(pilot) == "Leyla"
        assert game.saved == []  # the settings speak of Anna


async def test_the_present_player_is_renamed_everywhere() -> None:
    game = game_of("Anna")
    async with game.running() as pilot:
        await press(pilot, "p", "r", "end", *" B", "enter")
        assert "Anna B playing now" in text(pilot)
        assert game.saved[-1].player == "Anna B"
        await press(pilot, "escape")
        assert "Anna B" in shown(pilot)


async def test_who_never_had_a_name_gets_one() -> None:
    game = Game(player="", store=Store.in_memory())
    async with game.running() as pilot:
        await press(pilot, "p", "r")
        assert "Player: without a name" in text(pilot)
        assert pilot.app.screen.query_one(Field).value == ""
        await press(pilot, *"Leyla", "enter")
        assert names(game) == ["Leyla"]
        assert game.saved[-1].player == "Leyla"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("OMAR", "Another player is called “Omar”."),
        ("\u200b", "cannot be a player's name."),
        ("player", "“player” cannot be a player's name."),
    ],
)
async def test_a_name_that_cannot_be_given_is_told_in_the_window(name: str, words: str) -> None:
    game = game_of("Anna", "Omar")
    async with game.running() as pilot:
        await press(pilot, "p", "r")
        pilot.app.screen.query_one(Field).value = name
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LineScreen)
        assert words in text(pilot)
        await press(pilot, "escape")
        assert names(game) == ["Anna", "Omar"]
        assert game.saved == []


async def test_removing_says_what_goes_and_keeps_it_unless_told_twice() -> None:
    game = game_of("Anna", "Leyla")
    assert game.store is not None
    count = sum(day.asked for day in game.store.days(2))
    async with game.running() as pilot:
        for answer in ("enter", "escape", "x"):
            await press(pilot, "p", "down", "x")
            assert isinstance(pilot.app.screen, AskScreen)
            assert "Player: Leyla" in text(pilot)
            assert f"Remove this player? {count} answers go for good" in text(pilot)
            assert "Backups made before still hold them." in text(pilot)
            await press(pilot, answer)
            pilot.app.navigation.home()  # type: ignore[attr-defined]
            await pilot.pause()
            assert names(game) == ["Anna", "Leyla"]
        await press(pilot, "p", "down", "x", "y")
        assert "The player is removed." in shown(pilot)
        assert marked(pilot) == "Anna"
        assert names(game) == ["Anna"]
        assert game.saved == []


async def test_a_removed_name_begins_anew() -> None:
    game = game_of("Anna", "Leyla")
    async with game.running() as pilot:
        await press(pilot, "p", "down", "x", "down", "enter")
        await press(pilot, "n", *"Leyla", "enter")
        session = pilot.app.session  # type: ignore[attr-defined]
        assert session.player == "Leyla"
        assert session.answers_of("Leyla") == 0


async def test_after_the_present_player_the_one_without_a_name_plays() -> None:
    game = game_of("Anna")
    async with game.running() as pilot:
        await press(pilot, "p", "x", "y")
        assert "The player is removed; the one without a name plays now." in text(pilot)
        assert "without a name playing now" in text(pilot)
        assert game.saved[-1].player == ""
        await press(pilot, "escape")
        assert "Anna" not in shown(pilot)
        assert " due" not in shown(pilot)


async def test_the_settings_forget_who_is_removed_while_another_plays() -> None:
    game = game_of("Omar", "Anna", remembered="omar")
    async with game.running() as pilot:
        await press(pilot, "p", "down", "x", "y")
        assert names(game) == ["Anna"]
        assert game.saved[-1].player == ""


async def test_the_keys_can_be_moved() -> None:
    game = game_of("Anna")
    game.settings = Settings(keys={"players.rename": "b", "players.remove": "v"})
    async with game.running() as pilot:
        await press(pilot, "p", "b")
        assert isinstance(pilot.app.screen, LineScreen)
        await press(pilot, "escape", "v")
        assert isinstance(pilot.app.screen, AskScreen)

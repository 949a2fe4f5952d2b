"""Statistics, players, settings and the check of Arabic."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.settings import Settings
from azun_quiz.store.store import Store
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.settings import SettingsScreen
from azun_quiz.tui.widgets.heat_map import step
from tests.tui.driver import NOON, Game, press, shown
from tests.tui.fakes import FakeBank
from tests.tui.history import play_days


async def test_statistics_in_figures_and_pictures() -> None:
    game = Game(store=Store.in_memory())
    assert game.store is not None
    play_days(game.store, FakeBank(), now=round(NOON * 1000), days=40)
    async with game.running((100, 70)) as pilot:
        await press(pilot, "s")
        text = shown(pilot)
        assert "answers" in text
        assert "days in a row" in text
        assert "23 November 2026" in text
        assert "━" in text
        assert "◆" in text
        assert "missed " in text


async def test_statistics_of_a_new_player() -> None:
    async with Game().running() as pilot:
        await press(pilot, "s")
        assert "0" in shown(pilot)
        assert "Nothing missed so far." in shown(pilot) or pilot.app.size.height < 40


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_day_without_answers_and_only_that_is_empty(count: int, most: int) -> None:
    most = max(count, most)
    found = step(count, most)
    assert 0 <= found <= 4
    assert (found == 0) == (count == 0)
    assert count == 0 or step(most, most) >= found


async def test_players_have_histories_of_their_own() -> None:
    game = Game(store=Store.in_memory())
    assert game.store is not None
    play_days(game.store, FakeBank(), now=round(NOON * 1000), days=10)
    async with game.running() as pilot:
        assert " due" in shown(pilot)
        await press(pilot, "p", "n", *"Leyla", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        text = shown(pilot)
        assert "Leyla" in text
        assert " due" not in text
        assert game.saved[-1].player == "Leyla"
        await press(pilot, "p")
        assert "playing now" in shown(pilot)
        await press(pilot, "down", "enter")
        assert " due" in shown(pilot)


async def test_a_name_of_nothing_is_not_taken() -> None:
    async with Game().running() as pilot:
        await press(pilot, "p", "n", "space", "enter")
        assert "What is the player's name?" in shown(pilot)
        await press(pilot, "escape", "escape")
        assert "Anna" in shown(pilot)


async def test_settings_are_in_force_at_once_and_kept() -> None:
    game = Game()
    async with game.running() as pilot:
        await press(pilot, "o", "down", "right")
        assert pilot.app.theme == "day"
        await press(pilot, "down", "down", "right")
        assert game.saved[-1] == Settings(theme="day", level="hard")


async def test_the_language_can_be_set_with_the_arrows() -> None:
    async with Game().running() as pilot:
        await press(pilot, "o", "left")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert pilot.app.t.code == "az"
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "language"


async def test_settings_that_cannot_be_kept_are_told() -> None:
    game = Game()

    def fail(settings: Settings) -> None:
        raise OSError(30, "Read-only file system")

    services = game.services()
    services.save_settings = fail
    async with type(game.app())(services).run_test(notifications=True) as pilot:
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "f3")
        await pilot.pause(0.2)
        assert "Read-only file system" in shown(pilot)
        assert pilot.app.theme == "day"


@pytest.mark.parametrize(("key", "mode"), [("1", "app"), ("2", "terminal"), ("0", "auto")])
async def test_the_check_of_arabic_sets_who_puts_it_in_order(key: str, mode: str) -> None:
    game = Game(settings=Settings(bidi="off"))
    async with game.running() as pilot:
        await press(pilot, "o", "c", key)
        assert game.saved[-1].bidi == mode
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_today_comes_from_the_clock() -> None:
    async with Game().running() as pilot:
        assert pilot.app.session is not None
        assert pilot.app.session.today() == date(2026, 11, 24)

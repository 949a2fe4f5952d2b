"""Another language at any time."""

from __future__ import annotations

import pytest

from azun_quiz.session import Wish
from azun_quiz.settings import Settings
from azun_quiz.tui.screens.round import RoundScreen
from tests.tui.driver import Game, key_of, play, press, round_of, shown
from tests.tui.fakes import FakeBank


async def test_f2_goes_through_the_languages_and_the_choice_is_kept() -> None:
    game = Game()
    async with game.running() as pilot:
        seen = [pilot.app.t.code]
        for _ in range(3):
            await press(pilot, "f2")
            await pilot.app.workers.wait_for_complete()
            seen.append(pilot.app.t.code)
        assert seen == ["en", "ar", "az", "en"]
        assert [settings.language for settings in game.saved] == ["ar", "az", "en"]


@pytest.mark.parametrize("lang", ["ar", "az"])
async def test_a_question_is_told_again_in_the_other_language(lang: str) -> None:
    async with Game(start=Wish(seed=1)).running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "h", key_of(screen, right=False))
        before = screen.sitting.round
        pilot.app.change_settings(language=lang)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, RoundScreen)
        assert screen.sitting.round.answers == before.answers
        assert screen.sitting.item().lang == lang
        text = shown(pilot)
        assert "✗" in text
        if lang == "az":
            assert screen.sitting.item().stem.split()[0] in text
        await press(pilot, "enter", key_of(screen, right=True))
        assert screen.sitting.round.answers[1] is not None


async def test_all_screens_can_be_told_again() -> None:
    game = Game(start=Wish(count=1))
    async with game.running() as pilot:
        await play(pilot, False)
        for keys in ((), ("escape", "r"), ("escape", "s"), ("escape", "p"), ("escape", "o")):
            await press(pilot, *keys, "f2")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert shown(pilot).strip()


async def test_arabic_runs_from_right_to_left() -> None:
    async with Game(lang="ar", settings=Settings(bidi="app"), start="round").running() as pilot:
        assert pilot.app.right_to_left
        lines = shown(pilot).splitlines()
        option = next(line for line in lines if "1" in line and "‹" in line)
        assert option.rstrip().endswith("‹")
        await press(pilot, "f2")
        assert not pilot.app.right_to_left


@pytest.mark.parametrize("mode", ["terminal", "off"])
async def test_arabic_is_left_to_the_terminal_where_wished(mode: str) -> None:
    async with Game(lang="ar", settings=Settings(bidi=mode)).running() as pilot:
        assert not pilot.app.right_to_left


async def test_the_mouse_finds_the_option_in_arabic() -> None:
    async with Game(lang="ar", settings=Settings(bidi="app"), start="round").running() as pilot:
        screen = round_of(pilot)
        await pilot.click("Options", offset=(40, 2))
        await pilot.pause()
        attempt = screen.sitting.round.attempt
        assert attempt is not None
        assert attempt.chosen == 1


async def test_a_language_that_the_content_lacks_is_not_offered() -> None:
    bank = FakeBank()
    bank.languages = ("en", "az")  # type: ignore[assignment]
    async with Game(lang="ar", bank=bank).running() as pilot:
        assert pilot.app.languages == ("en", "az")
        assert pilot.app.t.code == "en"


async def test_a_pack_may_bring_a_language_of_its_own() -> None:
    bank = FakeBank()
    bank.languages = ("en", "fr")  # type: ignore[assignment]
    async with Game(bank=bank).running() as pilot:
        await press(pilot, "f2")
        await pilot.app.workers.wait_for_complete()
        assert pilot.app.t.code == "fr"
        assert "Français" in shown(pilot)

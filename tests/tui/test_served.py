"""What a visitor in a browser finds, and what they do not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.geometry import Size
from textual.pilot import Pilot

from azun_quiz.content.problems import Place, Problem
from azun_quiz.session import Wish
from azun_quiz.settings import Settings
from azun_quiz.store.errors import StoreDamagedError, StoreUnwritableError
from azun_quiz.store.store import Store
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.players import PlayersScreen
from azun_quiz.tui.served import ServedDriver
from tests.tui.driver import Game, play, press, shown
from tests.tui.fakes import FakeBank

PROBLEM = Problem("no-sources", Place(Path("/secret/place/data/x.yaml"), 1, 1), {"fact": "x"})


def commands(pilot: Pilot) -> set[str]:
    """What the command palette offers."""
    return {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}


async def test_there_are_no_other_players_and_no_files() -> None:
    store = Store.in_memory()
    store.player("Ben", at=0)
    game = Game(store=store, problems=[PROBLEM])
    async with game.running(served=True) as pilot:
        text = shown(pilot)
        assert "Players" not in text
        assert "Anna" in text
        for key in ("p", "x", "p", "enter"):
            await press(pilot, key)
            assert "Ben" not in shown(pilot)
            assert "/secret" not in shown(pilot)
            await press(pilot, *["escape"] * (len(pilot.app.screen_stack) - 1))
        for way in ("players", "problems"):
            pilot.app.navigation.open(way)  # type: ignore[attr-defined]
            await pilot.pause()
            assert isinstance(pilot.app.screen, HomeScreen)


async def test_nobody_is_renamed_or_removed_by_a_visitor() -> None:
    """Not even if the list of players came onto their screen."""
    store = Store.in_memory()
    store.player("Ben", at=0)
    async with Game(store=store).running(served=True) as pilot:
        app: Any = pilot.app
        app.push_screen(PlayersScreen(app.session))
        await pilot.pause()
        assert commands(pilot).isdisjoint({"New player", "Rename", "Remove"})
        for action, key in (("add", "n"), ("rename", "r"), ("remove", "x")):
            await press(pilot, "down", key)
            await app.run_action(action, app.screen)
            await pilot.pause()
            assert isinstance(app.screen, PlayersScreen)
        assert [each.name for each in store.players()] == ["Ben", "Anna"]


async def test_the_owner_has_both() -> None:
    async with Game(problems=[PROBLEM]).running() as pilot:
        assert "Players" in shown(pilot)
        await press(pilot, "x")
        assert "/secret" in shown(pilot)


async def test_the_command_palette_offers_the_game_alone() -> None:
    async with Game(problems=[PROBLEM]).running(served=True) as pilot:
        assert commands(pilot) == {
            "New round", "Daily round", "Review", "Statistics", "Settings", "Quit",
            "Open", "Language", "Colours", "Help",
        }  # fmt: skip
        await press(pilot, "ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        await press(pilot, *"screenshot")
        await pilot.pause(0.3)
        assert "Save" not in shown(pilot)


async def test_settings_are_the_visitors_own_and_end_with_the_visit() -> None:
    game = Game(settings=Settings(bidi="app"))
    async with game.running(served=True) as pilot:
        await press(pilot, "o")
        text = shown(pilot)
        assert "Right to left" not in text
        assert "settings file" not in text
        assert "What you change here lasts until you leave." in text
        assert "Check Arabic" not in commands(pilot)
        await press(pilot, "c")
        assert "Which line" not in shown(pilot)


async def test_the_help_names_no_folder() -> None:
    async with Game().running((100, 80), served=True) as pilot:
        await press(pilot, "question_mark")
        assert "F2 changes the language" in shown(pilot)
        assert "azun-quiz where" not in shown(pilot)
        assert "settings file" not in shown(pilot)


@pytest.mark.parametrize("kind", [StoreDamagedError, StoreUnwritableError])
async def test_data_that_cannot_be_used_are_not_the_visitors_to_mend(kind: Any) -> None:
    more = {} if kind is StoreDamagedError else {"reason": "full"}

    def open_store() -> Store:
        raise kind(path=Path("learner.db"), **more)

    async with Game(open_store=open_store).running(served=True) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "What you play now is not kept." in " ".join(shown(pilot).split())


async def test_content_that_cannot_be_loaded_tells_no_path() -> None:
    class Broken(FakeBank):
        def __len__(self) -> int:
            raise OSError(2, "No such file", "/secret/place")

    async with Game(bank=Broken()).running(served=True) as pilot:
        assert "The questions could not be loaded" in " ".join(shown(pilot).split())
        assert "/secret" not in shown(pilot)


async def test_no_key_stops_the_process_or_writes_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("textual.app.user_downloads_path", lambda: tmp_path)
    stopped: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _pid, number: stopped.append(number))
    async with Game(start=Wish(count=1)).running(served=True) as pilot:
        for screen in range(2):
            for letter in "abcdefghijklmnopqrstuvwxyz":
                if letter not in "qpcd":  # quit, the palette, Textual's hint how to quit, answers
                    await pilot.press(f"ctrl+{letter}")
            await pilot.press("ctrl+c", "ctrl+backslash", "f12", "f9")
            await pilot.pause()
            assert pilot.app.is_running
            if screen == 0:
                await press(pilot, *["escape"] * 2)
                await press(pilot, "c")
                await play(pilot, True)
    assert stopped == []
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
async def driver(monkeypatch: pytest.MonkeyPatch) -> ServedDriver:
    """The driver without what reads the process's own input."""
    monkeypatch.setattr("textual.drivers.web_driver.InputReader", lambda: iter(()))
    return ServedDriver(App(), size=(80, 24))


def test_a_visitors_input_cannot_change_the_size(
    driver: ServedDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(driver, "send_message", sent.append)
    driver.process_message(events.Resize(Size(10**9, 10**9), Size(10**9, 10**9)))
    driver.process_message(events.Key("a", "a"))
    assert [type(message) for message in sent] == [events.Key]


def test_where_nobody_reads_nothing_is_written(driver: ServedDriver) -> None:
    reader, writer = os.pipe()
    driver.fileno = writer
    driver.write("x")
    assert os.read(reader, 9) == b"D\x00\x00\x00\x01x"
    os.close(reader)
    driver.write("x")
    os.close(writer)

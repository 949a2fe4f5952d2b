"""What cannot be stored is said on the screen, and is not shown as if it were."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from azun_quiz.paths import STORE
from azun_quiz.session import Session, Wish
from azun_quiz.settings import Settings
from azun_quiz.store.database import connect
from azun_quiz.store.errors import StoreBusyError
from azun_quiz.store.store import Store
from azun_quiz.tui.screens.dialog import LineScreen
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.players import PlayersScreen
from azun_quiz.tui.screens.review import ReviewScreen
from azun_quiz.tui.widgets.field import Field
from tests.tui.driver import Game, key_of, play, press, round_of, shown


async def test_a_store_that_another_program_keeps_locked(tmp_path: Path) -> None:
    path = tmp_path / STORE
    game = Game(
        start=Wish(count=3, seed=1), open_store=lambda: Store.open(path, now_ms=0, busy_ms=30)
    )
    async with game.running() as pilot:
        screen = round_of(pilot)
        with closing(connect(path)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await press(pilot, key_of(screen, right=True))
            assert screen.sitting.open
            assert "✓ Right" not in shown(pilot)
            (notice,) = pilot.app._notifications
            assert "Another program is using" in notice.message
            assert "Nothing was stored; try again." in notice.message
        await press(pilot, key_of(screen, right=True))
        assert "✓ Right" in shown(pilot)
    with Store.open(path, now_ms=0) as store:
        assert len(store.answers_of(1)) == 1


async def test_a_store_that_is_locked_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / STORE
    Store.open(path, now_ms=0).close()
    game = Game(open_store=lambda: Store.open(path, now_ms=0, busy_ms=30))
    with closing(connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        async with game.running(size=(100, 30)) as pilot:
            text = " ".join(shown(pilot).split())
            assert "Another program is using" in text
            assert "What you play now is not kept." in text


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
async def test_a_directory_that_is_deleted_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "home" / STORE
    game = Game(start=Wish(count=3, seed=1), path=path)
    async with game.running() as pilot:
        screen = round_of(pilot)
        await press(pilot, key_of(screen, right=True), "enter")
        shutil.rmtree(path.parent)
        await press(pilot, key_of(screen, right=True))
        assert screen.sitting.open
        assert "✓ Right" not in shown(pilot)
        assert "was deleted or moved meanwhile" in list(pilot.app._notifications)[-1].message
        await press(pilot, "escape")
        assert screen not in pilot.app.screen_stack
    assert not path.exists()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program keeps the store to itself."""
    with closing(connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def notices(pilot: Pilot) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


@pytest.mark.parametrize("name", ["\u200b", "\u2060\u200d"])
async def test_a_name_that_cannot_be_seen_is_refused_in_the_window(name: str) -> None:
    async with Game().running() as pilot:
        await press(pilot, "p", "n")
        pilot.app.screen.query_one(Field).value = name
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LineScreen)
        assert "cannot be a player's name." in shown(pilot)
        pilot.app.screen.query_one(Field).value = "Leyla"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Leyla" in shown(pilot)


async def test_a_player_who_cannot_be_entered_now(tmp_path: Path) -> None:
    path = tmp_path / STORE
    game = Game(open_store=lambda: Store.open(path, now_ms=0, busy_ms=30))
    async with game.running() as pilot:
        await press(pilot, "p", "n")
        pilot.app.screen.query_one(Field).value = "Leyla"
        with locked(path):
            await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayersScreen)
        assert ["Another program is using" in notice for notice in notices(pilot)] == [True]
        await press(pilot, "escape")
        assert "Anna" in shown(pilot)


async def test_a_name_that_cannot_be_stored_now_is_told_in_the_window(tmp_path: Path) -> None:
    path = tmp_path / STORE
    game = Game(open_store=lambda: Store.open(path, now_ms=0, busy_ms=30))
    async with game.running() as pilot:
        await press(pilot, "p", "r", "x")
        with locked(path):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, LineScreen)
            assert "Another program is using" in " ".join(shown(pilot).split())
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayersScreen)
        assert "Annax" in shown(pilot)


async def test_a_mark_that_cannot_be_stored(tmp_path: Path) -> None:
    path = tmp_path / STORE
    game = Game(
        start=Wish(count=1, seed=1), open_store=lambda: Store.open(path, now_ms=0, busy_ms=30)
    )
    async with game.running() as pilot:
        await play(pilot, False)
        await press(pilot, "escape", "r")
        with locked(path):
            await press(pilot, "k")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "Another program is using" in notices(pilot)[-1]
        await press(pilot, "k")
        assert "Nothing was missed" in " ".join(shown(pilot).split())


VERBS = {
    "answers_of": ("p", "x"),
    "best": ("n", "enter", "1", "enter", "1", "enter"),
    "by_code": ("n", *["down"] * 8, "x", "enter"),
    "daily": ("d",),
    "daily_result": ("d",),
    "due": ("r", "d"),
    "due_count": ("r",),
    "flags": ("r", "g"),
    "keep": ("c", "1", "enter"),
    "mark_known": ("r", "k"),
    "missed": ("r",),
    "missed_item": ("r",),
    "moment": ("r", "w"),
    "new_code": ("n", "g"),
    "new_round": ("n", "enter"),
    "players": ("p",),
    "practise": ("r", "enter"),
    "remove": ("p", "x", "y"),
    "rename": ("p", "r", "enter"),
    "statistics": ("s",),
    "streak": ("c", "1", "enter", "1", "enter"),
    "switch": ("p", "down", "enter"),
    "today": ("s",),
    "unfinished": ("s", "escape"),
    "unmark_known": ("r", "k", "u"),
}
"""What a session does, and the keys on the first screen that ask for it."""


async def test_whatever_of_a_session_fails_in_words_is_told() -> None:
    """A player goes through the screens while one thing after the other fails."""
    store = Store.in_memory()
    store.player("Leyla", at=0)
    calls: list[str] = []

    def failing(verb: str) -> Callable[..., None]:
        def fail(*_: object, **__: object) -> None:
            calls.append(verb)
            raise StoreBusyError(path=Path("x"))

        return fail

    game = Game(store=store, settings=Settings(count=2), start=Wish(count=2, seed=1))
    async with game.running() as pilot:
        await play(pilot, False, False)
        game.clock.seconds += 7 * 86400
        for verb, keys in VERBS.items():
            pilot.app.navigation.home()
            pilot.app.clear_notifications()
            await pilot.pause()
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(Session, verb, failing(verb))
                await press(pilot, *keys)
                assert calls[-1:] == [verb]
                assert pilot.app._exception is None
                told = [*notices(pilot), " ".join(shown(pilot).split())]
                assert any("Another program is using x." in words for words in told), verb
            pilot.app.navigation.home()
            pilot.app.refill()


async def look_at_statistics() -> None:
    async with Game().running() as pilot:
        await press(pilot, "s")


async def test_an_error_without_words_still_ends_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Session, "statistics", fail)
    with pytest.raises(ZeroDivisionError):
        await look_at_statistics()


async def test_a_player_who_cannot_be_entered_from_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = Store.in_memory()

    def fail(*_: object, **__: object) -> None:
        raise StoreBusyError(path=Path("x"))

    monkeypatch.setattr(real, "player", fail)
    async with Game(store=real).running(size=(100, 30)) as pilot:
        text = " ".join(shown(pilot).split())
        assert "Another program is using x." in text
        assert "What you play now is not kept." in text

"""What cannot be stored is said on the screen, and is not shown as if it were."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

from azun_quiz.session import Wish
from azun_quiz.store.database import connect
from azun_quiz.store.store import FILE, Store
from tests.tui.driver import Game, key_of, press, round_of, shown


async def test_a_store_that_another_program_keeps_locked(tmp_path: Path) -> None:
    path = tmp_path / FILE
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
    path = tmp_path / FILE
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
    path = tmp_path / "home" / FILE
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

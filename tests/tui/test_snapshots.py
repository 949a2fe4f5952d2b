"""Pictures of every screen at both sizes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from azun_quiz.content.problems import Place, Problem
from azun_quiz.session import Wish
from azun_quiz.settings import Settings
from azun_quiz.store.store import Store
from tests.tui.driver import NOON, SIZES, Game, key_of, loaded, play, press, round_of
from tests.tui.fakes import FakeBank
from tests.tui.history import play_days

FIVE = Wish(count=5, seed=1)

Step = Callable[[Pilot], Awaitable[None]]


def keys(*names: str) -> Step:
    async def run(pilot: Pilot) -> None:
        await press(pilot, *names)

    return run


async def wrong_answer(pilot: Pilot) -> None:
    await press(pilot, key_of(round_of(pilot), right=False))
    await pilot.pause(0.1)


async def right_answer(pilot: Pilot) -> None:
    await press(pilot, "h", key_of(round_of(pilot), right=True))
    await pilot.pause(0.1)


async def whole_round(pilot: Pilot) -> None:
    await play(pilot, True, False, True, True, False)


async def review(pilot: Pilot) -> None:
    await whole_round(pilot)
    await press(pilot, "escape", "r")
    await pilot.pause(0.1)


async def flagging(pilot: Pilot) -> None:
    await press(pilot, "f", *"odd")


def with_history() -> Game:
    game = Game(store=Store.in_memory())
    assert game.store is not None
    play_days(game.store, FakeBank(), now=round(NOON * 1000), days=60)
    return game


PROBLEM = Problem("no-sources", Place("data/resolution.yaml", 7, 3), {"fact": "unsc-1"})  # type: ignore[arg-type]

SCREENS: dict[str, tuple[Callable[[], Game], Step]] = {
    "home": (with_history, keys()),
    "home-continue": (lambda: Game(problems=[PROBLEM]), keys("n", "enter", "escape")),
    "setup": (Game, keys("n", "down", "down", "down", "down", "down", "down")),
    "question": (lambda: Game(start=FIVE), keys()),
    "wrong": (lambda: Game(start=FIVE), wrong_answer),
    "right": (lambda: Game(start=FIVE), right_answer),
    "timed": (lambda: Game(start=Wish(count=5, seed=1, mode="timed")), keys()),
    "exam": (lambda: Game(start=Wish(count=5, seed=1, mode="exam")), keys("2", "right", "1")),
    "result": (lambda: Game(start=FIVE), whole_round),
    "review": (lambda: Game(start=FIVE), review),
    "statistics": (with_history, keys("s")),
    "players": (with_history, keys("p")),
    "settings": (Game, keys("o", "down")),
    "help": (Game, keys("question_mark")),
    "flag": (lambda: Game(start=FIVE), flagging),
    "problems": (lambda: Game(problems=[PROBLEM]), keys("x")),
    "check-arabic": (Game, keys("o", "c")),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_screen(snap_compare: Any, name: str, size: tuple[int, int]) -> None:
    make, step = SCREENS[name]

    async def run_before(pilot: Pilot) -> None:
        await loaded(pilot)
        await step(pilot)

    assert snap_compare(make().app(), terminal_size=size, run_before=run_before)


@pytest.mark.parametrize("lang", ["ar", "az"])
def test_removing_a_player(snap_compare: Any, lang: str) -> None:
    async def run_before(pilot: Pilot) -> None:
        await loaded(pilot)
        await press(pilot, "p", "x")

    game = with_history()
    game.lang, game.settings = lang, Settings(bidi="app")
    assert snap_compare(game.app(), terminal_size=(80, 24), run_before=run_before)


@pytest.mark.parametrize("theme", ["day", "contrast"])
def test_theme(snap_compare: Any, theme: str) -> None:
    async def run_before(pilot: Pilot) -> None:
        await loaded(pilot)
        await wrong_answer(pilot)

    game = Game(start=FIVE, settings=Settings(theme=theme))
    assert snap_compare(game.app(), terminal_size=(80, 24), run_before=run_before)

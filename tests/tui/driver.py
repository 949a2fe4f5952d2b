"""The interface on a small bank, with clocks that stand still, for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from azun_quiz.settings import Settings
from azun_quiz.store.store import Store
from azun_quiz.tui.app import AzunQuiz
from azun_quiz.tui.screens.round import RoundScreen
from azun_quiz.tui.services import Services
from tests.tui.fakes import FakeBank

NOON = 1_795_521_600.0
"""24 November 2026, 12:00 UTC."""

SIZES = [(80, 24), (120, 40)]
"""Columns and lines of the terminals that screens are looked at in."""


@dataclass
class Clock:
    """A clock that moves when it is told to."""

    seconds: float = NOON

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Game:
    """An app under test and what it was given."""

    lang: str = "en"
    settings: Settings = field(default_factory=Settings)
    bank: Any = field(default_factory=FakeBank)
    problems: Sequence[Any] = ()
    store: Store | None = None
    path: Path | None = None
    open_store: Callable[[], Store] | None = None
    start: Any = None
    player: str = "Anna"
    clock: Clock = field(default_factory=Clock)
    saved: list[Settings] = field(default_factory=list)

    def services(self, **more: Any) -> Services:
        return Services(
            load_content=lambda: (self.bank, self.problems),
            open_store=self.open_store or self._open,
            settings=self.settings,
            save_settings=self.saved.append,
            clock=self.clock,
            steady_clock=self.clock,
            player=self.player,
            **more,
        )

    def _open(self) -> Store:
        if self.path is not None:
            self.store = Store.open(self.path, now_ms=round(self.clock.seconds * 1000))
        elif self.store is None:
            self.store = Store.in_memory()
        return self.store

    def app(self, **more: Any) -> AzunQuiz:
        return AzunQuiz(self.services(**more), lang=self.lang, start=self.start)

    @asynccontextmanager
    async def running(self, size: tuple[int, int] = (80, 24), **more: Any) -> AsyncIterator[Pilot]:
        async with self.app(**more).run_test(size=size, notifications=True) as pilot:
            await loaded(pilot)
            yield pilot


async def loaded(pilot: Pilot) -> None:
    """Wait until the content is there."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot, *keys: str) -> None:
    """Press keys, each on the screen that the one before led to."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()  # what is painted after the answer to a key


def round_of(pilot: Pilot) -> RoundScreen:
    """The round on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, RoundScreen)
    return screen


def key_of(screen: RoundScreen, *, right: bool) -> str:
    """The number key of the right option, or of a wrong one that is not taken away."""
    item = screen.sitting.item()
    if right:
        return str(item.key + 1)
    hidden = screen.sitting.round.hidden[screen.sitting.place]
    wrong = [i for i in range(len(item.options)) if i != item.key and i not in hidden]
    return str(wrong[0] + 1)


async def play(pilot: Pilot, *results: bool) -> None:
    """Answer questions rightly or wrongly, each time going on."""
    for right in results:
        await press(pilot, key_of(round_of(pilot), right=right), "enter")


def shown(pilot: Pilot) -> str:
    """The text on the screen, line by line, as a terminal shows it."""
    update = pilot.app.screen._compositor.render_full_update()
    lines = ["".join(segment.text for strip in line for segment in strip) for line in update.strips]
    return "\n".join(line.rstrip() for line in lines)

"""What right-to-left costs: repainting a full screen of Arabic, mirrored against not mirrored.

    python -m tests.bench.bench_righttoleft

Both are measured in turns in one run, on the same program, 120 columns by 40 rows. A ratio of 1.2
means 20 % more. Three kinds of full repaint:

- ``repaint``: every widget draws all its lines again, as after a change of theme or focus;
- ``unchanged``: the screen is written again from what the widgets remember;
- ``first``: as ``repaint``, with texts that were never shown before, once in a program's life.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable
from itertools import count
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Footer, Header, Input, ProgressBar, Static

from azun_quiz.tui.righttoleft import RightToLeftApp
from tests.text.arabic_lines import LINES

SIZE = (120, 40)
ROUNDS = 80


class Round(RightToLeftApp[None]):
    """A screen as full of Arabic as one of the game."""

    CSS = """
    #panel { border: round green; padding: 1 2; height: auto; }
    .option { padding: 0 2; border-left: thick blue; }
    """

    def compose(self) -> ComposeResult:
        yield Header()
        with Vertical(id="panel"):
            yield Static(" ".join(LINES[:9]), markup=False)
            for number, line in enumerate(LINES[9:13], start=1):
                yield Static(f"{number}  {line}", markup=False, classes="option")
        yield ProgressBar(total=10, show_eta=False)
        yield Input("السلام عليكم 853")
        for line in LINES[13:26]:
            yield Static(line, markup=False, classes="line")
        yield Footer()


def _forget(screen: Widget) -> None:
    for widget in screen.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()


def _paint(app: Round) -> float:
    """Seconds for a full repaint, up to the bytes for the terminal."""
    start = time.perf_counter()
    update: Any = app.screen._compositor.render_full_update()
    update.render_segments(app.console)
    return time.perf_counter() - start


async def ratio(prepare: Callable[[Round, int], None]) -> tuple[float, float]:
    """Median time mirrored divided by not mirrored, and the former in milliseconds."""
    app = Round()
    times: dict[bool, list[float]] = {True: [], False: []}
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for number in range(ROUNDS):
            for mirrored in (True, False) if number % 2 else (False, True):
                app._right_to_left = mirrored
                prepare(app, number)
                times[mirrored].append(_paint(app))
    medians = {key: statistics.median(values[5:]) for key, values in times.items()}
    return medians[True] / medians[False], medians[True] * 1000


def unchanged(app: Round, number: int) -> None:
    """Leaves everything as it is."""


def repaint(app: Round, number: int) -> None:
    """Lets every widget draw its lines again."""
    _forget(app.screen)


_numbers = count()


def first(app: Round, number: int) -> None:
    """Gives every widget a text that was never shown."""
    for widget, line in zip(app.query(".line, .option"), LINES[20:], strict=False):
        assert isinstance(widget, Static)
        widget.update(f"{line} {next(_numbers)} {'اب'[number % 2]}", layout=False)
    _forget(app.screen)


async def main() -> None:
    """Prints a line for each kind of repaint."""
    for prepare in (repaint, unchanged, first):
        found, milliseconds = await ratio(prepare)
        print(f"right-to-left {prepare.__name__}: ratio {found:.2f} ({milliseconds:.1f} ms)")


if __name__ == "__main__":
    asyncio.run(main())

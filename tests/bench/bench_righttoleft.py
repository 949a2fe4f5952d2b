"""What right-to-left costs on the round screen in Arabic, 120 columns by 40 rows.

    python -m tests.bench.bench_righttoleft

The same program is measured mirrored and not mirrored, in turns, in one run. A ratio of 1.2 means
20 % more. Three kinds of full repaint, each up to the bytes for the terminal:

- ``repaint``: every widget draws all its lines again, as after a change of theme or focus;
- ``unchanged``: the screen is written again from what the widgets remember;
- ``question``: the next question, with all that the program does to show it, in processor time.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from typing import Any

from textual.pilot import Pilot
from textual.widget import Widget

from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.library import Library, open_library
from azun_quiz.paths import built_in
from azun_quiz.session import Wish
from tests.bench.table import row
from tests.tui.driver import Game, press, round_of

SIZE = (120, 40)
TURNS = 80

Repaint = Callable[[Pilot[Any]], Awaitable[float]]
"""Repaints the screen and says how many seconds it took."""


def _written(app: Any) -> None:
    update = app.screen._compositor.render_full_update()
    update.render_segments(app.console)


async def unchanged(pilot: Pilot[Any]) -> float:
    """Writes the screen again."""
    start = time.perf_counter()
    _written(pilot.app)
    return time.perf_counter() - start


async def repaint(pilot: Pilot[Any]) -> float:
    """Lets every widget draw its lines again."""
    for widget in pilot.app.screen.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()
        if hasattr(widget, "_strips"):
            widget._strips = None
            widget._painted = {}
    return await unchanged(pilot)


async def question(pilot: Pilot[Any]) -> float:
    """Skips to the next question, whose texts were never shown."""
    screen = round_of(pilot)
    start = time.process_time()
    screen.action_skip()
    await pilot.pause()
    _written(pilot.app)
    return time.process_time() - start


async def ratio(library: Library, kind: Repaint) -> tuple[float, float]:
    """Median time mirrored divided by not mirrored, and the former in milliseconds."""
    times: dict[bool, list[float]] = {True: [], False: []}
    game = Game(lang="ar", bank=library.bank, start=Wish(count=2 * TURNS, seed=1))
    async with game.running(SIZE) as pilot:
        await press(pilot)
        app = pilot.app
        for number in range(TURNS):
            for mirrored in (True, False) if number % 2 else (False, True):
                app._right_to_left = mirrored  # type: ignore[attr-defined]
                times[mirrored].append(await kind(pilot))
    medians = {key: statistics.median(values[5:]) for key, values in times.items()}
    return medians[True] / medians[False], medians[True] * 1000


def main() -> None:
    """Prints a line for each kind of repaint."""
    library = open_library([Pack(BUILT_IN, built_in())])
    for kind in (repaint, unchanged, question):
        found, milliseconds = asyncio.run(ratio(library, kind))
        shown = f"{milliseconds:.1f} ms"
        row(f"right to left, {kind.__name__}", shown, "not mirrored", found, "1.2")


if __name__ == "__main__":
    main()

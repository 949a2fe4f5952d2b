"""A few kills of the line-by-line game; `python -m tests.kill` makes many, on the screen too."""

from __future__ import annotations

from pathlib import Path

from tests.kill import PlainFront, run, told
from tests.plain.script import PACK

KILLS = 6


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    front = PlainFront()
    count = run(KILLS, [front], tmp_path, ["--content", str(PACK), "--only-content"], seed=5)
    assert count.lost == []
    assert count.kills == KILLS
    assert count.acknowledged > 2 * KILLS, told(count, [front])
    assert count.resumed >= KILLS - 2

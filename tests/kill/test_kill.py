"""A few kills of each kind; `python -m tests.kill` makes many, on the full screen too."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.plain.script import PACK

if sys.platform == "win32":
    pytest.skip("there are neither pseudo-terminals nor forks", allow_module_level=True)

from tests.kill import jobs, playing
from tests.kill.plain_front import PlainFront

KILLS = 6


def test_nothing_acknowledged_is_lost_in_the_line_by_line_game(tmp_path: Path) -> None:
    content = ["--content", str(PACK), "--only-content"]
    count = playing.run(PlainFront(), KILLS, tmp_path, content, seed=5)
    assert count.lost == []
    assert count.kills == KILLS
    assert count.acknowledged > KILLS, count.told("plain")


@pytest.mark.parametrize("job", jobs.JOBS, ids=lambda job: job.name)
def test_nothing_acknowledged_is_lost_and_no_file_half_written(
    tmp_path: Path, job: type[jobs.Job]
) -> None:
    count = jobs.run(job(), KILLS, tmp_path, seed=5)
    assert count.lost == []
    assert count.kills == KILLS

"""Kills the program at random moments, and looks whether anything is lost.

    python -m tests.kill [TIMES] [ACTIVITY...]

kills it TIMES (1000) times in all activities, or in those that are named: ``plain`` and
``screen`` play games on a pseudo-terminal, line by line and on the full screen (English and
Arabic, all modes), and go on with them afterwards; ``finish``, ``migrate``, ``backup``,
``restore``, ``export`` and ``settings`` do one thing over and over in a process of its own. Then
everything that had been acknowledged must be there, and no file may be half written. A line for
each sums up; the exit code is 1 if anything was lost.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.kill import jobs, playing
from tests.kill.counting import Count
from tests.store.playing import MEMORY

SHARES = {
    "plain": 10,
    "screen": 8,
    "finish": 20,
    "migrate": 16,
    "backup": 16,
    "restore": 10,
    "export": 12,
    "settings": 8,
}
"""How many of a hundred kills hit each activity."""


def main(*words: str) -> int:
    """Run and tell."""
    times = next((int(word) for word in words if word.isdecimal()), 1000)
    names = [word for word in words if not word.isdecimal()] or list(SHARES)
    unknown = set(names) - set(SHARES)
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(SHARES)}")
        return 2
    seed, begun, all_shares = int(time.time()), time.monotonic(), sum(map(SHARES.get, names))
    lost = kills = 0
    # What a killed process leaves is the same on a disk and in memory.
    with tempfile.TemporaryDirectory(dir=MEMORY) as home:
        for name in names:
            share = max(1, round(times * SHARES[name] / all_shares))
            count = _activity(name, share, Path(home), seed)
            print(count.told(name), flush=True)
            for line in count.lost:
                print(f"  {line}", flush=True)
            lost, kills = lost + len(count.lost), kills + count.kills
    minutes = (time.monotonic() - begun) / 60
    print(f"{kills} kills in {minutes:.1f} minutes (seed {seed}): {lost} lost")
    return 1 if lost else 0


def _activity(name: str, times: int, home: Path, seed: int) -> Count:
    for front in playing.FRONTS:
        if front.name == name:
            return playing.run(front(), times, home / name, seed=seed)
    (job,) = (job for job in jobs.JOBS if job.name == name)
    return jobs.run(job(), times, home / name, seed=seed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

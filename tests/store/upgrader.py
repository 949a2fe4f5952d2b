"""A process that brings a store up to date by a made-up step of two hundred columns.

python -m tests.store.upgrader FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from azun_quiz.store import schema
from azun_quiz.store.store import Store
from tests.store.playing import NOON

COLUMNS = 200


def upgrade(path: Path) -> None:
    """Add the step to those that there are, and open the store."""
    step = tuple(f"ALTER TABLE player ADD COLUMN colour_{number} TEXT" for number in range(COLUMNS))
    schema.STEPS = (*schema.STEPS, step)
    Store.open(path, now_ms=NOON).close()


if __name__ == "__main__":
    print("begun", flush=True)
    upgrade(Path(sys.argv[1]))

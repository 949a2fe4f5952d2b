"""Facts and templates: every fault is a problem with a place, and the rest can be played.

`python -m tests.content.fuzz` tries many cases on all processors.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from tests.content.examining import examine, lie_in, write
from tests.content.fuzz import mutated


def fuzz(chance: Random) -> None:
    """Load a broken pack and do all that can be done with it."""
    files, _ = mutated(chance.randrange(1 << 32), 0)
    with tempfile.TemporaryDirectory() as home:
        problems = examine(write(Path(home), files), Path(home), sound=0)
        assert lie_in(problems, Path(home)), problems

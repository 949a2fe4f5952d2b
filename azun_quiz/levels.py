"""What a round can be: its levels, its modes, and how many questions it has at most."""

from __future__ import annotations

LEVELS = ("easy", "medium", "hard")
"""How near the wrong options lie to the right one: far, some way off, next to it."""

DEFAULT_LEVEL = "medium"

MODES = ("practice", "timed", "exam")
"""How a round is played: with feedback at once, against a clock, or handed in as a whole."""

DEFAULT_MODE = "practice"

MAX_COUNT = 200
"""The most questions of a round."""

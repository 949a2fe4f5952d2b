"""Golden files: what a test makes is compared with what was looked at and kept.

To write them anew: ``AZUN_QUIZ_GOLDEN=write python -m pytest``; then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent


def assert_golden(name: str, found: str) -> None:
    """Compare a text with the golden file of that name."""
    path = HERE / name
    if os.environ.get("AZUN_QUIZ_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")

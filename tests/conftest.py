"""What many tests share: the built-in content, loaded once."""

from __future__ import annotations

import pytest

from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.library import Library, open_library
from azun_quiz.paths import built_in


@pytest.fixture(scope="session")
def library() -> Library:
    """The built-in content and its bank; tests only read it."""
    return open_library([Pack(BUILT_IN, built_in())])

"""The built-in content, and homes of somebody who has used the program with it before."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from shutil import copytree

from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.library import Library, open_library
from azun_quiz.listings import Listings
from azun_quiz.paths import built_in


@cache
def built_in_library() -> Library:
    """The built-in content and its bank, loaded once; nobody changes it."""
    return open_library([Pack(BUILT_IN, built_in())])


@cache
def _kept() -> tempfile.TemporaryDirectory[str]:
    """A directory with the list of the items of the built-in content."""
    directory = tempfile.TemporaryDirectory()
    Listings(Path(directory.name)).keep(built_in_library().bank)
    return directory


def used_before(home: Path) -> Path:
    """The home, with the list of the items of the built-in content in its cache.

    Most tests of the whole program are about other things than finding these items.
    """
    copytree(_kept().name, home / "cache", dirs_exist_ok=True)
    return home

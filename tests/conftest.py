"""What many tests share: the built-in content, loaded once."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from tests.homes import built_in_library

# A shell starts programs in the background with this signal ignored; their children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("patient", deadline=None)  # machines may be busy
settings.load_profile("patient")

MEMORY = Path("/dev/shm")
ROOM = 1 << 30
"""Bytes; the files of a whole run are much smaller."""

if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    # What is tried in files there need not wait for a disk.
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


# Whoever wants no compiled files in this directory has them there nevertheless: some tests start
# the program without that wish. So the tests may as well be compiled once instead of in each run.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

FIRST = ("tests/web/test_browser.py", "tests/web/test_program.py")
"""Files with long tests, which must not be begun when all others are done."""


def settle() -> None:
    """What is there now stays to the end: the collector of garbage need not look at it again.

    And it looks at the rest less often than usual, as most garbage is gone without it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """While modules are imported and tests collected, nothing of it becomes garbage."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        settle()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests come first."""
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))


Items = Callable[..., dict[str, Item]]
"""All items by id, for a language, a seed and a level; made once for each."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The built-in content and its bank; tests only read it."""
    found = built_in_library()
    settle()
    return found


@pytest.fixture(scope="session")
def items(library: Library) -> Items:
    """The items of all topics of the built-in content."""

    @cache
    def made(lang: str = "en", seed: int = 0, level: str = "medium") -> dict[str, Item]:
        bank = library.bank
        return {
            item: bank.item(item, lang=lang, seed=seed, level=level)
            for item in bank.ids(bank.topics, lang)
        }

    return made

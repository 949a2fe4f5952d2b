"""What many tests share: the built-in content, loaded once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import settings

from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.generator.item import Item
from azun_quiz.library import Library, open_library
from azun_quiz.paths import built_in

settings.register_profile("patient", deadline=None)  # machines may be busy
settings.load_profile("patient")

Items = Callable[..., dict[str, Item]]
"""All items by id, for a language, a seed and a level; made once for each."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The built-in content and its bank; tests only read it."""
    return open_library([Pack(BUILT_IN, built_in())])


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

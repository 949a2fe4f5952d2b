"""A whole session in each language is what the golden files say."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.plain.recording import GOLDEN, LANGUAGES, record


@pytest.fixture(scope="module")
def utc() -> Iterator[None]:
    """Days are the same everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="module", params=LANGUAGES)
def session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, utc: None
) -> tuple[str, str]:
    return request.param, record(request.param, tmp_path_factory.mktemp("home"))


def test_a_session_in_each_language(session: tuple[str, str]) -> None:
    lang, text = session
    golden = (GOLDEN / f"session.{lang}.txt").read_text(encoding="utf-8")
    assert text.splitlines() == golden.splitlines()  # see tests/plain/recording.py


def test_nothing_but_lines_of_text(session: tuple[str, str]) -> None:
    _, text = session
    allowed = {"\n", "\N{LEFT-TO-RIGHT MARK}"}
    assert {char for char in text if not char.isprintable()} <= allowed

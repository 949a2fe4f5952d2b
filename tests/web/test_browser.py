"""The game in a real browser: played by two at once, and against the same round in a terminal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from azun_quiz.game.round_code import RoundRequest, encode
from azun_quiz.library import Library
from azun_quiz.store.store import Store
from azun_quiz.text.bidi import visual
from tests.web.chromium import Visitor, chromium, missing, until
from tests.web.driver import ROOT, Program, program

SEED = 748


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def served(home: Path, browser: Browser) -> Iterator[Program]:
    with program(home) as running:
        yield running


@pytest.fixture(scope="module")
def code(library: Library) -> str:
    return encode(RoundRequest(("dates", "resolutions"), "medium", 2, SEED), library.bank)


def start(visitor: Visitor, code: str, field: str, title: str) -> None:
    """Play the round of a code: with the mouse into its field, and off with Enter."""
    visitor.press("n")
    visitor.sees(field)
    visitor.click(visual(field, "R"))
    visitor.page.keyboard.type(code)
    visitor.sees(code)
    visitor.press("Enter")
    visitor.sees(title)


def test_two_visitors_play_at_once_by_keys_and_by_mouse(
    browser: Browser, served: Program, code: str, home: Path, tmp_path: Path
) -> None:
    anna, leyla = Visitor(browser, served.url), Visitor(browser, served.url, "ar")
    anna.enter("Anna")
    leyla.enter("ليلى", lang="ar")
    anna.sees("New round")
    leyla.sees("جولة جديدة")
    assert not any("ليلى" in line for line in anna.lines())
    for visitor in (anna, leyla):
        visitor.page.screenshot(path=tmp_path / f"home-{visitor is leyla}.png")

    start(anna, code, "from your teacher", "Question 1 of 2")
    anna.press("2")
    anna.sees("Source")
    anna.press("Enter")
    anna.sees("Question 2 of 2")
    anna.click("1 A")
    anna.sees("Source")
    anna.page.screenshot(path=tmp_path / "round-en.png")
    anna.press("Enter")
    anna.sees("Result")

    start(leyla, code, "من المعلم", "السؤال 1 من 2")
    leyla.click(visual("أ", "R") + " 1")
    leyla.sees("التالي")
    leyla.page.screenshot(path=tmp_path / "round-ar.png")
    leyla.press("Enter")
    leyla.sees("السؤال 2 من 2")
    leyla.press("3")
    leyla.sees("التالي")
    leyla.press("Enter")
    leyla.sees("النتيجة")

    for visitor, lang in ((anna, "en"), (leyla, "ar")):
        visitor.page.screenshot(path=tmp_path / f"result-{lang}.png")
        visitor.press("w")
        offered = visitor.offered()
        assert re.fullmatch(r"azun-quiz-[\d-]+\.html", offered.suggested_filename)
        offered.save_as(tmp_path / f"{lang}.html")
        text = unescape((tmp_path / f"{lang}.html").read_text(encoding="utf-8"))
        assert f'<html lang="{lang}"' in text
        assert visitor.errors == []
        assert {urlsplit(url).netloc for url in visitor.asked} == {f"localhost:{served.port}"}
        visitor.press("Control+q")
        visitor.page.wait_for_selector(".why-ended", state="visible")
        visitor.page.screenshot(path=tmp_path / f"over-{lang}.png")
        visitor.context.close()

    with closing(Store.open(home / "data" / "learner.db", now_ms=0)) as store:
        played = {player.name: len(store.rounds(player.id)) for player in store.players()}
    assert (played["Anna"], played["ليلى"]) == (1, 1)
    assert not any(path.name.startswith("azun-quiz") for path in home.rglob("*"))


class Tmux:
    """The program in tmux, which shows cells as it is told and can be read."""

    def __init__(self, home: Path, size: tuple[int, int], *arguments: str) -> None:
        found = shutil.which("tmux")
        if found is None:
            missing("tmux")
        self._tmux = [found, "-S", str(home / "tmux"), "-f", "/dev/null"]
        command = [sys.executable, "-m", "azun_quiz", *arguments]
        environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "AZUN_QUIZ_HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TZ": "UTC",
        }
        self._run(environ, "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), *command)
        self._run(None, "set", "status", "off")
        self._run(None, "resize-window", "-x", str(size[0]), "-y", str(size[1]))

    def _run(self, environ: dict[str, str] | None, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, "-u", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environ,
            check=True,
            timeout=30,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        self._run(None, "send-keys", *keys)

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._run(None, "capture-pane", "-p").split("\n")]

    def close(self) -> None:
        self._run(None, "kill-server")


def test_arabic_reads_the_same_in_a_browser_and_in_tmux(
    browser: Browser, served: Program, code: str, tmp_path: Path
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('bidi = "app"\n')
    visitor = Visitor(browser, served.url, "ar")
    visitor.enter("سارة", lang="ar")
    visitor.sees("جولة جديدة")
    start(visitor, code, "من المعلم", "السؤال 1 من 2")
    tmux = Tmux(tmp_path, visitor.size, "play", "--code", code, "--lang", "ar")
    with closing(tmux):

        def same() -> bool:
            rows = visitor.size[1]
            return [line.rstrip() for line in visitor.lines()] == tmux.lines()[:rows]

        def told() -> str:
            pairs = zip(visitor.lines(), tmux.lines(), strict=False)
            return "\n".join(f"{ours}\n{theirs}" for ours, theirs in pairs if ours != theirs)

        seen = []
        for key in ("", "2", "Enter", "1", "Enter"):
            if key:
                visitor.press(key)
                tmux.press(key)
                before = seen[-1]
                until(lambda old=before: visitor.lines() != old, told)  # type: ignore[misc]
            until(same, told)
            seen.append(visitor.lines())
        visitor.sees("النتيجة")
    letters = [char for line in seen[1] for char in line if "\ufe70" <= char <= "\ufefc"]
    assert len(letters) > 100  # joined forms, in the order of the cells
    assert not any("\u0620" <= char <= "\u064a" for line in seen[1] for char in line)
    visitor.page.screenshot(path=tmp_path / "result.png")
    visitor.context.close()

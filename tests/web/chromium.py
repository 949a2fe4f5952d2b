"""A real browser, and what its terminal shows, for tests."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Page, sync_playwright

from azun_quiz.text.bidi import visual

_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_CATCH_TERMINAL = """
Object.defineProperty(Object.prototype, "_core", {
  configurable: true,
  set(core) {
    Object.defineProperty(this, "_core", {value: core, writable: true});
    if (this.buffer) window.terminal = this;
  },
});
"""
"""The page keeps its terminal to itself; it is caught when it sets this property."""
_LINES = """() => {
  const {buffer: {active}, rows} = window.terminal;
  return Array.from({length: rows}, (_, row) => active.getLine(row).translateToString(true));
}"""
_PATIENCE = 30.0


def missing(what: str) -> NoReturn:
    """Skip a test for want of a program; a failure where everything has to be checked."""
    words = f"{what} is not installed"
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_OPTIONS)
        try:
            yield browser
        finally:
            browser.close()


def until(true: Callable[[], bool], told: Callable[[], str]) -> None:
    """Wait for something that takes its time on a busy machine."""
    end = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < end, told()
        time.sleep(0.02)


class Visitor:
    """Somebody in front of a window of the browser."""

    def __init__(self, browser: Browser, url: str, locale: str = "en") -> None:
        self.context: BrowserContext = browser.new_context(
            viewport={"width": 1000, "height": 620}, locale=locale, accept_downloads=True
        )
        self.context.add_init_script(_CATCH_TERMINAL)
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.downloads: list[Download] = []
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("page", self._watch)
        self.url = url
        self.page: Page = self.context.new_page()

    def _watch(self, page: Page) -> None:
        page.on("download", lambda download: self.downloads.append(download))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def enter(self, name: str, *, lang: str = "en") -> None:
        """Open the game under a name."""
        self.page.goto(f"{self.url}/?lang={lang}")
        self.page.fill("#name", name)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("body.-first-byte")

    def lines(self) -> list[str]:
        """What the terminal shows, in the order of its cells."""
        found: list[str] = self.page.evaluate(_LINES)
        return found

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        columns, rows = self.page.evaluate("() => [window.terminal.cols, window.terminal.rows]")
        return columns, rows

    def sees(self, words: str) -> None:
        """Wait until words are on the screen."""
        shown = visual(words, "R" if any("\u0600" <= char <= "\u06ff" for char in words) else "L")
        until(lambda: any(shown in line for line in self.lines()), self._told)

    def _told(self) -> str:
        return "\n".join(self.lines())

    def offered(self) -> Download:
        """Wait for a file."""

        def there() -> bool:
            self.page.wait_for_timeout(20)  # events of the browser come in here alone
            return bool(self.downloads)

        until(there, self._told)
        return self.downloads[0]

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, words: str) -> None:
        """Click on the first letter of words, as they stand in the terminal."""
        lines = self.lines()
        row = next(row for row, line in enumerate(lines) if words in line)
        columns, rows = self.size
        box = self.page.locator(".xterm-screen").bounding_box()
        assert box is not None
        self.page.mouse.click(
            box["x"] + (lines[row].index(words) + 0.5) * box["width"] / columns,
            box["y"] + (row + 0.5) * box["height"] / rows,
        )

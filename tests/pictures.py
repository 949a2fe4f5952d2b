"""The pictures of the README, made from the real program.

python -m tests.pictures
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from azun_quiz.library import open_library, packs
from azun_quiz.paths import places
from azun_quiz.session import Wish
from azun_quiz.store.store import Store
from azun_quiz.tui.app import AzunQuiz
from azun_quiz.tui.services import Services

TARGET = Path(__file__).resolve().parent.parent / ".pictures"
NOON = 1_790_000_000.0
SIZE = (84, 26)
SEED = 748
"""A seed whose first question is on the date of resolution 853."""

_FONT_FACES = re.compile(r"@font-face\s*\{[^}]*\}", re.S)


def drawn(svg: str) -> str:
    """A picture that loads no fonts from elsewhere and keeps the order of its characters."""
    svg = _FONT_FACES.sub("", svg)
    order = "text { unicode-bidi: bidi-override; direction: ltr; white-space: pre; }"
    return svg.replace("<style>", f"<style>\n    {order}", 1)


async def picture(lang: str, home: Path) -> str:
    """The screen of a round after a wrong answer, in a language."""
    library = open_library(packs(places({"AZUN_QUIZ_HOME": str(home)})))
    services = Services(
        load_content=lambda: (library.bank, library.problems),
        open_store=Store.in_memory,
        clock=lambda: NOON,
        steady_clock=lambda: 0.0,
    )
    app = AzunQuiz(services, lang=lang, start=Wish(seed=SEED))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        while not app.ready:
            await pilot.pause(0.05)
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()
        return app.export_screenshot(title="azun-quiz")


def main() -> None:
    """Write one picture a language."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for lang in ("en", "ar", "az"):
            svg = asyncio.run(picture(lang, Path(home)))
            (TARGET / f"round-{lang}.svg").write_text(drawn(svg), encoding="utf-8")


if __name__ == "__main__":
    main()

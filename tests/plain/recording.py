"""A whole session in plain mode, written down in each language.

    python -m tests.plain.recording

writes the golden files anew. Read them before they are kept.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from tests.plain.script import Desk, Wait

GOLDEN = Path(__file__).resolve().parent / "golden"
LANGUAGES = ("en", "ar", "az")

LETTER = {"en": "b", "ar": "ب", "az": "B"}
"""The letter of the second option."""
OTHER = {"en": "2", "ar": "3", "az": "1"}
"""The number of another language."""
THREE = {"en": "3", "ar": "٣", "az": "3"}


def record(lang: str, home: Path) -> str:
    """Play the session; what was typed and said."""
    desk = Desk(home, lang)
    rounds(desk)
    menu(desk)
    after(desk)
    return desk.said().replace(str(home), "HOME")


def rounds(desk: Desk) -> None:
    """Rounds of each kind, by options."""
    second, third = LETTER[desk.lang], THREE[desk.lang]
    practice = ["?", second, "u", third, "h", "h", "h", "r", "zz", "9", "", "1"]
    practice += ["f the stem is unclear", "s", "f", "4", Wait(11), "u", "2"]
    desk.call("play", "--seed", "7", "--questions", "5", typed=practice)
    desk.call(
        "play",
        *("--mode", "timed", "--level", "hard", "--topic", "members", "--questions", "2"),
        *("--seed", "3"),
        typed=["1", Wait(5), "r", "?", Wait(30), "1"],
    )
    exam = ["1", "h", "2", "g 1", "3", "s", "?", "s", "zz", "g 9", "g3", "1", "x"]
    desk.call("play", "--mode", "exam", "--seed", "1", "--questions", "3", typed=exam)
    desk.call("play", "--player", "Leyla", "--seed", "7", "--questions", "1", typed=["1"])
    desk.call("play", "--questions", "4", typed=["1", "x"])
    desk.call("play", typed=["q"])


def menu(desk: Desk) -> None:
    """The game without a command."""
    desk.call(typed=["?", "zz", "c", "1", "q", "1", "q"])
    wish = ["5", "1 1", "x", "2", "3", "500", "2"]
    desk.call(typed=["1", *wish, "1", "x", "q"])
    desk.call(typed=["2", "1", "q", "c", "q", "q"])
    desk.call(typed=["3", "ABCD", "3", "q", "3", "", "1", "q", "q"])
    desk.call(typed=["4", "1", "q", "5", "1", "q", "6", "7", "1", "q", "q"])
    desk.call(typed=["8", "q", "8", "Rəşad", "8", "2", "q"])
    players = ["r 1", "q", "r1", "leyla", "r 3", "Rəşad B", "x 9", "x 3", "", "x3", "y", "q"]
    desk.call(typed=["8", *players, "q"])
    desk.call(typed=["9", "q", "9", OTHER[desk.lang], "9", "q"])
    desk.call("--lang", desk.lang, typed=["c"])


def after(desk: Desk) -> None:
    """Review, flags and figures by their commands; and what cannot be done."""
    typed = ["1", "zz", "u", "k 1", "u", "k 1", "/ 821", "/nowhere", "/"]
    typed += ["d", "1", "q", "p", "1", "2", "q", "m"]
    desk.call("review", "--lang", desk.lang, typed=typed)
    desk.clock.seconds += 3 * 86_400
    desk.call("play", "--questions", "1", "--seed", "7", "--player", "Leyla", typed=["2"])
    desk.call("review", "--due", "--topic", "members", typed=["1", "1"])
    desk.call("review", "--flagged")
    desk.call("stats")
    desk.call("play", "--code", "2222-2222")
    desk.call("play", "--code", "2222-2222", "--seed", "7")
    desk.call("play", "--topic", "cooking")
    desk.call("play", "--lang", "fr")
    desk.call("play", "--player", " ")


def main() -> None:
    """Write the golden files."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    for lang in LANGUAGES:
        with tempfile.TemporaryDirectory() as home:
            text = record(lang, Path(home))
        (GOLDEN / f"session.{lang}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""The full screen, played at random, from left to right and from right to left."""

from __future__ import annotations

import re
import time
import unicodedata
from contextlib import suppress
from random import Random

from azun_quiz.game.round import Round
from azun_quiz.text.bidi import visual
from tests.kill.counting import Lost
from tests.kill.table import Seen, Table, Wish
from tests.plain.talk import Talk

MAX_MOVES = 6

_ESCAPES = re.compile(
    r"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>()][0B]?"
)
_CHOSEN = "●"


class Words:
    """What the screen says in a language, as it is written to the terminal."""

    def __init__(self, right: str, wrong: str, following: str, number: str, points: str) -> None:
        self.right, self.wrong, self.following = right, wrong, following
        self.number, self.points = re.compile(number), re.compile(points)


WORDS = {
    "en": Words("✓ Right", "✗ Not right", "Next", r"Question (\d+) of", r"(\d+) points?"),
    "ar": Words(
        visual("✓ إجابة صحيحة"),
        visual("✗ إجابة غير صحيحة"),
        visual("التالي"),
        rf"\d+ {visual('من')} (\d+) {visual('السؤال')}",
        rf"(?:{visual('نقطة')}|{visual('نقاط')}) (\d+)   \d+ {visual('من')}",
    ),
}


class ScreenFront:
    """The full screen in English and Arabic."""

    name = "screen"
    languages = ("en", "en", "ar")

    def __init__(self) -> None:
        self._answers: dict[int, tuple[int, bool | None]] = {}
        self._number = 0
        self._typed = 0

    def number(self, kept: Round) -> int:
        """Where a round goes on: at the question on the screen; an answered one tells why."""
        return min(kept.place, len(kept.plan.questions) - 1) + 1

    def begin(self, table: Table, wish: Wish) -> Talk:
        """Begin the round."""
        how = ("--questions", str(wish.questions), "--seed", str(wish.seed), "--mode", wish.mode)
        self._answers, self._number, self._typed = {}, 0, 0
        return self._talk(table, wish, "play", *how)

    def _talk(self, table: Table, wish: Wish, *arguments: str) -> Talk:
        who = ("--player", wish.player, "--lang", wish.lang)
        screen = {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        return Talk(*who, *table.content, *arguments, home=table.home, **screen)

    def play(self, talk: Talk, wish: Wish, chance: Random) -> Seen:
        """Answer and go on, until a key whose effect nobody waits for."""
        words = WORDS[wish.lang]
        for number in range(1, min(wish.questions, chance.randint(1, MAX_MOVES)) + 1):
            self._until_number(talk, words, number)
            self._number = number
            if number > 1 and chance.random() < 0.2:
                break
            self._typed = len(talk.said)
            chosen = chance.choice("123")
            talk.type(chosen)
            if chance.random() < 0.15:
                return Seen(last=chosen)
            self._acknowledge(talk, wish, number, chosen)
            self._typed = len(talk.said)
            talk.type("\r")
        return Seen()

    def _until_number(self, talk: Talk, words: Words, number: int) -> None:
        end = time.monotonic() + 30
        while True:
            found = words.number.findall(_ESCAPES.sub("", talk.said[self._typed :]))
            if found and int(found[-1]) == number:
                return
            if time.monotonic() > end:
                raise TimeoutError(f"question {number} is not shown:\n{talk.said[-2000:]}")
            talk.listen(0.5)

    def _acknowledge(self, talk: Talk, wish: Wish, number: int, chosen: str) -> None:
        words = WORDS[wish.lang]
        if wish.mode == "exam":
            talk.until(_CHOSEN, start=self._typed)
            self._answers[number] = (int(chosen), None)
            return
        verdict = talk.until(words.right, words.wrong, start=self._typed)
        self._answers[number] = (int(chosen), verdict == words.right)
        talk.until(words.following, start=self._typed)  # among the keys: now Enter goes on

    def seen(self, talk: Talk, seen: Seen, wish: Wish) -> Seen:
        """What can be read of all that was written until the end."""
        words, rest = WORDS[wish.lang], talk.said[self._typed :]
        if seen.last and wish.mode == "exam" and _CHOSEN in rest:
            self._answers[self._number] = (int(seen.last), None)
        elif seen.last and (words.right in rest or words.wrong in rest):
            self._answers[self._number] = (int(seen.last), words.right in rest)
        following = words.number.findall(_ESCAPES.sub("", rest))
        seen.answers = dict(self._answers)
        seen.number = int(following[-1]) if following else self._number
        return seen

    def resume(self, table: Table, wish: Wish, kept: Round) -> tuple[int, tuple[str, ...], int]:
        """Go on with the round: the number of its question, its options, and the points."""
        words = WORDS[wish.lang]
        with self._talk(table, wish) as talk:
            self._typed = 0
            self._until_number(talk, words, self.number(kept))  # beside the entry "Continue"
            start = len(talk.said)
            talk.type("c")
            number, self._typed = self.number(kept), start
            self._until_number(talk, words, number)
            item = table.item(kept, number, wish.lang)
            _until_painted(talk, start, (item.stem, *item.options), wish.lang)
            points = words.points.search(_ESCAPES.sub("", talk.said[start:]))
        if kept.plan.mode == "exam":
            return number, item.options, 0
        if points is None:
            raise Lost("the points are not shown")
        return number, item.options, int(points[1])


def _until_painted(talk: Talk, start: int, texts: tuple[str, ...], lang: str) -> None:
    """Wait until the texts are on the screen; Lost if they do not come."""
    deadline = time.monotonic() + 10
    while True:
        painted = _ESCAPES.sub("", talk.said[start:])
        missing = _missing_words(painted, texts) if lang == "ar" else _missing(painted, texts)
        if not missing:
            return
        if time.monotonic() > deadline:
            raise Lost(f"not painted are {missing}")
        with suppress(TimeoutError):
            talk.listen(0.05)


def _missing(painted: str, texts: tuple[str, ...]) -> list[str]:
    found = _squeezed(painted)
    return [text for text in texts if _squeezed(text) not in found]


def _squeezed(text: str) -> str:
    """Text without spaces, frames and the notes beside options, so that words that go on in the
    next row are found."""
    words = re.sub(r"your answer|right answer|taken away|chosen", "", text)
    return re.sub(r"[\s│║┃|▐]", "", words)


def _missing_words(painted: str, texts: tuple[str, ...]) -> set[str]:
    """Words from right to left that are not there: rows are too narrow to look for sentences."""
    shown = {_letters(word[::-1]) for word in painted.split()}
    return {word for text in texts for word in map(_letters, text.split())} - shown


def _letters(word: str) -> str:
    """The Arabic letters of a word, as they are typed."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKC", word)
        if unicodedata.bidirectional(char) == "AL"
    )

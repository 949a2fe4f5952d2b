"""Asking how a round should be; an empty line takes what is usual, and q goes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from azun_quiz.levels import LEVELS, MAX_COUNT, MODES
from azun_quiz.names import level_name, mode_name, topic_name
from azun_quiz.plain import keys
from azun_quiz.plain.console import Console
from azun_quiz.session import Session, Wish
from azun_quiz.text.catalog import N_


class _Back(Exception):  # noqa: N818 (it is no error)
    """The player would rather not have a new round."""


class Wisher:
    """Turns answers to a few questions into a wish; ``usual`` is what empty lines mean."""

    def __init__(self, console: Console, session: Session, usual: Wish) -> None:
        self.console = console
        self.session = session
        self.usual = usual

    def wish(self) -> Wish | None:
        """Ask for topics, level, mode and number; None to go back."""
        try:
            return self._wish()
        except _Back:
            return None

    def _wish(self) -> Wish:
        usual, t = self.usual, self.console.t
        topics = self._topics()
        levels = {level: level_name(level, t) for level in LEVELS}
        modes = {mode: mode_name(mode, t) for mode in MODES}
        level = self._one_of(N_("Level:"), levels, usual.level)
        mode = self._one_of(N_("Mode:"), modes, usual.mode)
        return replace(usual, topics=topics, level=level, mode=mode, count=self._count(), seed=None)

    def _topics(self) -> tuple[str, ...]:
        console, known = self.console, self.session.topics
        console.say("q goes back at any question.")
        console.say("Topics:")
        for index, topic in enumerate(known, start=1):
            console.line(f"{index}: {topic_name(self.session.bank, topic, console.t)}")
        console.say("Type numbers with spaces between, or nothing for the usual topics.")
        while True:
            words = self._ask(console.t("Topics:")).replace(",", " ").replace("،", " ").split()
            numbers = [keys.number(word, len(known)) for word in words]
            if None not in numbers:
                chosen = [known[number - 1] for number in numbers if number is not None]
                return tuple(dict.fromkeys(chosen)) or self.usual.topics
            console.say("Type numbers from the list.")

    def _one_of(self, title: str, names: Mapping[str, str], usual: str) -> str:
        values = list(names)
        self.console.line(self.console.t(title))
        index = self.console.choose(list(names.values()), title, values.index(usual))
        if index is None:
            raise _Back
        return values[index]

    def _ask(self, prompt: str) -> str:
        line = self.console.ask(prompt)
        if line.lower() == keys.QUIT:
            raise _Back
        return line

    def _count(self) -> int:
        console, usual = self.console, self.usual.count
        console.say("How many questions? Type a number, or nothing for {usual}.", usual=usual)
        while True:
            line = self._ask(console.t("Number:"))
            if not line:
                return usual
            number = keys.number(line, MAX_COUNT)
            if number is not None:
                return number
            console.say("Type a number from 1 to {most}.", most=MAX_COUNT)

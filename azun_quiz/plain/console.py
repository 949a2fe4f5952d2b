"""Asking and telling, one line at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from azun_quiz.errors import UserError
from azun_quiz.game.errors import WordedError
from azun_quiz.plain import keys
from azun_quiz.text.catalog import Messages
from azun_quiz.text.safe import one_line


class EndOfInput(Exception):  # noqa: N818 (it is no error: the lines have simply ended)
    """There is nothing more to read."""


class Console:
    """A conversation over two streams in one language, which ``t`` holds and may be changed.

    A prompt is written only where somebody waits for it (``prompts``): on a terminal. ``last`` is
    the last line that was written.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO, t: Messages, *, prompts: bool) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self.prompts = prompts
        self.t = t
        self.last = ""

    def say(self, message: str, /, **values: object) -> None:
        """Write a translated line."""
        self.line(self.t(message, **values))

    def line(self, text: str = "") -> None:
        """Write a text as one line."""
        self.last = one_line(text)
        print(self.last, file=self._stdout, flush=True)

    def explain(self, error: WordedError | UserError) -> None:
        """Say what is wrong, and what to do."""
        self.say(error.message, **error.params)
        advice = getattr(error, "advice", "")
        if advice:
            self.say(advice, **error.params)

    def ask(self, prompt: str) -> str:
        """Read a line, without the spaces round it.

        Raises:
            EndOfInput: there is no further line.
        """
        if self.prompts:
            self._stdout.write(f"{prompt} ")
            self._stdout.flush()
        try:
            line = self._stdin.readline()
        except UnicodeDecodeError:
            return "\ufffd"
        except OSError:  # the terminal is gone
            line = ""
        if not line:
            self.end_prompt()
            raise EndOfInput
        return line.strip()

    def end_prompt(self) -> None:
        """Go on below a prompt that got no answer."""
        if self.prompts:
            self.line()

    def choose(self, texts: Sequence[str], prompt: str, usual: int | None = None) -> int | None:
        """List texts with numbers and read one of these numbers; an empty line takes the usual.

        Returns the index of the text, or None to go back.
        """
        for number, text in enumerate(texts, start=1):
            self.line(f"{number}: {text}")
        if usual is None:
            self.say("Type a number; q goes back.")
        else:
            self.say("Type a number, or nothing for {usual}.", usual=texts[usual])
        while True:
            line = self.ask(self.t(prompt))
            if line.lower() == keys.QUIT:
                return None
            if usual is not None and not line:
                return usual
            chosen = keys.number(line, len(texts))
            if chosen is not None:
                return chosen - 1
            self.say("Type a number from the list.")

"""Asking and telling, one line at a time."""

from __future__ import annotations

from typing import TextIO

from azun_quiz.text.catalog import Messages


class EndOfInput(Exception):  # noqa: N818 (it is no error: the lines have simply ended)
    """There is nothing more to read."""


class Console:
    """A conversation over two streams in one language.

    A prompt is written only where somebody waits for it: on a terminal.
    """

    def __init__(self, stdin: TextIO, stdout: TextIO, t: Messages, *, prompts: bool) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._prompts = prompts
        self.t = t

    def say(self, message: str, /, **values: object) -> None:
        """Write a translated line."""
        self.line(self.t(message, **values))

    def line(self, text: str = "") -> None:
        """Write a line as it is."""
        print(text, file=self._stdout, flush=True)

    def ask(self, prompt: str) -> str:
        """Read a line, without the spaces round it.

        Raises:
            EndOfInput: there is no further line.
        """
        if self._prompts:
            self._stdout.write(f"{prompt} ")
            self._stdout.flush()
        try:
            line = self._stdin.readline()
        except UnicodeDecodeError:
            return "\ufffd"
        if not line:
            if self._prompts:
                self.line()
            raise EndOfInput
        return line.strip()

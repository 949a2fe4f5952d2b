"""The program on a pseudo-terminal, talked to as a person would."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


class Talk:
    """A call of azun-quiz whose terminal is in our hands; ``said`` is all that it wrote."""

    def __init__(
        self, *arguments: str, home: Path, size: tuple[int, int] = (80, 24), **more: str
    ) -> None:
        environment = {**os.environ, "AZUN_QUIZ_HOME": str(home), "TERM": "dumb", **more}
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            command = [sys.executable, "-m", "azun_quiz", *arguments]
            os.execve(sys.executable, command, environment)
        width, height = size
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.said = ""
        self._bytes = b""
        self._code: int | None = None
        self._is_over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._terminal)

    def type(self, text: str) -> None:
        """Type; a line needs its end."""
        os.write(self._terminal, text.encode())

    def until(self, *words: str, start: int = 0) -> str:
        """Read on until one of the words was written after ``start``; that word.

        TimeoutError if it does not come, EOFError if the program ends without it.
        """
        end = time.monotonic() + PATIENCE
        while True:
            for word in words:
                if word in self.said[start:]:
                    return word
            if time.monotonic() > end:
                raise TimeoutError(
                    f"{words} not in ({len(self.said) - start} since):\n{self.said[-2000:]}"
                )
            if not self.listen(1.0) and self._is_over:
                raise EOFError(f"{words} not in:\n{self.said[-2000:]}")

    def listen(self, seconds: float) -> bool:
        """Read what is there; whether there was anything."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self._terminal, 65536)
        except OSError:  # the other end is closed
            piece = b""
        if not piece:
            self._is_over = True
            return False
        self._bytes += piece
        self.said = self._bytes.decode(errors="replace").replace("\r\n", "\n")
        return True

    def rest(self) -> str:
        """Read until the program has ended; all that it wrote."""
        end = time.monotonic() + PATIENCE
        while not self._is_over:
            self.listen(0.5)
            if time.monotonic() > end:
                raise TimeoutError(f"it goes on:\n{self.said[-2000:]}")
        return self.said

    def code(self) -> int:
        """The exit code, when the program has ended; negative for a signal."""
        self.rest()
        if self._code is None:
            _, status = os.waitpid(self.pid, 0)
            self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def interrupt(self) -> None:
        """Press Ctrl+C, once more if it came in the instant before the program began to read.

        A signal in that instant does not end the reading that follows; a person presses again.
        """
        while self.listen(0.1):
            pass
        self.signal(signal.SIGINT)
        if not self.listen(3.0):
            self.signal(signal.SIGINT)

    def kill(self) -> str:
        """End the program at once, if it runs; all that it had written."""
        if self._code is None:
            with suppress(ProcessLookupError):
                self.signal(signal.SIGKILL)
            self.code()
        return self.said

"""The interface in a browser: Textual's web driver, made safe against what may be sent to it."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import Any

from textual import events, messages
from textual.drivers.web_driver import WebDriver
from textual.message import Message


class ServedDriver(WebDriver):
    """Ends the program when the server is gone, and believes the server alone about sizes."""

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        self._write = partial(self._write_or_leave)

    def _write_or_leave(self, data: bytes) -> int:
        """Write to the server; where nobody reads any more nothing is written."""
        with suppress(BrokenPipeError):
            return os.write(self.fileno, data)
        return 0

    def run_input_thread(self) -> None:
        """Read what comes from the server; its end is the end of the program."""
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())

    def process_message(self, message: Message) -> None:
        """Take a key or a movement of the mouse; a size in the visitor's own input is none."""
        if not isinstance(message, events.Resize):
            super().process_message(message)

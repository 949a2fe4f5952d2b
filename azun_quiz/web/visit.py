"""One visitor's game: a process of its own, and the packets between it and the browser."""

from __future__ import annotations

import asyncio
import json
import os
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import IntEnum

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

MAX_TYPED = 64 * 1024
"""Bytes that a visitor may send in one span of `TYPED_SPAN` seconds; a long paste fits."""
TYPED_SPAN = 10.0
IDLE_SECONDS = 30 * 60
"""A visitor who sends nothing for so long has gone; the place is for somebody else."""
MAX_COLUMNS, MAX_LINES = 400, 150
"""The largest screen that is drawn."""

_START_SECONDS = 30.0
_STOP_SECONDS = 3.0
_MAX_WAITING = 4
"""So many files may wait to be fetched by the browser."""
_MAX_PACKET = 8 << 20
_ERRORS_KEPT = 8 * 1024
_DRIVER = "azun_quiz.tui.served:ServedDriver"


class Close(IntEnum):
    """Why a websocket is closed; the page says it in words."""

    ENDED = 1000
    SERVER_STOPS = 1001
    MISUSE = 1008
    ELSEWHERE = 4001
    IDLE = 4002
    FAILED = 4003


class Downloads(DownloadManager):
    """The files that wait to be fetched, each by the visitor who asked for it."""

    def owner(self, key: str) -> Visit | None:
        """The game that offers a file."""
        waiting = self._active_downloads.get(key)
        return waiting.app_service if waiting and isinstance(waiting.app_service, Visit) else None

    def forget(self, visit: Visit, *, keep: int = 0) -> None:
        """Drop the files that a game offers, but for the newest few."""
        keys = [key for key in self._active_downloads if self.owner(key) is visit]
        for key in keys[: max(0, len(keys) - keep)]:
            self._active_downloads.pop(key).incoming_chunks.put_nowait(None)


class Visit(AppService):
    """A running game and the websocket that it is seen through.

    ``command`` is the game's program and its arguments. The process ends when the websocket is
    closed, when nothing was typed for a while, or when this process ends in any way.
    """

    def __init__(
        self, command: Sequence[str], socket: web.WebSocketResponse, downloads: Downloads
    ) -> None:
        super().__init__(
            command[0],
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._end_of_game,
            download_manager=downloads,
        )
        self._arguments = tuple(command)
        self._socket = socket
        self._downloads = downloads
        self._errors = b""
        self._stopping = False
        self._budget = Budget(MAX_TYPED, TYPED_SPAN)

    # The process.

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # A session of its own, so that Ctrl-C on the server's terminal does not reach it.
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=environment(os.environ, width, height),
            start_new_session=True,
        )
        assert process.stdin is not None
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Hand on what the process writes until it ends; `start` does this beside the rest."""
        process = self._process
        assert process is not None
        errors = asyncio.create_task(self._read_errors(process))
        try:
            await self._read_packets(process)
        except (asyncio.IncompleteReadError, TimeoutError, ValueError):
            pass  # the end of its output, or something that is no packet
        finally:
            await _end(process)
            await errors
            with suppress(Exception):
                await self._socket.close(code=Close.FAILED if process.returncode else Close.ENDED)

    async def _read_packets(self, process: Process) -> None:
        stdout = process.stdout
        assert stdout is not None
        async with asyncio.timeout(_START_SECONDS):
            while await stdout.readline() != b"__GANGLION__\n":
                if stdout.at_eof():
                    return
        while True:
            head = await stdout.readexactly(5)
            size = int.from_bytes(head[1:], "big")
            if size > _MAX_PACKET:
                raise ValueError(size)
            await self._on_packet(head[:1], await stdout.readexactly(size))

    async def _on_packet(self, kind: bytes, payload: bytes) -> None:
        with suppress(ConnectionError, RuntimeError):  # the browser has gone: read on to the end
            if kind == b"D":
                await self.on_data(payload)
            elif kind == b"M":
                await self.on_meta(payload)
            elif kind == b"P":
                await self.on_packed(payload)

    async def _read_errors(self, process: Process) -> None:
        assert process.stderr is not None
        while data := await process.stderr.read(4096):
            self._errors = (self._errors + data)[-_ERRORS_KEPT:]

    async def on_meta(self, data: bytes) -> None:
        """A file is offered, or the game is over; nothing else that a game says is heeded."""
        said = json.loads(data)
        if said.get("type") == "exit":
            await self._end_of_game()
        elif said.get("type") == "deliver_file_start":
            self._downloads.forget(self, keep=_MAX_WAITING - 1)
            await super().on_meta(data)

    async def stop(self) -> None:
        """End the game and wait until its process is gone; stopping twice is no error."""
        self._downloads.forget(self)
        if self._task is None:
            return
        if not self._stopping:
            self._stopping = True
            await self.send_meta({"type": "quit"})
        await asyncio.wait({self._task}, timeout=_STOP_SECONDS)
        if self._process is not None:
            await _end(self._process)
        await asyncio.wait({self._task})

    @property
    def failure(self) -> str:
        """What the process said when it ended as it should not have; empty otherwise."""
        ended = self._process is not None and self._process.returncode not in (None, 0, -15, -9)
        return self._errors.decode("utf-8", "replace").strip() if ended else ""

    # The browser.

    async def follow(self) -> None:
        """Hand on what the visitor does until the websocket is closed."""
        while True:
            try:
                message = await self._socket.receive(timeout=IDLE_SECONDS)
            except TimeoutError:
                await self._socket.close(code=Close.IDLE)
                return
            if message.type is not WSMsgType.TEXT:
                return  # closed, an error, or nothing that the page sends
            if not self._budget.spend(len(message.data)) or not await self._on_message(
                message.data
            ):
                await self._socket.close(code=Close.MISUSE)
                return

    async def _on_message(self, text: str) -> bool:
        """Do what a message of the page says; whether it made sense."""
        match _parsed(text):
            case ["stdin", str(typed)]:
                await self.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(*bounded(width, height))
            case ["ping", str(moment)]:
                await self._socket.send_json(["pong", moment])
            case ["focus"]:
                await self.focus()
            case ["blur"]:
                await self.blur()
            case _:
                return False
        return True

    async def _end_of_game(self) -> None:
        await self._socket.close(code=Close.ENDED)

    async def close(self, why: Close) -> None:
        """Close the websocket, and with it the game."""
        with suppress(ConnectionError, RuntimeError):
            await self._socket.close(code=why)


class Budget:
    """So much in each span of time, and no more."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._left, self._since = most, clock()

    def spend(self, amount: int) -> bool:
        """Whether so much was left."""
        now = self._clock()
        if now - self._since >= self._seconds:
            self._left, self._since = self._most, now
        self._left -= amount
        return self._left >= 0


def bounded(width: int, height: int) -> tuple[int, int]:
    """A size of the screen in cells that can be drawn."""
    return min(max(width, 1), MAX_COLUMNS), min(max(height, 1), MAX_LINES)


def environment(environ: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    """The environment of a game's process: Textual's web driver, and no settings of a terminal."""
    kept = {name: value for name, value in environ.items() if not name.startswith("TEXTUAL")}
    return kept | {
        "TEXTUAL_DRIVER": _DRIVER,
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(width),
        "ROWS": str(height),
        "PYTHONIOENCODING": "utf-8",
    }


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


async def _end(process: Process) -> None:
    """See that a process is gone: it is asked to go, and made to if it does not."""
    for push in (process.terminate, process.kill):
        if process.returncode is not None:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(_STOP_SECONDS):
                await process.wait()
                return
        with suppress(ProcessLookupError):
            push()
    await process.wait()

"""A server in the test's own loop, and the whole program in a process, for tests."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from azun_quiz.web.guard import Guard
from azun_quiz.web.listening import opened, serve
from azun_quiz.web.server import COOKIE, Server, ServerConfig
from azun_quiz.web.visitors import Visitor, Visitors
from tests.homes import used_before

ROOT = Path(__file__).resolve().parents[2]
GAME = [sys.executable, str(Path(__file__).with_name("fake_game.py"))]
KEY = b"k" * 32


@dataclass
class Running:
    """A server and what it said."""

    port: int
    visitors: Visitors
    said: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def cookie(self, name: str, lang: str = "en") -> dict[str, str]:
        return {COOKIE: self.visitors.token(Visitor(name, lang))}

    @asynccontextmanager
    async def client(self, name: str = "", lang: str = "en") -> AsyncIterator[Any]:
        """A browser, known under a name or not at all."""
        cookies = self.cookie(name, lang) if name else {}
        async with aiohttp.ClientSession(
            self.url,
            cookies=cookies,
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            headers={"Origin": self.url},
            timeout=aiohttp.ClientTimeout(total=20),
        ) as session:
            yield session

    async def until(self, path: str, status: int, name: str) -> None:
        """Ask until there is that answer."""
        async with self.client(name) as client:
            for _ in range(200):
                async with client.get(path) as answer:
                    if answer.status == status:
                        return
                await asyncio.sleep(0.02)
        raise AssertionError(path)

    @asynccontextmanager
    async def playing(self, name: str, **query: str) -> AsyncIterator[Play]:
        """A visitor whose game has started."""
        async with self.client(name) as client, client.ws_connect("/ws", params=query) as socket:
            play = Play(socket)
            await play.hear(f"--{name}")
            yield play


@dataclass
class Play:
    """One end of a websocket."""

    socket: aiohttp.ClientWebSocketResponse
    heard: str = ""

    async def hear(self, words: str) -> None:
        """Wait until the game has written something."""
        while words not in self.heard:
            message = await self.socket.receive(timeout=10)
            if message.type is aiohttp.WSMsgType.TEXT and '"pong"' in message.data:
                continue
            assert message.type is aiohttp.WSMsgType.BINARY, (message, self.heard)
            self.heard += message.data.decode()

    async def type(self, text: str) -> None:
        await self.socket.send_json(["stdin", text])

    async def closed(self) -> int | None:
        """Read on until the server closes; the code that it gives."""
        while True:
            message = await self.socket.receive(timeout=15)
            if message.type is aiohttp.WSMsgType.CLOSE:
                return int(message.data)
            if message.type is not aiohttp.WSMsgType.BINARY:
                return None


@asynccontextmanager
async def running(places: int = 8, *, names: list[str] | None = None) -> AsyncIterator[Running]:
    """The server with a game that is none, on a free port."""
    kept = names if names is not None else []
    visitors = Visitors(KEY, lambda: tuple(kept), kept.append, ["Teacher"])
    sockets = opened("localhost", 0)
    running = Running(sockets[0].getsockname()[1], visitors)
    config = ServerConfig(
        visitors=visitors,
        command=lambda visitor: [*GAME, f"--{visitor.name}", visitor.lang],
        places=places,
        kept=True,
        lang="en",
        fixed=False,
        tell=running.said.append,
    )
    application = Server(config).application(Guard("localhost", running.port))
    ready = asyncio.Event()
    task = asyncio.create_task(serve(application, sockets, places, ready.set))
    await ready.wait()
    try:
        yield running
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@dataclass
class Program:
    """`azun-quiz serve` as a process."""

    process: subprocess.Popen[str]
    port: int
    said: str

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def interrupt(self) -> int:
        """Press Ctrl-C on its terminal, which reaches all processes there; the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(20)

    def children(self) -> list[int]:
        """The processes of visitors."""
        return [
            int(stat.parent.name)
            for stat in Path("/proc").glob("[0-9]*/stat")
            if _state(stat)[1:2] == [str(self.process.pid)]
        ]


@contextmanager
def program(home: Path, *options: str, **environ: str) -> Iterator[Program]:
    """The whole program, listening on a free port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "azun_quiz", "serve", "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
        encoding="utf-8",
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "AZUN_QUIZ_HOME": str(used_before(home)),
            "AZUN_QUIZ_LANG": "en",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            **environ,
        },
    )
    assert process.stderr is not None
    said = ""
    try:
        while "Ctrl-C" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        address = next(word for word in said.split() if word.startswith("http://"))
        yield Program(process, int(address.rpartition(":")[2]), said)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(20)
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            stream.close()


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be buried does not."""
    return _state(Path(f"/proc/{pid}/stat"))[:1] not in ([], ["Z"])


def _state(stat: Path) -> list[str]:
    """State and parent of a process, as Linux tells them; nothing if it is gone."""
    try:
        return stat.read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return []

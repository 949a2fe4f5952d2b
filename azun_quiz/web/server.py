"""The web server: pages, websockets and downloads, and who may have them."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from aiohttp import hdrs, web

from azun_quiz.store.errors import PlayerNameError, StoreError
from azun_quiz.text.catalog import Messages, available, messages
from azun_quiz.text.safe import printable
from azun_quiz.web import pages
from azun_quiz.web.guard import Guard, add_headers
from azun_quiz.web.visit import Close, Downloads, Visit, bounded
from azun_quiz.web.visitors import NameRefusedError, Visitor, Visitors

COOKIE = "azun-quiz"
_COOKIE_SECONDS = 180 * 24 * 3600
MAX_MESSAGE_BYTES = 32 * 1024
"""The longest message that the page may send, in bytes."""
_MAX_FORM_BYTES = 4096
_FORM_SECONDS = 10.0
_HEARTBEAT = 15.0
_FONT_SIZES = range(8, 73)
_USUAL_FONT_SIZE = 16

_OWN = Path(__file__).resolve().parent / "static"
_TERMINAL = Path(str(files("textual_serve"))) / "static"
STATIC = {
    "serve.css": _OWN / "serve.css",
    "serve.js": _OWN / "serve.js",
    "icon.svg": _OWN / "icon.svg",
    "xterm.css": _TERMINAL / "css" / "xterm.css",
    "textual.js": _TERMINAL / "js" / "textual.js",
    "roboto-mono.ttf": _TERMINAL / "fonts" / "RobotoMono-VariableFont_wght.ttf",
}
"""The files that the pages are made of; no others are given out."""

_log = logging.getLogger(__name__)
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True)
class ServerConfig:
    """What the server is told about the game.

    ``command`` gives the program and arguments of a visitor's game. ``places`` is the number of
    visitors who may play at once, ``kept`` says whether their answers are stored. ``lang`` is the
    language of the pages, ``fixed`` whether it was chosen, so that the visitor's own comes second.
    ``tell`` says something to whoever runs the server.
    """

    visitors: Visitors
    command: Callable[[Visitor], Sequence[str]]
    places: int
    kept: bool
    lang: str
    fixed: bool
    tell: Callable[[str], None]


class Server:
    """Lets visitors in, each to a game of their own."""

    def __init__(self, config: ServerConfig) -> None:
        self._config = config
        self._downloads = Downloads()
        self._visits: dict[str, Visit] = {}

    def application(self, guard: Guard) -> web.Application:
        """The routes behind the guard."""
        app = web.Application(middlewares=[guard.middleware], client_max_size=_MAX_FORM_BYTES)
        app.on_response_prepare.append(add_headers)
        app.add_routes(
            [
                web.get("/", self._index),
                web.post("/play", self._play),
                web.post("/leave", self._leave),
                web.get("/ws", self._websocket),
                web.get("/download/{key}", self._download),
                web.get("/static/{name}", self._static),
            ]
        )
        app.on_shutdown.append(self._close_all)
        return app

    # Pages.

    async def _index(self, request: web.Request) -> web.Response:
        visitor = self._visitor(request)
        if visitor is None:
            return _html(pages.welcome(self._messages(request)))
        t = messages(visitor.lang)
        if not self._has_place(visitor):
            return _html(pages.full(t, self._config.places), status=503)
        size = request.query.get("fontsize", "")
        return _html(
            pages.game(
                t,
                socket=f"ws://{request.headers[hdrs.HOST]}/ws",
                size=int(size) if _is_font_size(size) else _USUAL_FONT_SIZE,
                kept=self._config.kept,
            )
        )

    async def _play(self, request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(_FORM_SECONDS):
                form = await request.post()
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        name, lang = str(form.get("name", "")), str(form.get("lang", ""))
        t = messages(lang if lang in available() else self._config.lang)
        given = "" if form.get("guest") else name
        if not given.strip() and not form.get("guest"):
            return _html(pages.welcome(t, trouble=t("Write a name, or play without one.")))
        try:
            visitor = self._config.visitors.welcome(given, t.code, self._visitor(request))
        except (NameRefusedError, PlayerNameError) as error:
            trouble = t(error.message, **error.params)
            return _html(pages.welcome(t, name=name, trouble=trouble), status=409)
        except StoreError as error:  # its words name files: they are for the owner alone
            self._config.tell(messages(self._config.lang)(error.message, **error.params))
            words = t("Nobody can be entered just now.")
            return _html(pages.notice(t, words), status=503)
        response = _home()
        response.set_cookie(
            COOKIE,
            self._config.visitors.token(visitor),
            max_age=_COOKIE_SECONDS,
            httponly=True,
            samesite="Lax",
        )
        return response

    async def _leave(self, request: web.Request) -> web.Response:  # noqa: ARG002
        response = _home()
        response.del_cookie(COOKIE)
        return response

    async def _static(self, request: web.Request) -> web.StreamResponse:
        path = STATIC.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={"Cache-Control": "no-cache"})

    # The game.

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        visitor = self._visitor(request)
        if visitor is None:
            raise web.HTTPForbidden
        if not self._has_place(visitor):
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=MAX_MESSAGE_BYTES)
        if not socket.can_prepare(request):
            raise web.HTTPBadRequest
        visit = Visit(self._config.command(visitor), socket, self._downloads)
        before = self._visits.get(visitor.name)
        self._visits[visitor.name] = visit
        try:
            await socket.prepare(request)
            if before is not None:  # one window a player: two would play the same round
                await before.close(Close.ELSEWHERE)
                await before.stop()
            if self._visits.get(visitor.name) is visit:
                await visit.start(*_size(request))
                await visit.follow()
            else:
                await visit.close(Close.ELSEWHERE)
        except OSError as error:
            self._tell_failure(error.strerror or str(error))
            await visit.close(Close.FAILED)
        finally:
            await asyncio.shield(self._see_off(visitor, visit))
        return socket

    async def _see_off(self, visitor: Visitor, visit: Visit) -> None:
        await visit.stop()
        if self._visits.get(visitor.name) is visit:
            del self._visits[visitor.name]
        if visit.failure:
            self._tell_failure(visit.failure.splitlines()[-1])
            _log.debug("%s", visit.failure)

    def _tell_failure(self, reason: str) -> None:
        t = messages(self._config.lang)
        words = t("The game of a visitor ended unexpectedly: {reason}", reason=printable(reason))
        self._config.tell(words)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        visitor, visit = self._visitor(request), self._downloads.owner(key)
        if visitor is None or visit is None or self._visits.get(visitor.name) is not visit:
            t = self._messages(request)
            return _html(pages.notice(t, t("This file is no longer offered.")), status=404)
        offered = await self._downloads.get_download_metadata(key)
        response = web.StreamResponse()
        response.content_type = offered.mime_type or "application/octet-stream"
        if response.content_type.startswith("text/"):
            response.charset = offered.encoding or "utf-8"
        name = _UNSAFE.sub("-", offered.file_name).strip("-.") or "azun-quiz"
        response.headers[hdrs.CONTENT_DISPOSITION] = f'attachment; filename="{name}"'
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        await response.prepare(request)
        try:
            async for chunk in self._downloads.download(key):
                await response.write(chunk)
            await response.write_eof()
        except (KeyError, ConnectionError):  # the game ended meanwhile, or nobody reads any more
            if request.transport is not None:
                request.transport.abort()
        return response

    async def _close_all(self, _app: web.Application) -> None:
        visits = tuple(self._visits.values())
        await asyncio.gather(*(visit.close(Close.SERVER_STOPS) for visit in visits))
        await asyncio.gather(*(visit.stop() for visit in visits))

    # Who asks.

    def _visitor(self, request: web.Request) -> Visitor | None:
        return self._config.visitors.known(request.cookies.get(COOKIE, ""))

    def _has_place(self, visitor: Visitor) -> bool:
        return visitor.name in self._visits or len(self._visits) < self._config.places

    def _messages(self, request: web.Request) -> Messages:
        """The words for a visitor of whom nothing is known but their browser."""
        asked = request.query.get("lang", "")
        if asked in available():
            return messages(asked)
        config = self._config
        accepted = "" if config.fixed else request.headers.get(hdrs.ACCEPT_LANGUAGE, "")
        return messages(pages.language_of(accepted, available(), config.lang))


def _html(text: str, *, status: int = 200) -> web.Response:
    return web.Response(text=text, content_type="text/html", charset="utf-8", status=status)


def _home() -> web.Response:
    return web.Response(status=303, headers={hdrs.LOCATION: "/"})


def _is_font_size(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 3 and int(text) in _FONT_SIZES


def _size(request: web.Request) -> tuple[int, int]:
    """The size of the screen that the page asks for, in cells."""
    size = [80, 24]
    for place, name in enumerate(("width", "height")):
        with suppress(ValueError):
            size[place] = int(request.query.get(name, "")[:6])
    return bounded(*size)

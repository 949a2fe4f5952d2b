"""What stands before every request: only this page may speak to the server, and only to it.

A page of another site cannot use the game in a visitor's name (cross-site requests and
websockets are told by their Origin, RFC 6454), and no other name can be made to point to this
machine (DNS rebinding is told by the Host): a host that is an address cannot be rebound, and of
names only the machine's own ones are accepted.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware

_OWN_NAMES = ("localhost",)
_HTTP = 80

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # xterm.js sets the sizes of its cells in style sheets
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' ws://{host}",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Server": "azun-quiz",
}


def is_loopback(host: str) -> bool:
    """Whether a host to listen on is reached from this machine alone."""
    if host in _OWN_NAMES:
        return True
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return False


class Guard:
    """Accepts requests that a page of this server makes, and sees to the headers of all answers.

    ``host`` is what the server listens on, ``port`` where.
    """

    def __init__(self, host: str, port: int) -> None:
        self._port = port
        self._local = is_loopback(host)
        self._names = {*_OWN_NAMES, host.lower()}
        if not self._local:
            own = socket.gethostname().lower()
            self._names |= {own, f"{own.partition('.')[0]}.local"}

    @property
    def middleware(self) -> Middleware:
        """The check, as aiohttp wants it."""

        @web.middleware
        async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not self.knows(request.headers.get(hdrs.HOST, "")):
                raise web.HTTPMisdirectedRequest(text="This server has another name.\n")
            if not self._comes_from_here(request):
                raise web.HTTPForbidden(text="Only the game's own page may ask for this.\n")
            return await handler(request)

        return check

    def knows(self, host: str) -> bool:
        """Whether a Host header names this server."""
        try:
            parts = urlsplit(f"//{host}")
            name, port = parts.hostname or "", parts.port
        except ValueError:
            return False
        if (port or _HTTP) != self._port or parts.netloc != host or "@" in host:
            return False
        try:
            address = ip_address(name)
        except ValueError:
            return name in self._names
        return address.is_loopback if self._local else True

    def _comes_from_here(self, request: web.Request) -> bool:
        """Whether the request was made by a page of this server, or just opens one."""
        origin = request.headers.get(hdrs.ORIGIN)
        if origin is not None:
            return origin == f"http://{request.headers[hdrs.HOST]}"
        changes = request.method not in ("GET", "HEAD")
        return not changes and hdrs.UPGRADE not in request.headers


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """What every answer tells the browser not to do."""
    response.headers.update(_HEADERS)
    host = request.headers.get(hdrs.HOST, "")
    allowed = host if set(host) <= _HOST_LETTERS else ""
    response.headers.setdefault("Content-Security-Policy", _POLICY.format(host=allowed))
    response.headers.setdefault("Cache-Control", "no-store")


_HOST_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]")

"""Listening: the sockets, what connections cost at most, and running until told to stop."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from aiohttp import web

from azun_quiz.errors import UserError
from azun_quiz.text.catalog import N_
from azun_quiz.web.guard import is_loopback

REQUEST_SECONDS = 15.0
"""A connection that asks for nothing for so long is closed."""

_SHUTDOWN_SECONDS = 5.0
_SPARE_CONNECTIONS = 32
_CONNECTIONS_A_PLACE = 8
"""A browser opens up to six connections to a server, and a websocket."""
_PORTS_OF_THE_SYSTEM = 1024
_NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
_EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 (compared with, not listened on)
_ELSEWHERE = ("192.0.2.1", 9)
"""An address of nobody (RFC 5737). No packet is sent: the way to it names our own address."""


def opened(host: str, port: int) -> list[socket.socket]:
    """The sockets of a host, all on one port; port 0 is any free one.

    Raises:
        UserError: the port is in use or may not be used, or there is no such host.
    """
    sockets: list[socket.socket] = []
    try:
        found = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        for family, _, _, _, address in dict.fromkeys(found):
            try:
                sockets.append(_bound(family, (address[0], port, *address[2:])))
            except OSError as error:
                if error.errno not in _NO_SUCH_ADDRESS:
                    raise
            else:
                port = sockets[0].getsockname()[1]
        if not sockets:
            raise OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
    except OSError as error:
        for each in sockets:
            each.close()
        raise _as_user_error(error, host, port) from error
    return sockets


def _bound(family: int, address: tuple[object, ...]) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two programs use one port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind(address)
        sock.listen(128)
    except OSError:
        sock.close()
        raise
    return sock


def _as_user_error(error: OSError, host: str, port: int) -> UserError:
    """What is wrong with a host and a port, in words."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return UserError(
            N_("This computer has no address {host}."),
            N_("Leave out --host, or name an address of this computer."),
            host=host,
        )
    if error.errno == errno.EADDRINUSE:
        return UserError(
            N_("Another program uses port {port} already."),
            N_("Choose another one with --port, such as --port {other}."),
            port=port,
            other=port + 1 if port < 65535 else 8000,
        )
    if error.errno == errno.EACCES and port < _PORTS_OF_THE_SYSTEM:
        return UserError(
            N_("Port {port} belongs to the system."),
            N_("Choose another one with --port, such as --port {other}."),
            port=port,
            other=8000,
        )
    return UserError(
        N_("Port {port} cannot be used: {reason}."),
        N_("Choose another one with --port, such as --port {other}."),
        port=port,
        reason=error.strerror or error,
        other=8000,
    )


def reached_at(host: str) -> str:
    """What visitors write to reach a host that is listened on."""
    if is_loopback(host):
        return "localhost"
    if host in _EVERYWHERE:
        return own_address() or socket.gethostname()
    return f"[{host}]" if ":" in host else host


def own_address() -> str:
    """The address under which other machines reach this one, or nothing where there is none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_ELSEWHERE)
        return str(probe.getsockname()[0])
    return ""


async def serve(
    application: web.Application,
    sockets: Sequence[socket.socket],
    places: int,
    ready: Callable[[], None],
) -> None:
    """Serve until the task is cancelled, as Ctrl-C does, or the process is asked to end.

    ``ready`` is called when visitors can come. All games are over when this returns.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # Windows has no such signals
        loop.add_signal_handler(signal.SIGTERM, stop.set)
    runner = web.AppRunner(
        application,
        access_log=None,
        keepalive_timeout=REQUEST_SECONDS,
        shutdown_timeout=_SHUTDOWN_SECONDS,
    )
    await runner.setup()
    assert runner.server is not None
    speak = partial(_protocol, runner.server, _SPARE_CONNECTIONS + _CONNECTIONS_A_PLACE * places)
    servers = [await loop.create_server(speak, sock=each) for each in sockets]
    try:
        ready()
        await stop.wait()
    finally:
        for server in servers:
            server.close()
        await runner.cleanup()


def _protocol(server: web.Server, most: int) -> asyncio.Protocol:
    """What speaks on a new connection; beyond so many at once nothing does."""
    return server() if len(server.connections) < most else _Refusal()


class _Refusal(asyncio.Protocol):
    """Closes a connection at once."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()

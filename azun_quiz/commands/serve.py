"""``serve``: the game in a browser, for one machine or a class."""

from __future__ import annotations

import asyncio
import logging
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.commands.support import choosing, playing
from azun_quiz.commands.support.environment import Environment, content_of
from azun_quiz.errors import UserError
from azun_quiz.settings import load as load_settings
from azun_quiz.text.catalog import N_, Messages, available, messages
from azun_quiz.text.languages import DEFAULT

if TYPE_CHECKING:
    from azun_quiz.settings import Settings
    from azun_quiz.web.visitors import Visitor, Visitors

HOST, PORT, VISITORS = "localhost", 8000, 40
_EXTRA = "azun-quiz[web]"


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--host", default=HOST, help="the address to listen on; 0.0.0.0 lets the network in"
    )
    parser.add_argument(
        "--port",
        type=choosing.whole_number(0, 65535),
        default=PORT,
        metavar="P",
        help=f"the port to listen on (default {PORT}); 0 is any free one",
    )
    parser.add_argument(
        "--visitors",
        type=choosing.whole_number(1, 500),
        default=VISITORS,
        metavar="N",
        help=f"so many may play at once (default {VISITORS})",
    )
    choosing.add_language(parser)


def run(args: Namespace, env: Environment) -> int:
    """Serve until Ctrl-C, or until the process is asked to end."""
    _need_extra()
    from azun_quiz.web.guard import Guard
    from azun_quiz.web.listening import opened, serve
    from azun_quiz.web.server import Server, ServerConfig

    settings, _ = load_settings(env.places.settings)
    lang = env.language(args.lang, settings.language)
    t = messages(lang if lang in available() else DEFAULT)
    kept = _is_kept(env, t)
    env.library(args)
    sockets = opened(args.host, args.port)
    port: int = sockets[0].getsockname()[1]
    config = ServerConfig(
        visitors=_visitors(env, settings),
        command=_command(args),
        places=args.visitors,
        kept=kept,
        lang=t.code,
        fixed=args.lang is not None,
        tell=env.say,
    )
    logging.getLogger("aiohttp").addHandler(logging.NullHandler())
    application = Server(config).application(Guard(args.host, port))
    ready = partial(_tell_where, env, t, args.host, port)
    try:
        asyncio.run(serve(application, sockets, args.visitors, ready))
    finally:
        playing.back_up(env)
    return 0


def _is_kept(env: Environment, t: Messages) -> bool:
    """Whether answers are stored; data that cannot be used are told now, not to every visitor.

    Raises:
        StoreError: the file is damaged, newer, or of another program.
    """
    with playing.open_store(env) as store:
        if store.reason is not None:
            env.say(t(store.reason.message, **store.reason.params))
            env.say(t("Answers will not be kept."))
    playing.back_up(env)
    return store.writable


def _tell_where(env: Environment, t: Messages, host: str, port: int) -> None:
    """Say where the game is, and what is to be known of that."""
    from azun_quiz.web.guard import is_loopback
    from azun_quiz.web.listening import reached_at

    if not is_loopback(host):
        _warn(env, t)
    env.say(t("The game is open at {address}", address=f"http://{reached_at(host)}:{port}"))
    env.say(t("Ctrl-C closes it."))


def _need_extra() -> None:
    """Check that what serves is installed.

    Raises:
        UserError: it is not.
    """
    try:
        import aiohttp  # noqa: F401
        import textual_serve.app_service  # noqa: F401
    except ModuleNotFoundError as error:
        raise UserError(
            N_("The browser needs {library}, which is not installed."),
            N_("Install it with: pip install '{extra}'"),
            library=error.name,
            extra=_EXTRA,
        ) from error


def _warn(env: Environment, t: Messages) -> None:
    """Name the risk of being open to a network."""
    env.say(
        t(
            "Warning: everybody in the network can open the game and play. There is no password,"
            " and nothing is encrypted: names and answers can be read on the way. Do this in a"
            " network that you trust, and close the game afterwards."
        )
    )


def _visitors(env: Environment, settings: Settings) -> Visitors:
    """The names in the store; visitors get none that the owner of the machine plays under."""
    from azun_quiz.web.visitors import Visitors, key_in

    def names() -> list[str]:
        with playing.open_store(env) as store:
            return [player.name for player in store.players()]

    def enter(name: str) -> None:
        with playing.open_store(env) as store:
            store.player(name, at=playing.now_ms(env))

    return Visitors(key_in(env.places.data), names, enter, [settings.player])


def _command(args: Namespace) -> Callable[[Visitor], Sequence[str]]:
    """The program and arguments of a visitor's game."""
    packs = [f"--content={Path(pack).resolve()}" for pack in content_of(args)]
    only = ["--only-content"] if args.only_content else []

    def command(visitor: Visitor) -> list[str]:
        who = [f"--player={visitor.name}", f"--lang={visitor.lang}"]
        return [sys.executable, "-m", "azun_quiz.commands.visit", *who, *packs, *only]

    return command

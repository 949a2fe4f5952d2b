"""What the playing commands share: the store, the session, and the two ways to play."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from azun_quiz.commands.environment import Environment, spoken
from azun_quiz.plain.console import Console
from azun_quiz.session import Session, Wish
from azun_quiz.settings import Settings
from azun_quiz.settings import load as load_settings
from azun_quiz.text.catalog import Messages, messages

if TYPE_CHECKING:
    from azun_quiz.library import Library
    from azun_quiz.store.store import Store


Game = Callable[[Console, Session, Settings], None]
"""What is played in an open session."""


def add_player(parser: ArgumentParser) -> None:
    """Declare ``--player`` and ``--plain``."""
    parser.add_argument("--player", metavar="NAME", help="play under this name")
    parser.add_argument(
        "--plain", action="store_true", default=None, help="play line by line, without a screen"
    )


def settings_of(env: Environment, t: Messages | None = None) -> Settings:
    """The player's settings; what is wrong with them is told."""
    settings, troubles = load_settings(env.places.settings)
    for trouble in troubles:
        if t is not None:
            env.say(t(trouble.message, **trouble.values))
    return settings


def open_store(env: Environment) -> Store:
    """The store; one in memory where nothing can be written.

    Raises:
        StoreError: the file is damaged, newer, or of another program.
    """
    from azun_quiz.store.store import Store

    return Store.open(env.places.store, now_ms=round(time.time() * 1000))


def with_session(
    args: Namespace, env: Environment, play: Game
) -> int:
    """Open everything that the line-by-line game needs, and play."""
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session

    settings = settings_of(env)
    lang = env.language(args.lang, settings.language)
    t = messages(lang)
    settings_of(env, t)
    library = env.library(args)
    console = Console(env.stdin, env.stdout, t, prompts=env.is_terminal)
    _tell_problems(library, env, t)
    with open_store(env) as store:
        if store.reason is not None:
            env.say(t(store.reason.message, **store.reason.params))
            env.say(t("Your answers will not be kept."))
        lang = spoken(lang, args.lang, library.bank.languages)
        name = getattr(args, "player", None) or settings.player
        session = Session(library.bank, store, lang, name)
        play(console, session, settings)
    return 0


def _tell_problems(library: Library, env: Environment, t: Messages) -> None:
    """Say in one line how much of the content was left out."""
    count = len(library.problems)
    if count:
        env.say(
            t.plural(
                "{count} problem in the content; what it touches is left out. See: azun-quiz check",
                "{count} problems in the content; what they touch is left out."
                " See: azun-quiz check",
                count,
            )
        )


def wish_of(args: Namespace, settings: Settings, topics: tuple[str, ...]) -> Wish:
    """The round that the options ask for; the settings say the rest."""
    from azun_quiz.session import Wish

    return Wish(
        topics=topics or settings.topics,
        count=getattr(args, "questions", None) or settings.count,
        level=getattr(args, "level", None) or settings.level,
        mode=getattr(args, "mode", None) or settings.mode,
        pace=float(settings.pace),
        seed=getattr(args, "seed", None),
    )

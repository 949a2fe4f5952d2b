"""What the playing commands share: the store, the session, and the two ways to play."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from azun_quiz.clocks import Clocks
from azun_quiz.commands.support.environment import Environment, spoken
from azun_quiz.moments import Milliseconds
from azun_quiz.settings import Settings
from azun_quiz.settings import load as load_settings
from azun_quiz.settings import save as save_settings
from azun_quiz.text.catalog import Messages, available, messages
from azun_quiz.text.languages import DEFAULT

if TYPE_CHECKING:
    from azun_quiz.library import Library
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session, Wish
    from azun_quiz.store.store import Store


Game = Callable[["Console", "Session", Settings], None]
"""What is played in an open session."""


def add_player(parser: ArgumentParser) -> None:
    """Declare ``--player`` and ``--plain``, which may stand before the command too."""
    parser.add_argument("--player", metavar="NAME", default=SUPPRESS, help="play under this name")
    parser.add_argument(
        "--plain",
        action="store_true",
        default=SUPPRESS,
        help="play line by line, without a screen",
    )


def open_store(env: Environment) -> Store:
    """The store; one in memory where nothing can be written.

    Raises:
        StoreError: the file is damaged, newer, or of another program.
    """
    from azun_quiz.store.store import Store

    return Store.open(env.places.store, now_ms=now_ms(env))


def back_up(env: Environment) -> None:
    """Copy the learner's data if the last copy is old enough; a copy that fails is not told."""
    from azun_quiz.store import backups
    from azun_quiz.store.database import doubt
    from azun_quiz.store.errors import StoreError

    path = env.places.store
    with suppress(StoreError, OSError):
        if path.is_file() and not doubt(path).exists():
            backups.automatic(path, now_ms(env))


def with_session(args: Namespace, env: Environment, play: Game) -> int:
    """Open everything that the line-by-line game needs, and play."""
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session

    settings, lang = settled(args, env)
    t = messages(lang)
    library = env.library(args)
    _tell_problems(library, env, t)
    with open_store(env) as store:
        if store.reason is not None:
            env.say(t(store.reason.message, **store.reason.params))
            env.say(t("Your answers will not be kept."))
        code = spoken(lang, args.lang, library.bank.languages)
        t = messages(lang if lang in (code, *available()) else DEFAULT)
        name = args.player or settings.player
        session = Session(library.bank, store, code, name, env.clocks or Clocks())
        play(Console(env.stdin, env.stdout, t, prompts=env.is_terminal), session, settings)
    return 0


def settled(args: Namespace, env: Environment) -> tuple[Settings, str]:
    """The settings and the language in use; what is wrong with the settings is told."""
    settings, troubles = load_settings(env.places.settings)
    lang = env.language(args.lang, settings.language)
    for trouble in troubles:
        env.say(messages(lang)(trouble.message, **trouble.values))
    return settings, lang


def played(args: Namespace, env: Environment, play: Game) -> int:
    """Play as `with_session` does, and see to a backup afterwards."""
    result = with_session(args, env, play)
    back_up(env)
    return result


def keeper(env: Environment, settings: Settings) -> Callable[..., None]:
    """What keeps settings that a player changes, such as ``language="az"``.

    A file that cannot be written is not told: the change lasts as long as the program.
    """
    kept = settings

    def keep(**values: Any) -> None:
        nonlocal kept
        kept = kept.changed(**values)
        with suppress(OSError):
            save_settings(env.places.settings, kept)

    return keep


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

    usual = Wish.usual(settings)
    return replace(
        usual,
        topics=topics or usual.topics,
        count=getattr(args, "questions", None) or usual.count,
        level=getattr(args, "level", None) or usual.level,
        mode=getattr(args, "mode", None) or usual.mode,
        seed=getattr(args, "seed", None),
    )


def now_ms(env: Environment) -> Milliseconds:
    """The present moment."""
    return round((env.clocks or Clocks()).day() * 1000)

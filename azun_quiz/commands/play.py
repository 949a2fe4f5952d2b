"""``play``: a round at once; and the game as a whole, when no command is given."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from azun_quiz.commands.support import choosing, playing
from azun_quiz.commands.support.environment import Environment
from azun_quiz.errors import UserError
from azun_quiz.levels import MAX_COUNT, MODES
from azun_quiz.text.catalog import N_

if TYPE_CHECKING:
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session
    from azun_quiz.settings import Settings
    from azun_quiz.sitting import Sitting

_SAID_BY_CODE = ("topic", "questions", "seed", "level")
"""Options whose values a code holds."""


class CodeAndOptionsError(UserError):
    """A code and options that say something else."""

    exit_code = 2


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    from azun_quiz.game.plan import MAX_SEED

    choosing.add_topic(parser)
    parser.add_argument(
        "--questions",
        type=choosing.whole_number(1, MAX_COUNT),
        metavar="N",
        help="so many questions",
    )
    parser.add_argument(
        "--seed",
        type=choosing.whole_number(-MAX_SEED, MAX_SEED),
        metavar="S",
        help="the same seed asks the same questions",
    )
    choosing.add_language(parser)
    parser.add_argument("--mode", choices=MODES, help="feedback at once, a clock, or an exam")
    choosing.add_level(parser)
    parser.add_argument(
        "--code",
        help="play the round of this code, which others play too; it says all but the mode",
    )
    playing.add_player(parser)


def run(args: Namespace, env: Environment) -> int:
    """Play, on the screen or line by line."""
    if _code(args) is not None and any(getattr(args, name) is not None for name in _SAID_BY_CODE):
        raise CodeAndOptionsError(
            N_("A code says topics, number, level and seed of a round itself."),
            N_("Leave out --topic, --questions, --level and --seed, or --code."),
        )
    if env.wants_plain(args):
        return playing.played(args, env, _plain_game(args, env))
    from azun_quiz.commands.support.screen import run_screen

    return run_screen(args, env, start=_start(args, env))


def _code(args: Namespace) -> str | None:
    code: str | None = getattr(args, "code", None)
    return code


def _start(args: Namespace, env: Environment) -> Any:
    """Where the full-screen program starts."""
    if args.command is None:
        return None
    from azun_quiz.settings import load
    from azun_quiz.tui.services import ByCode

    code = _code(args)
    if code is not None:
        return ByCode(code, args.mode)
    settings, _ = load(env.places.settings)
    topics = choosing.topics(args, env.library(args).bank) if args.topic else ()
    return playing.wish_of(args, settings, topics)


def _plain_game(args: Namespace, env: Environment) -> playing.Game:
    """The line-by-line game: a round at once, or the menu."""

    def play(console: Console, session: Session, settings: Settings) -> None:
        if args.command is None:
            from azun_quiz.plain.menu import Menu

            wish = playing.wish_of(args, settings, ())
            keep = playing.keeper(env, settings)
            Menu(console, session, wish, keep, settings.player).run()
            return
        from azun_quiz.plain.asking import RoundPlayer

        if _asks_for_nothing_special(args):
            _tell_waiting(console, session)
        RoundPlayer(console, session, _sitting(args, session, settings)).play()

    return play


def _sitting(args: Namespace, session: Session, settings: Settings) -> Sitting:
    """The round that the options ask for."""
    code = _code(args)
    topics = choosing.topics(args, session.bank) if args.topic else ()
    wish = playing.wish_of(args, settings, topics)
    if code is not None:
        return session.by_code(code, mode=wish.mode, pace=wish.pace)
    return session.new_round(wish)


def _asks_for_nothing_special(args: Namespace) -> bool:
    """Whether no option says how the round should be."""
    names = (*_SAID_BY_CODE, "mode", "code")
    return all(getattr(args, name) is None for name in names)


def _tell_waiting(console: Console, session: Session) -> None:
    """Say in one line that a round waits to be continued."""
    waiting = session.unfinished()
    if waiting is not None:
        console.say(
            "A round waits at question {number} of {total}: azun-quiz --plain continues it.",
            number=waiting.place + 1,
            total=waiting.total,
        )

"""``play``: a round at once; and the game as a whole, when no command is given."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from azun_quiz.commands import choosing, playing
from azun_quiz.commands.environment import Environment

if TYPE_CHECKING:
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session
    from azun_quiz.settings import Settings


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    from azun_quiz.game.plan import COUNT_MOST, MODES

    choosing.add_topic(parser)
    parser.add_argument(
        "--questions",
        type=choosing.whole_number(1, COUNT_MOST),  # type: ignore[arg-type]
        metavar="N",
        help="so many questions",
    )
    parser.add_argument("--seed", type=int, help="the same seed asks the same questions")
    choosing.add_language(parser)
    parser.add_argument("--mode", choices=MODES, help="feedback at once, a clock, or an exam")
    choosing.add_level(parser)
    playing.add_player(parser)


def run(args: Namespace, env: Environment) -> int:
    """Play, on the screen or line by line."""
    if env.wants_plain(args):
        return playing.with_session(args, env, _plain_game(args))
    from azun_quiz.commands.screen import run_screen

    return run_screen(args, env, start="round" if args.command else None)


def _plain_game(args: Namespace) -> playing.Game:
    """The line-by-line game: a round at once, or the menu."""

    def play(console: Console, session: Session, settings: Settings) -> None:
        topics = choosing.topics(args, session.bank) if getattr(args, "topic", None) else ()
        wish = playing.wish_of(args, settings, topics)
        if args.command is None:
            from azun_quiz.plain.menu import Menu

            Menu(console, session, wish).run()
        else:
            from azun_quiz.plain.asking import RoundPlayer

            RoundPlayer(console, session.new_round(wish)).play()

    return play

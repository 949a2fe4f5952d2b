"""``review``: missed questions, and practice of what is due."""

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
    choosing.add_topic(parser)
    parser.add_argument("--due", action="store_true", help="practise what is due at once")
    choosing.add_language(parser)
    playing.add_player(parser)


def run(args: Namespace, env: Environment) -> int:
    """Review, on the screen or line by line."""
    if env.wants_plain(args):
        return playing.with_session(args, env, _plain_review(args))
    from azun_quiz.commands.screen import run_screen

    return run_screen(args, env, start="due" if args.due else "review")


def _plain_review(args: Namespace) -> playing.Game:
    def review(console: Console, session: Session, settings: Settings) -> None:
        from azun_quiz.plain.reviewing import Reviewer

        topics = choosing.topics(args, session.bank) if args.topic else ()
        reviewer = Reviewer(console, session, settings.level, topics)
        if args.due:
            reviewer.practise_due()
        else:
            reviewer.run()

    return review

"""``review``: missed questions, practice of what is due, and flagged questions."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from azun_quiz.commands.support import choosing, playing
from azun_quiz.commands.support.environment import Environment

if TYPE_CHECKING:
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session
    from azun_quiz.settings import Settings


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    choosing.add_topic(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--due", action="store_true", help="practise what is due at once")
    what.add_argument(
        "--flagged", action="store_true", help="list the questions you flagged, for the teacher"
    )
    choosing.add_language(parser)
    playing.add_player(parser)


def run(args: Namespace, env: Environment) -> int:
    """Review, on the screen or line by line; flagged questions are listed on either."""
    if args.flagged:
        return playing.with_session(args, env, _list_flags)
    if env.wants_plain(args):
        return playing.played(args, env, _plain_review(args))
    from azun_quiz.commands.support.screen import run_screen
    from azun_quiz.tui.services import Reviewing

    topics = choosing.topics(args, env.library(args).bank) if args.topic else ()
    return run_screen(args, env, start=Reviewing(topics, args.due))


def _list_flags(console: Console, session: Session, settings: Settings) -> None:  # noqa: ARG001
    from azun_quiz.plain.flagging import tell_flags

    tell_flags(console, session)


def _plain_review(args: Namespace) -> playing.Game:
    def review(console: Console, session: Session, settings: Settings) -> None:
        from azun_quiz.plain.reviewing import Reviewer

        topics = choosing.topics(args, session.bank) if args.topic else ()
        reviewer = Reviewer(console, session, settings.level, topics)
        if args.due:
            reviewer.practise_due()
        else:
            reviewer.run()
        if reviewer.tally:
            reviewer.tally.tell(console)

    return review

"""``stats``: results so far, as text or as JSON."""

from __future__ import annotations

import json
from argparse import SUPPRESS, ArgumentParser, Namespace
from typing import TYPE_CHECKING

from azun_quiz.commands.support import choosing, playing
from azun_quiz.commands.support.environment import Environment

if TYPE_CHECKING:
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session
    from azun_quiz.settings import Settings


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    choosing.add_language(parser)
    parser.add_argument(
        "--player", metavar="NAME", default=SUPPRESS, help="the figures of this player"
    )


def run(args: Namespace, env: Environment) -> int:
    """Print the figures."""

    def tell(console: Console, session: Session, settings: Settings) -> None:  # noqa: ARG001
        if args.json:
            figures = {"player": session.player, **session.statistics().as_json()}
            print(json.dumps(figures, ensure_ascii=False, indent=2), file=env.stdout)
        else:
            from azun_quiz.plain.figures import tell_figures

            tell_figures(console, session)

    return playing.with_session(args, env, tell)

"""``results``: a player's answers as a file, and the item analysis of a class's files."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.commands.support import choosing

if TYPE_CHECKING:
    from azun_quiz.commands.support.environment import Environment

FORMATS = ("text", "json", "csv", "html")


def add(parser: ArgumentParser) -> None:
    """Declare what can be done, and the options of each."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    words = {
        "export": "write a player's answers to a file, without a name unless one is given",
        "analyse": "tell from the files of a class which questions work",
    }
    export, analyse = (
        actions.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        for name, purpose in words.items()
    )
    _add_export(export)
    _add_analyse(analyse)
    for action in (export, analyse):
        choosing.add_language(action)
        action.add_argument(
            "-o", "--output", default="-", help="the file to write; - is the screen"
        )
        action.add_argument("--code", help="only the round of this code")
        action.add_argument(
            "--content",
            action="append",
            type=Path,
            metavar="DIR",
            dest="content_of_action",
            help="add the pack in this directory (repeatable)",
        )
        action.add_argument(
            "--only-content",
            action="store_true",
            default=SUPPRESS,
            help="leave the built-in questions out",
        )


def _add_export(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--player", metavar="NAME", default=SUPPRESS, help="the player whose answers are written"
    )
    parser.add_argument(
        "--name", metavar="NAME", help="the name to be shown; without it the file names nobody"
    )


def _add_analyse(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="files of results, or directories of them",
    )
    parser.add_argument(
        "--format", choices=FORMATS, help="text unless the name after -o says otherwise"
    )
    parser.add_argument(
        "--attempts",
        choices=("first", "last"),
        default="first",
        help="which answer of a player to a question counts (default first)",
    )


def run(args: Namespace, env: Environment) -> int:
    """Export or analyse."""
    args.content = [*(args.content or ()), *(args.content_of_action or ())]
    if args.action == "export":
        from azun_quiz.commands import results_export

        return results_export.run(args, env)
    from azun_quiz.commands import results_analyse

    return results_analyse.run(args, env)

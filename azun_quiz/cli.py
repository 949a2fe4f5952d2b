"""The command line: one program with a game and the commands round it."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import NoReturn, Protocol

from azun_quiz import __version__
from azun_quiz.commands.support.environment import Environment
from azun_quiz.errors import UserError
from azun_quiz.game.errors import WordedError

PROGRAM = "azun-quiz"
COMMANDS: Mapping[str, str] = {
    "play": "start a round at once",
    "review": "look at missed questions and practise them",
    "stats": "print results so far",
    "results": "hand on answers, and tell which questions work in a class",
    "check": "check facts and templates",
    "preview": "show the questions that a template yields",
    "new": "begin a template, a kind of facts or a pack",
    "export": "write questions for other programs",
    "serve": "open the game in a browser",
    "backup": "copy the learner's data to a file",
    "restore": "put a backup in place of the learner's data",
    "where": "print the directories in use",
}
"""The commands and what they do; their modules are imported when they are needed."""

INTERRUPTED = 130


class Command(Protocol):
    """What a module of `azun_quiz.commands` offers."""

    def add(self, parser: ArgumentParser) -> None:
        """Declare the options."""

    def run(self, args: Namespace, env: Environment) -> int:
        """Do the work and return the exit code."""


def command(name: str) -> Command:
    """The module of a command."""
    module: Command = import_module(f"azun_quiz.commands.{name}")
    return module


def _parser(words: Collection[str]) -> ArgumentParser:
    parser = ArgumentParser(
        prog=PROGRAM,
        description="A quiz and learning game about Azerbaijan and the United Nations. Without a"
        " command it opens the game.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("--plain", action="store_true", help="play line by line, without a screen")
    parser.add_argument("--lang", metavar="en|ar|az", help="the language of questions and program")
    parser.add_argument("--player", metavar="NAME", help="play under this name")
    _add_content(parser, "content_before")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, purpose in COMMANDS.items():
        sub = subparsers.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        if name in words:
            command(name).add(sub)
            _add_content(sub, "content")
    return parser


def _add_content(parser: ArgumentParser, dest: str) -> None:
    """Declare the options that may stand before and after the command."""
    parser.add_argument(
        "--content",
        action="append",
        type=Path,
        metavar="DIR",
        dest=dest,
        help="add the pack in this directory (repeatable)",
    )
    parser.add_argument(
        "--only-content",
        action="store_true",
        dest="only_content" if dest == "content" else "only_content_before",
        help="leave the built-in questions out",
    )


def main(argv: Sequence[str] | None = None, env: Environment | None = None) -> int:
    """Run the program and return its exit code."""
    env = env or Environment()
    arguments = list(sys.argv[1:] if argv is None else argv)
    _be_lenient(env)
    try:
        try:
            return _run(arguments, env)
        finally:
            env.stdout.flush()
    except (UserError, WordedError) as error:
        _tell(error, env, arguments)
        return getattr(error, "exit_code", 1)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
    except OSError as error:
        env.say(f"{PROGRAM}: {error.strerror or error}")
        _close_quietly()


def _be_lenient(env: Environment) -> None:
    """Letters that a stream cannot write are spelt out; bytes that are no text become marks."""
    for stream in (env.stdout, env.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(env.stdin, TextIOWrapper):
        env.stdin.reconfigure(errors="replace")


def _run(arguments: list[str], env: Environment) -> int:
    args = _parse(arguments)
    env.use_catalogs(args)
    return command(args.command or "play").run(args, env)


def _parse(arguments: list[str]) -> Namespace:
    args = _parser(arguments).parse_args(arguments)
    args.only_content = getattr(args, "only_content", False) or args.only_content_before
    return args


def _tell(error: UserError | WordedError, env: Environment, arguments: Sequence[str]) -> None:
    """Say what is wrong and what to do, in the language in use."""
    from azun_quiz.text.catalog import available, messages

    words = [word for argument in arguments for word in argument.split("=", 1)]
    chosen = [after for word, after in pairwise(words) if word == "--lang"]
    t = messages(env.language(chosen[-1] if chosen and chosen[-1] in available() else None))
    env.say(f"{PROGRAM}: {t(error.message, **error.params)}")
    advice = getattr(error, "advice", "")
    if advice:
        env.say(t(advice, **error.params))


def _close_quietly() -> NoReturn:
    """The output leads nowhere: leave without another word, as other filters do."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(1)

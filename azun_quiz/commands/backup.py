"""``backup``: a copy of the learner's data in a file of one's own choice."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.commands.support import choosing, playing
from azun_quiz.moments import Milliseconds
from azun_quiz.text.catalog import messages

if TYPE_CHECKING:
    from azun_quiz.commands.support.environment import Environment


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="the file to write, or a directory; without it a new file in the present directory",
    )
    choosing.add_language(parser)


def run(args: Namespace, env: Environment) -> int:
    """Copy the data, also while the game is being played, and print where they are.

    An older backup of that name is replaced, any other file is not.
    """
    from azun_quiz.store import backups
    from azun_quiz.store.errors import StoreDamagedError

    target = args.file or Path()
    if target.is_dir():
        target = _new_file(target, playing.now_ms(env))
    _, lang = playing.settled(args, env)
    store = env.places.store
    try:
        backups.save(store, target)
    except StoreDamagedError as error:
        newest = backups.newest_good(store, playing.now_ms(env))
        raise StoreDamagedError(path=error.path, backup=newest) from error
    count = backups.answer_count(target)
    env.say(
        messages(lang).plural(
            "A backup with {count} answer:", "A backup with {count} answers:", count
        )
    )
    print(target.absolute(), file=env.stdout)
    return 0


def _new_file(directory: Path, now_ms: Milliseconds) -> Path:
    """A name that is free, with the day."""
    name = f"azun-quiz-{datetime.fromtimestamp(now_ms / 1000):%Y-%m-%d}"
    file, number = directory / f"{name}.db", 2
    while file.exists():
        file, number = directory / f"{name}-{number}.db", number + 1
    return file

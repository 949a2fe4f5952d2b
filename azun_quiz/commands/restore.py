"""``restore``: a backup in place of the learner's data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.commands.support import choosing, playing
from azun_quiz.text.catalog import messages

if TYPE_CHECKING:
    from azun_quiz.commands.support.environment import Environment


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    choosing.add_language(parser)


def run(args: Namespace, env: Environment) -> int:
    """Replace the data, also while the game is being played, and say where the old ones are."""
    from azun_quiz.store import backups, recovery

    _, lang = playing.settled(args, env)
    t, store = messages(lang), env.places.store
    before = recovery.restore(store, args.file, now_ms=playing.now_ms(env))
    count = backups.answer_count(store)
    env.say(t.plural("{count} answer is restored.", "{count} answers are restored.", count))
    if before is not None:
        env.say(t("What was there before is kept in {path}.", path=before))
    return 0

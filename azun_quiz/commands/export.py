"""``export``: items as files for other programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from azun_quiz.commands import choosing
from azun_quiz.commands.environment import Environment, spoken
from azun_quiz.errors import UserError
from azun_quiz.export.registry import FORMATS
from azun_quiz.export.writing import write_whole
from azun_quiz.game.draw import draw
from azun_quiz.generator.bank import DEFAULT_LEVEL, Bank
from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import N_


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("format", choices=tuple(FORMATS), help="the format to write")
    parser.add_argument("-o", "--output", default="-", help="the file to write; - is the screen")
    choosing.add_language(parser)
    choosing.add_topic(parser)
    choosing.add_level(parser)
    number = parser.add_mutually_exclusive_group()
    number.add_argument(
        "--questions",
        type=choosing.whole_number(1, 100_000),  # type: ignore[arg-type]
        metavar="N",
        help="so many questions, drawn as for a round (default 20)",
    )
    number.add_argument("--all", action="store_true", help="every question of the topics")
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other options")


def run(args: Namespace, env: Environment) -> int:
    """Write the items; talk goes to standard error."""
    library = env.library(args)
    lang = spoken(env.language(args.lang), args.lang, library.bank.languages)
    items = _items(args, library.bank, lang)
    pieces = FORMATS[args.format](items)
    if args.output == "-":
        for piece in pieces:
            env.binary_output.write(piece)
        env.binary_output.flush()
        return 0
    path = Path(args.output)
    try:
        write_whole(path, pieces)
    except OSError as error:
        raise UserError(
            N_("The file {path} cannot be written: {reason}."),
            N_("Choose another place with -o."),
            path=path,
            reason=error.strerror or error,
        ) from error
    return 0


def _items(args: Namespace, bank: Bank, lang: str) -> Iterator[Item]:
    """The chosen items, made one by one."""
    topics = choosing.topics(args, bank)
    ids = bank.ids(topics, lang)
    if not args.all:
        ids = draw(bank, topics=topics, count=args.questions or 20, seed=args.seed, lang=lang)
    level = args.level or DEFAULT_LEVEL
    return (bank.item(item, lang=lang, seed=args.seed, level=level) for item in ids)

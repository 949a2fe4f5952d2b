"""``export``: items as files for other programs."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.commands import choosing, playing
from azun_quiz.commands.environment import Environment, spoken
from azun_quiz.commands.progress import following
from azun_quiz.errors import UserError
from azun_quiz.export.registry import FORMATS, format_named
from azun_quiz.export.sheet import Sheet
from azun_quiz.export.writing import write_whole
from azun_quiz.game.draw import draw
from azun_quiz.generator.bank import DEFAULT_LEVEL, Bank
from azun_quiz.names import topic_name
from azun_quiz.text.catalog import N_, messages

if TYPE_CHECKING:
    from azun_quiz.export.sheet import Format
    from azun_quiz.generator.item import Item
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session
    from azun_quiz.settings import Settings

_SHOWN = 120
"""So many characters of a stem are enough to know a question by."""


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("format", choices=FORMATS, help="the format to write")
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
    number.add_argument(
        "--missed", action="store_true", help="the questions whose last answer was wrong"
    )
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other options")
    parser.add_argument("--title", help="a title for the file, where the format has a place for it")
    parser.add_argument("--large-print", action="store_true", help="html: letters of double size")
    parser.add_argument("--player", metavar="NAME", default=SUPPRESS, help="the player of --missed")


def run(args: Namespace, env: Environment) -> int:
    """Write the items; talk goes to standard error."""
    form = format_named(args.format)
    if args.output == "-" and form.BINARY and env.writes_to_terminal:
        raise UserError(
            N_("The format {format} is no text that a terminal could show."),
            N_("Name a file with -o, such as -o questions{suffix}."),
            format=args.format,
            suffix=form.SUFFIX,
        )
    if args.missed:
        return playing.with_session(args, env, _export_missed(args, env, form))
    bank = env.library(args).bank
    lang = spoken(env.language(args.lang), args.lang, bank.languages)
    topics = choosing.topics(args, bank)
    ids = bank.ids(topics, lang)
    if not args.all:
        ids = draw(bank, topics=topics, count=args.questions or 20, seed=args.seed, lang=lang)
    level = args.level or DEFAULT_LEVEL
    items = (bank.item(item, lang=lang, seed=args.seed, level=level) for item in ids)
    _export(args, env, form, bank, following(items, len(ids), env), lang)
    return 0


def _export_missed(args: Namespace, env: Environment, form: Format) -> playing.Game:
    """Write what was missed, with the options that were shown."""

    def export(console: Console, session: Session, settings: Settings) -> None:  # noqa: ARG001
        topics = choosing.topics(args, session.bank) if args.topic else ()
        items = map(session.missed_item, session.missed(topics))
        _export(args, env, form, session.bank, items, session.lang)

    return export


def _export(
    args: Namespace, env: Environment, form: Format, bank: Bank, items: Iterable[Item], lang: str
) -> None:
    t = messages(lang)
    left_out: list[tuple[Item, str]] = []
    sheet = Sheet(
        items,
        t,
        title=args.title or t("Azerbaijan and the United Nations"),
        topics={topic: topic_name(bank, topic, t) for topic in bank.topics},
        remark=bank.remark,
        left_out=lambda item, reason: left_out.append((item, reason)),
        large_print=args.large_print,
    )
    _write(args.output, form.pieces(sheet), env)
    for item, reason in left_out:
        env.say(t("Left out: {stem} ({reason})", stem=item.stem[:_SHOWN], reason=reason))


def _write(output: str, pieces: Iterable[bytes], env: Environment) -> None:
    if output == "-":
        for piece in pieces:
            env.binary_output.write(piece)
        env.binary_output.flush()
        return
    path = Path(output)
    try:
        write_whole(path, pieces)
    except OSError as error:
        raise UserError(
            N_("The file {path} cannot be written: {reason}."),
            N_("Choose another place with -o."),
            path=path,
            reason=error.strerror or error,
        ) from error

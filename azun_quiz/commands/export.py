"""``export``: items as files for other programs."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from azun_quiz.clocks import Clocks
from azun_quiz.commands.support import choosing, output, playing
from azun_quiz.commands.support.environment import Environment, spoken
from azun_quiz.commands.support.players import known_player
from azun_quiz.commands.support.progress import with_progress_bar
from azun_quiz.commands.support.stopping import ending_tidily
from azun_quiz.errors import UserError
from azun_quiz.export.registry import FORMATS, format_named
from azun_quiz.export.sheet import Sheet
from azun_quiz.game.draw import draw
from azun_quiz.game.no_questions import no_questions_error
from azun_quiz.generator.bank import Bank
from azun_quiz.levels import DEFAULT_LEVEL
from azun_quiz.names import topic_name
from azun_quiz.text.catalog import N_, Messages, messages

if TYPE_CHECKING:
    from azun_quiz.export.sheet import Format
    from azun_quiz.generator.item import Item

_SHOWN = 120
"""So many characters of a stem are enough to know a question by."""

_TOLD = 10
"""So many of the questions that are left out are named."""

_ADVICE = {
    "anki": N_(
        "To bring a deck up to date, import the new one in Anki with “Update notes: always”."
    ),
    "csv": N_(
        "If a spreadsheet shows all of it in one column, open the file through its import of text,"
        " with a comma between columns. An apostrophe in front of a cell keeps it from being run as"
        " a formula."
    ),
    "gift": N_(
        "Moodle takes a GIFT file whose name ends in .txt. It adds the questions anew each time: to"
        " bring them up to date, delete those of the last import first."
    ),
    "moodle": N_(
        "Moodle adds the questions anew each time: to bring them up to date, delete those of the"
        " last import first."
    ),
}
"""What is good to know about a file that was written."""


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = "formats:\n" + "\n".join(
        f"  {name:8}{purpose}" for name, purpose in FORMATS.items()
    )
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help="one of those below")
    parser.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="FILE",
        help="the file to write (default -, standard output)",
    )
    choosing.add_language(parser)
    choosing.add_topic(parser)
    choosing.add_level(parser)
    number = parser.add_mutually_exclusive_group()
    number.add_argument(
        "--questions",
        type=choosing.whole_number(1, 100_000),
        metavar="N",
        help="so many questions, drawn as for a round (default 20)",
    )
    number.add_argument("--all", action="store_true", help="every question of the topics")
    number.add_argument(
        "--missed",
        action="store_true",
        help="what a player answered wrongly the last time, with the options that were shown",
    )
    parser.add_argument("--player", metavar="NAME", default=SUPPRESS, help="the player of --missed")
    parser.add_argument(
        "--seed", type=int, default=0, help="another number gives other questions and options"
    )
    parser.add_argument("--title", help="a title for the file, where the format has a place for it")
    parser.add_argument(
        "--large-print", action="store_true", help="html: letters that are easy to see"
    )


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
        _export_missed(args, env, form)
        return 0
    bank = env.library(args).bank
    lang = spoken(env.language(args.lang), args.lang, bank.languages)
    topics = choosing.topics(args, bank)
    ids = bank.ids(topics, lang)
    if not args.all:
        ids = draw(bank, topics=topics, count=args.questions or 20, seed=args.seed, lang=lang)
    if not ids:
        raise no_questions_error(bank, topics, lang)
    level = args.level or DEFAULT_LEVEL
    items = (bank.item(item, lang=lang, seed=args.seed, level=level) for item in ids)
    _export(args, env, form, bank, _with_bar(items, len(ids), args, env), lang)
    return 0


def _export_missed(args: Namespace, env: Environment, form: Format) -> None:
    """Write what was missed, with the options that were shown."""
    from azun_quiz.session import Session

    settings, lang = playing.settled(args, env)
    bank = env.library(args).bank
    lang = spoken(lang, args.lang, bank.languages)
    topics = choosing.topics(args, bank) if args.topic else ()
    with playing.open_store(env) as store:
        name = known_player(store, args.player or settings.player).name
        session = Session(bank, store, lang, name, env.clocks or Clocks())
        missed = session.missed(topics)
        if not missed:
            raise UserError(
                N_("Nothing was missed, or all of it was answered correctly since."),
                N_("Choose another player with --player, or play a round first."),
            )
        items = map(session.missed_item, missed)
        _export(args, env, form, bank, _with_bar(items, len(missed), args, env), lang)


def _with_bar(
    items: Iterable[Item], count: int, args: Namespace, env: Environment
) -> Iterable[Item]:
    """The items, with a bar if they are many and the terminal is not where they are written."""
    if args.output == "-" and env.writes_to_terminal:
        return items
    return with_progress_bar(items, count, env)


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
    try:
        with ending_tidily():
            output.write(args.output, form.pieces(sheet), env)
    finally:
        _tell_left_out(left_out, t, env)
    if args.format in _ADVICE:
        env.say(t(_ADVICE[args.format]))


def _tell_left_out(left_out: list[tuple[Item, str]], t: Messages, env: Environment) -> None:
    """Name the first items that the format had no room for, and count the others."""
    for item, reason in left_out[:_TOLD]:
        env.say(t("Left out: {stem} ({reason})", stem=_clipped(item.stem), reason=reason))
    more = len(left_out) - _TOLD
    if more > 0:
        env.say(
            t.plural(
                "{count} more question is left out for such reasons.",
                "{count} more questions are left out for such reasons.",
                more,
            )
        )


def _clipped(stem: str) -> str:
    return stem if len(stem) <= _SHOWN else f"{stem[:_SHOWN].rstrip()}…"

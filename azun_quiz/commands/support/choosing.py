"""The options by which a user chooses questions, shared by several commands."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from azun_quiz.errors import UserError
from azun_quiz.levels import LEVELS
from azun_quiz.text.catalog import N_

if TYPE_CHECKING:
    from azun_quiz.generator.bank import Bank


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """A type for the option parser: a whole number between two bounds."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise ArgumentTypeError(f"{text!r} is not a whole number") from None
        if not least <= number <= most:
            raise ArgumentTypeError(f"{number} is not between {least} and {most}")
        return number

    return read


def add_language(parser: ArgumentParser) -> None:
    """Declare ``--lang``, which may stand before the command too."""
    parser.add_argument(
        "--lang",
        metavar="en|ar|az",
        default=SUPPRESS,
        help="the language of questions and program",
    )


def add_topic(parser: ArgumentParser) -> None:
    """Declare ``--topic``."""
    parser.add_argument(
        "--topic", action="append", metavar="TOPIC", help="ask about this topic (repeatable)"
    )


def add_level(parser: ArgumentParser) -> None:
    """Declare ``--level``."""
    parser.add_argument("--level", choices=LEVELS, help="how near the wrong options lie")


def topics(args: Namespace, bank: Bank) -> tuple[str, ...]:
    """The topics that were chosen, or those asked by default.

    Raises:
        UserError: there is no such topic.
    """
    if not args.topic:
        return bank.default_topics
    for topic in args.topic:
        if topic not in bank.topics:
            raise UserError(
                N_("There is no topic {topic}."),
                N_("The topics are: {known}."),
                topic=topic,
                known=", ".join(bank.topics) or "-",
            )
    return tuple(dict.fromkeys(args.topic))

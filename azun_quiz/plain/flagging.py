"""The questions that a player flagged as wrong or unclear, for the teacher."""

from __future__ import annotations

from datetime import datetime

from azun_quiz.names import level_name
from azun_quiz.plain import keys
from azun_quiz.plain.console import Console
from azun_quiz.plain.telling import reasons
from azun_quiz.session import Session
from azun_quiz.store.flags import Flag
from azun_quiz.text.languages import language
from azun_quiz.text.wording import day


def tell_flags(console: Console, session: Session) -> tuple[Flag, ...]:
    """List the flags with all that a teacher needs to find the question; returns them."""
    flags = session.flags()
    if not flags:
        console.say("No question is flagged.")
        return flags
    console.line(
        console.t.plural("{count} flagged question.", "{count} flagged questions.", len(flags))
    )
    for number, flag in enumerate(flags, start=1):
        console.line()
        _tell(console, session, number, flag)
    return flags


def settle_flags(console: Console, session: Session) -> None:
    """List the flags, and let them be taken down."""
    while True:
        flags = tell_flags(console, session)
        if not flags:
            return
        console.line()
        console.say("Type a number to take down a flag, or q to go back.")
        while True:
            line = console.ask(console.t("Your choice:"))
            if line.lower() == keys.QUIT:
                return
            number = keys.number(line, len(flags))
            if number is not None:
                session.close_flag(flags[number - 1])
                console.say("The flag is taken down.")
                break
            console.say("Type a number from the list.")


def _tell(console: Console, session: Session, number: int, flag: Flag) -> None:
    say, t = console.say, console.t
    when = datetime.fromtimestamp(flag.at / 1000).astimezone().date()
    say(
        "Flag {number}, {day}.",
        number=number,
        day=day(when.year, when.month, when.day, t.code),
    )
    say("Note: {note}", note=flag.note or t("no note"))
    say("Identifier of the question: {item}", item=flag.item)
    item = session.flagged_item(flag)
    if item is None:
        say("The question is no longer there.")
        return
    say("Question: {stem}", stem=item.stem)
    for index, option in enumerate(item.options, start=1):
        say("Option {number}: {text}", number=index, text=option)
    say("Right answer: {text}", text=item.answer)
    say("Facts: {facts}", facts=t.context("list", "; ").join(item.facts))
    reasons(console, item)
    say(
        "Asked in: {language}. Level: {level}. Seed: {seed}.",
        language=language(flag.lang).name,
        level=level_name(flag.level, t),
        seed=flag.seed,
    )

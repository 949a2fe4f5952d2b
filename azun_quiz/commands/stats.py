"""``stats``: results so far, as text or as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from azun_quiz.commands import playing
from azun_quiz.commands.environment import Environment

if TYPE_CHECKING:
    from azun_quiz.game.statistics import Figures
    from azun_quiz.plain.console import Console
    from azun_quiz.session import Session
    from azun_quiz.settings import Settings


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    parser.add_argument("--lang", metavar="en|ar|az", help="the language of the words")
    parser.add_argument("--player", metavar="NAME", help="the figures of this player")


def run(args: Namespace, env: Environment) -> int:
    """Print the figures."""

    def tell(console: Console, session: Session, settings: Settings) -> None:
        if args.json:
            figures = {"player": session.player, **session.statistics().as_json()}
            console.line(json.dumps(figures, ensure_ascii=False, indent=2))
        else:
            _tell(console, session)

    return playing.with_session(args, env, tell)


def _tell(console: Console, session: Session) -> None:
    """The figures, one thing a line."""
    from azun_quiz.names import topic_name

    figures, t = session.statistics(), console.t
    console.say("Player: {name}", name=session.player)
    if not figures.total.asked:
        console.say("No answers yet.")
        return
    console.say("All answers: {figures}", figures=_counted(console, figures.total))
    streak = figures.streak.length
    if streak:
        console.line(t.plural("{count} day in a row", "{count} days in a row", streak))
    for each in figures.topics:
        if each.figures.asked:
            console.say(
                "{topic}: {figures}; {met} of {items} questions met; mastery {mastery} %",
                topic=topic_name(session.bank, each.topic, t),
                figures=_counted(console, each.figures),
                met=each.met,
                items=each.items,
                mastery=round(100 * each.mastery),
            )
    shown = [hard for hard in figures.hardest if hard.item in session.bank]
    if shown:
        console.say("Hardest questions:")
    for number, hard in enumerate(shown, start=1):
        item = session.item(hard.item, 0, "medium")
        missed = hard.figures.asked - hard.figures.right
        text = t.plural("missed {count} time", "missed {count} times", missed)
        console.line(f"{number}: {item.stem} ({text})")


def _counted(console: Console, figures: Figures) -> str:
    share = round(100 * (figures.accuracy or 0))
    return console.t(
        "{right} of {asked} right, {share} %",
        right=figures.right,
        asked=figures.asked,
        share=share,
    )

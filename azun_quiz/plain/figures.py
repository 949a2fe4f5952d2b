"""Results so far, one thing a line."""

from __future__ import annotations

from azun_quiz.game.statistics import Figures
from azun_quiz.levels import DEFAULT_LEVEL
from azun_quiz.names import player_name, topic_name
from azun_quiz.plain.console import Console
from azun_quiz.session import Session


def tell_figures(console: Console, session: Session) -> None:
    """The player's figures: all answers, each topic, and the hardest questions."""
    figures, t = session.statistics(), console.t
    console.say("Player: {name}", name=player_name(session.player, t))
    if not figures.total.asked:
        console.say("No answers yet.")
        return
    console.say(
        "All answers: {right} of {asked} right, {share} %.",
        right=figures.total.right,
        asked=figures.total.asked,
        share=_share(figures.total),
    )
    streak = figures.streak.length
    if streak > 1:
        console.line(t.plural("{count} day in a row", "{count} days in a row", streak))
    for each in figures.topics:
        if each.figures.asked:
            console.say(
                "{topic}: {right} of {asked} right, {share} %. Questions met: {met} of {items}."
                " Mastery: {mastery} %.",
                topic=topic_name(session.bank, each.topic, t),
                right=each.figures.right,
                asked=each.figures.asked,
                share=_share(each.figures),
                met=each.met,
                items=each.items,
                mastery=round(100 * each.mastery),
            )
    shown = [hard for hard in figures.hardest if hard.item in session.bank]
    if shown:
        console.say("Hardest questions:")
    for number, hard in enumerate(shown, start=1):
        item = session.item(hard.item, 0, DEFAULT_LEVEL)
        missed = hard.figures.asked - hard.figures.right
        times = t.plural("Missed {count} time.", "Missed {count} times.", missed)
        console.line(f"{number}: {item.stem} {times}")


def _share(figures: Figures) -> int:
    """The right answers in a hundred."""
    return round(100 * (figures.accuracy or 0))

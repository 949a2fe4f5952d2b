"""Short notes that tell where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azun_quiz.text.languages import language
from azun_quiz.tui import phrases

if TYPE_CHECKING:
    from azun_quiz.game.plan import Plan
    from azun_quiz.text.catalog import Messages
    from azun_quiz.tui.app import AzunQuiz


def round_note(t: Messages, plan: Plan) -> str:
    """Kind and level of a round."""
    return t(
        "{mode}, {level}",
        mode=phrases.word(t, phrases.MODES, plan.mode),
        level=phrases.word(t, phrases.LEVELS, plan.level),
    )


def home_notes(t: Messages, quiz: AzunQuiz) -> dict[str, str]:
    """What stands beside the entries of the first screen, by the entry's name."""
    settings = quiz.settings
    notes = {
        "new": t.plural(
            "{count} question, {level}, {mode}",
            "{count} questions, {level}, {mode}",
            settings.count,
            level=t(phrases.LEVELS[settings.level]),
            mode=t(phrases.MODES[settings.mode]),
        ),
        "settings": t(
            "{language}, {colours}",
            language=language(t.code).name,
            colours=t(phrases.THEMES[settings.theme]),
        ),
    }
    session = quiz.session
    if session is None:
        return notes
    sitting = session.unfinished()
    if sitting is not None:
        notes["continue"] = t(
            "Question {number} of {total}", number=sitting.place + 1, total=sitting.total
        )
    notes["players"] = session.player
    due, missed = session.due_count(), session.missed_count()
    if due or missed:
        notes["review"] = t("{due} due, {missed} missed", due=due, missed=missed)
    return notes

"""Short notes that tell where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azun_quiz.names import level_name, mode_name
from azun_quiz.text.languages import language
from azun_quiz.tui import phrases

if TYPE_CHECKING:
    from azun_quiz.game.plan import Plan
    from azun_quiz.session import Session
    from azun_quiz.text.catalog import Messages
    from azun_quiz.tui.app import AzunQuiz


def round_note(t: Messages, plan: Plan) -> str:
    """Kind and level of a round."""
    return t(
        "{mode}, {level}",
        mode=mode_name(plan.mode, t),
        level=level_name(plan.level, t),
    )


def home_notes(t: Messages, quiz: AzunQuiz) -> dict[str, str]:
    """What stands beside the entries of the first screen, by the entry's name."""
    settings = quiz.settings
    level, mode = level_name(settings.level, t), mode_name(settings.mode, t)
    notes = {
        "new": t.plural(
            "{count} question, {level}, {mode}",
            "{count} questions, {level}, {mode}",
            settings.count,
            level=level,
            mode=mode,
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
    notes["players"] = session.shown_name
    notes["daily"] = _daily_note(t, session)
    due, missed = session.due_count(), len(session.missed())
    if due or missed:
        notes["review"] = t("{due} due, {missed} missed", due=due, missed=missed)
    return notes


def _daily_note(t: Messages, session: Session) -> str:
    """The day, and how today's round went."""
    from azun_quiz.text.wording import day as in_words

    today = session.today()
    day = in_words(today.year, today.month, today.day, t.code)
    record = session.daily_result()
    if record is None:
        return day
    return t("{day}: {right} of {total} right", day=day, right=record.right, total=record.count)

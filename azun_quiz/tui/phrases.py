"""Words for the values that the program stores: topics, levels, modes, themes, spans of time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from azun_quiz.text.catalog import N_, Messages

if TYPE_CHECKING:
    from azun_quiz.errors import UserError
    from azun_quiz.game.errors import WordedError

LEVEL_REMARKS: Mapping[str, str] = {
    "easy": N_("Wrong options lie far from the right one."),
    "medium": N_("Wrong options of all kinds."),
    "hard": N_("Wrong options lie close to the right one."),
}
MODE_REMARKS: Mapping[str, str] = {
    "practice": N_("An answer after each question, no clock."),
    "timed": N_("A clock for each question; speed counts."),
    "exam": N_("Answers may be changed until you hand in."),
}
THEMES: Mapping[str, str] = {
    "night": N_("night"),
    "day": N_("day"),
    "contrast": N_("strong contrast"),
}
BIDI_MODES: Mapping[str, str] = {
    "auto": N_("automatic"),
    "app": N_("by this program"),
    "terminal": N_("by the terminal"),
    "off": N_("not at all"),
}
PACES: Mapping[str, str] = {
    "1": N_("as usual"),
    "1.5": N_("half as much again"),
    "2": N_("twice as much"),
    "3": N_("three times as much"),
}


def in_words(error: WordedError | UserError, t: Messages) -> str:
    """What is wrong and what to do."""
    words = t(error.message, **error.params)
    advice = getattr(error, "advice", "")
    return f"{words} {t(advice, **error.params)}" if advice else words


_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def ago(t: Messages, seconds: float) -> str:
    """How long ago something was, in one unit."""
    if seconds < _MINUTE:
        return t("just now")
    if seconds < _HOUR:
        return t.plural("{count} minute ago", "{count} minutes ago", int(seconds // _MINUTE))
    if seconds < _DAY:
        return t.plural("{count} hour ago", "{count} hours ago", int(seconds // _HOUR))
    return t.plural("{count} day ago", "{count} days ago", int(seconds // _DAY))


def until(t: Messages, seconds: float) -> str:
    """When something is due, in one unit."""
    if seconds <= 0:
        return t("due now")
    if seconds < _HOUR:
        return t.plural("in {count} minute", "in {count} minutes", max(1, round(seconds / _MINUTE)))
    if seconds < _DAY:
        return t.plural("in {count} hour", "in {count} hours", round(seconds / _HOUR))
    return t.plural("in {count} day", "in {count} days", round(seconds / _DAY))


def clock(seconds: float) -> str:
    """Minutes and seconds, as a clock shows them."""
    whole = max(0, int(seconds + 0.999))
    return f"{whole // 60}:{whole % 60:02d}"

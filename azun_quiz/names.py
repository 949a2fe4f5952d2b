"""Names of topics, levels and modes in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from azun_quiz.text.catalog import N_, Messages

DEFAULT_PLAYER = "player"
"""The stored name of a player who gave none."""

MAX_NAME_LENGTH = 60
"""The most characters of a player's name."""

if TYPE_CHECKING:
    from azun_quiz.generator.bank import Bank


def topic_name(bank: Bank, topic: str, t: Messages) -> str:
    """The name of a topic; its id where the content gives no name."""
    words = bank.topic(topic).words
    return topic if words is None else words.form(t.code) or str(words) or topic


def player_name(name: str, t: Messages) -> str:
    """The name of a player; words for one who never gave a name."""
    return t("without a name") if name == DEFAULT_PLAYER else name


_LEVELS: Mapping[str, str] = {"easy": N_("easy"), "medium": N_("medium"), "hard": N_("hard")}
_MODES: Mapping[str, str] = {"practice": N_("practice"), "timed": N_("timed"), "exam": N_("exam")}


def level_name(level: str, t: Messages) -> str:
    """The name of a level."""
    return t(_LEVELS.get(level, level))


def mode_name(mode: str, t: Messages) -> str:
    """The name of a mode."""
    return t(_MODES.get(mode, mode))

"""Errors that an interface can tell in the player's language, and those of a round's moves."""

from __future__ import annotations

from typing import ClassVar

from azun_quiz.text.catalog import N_


class WordedError(Exception):
    """An error with a stable code, a message id in English and the values of its places.

    ``str(error)`` is the English sentence; an interface translates ``message`` and fills it with
    ``params``. Each subclass is one thing that can be wrong.
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = N_("Something went wrong.")

    def __init__(self, **params: object) -> None:
        super().__init__(self.message.format_map(params))
        self.params: dict[str, object] = params


class RoundError(WordedError):
    """A move that the rules do not allow now; the round stays as it was."""


class RoundOverError(RoundError):
    """The round is finished."""

    code: ClassVar[str] = "round-over"
    message: ClassVar[str] = N_("This round is over.")


class WrongModeError(RoundError):
    """The move belongs to another mode."""

    code: ClassVar[str] = "wrong-mode"
    message: ClassVar[str] = N_("That is not possible in this kind of round.")


class AnsweredError(RoundError):
    """The question has its answer already."""

    code: ClassVar[str] = "answered"
    message: ClassVar[str] = N_("This question is answered already.")


class NotAnsweredError(RoundError):
    """The question waits for an answer, or to be passed over."""

    code: ClassVar[str] = "not-answered"
    message: ClassVar[str] = N_("Answer this question or skip it first.")


class NoSuchOptionError(RoundError):
    """The option does not exist, or a hint has taken it away."""

    code: ClassVar[str] = "no-such-option"
    message: ClassVar[str] = N_("There is no option {number} to choose here.")


class NoSuchQuestionError(RoundError):
    """No question with this number, or an item that is not the one being asked."""

    code: ClassVar[str] = "no-such-question"
    message: ClassVar[str] = N_("This round has no such question.")


class NoHintError(RoundError):
    """Only two options are left."""

    code: ClassVar[str] = "no-hint"
    message: ClassVar[str] = N_("There is no further hint for this question.")


class NothingToUndoError(RoundError):
    """No answer was given, or it was given too long ago."""

    code: ClassVar[str] = "nothing-to-undo"
    message: ClassVar[str] = N_("There is no answer of the last {seconds} seconds to take back.")


class NumberError(RoundError):
    """A time that is no time."""

    code: ClassVar[str] = "number"
    message: ClassVar[str] = N_("{value} is no time.")

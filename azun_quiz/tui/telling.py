"""What goes wrong with something that a player does is told, and the program goes on.

Textual ends a program at the first error that a handler lets through. Errors that have words for
the player (:class:`UserError`, :class:`WordedError`) never get that far: handlers of messages are
guarded here, in the app and in each screen; actions, callbacks and timers in the app alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.message import Message
from textual.message_pump import MessagePump

from azun_quiz.errors import UserError
from azun_quiz.game.errors import WordedError

if TYPE_CHECKING:
    from azun_quiz.tui.app import AzunQuiz

TOLD = (UserError, WordedError)
"""The errors that have words for the player."""


class Telling(MessagePump):
    """Goes before the class of an app or a screen whose handlers may fail in words.

    The seam is ``_dispatch_message``, through which every message and event of a node goes; it is
    not a public part of Textual. A handler that an error has left is not taken up again.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except TOLD as error:
            cast("AzunQuiz", self.app).explain(error)

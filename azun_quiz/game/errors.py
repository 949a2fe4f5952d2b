"""Errors that the interface can tell in the player's language."""

from __future__ import annotations

from typing import ClassVar

from azun_quiz.text.catalog import N_


class PlainError(Exception):
    """An error with a stable code, a message id in English and the values of its places.

    ``str(error)`` is the English sentence; an interface translates ``message`` and fills it with
    ``params``. Each subclass is one thing that can be wrong.
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = N_("Something went wrong.")

    def __init__(self, **params: object) -> None:
        super().__init__(self.message.format_map(params))
        self.params: dict[str, object] = params

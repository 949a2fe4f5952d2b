"""Errors that are told to the user in a sentence instead of a traceback."""

from __future__ import annotations


class UserError(Exception):
    """Something that the user can understand and mend: what is wrong and what to do.

    ``message`` and ``advice`` are message ids of the catalogs; ``params`` fill their places.
    """

    exit_code = 1

    def __init__(self, message: str, advice: str = "", **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.params = params

"""The formats that items can be exported to."""

from __future__ import annotations

from importlib import import_module

from azun_quiz.errors import UserError
from azun_quiz.export.sheet import Format
from azun_quiz.text.catalog import N_

FORMATS = ("jsonl", "csv", "gift", "moodle", "qti", "anki", "kahoot", "html")
"""Their names, which are those of the modules that write them."""

_EXTRA = "azun-quiz[export]"


def format_named(name: str) -> Format:
    """The module that writes a format; it is imported when it is asked for.

    Raises:
        UserError: a library that the format is written with is not installed.
    """
    try:
        module: Format = import_module(f"azun_quiz.export.{name}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "azun_quiz":
            raise
        raise UserError(
            N_("The format {format} needs {library}, which is not installed."),
            N_("Install it with: pip install '{extra}'"),
            format=name,
            library=error.name,
            extra=_EXTRA,
        ) from error
    return module

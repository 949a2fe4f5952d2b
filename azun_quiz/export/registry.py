"""The formats that items can be exported to."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from azun_quiz.errors import UserError
from azun_quiz.export.sheet import Format
from azun_quiz.text.catalog import N_

FORMATS: Mapping[str, str] = {
    "jsonl": "one JSON object a line, for other programs",
    "csv": "a table for spreadsheets",
    "gift": "GIFT, Moodle's plain text",
    "moodle": "Moodle XML",
    "qti": "a QTI package, for learning platforms",
    "anki": "a deck of flash cards for Anki (.apkg)",
    "kahoot": "a spreadsheet for Kahoot (.xlsx)",
    "html": "a worksheet to print, with an answer key",
}
"""Their names, which are those of the modules that write them, and what each of them is."""

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

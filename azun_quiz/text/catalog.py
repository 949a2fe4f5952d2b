"""The words of the interface, from gettext catalogs.

Message ids are English sentences with named places (``{number}``). The program's own catalogs lie
in ``azun_quiz/locale``; a pack may bring those of further languages in a directory ``locale`` of
its own, laid out in the same way (``eo/LC_MESSAGES/azun_quiz.mo``). gettext's own plural rules
choose the form that follows a number.
"""

from __future__ import annotations

import gettext
import re
import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from azun_quiz.text.languages import DEFAULT, language

LOCALE = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "azun_quiz"

_directories = [LOCALE]
_PLACE = re.compile(r"\{(\w+)\}")


def N_(message: str) -> str:  # noqa: N802 (the name that message extractors look for)
    """Mark a message that is translated later, where it is shown."""
    return message


class Messages:
    """The messages of one language.

    Calling it translates a message and fills its places. The values are inserted as they are:
    only the catalog's own text is read as a pattern, and in it only names of places count.
    """

    def __init__(self, code: str) -> None:
        self.language = language(code)
        self._catalog = _catalog(code)

    @property
    def code(self) -> str:
        """The language's code."""
        return self.language.code

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language.right_to_left

    def __call__(self, message: str, /, **values: object) -> str:
        """Translate ``message`` and fill its named places."""
        return _filled(self._catalog.gettext(message), values)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Translate with the plural form for ``count``, which is also the place ``{count}``."""
        return _filled(self._catalog.ngettext(one, many, count), {"count": count, **values})

    def context(self, context: str, message: str, /, **values: object) -> str:
        """Translate a message that needs a context to be understood (a one-word label)."""
        return _filled(self._catalog.pgettext(context, message), values)

    def joined(self, items: Sequence[str]) -> str:
        """A list in a sentence, as the language writes it."""
        from azun_quiz.text.wording import joined

        return joined(tuple(items), self.code)


def _filled(text: str, values: Mapping[str, object]) -> str:
    """The text with its places filled; a place that has no value stays as it is."""
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text) if values else text


def _catalog(code: str) -> gettext.NullTranslations:
    """The first catalog of a language that can be read; an empty one if there is none."""
    for directory in _directories if code != DEFAULT else ():
        try:
            return gettext.translation(DOMAIN, directory, languages=[code])
        except (OSError, ValueError, struct.error):
            continue
    return gettext.NullTranslations()


def add_catalogs(directory: Path) -> None:
    """Look for catalogs in a further directory as well, after those known so far."""
    if directory not in _directories and directory.is_dir():
        _directories.append(directory)
        messages.cache_clear()


@lru_cache
def messages(code: str) -> Messages:
    """The messages of a language; a language without a catalog speaks English."""
    return Messages(code)


def available() -> tuple[str, ...]:
    """Codes of the languages that the interface speaks, English first."""
    found = {
        path.parent.parent.name: None
        for directory in _directories
        for path in sorted(directory.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    }
    return (DEFAULT, *found)

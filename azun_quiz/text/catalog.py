"""The words of the interface, from gettext catalogs.

Message ids are English sentences with named places (``{number}``). The catalogs lie in
``azun_quiz/locale``; gettext's own plural rules choose the form that follows a number.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from azun_quiz.text.languages import DEFAULT, language

LOCALE = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "azun_quiz"


def N_(message: str) -> str:  # noqa: N802 (the name that message extractors look for)
    """Mark a message that is translated later, where it is shown."""
    return message


class Messages:
    """The messages of one language.

    Calling it translates a message and fills its places. The values are inserted as they are:
    only the catalog's own text is read as a pattern.
    """

    def __init__(self, code: str) -> None:
        self.language = language(code)
        self._catalog: gettext.NullTranslations = (
            gettext.NullTranslations()
            if code == DEFAULT
            else gettext.translation(DOMAIN, LOCALE, languages=[code], fallback=True)
        )

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
        text = self._catalog.gettext(message)
        return text.format_map(values) if values else text

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Translate with the plural form for ``count``, which is also the place ``{count}``."""
        return self._catalog.ngettext(one, many, count).format_map({"count": count, **values})

    def context(self, context: str, message: str, /, **values: object) -> str:
        """Translate a message that needs a context to be understood (a one-word label)."""
        text = self._catalog.pgettext(context, message)
        return text.format_map(values) if values else text

    def joined(self, items: Sequence[str]) -> str:
        """A list in a sentence, as the language writes it."""
        from azun_quiz.text.wording import joined

        return joined(tuple(items), self.code)


@lru_cache
def messages(code: str) -> Messages:
    """The messages of a language; a language without a catalog speaks English."""
    return Messages(code)


def available() -> tuple[str, ...]:
    """Codes of the languages that the interface speaks, English first."""
    found = sorted(path.parent.parent.name for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (DEFAULT, *found)

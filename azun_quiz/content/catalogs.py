"""The catalogs of messages that packs bring, compared with what the program says."""

from __future__ import annotations

import gettext
import struct
from pathlib import Path

from azun_quiz.content.faults import of_system
from azun_quiz.content.packs import Pack
from azun_quiz.content.problems import Place, Problems
from azun_quiz.text.catalog import DOMAIN, LOCALE, N_
from azun_quiz.text.languages import BUILT_IN
from azun_quiz.text.phrase import phrase

_REFERENCE = "az"
"""A language of the program itself, whose catalog has every message."""


def check_catalogs(pack: Pack, problems: Problems) -> None:
    """Report the catalogs of a pack that cannot be read or lack messages of the program."""
    directory = pack.directory / "locale"
    for path in sorted(directory.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        lang = path.parent.parent.name
        if lang not in BUILT_IN:
            _check(path, lang, problems)


def _check(path: Path, lang: str, problems: Problems) -> None:
    try:
        known = _messages(path)
    except (OSError, ValueError, LookupError, struct.error) as error:
        reason = phrase(N_("it is no compiled catalog"))
        if isinstance(error, OSError) and error.strerror:
            reason = of_system(error)
        problems.add("bad-catalog", Place(path), language=lang, reason=reason)
        return
    wanted = _messages(LOCALE / _REFERENCE / "LC_MESSAGES" / f"{DOMAIN}.mo")
    missing = sorted(wanted - known)
    if missing:
        example = next((one for one in missing if any(map(str.isalpha, one))), missing[0])
        problems.add(
            "incomplete-catalog",
            Place(path),
            language=lang,
            count=len(missing),
            total=len(wanted),
            message=example.rpartition("\4")[2],
        )


def _messages(path: Path) -> frozenset[str]:
    """The ids of the messages that are translated in a compiled catalog."""
    with path.open("rb") as file:
        found: dict[object, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    ids = (key[0] if isinstance(key, tuple) else key for key, text in found.items() if text)
    return frozenset(str(message) for message in ids if message)

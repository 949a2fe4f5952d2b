"""Files to start from: facts and templates with comments that teach what the guides teach.

The files beside this module are YAML with places such as ``@NAME@``. Each wording stands on a line
of its own (``en: ...``), so that languages which a pack does not speak can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

LANGUAGES = ("en", "ar", "az")
"""The languages in which the files are written."""

_HERE = Path(__file__).resolve().parent
_PLACE = re.compile("@([A-Z]+)@")
_WORDING = re.compile(r"(\s+)(en|ar|az)(: .*\n)")


def filled(
    name: str, values: Mapping[str, str], titles: Mapping[str, str], languages: Iterable[str]
) -> str:
    """The text of a starting file in some languages.

    ``values`` fill its places; ``titles`` are those of the place ``TITLE``, by language. What is
    not written in one of the languages is there in English, to be translated.
    """
    wanted = tuple(languages) or LANGUAGES
    further = [lang for lang in wanted if lang not in LANGUAGES]
    lines: list[str] = []
    for line in (_HERE / f"{name}.yaml").read_text(encoding="utf-8").splitlines(keepends=True):
        wording = _WORDING.fullmatch(line)
        if wording is None:
            lines.append(_fill(line, values))
            continue
        indent, lang, rest = wording.groups()
        if lang in wanted:
            text = _fill(rest, {**values, "TITLE": titles[lang]})
            lines.append(f"{indent}{lang}{text}")
        if lang == LANGUAGES[0]:
            text = _fill(rest, {**values, "TITLE": titles[lang]})
            lines += [f"{indent}{other}{text}" for other in further]
    return "".join(lines)


def _fill(line: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), line)

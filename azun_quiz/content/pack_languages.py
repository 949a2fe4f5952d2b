"""The languages of a pack: those in which every one of its wordings is there."""

from __future__ import annotations

from collections.abc import Iterable

from azun_quiz.content.reader import Reader
from azun_quiz.text.phrase import listed


def complete_languages(readers: Iterable[Reader]) -> tuple[str, ...]:
    """The languages in which a pack is complete, by the words that its files gave.

    A language that at least half of the wordings have is meant to be complete: what lacks it is
    reported. Of a language that fewer have, the first wording is reported.
    """
    wordings = [
        (reader, node, what, words) for reader in readers for node, what, words in reader.wordings
    ]
    used: dict[str, int] = {}
    for _, _, _, words in wordings:
        for lang in words.by_language:
            used[lang] = used.get(lang, 0) + 1
    complete = {lang: None for lang, count in used.items() if count == len(wordings)}
    stray = {lang for lang, count in used.items() if 2 * count < len(wordings)}
    for reader, node, what, words in wordings:
        for lang in stray.intersection(words.by_language):
            reader.report(
                "stray-language", node, language=lang, count=used[lang], total=len(wordings)
            )
            stray.discard(lang)
        missing = [
            lang
            for lang, count in used.items()
            if 2 * count >= len(wordings) and lang not in words.by_language
        ]
        if missing:
            reader.report("missing-language", node, what=what, languages=listed(missing))
    return tuple(complete)

"""Item-writing rules that a program can check.

Sources: Haladyna, Downing and Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines",
Applied Measurement in Education 15(3), 2002; the 19 flaws of Moore et al., "Assessing the Quality
of Multiple-Choice Questions", EC-TEL 2023. Rules that the ways of asking keep by construction
(one right option, options in order, a source) are checked here all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from sys import intern

from azun_quiz.text.languages import language

LONGEST_MARGIN = 1.5
"""A key longer than this times the longest wrong option gives itself away."""

LONGEST_FREE = 12
"""Characters by which a key may be longer without being noticed."""

_NONE: frozenset[str] = frozenset()

CONVERGING = 2
"""So many words shared with other options make a key suspect."""

_TOKEN = re.compile(r"\w+")
_PREFIX = 6
_SHORTEST = 4

_NEGATIVE = {
    "en": ("not", "except", "never", "without exception"),
    "ar": ("ليس", "ليست", "عدا", "باستثناء"),
    "az": ("deyil", "deyildi", "istisna"),
}
_ABSOLUTE = {
    "en": ("always", "never", "all", "every", "only", "usually", "often", "sometimes", "many"),
    "ar": ("دائما", "أبدا", "كثيرا", "أحيانا", "غالبا"),
    "az": ("həmişə", "heç vaxt", "bəzən", "adətən", "tez-tez"),
}
_COMBINED = {
    "en": re.compile(r"\b(all|none|both|any) of (the )?(above|these|them)\b|\bboth a\b", re.I),
    "ar": re.compile("جميع ما سبق|كل ما سبق|لا شيء مما سبق|ليس أيا مما سبق"),
    "az": re.compile("yuxarıdakıların (hamısı|heç biri)|hamısı doğrudur|heç biri"),
}
_YES_NO = frozenset(
    ["yes", "no", "true", "false", "bəli", "xeyr", "doğru", "yanlış", "نعم", "لا", "صحيح", "خطأ"]
)
_BLANK = re.compile(r"_{2,}|\.{4,}|…{2,}")
_HOW_MANY = re.compile(r"\bhow many\b", re.I)
_DOUBLED = {
    "en": re.compile(r"\b(the|an?|of|in|on|at|to|by|and|with|for) \1\b", re.I),
    "ar": re.compile(r"\b(في|على|إلى|عن|أن|التي|الذي) \1\b"),
    "az": re.compile(r"\b(və|ilə|üçün|bu|hansı|saylı) \1\b", re.I),
}
_ENGLISH_JOINS = (
    re.compile(r"\ba (?=[aeio])\w+", re.I),
    re.compile(r"\ban (?=[^aeiouh\W\d])\w+", re.I),
)


def plain_words(text: str) -> list[str]:
    """The words of a text without case, and without the dot that Turkic languages tell apart."""
    return _TOKEN.findall(text.casefold().replace("ı", "i"))


FRAUGHT = frozenset(
    word
    for listed in (*_NEGATIVE.values(), *_ABSOLUTE.values())
    for phrase in listed
    for word in plain_words(phrase)
)
"""Words that may make a stem negative, absolute or vague, in any language."""

JOINING = frozenset(
    word
    for text in (
        "the an a of in on at to by and with for",
        "في على إلى عن أن التي الذي",
        "və ilə üçün bu hansı saylı",
    )
    for word in plain_words(text)
)
"""Words that must not stand twice in a row, or that depend on the word after them."""

_DOUBLE = re.compile(r"  +| [,.;:?!؟،؛]|\(\)|[{}]")
_ENDS = ("?", "؟")


@lru_cache(maxsize=65536)
def tokens(text: str, lang: str) -> frozenset[str]:
    """The words of a text that carry meaning, cut so that endings do not hide a likeness."""
    found = set()
    for token in _TOKEN.findall(language(lang).fold(text)):
        if token.isdigit():
            found.add(intern(token))
            continue
        if lang == "ar":
            token = re.sub("^(?:[وفبل]?ال|لل)", "", token)
        if len(token) >= _SHORTEST:
            found.add(intern(token[:_PREFIX]))
    return frozenset(found)


def option_flaws(
    stem: str, options: Sequence[str], key: int, lang: str, *, ordered: bool
) -> list[str]:
    """The rules that the options break in a language, by name.

    ``ordered`` options are numbers, dates or spans: they cannot differ in style, but they can
    share parts.
    """
    return [*form_flaws(options, lang), *key_flaws(stem, options, key, lang, ordered=ordered)]


def form_flaws(options: Sequence[str], lang: str) -> list[str]:
    """The rules that options break whichever of them is right, by name."""
    flaws = []
    rules = language(lang)
    folded = [rules.fold(option) for option in options]
    if len(set(folded)) < len(options):
        flaws.append("options-alike")
    if any(is_combined(option, lang) for option in options):
        flaws.append("combined-option")
    if all(option in _YES_NO for option in folded):
        flaws.append("yes-no-series")
    return flaws


def key_flaws(
    stem: str, options: Sequence[str], key: int, lang: str, *, ordered: bool
) -> list[str]:
    """The rules by which the right option gives itself away, by name."""
    flaws = []
    words = [tokens(option, lang) for option in options]
    if echoes(tokens(stem, lang), words, key):
        flaws.append("key-echoes-stem")
    if converges(words, key):
        flaws.append("key-converges")
    if not ordered and key_is_longest([len(option) for option in options], key):
        flaws.append("key-longest")
    return flaws


def echoes(stem: frozenset[str], options: Sequence[frozenset[str]], key: int) -> bool:
    """Whether a word of the stem comes back in the key and in no other option."""
    common = stem & options[key]
    if not common:
        return False
    for index, words in enumerate(options):
        if index != key:
            common -= words
    return bool(common)


def converges(options: Sequence[frozenset[str]], key: int) -> bool:
    """Whether the key shares more words with the others than any other option does, so that a
    vote over the parts of the options finds it."""
    shared = _shared(options, key)
    if shared < CONVERGING:
        return False
    for index in range(len(options)):
        if index != key and _shared(options, index) >= shared:
            return False
    return True


def _shared(options: Sequence[frozenset[str]], index: int) -> int:
    """How many words an option has in common with any other."""
    return len(options[index].intersection(_NONE.union(*options[:index], *options[index + 1 :])))


def key_is_longest(lengths: Sequence[int], key: int) -> bool:
    """Whether the key is longer than all others by a margin that a reader would notice."""
    own = lengths[key]
    if own <= LONGEST_FREE:
        return False
    for index, length in enumerate(lengths):
        if index != key and (own <= length * LONGEST_MARGIN or own - length <= LONGEST_FREE):
            return False
    return True


@lru_cache(maxsize=65536)
def is_combined(option: str, lang: str) -> bool:
    """Whether an option speaks of other options ("all of the above")."""
    pattern = _COMBINED.get(lang)
    return pattern is not None and pattern.search(option) is not None


@lru_cache(maxsize=65536)
def is_odd(option: str, lang: str) -> bool:
    """Whether an option speaks of other options, or is a bare yes or no."""
    return is_combined(option, lang) or language(lang).fold(option) in _YES_NO


def stem_flaws(stem: str, lang: str) -> list[tuple[str, Mapping[str, object]]]:
    """What is wrong with a stem as a reader sees it: codes of problems and their details."""
    flaws: list[tuple[str, Mapping[str, object]]] = []
    if not stem.rstrip('»"”').endswith(_ENDS):
        flaws.append(("stem-no-question", {}))
    if _BLANK.search(stem):
        flaws.append(("stem-blank", {}))
    text = _HOW_MANY.sub("", stem)
    flaws.extend(
        ("stem-negative", {"word": word})
        for word in _NEGATIVE.get(lang, ())
        if any(not found.isupper() for found in _occurrences(word, text))
    )
    flaws.extend(
        ("stem-absolute", {"word": word})
        for word in _ABSOLUTE.get(lang, ())
        if _occurrences(word, text)
    )
    flaws.extend(("stem-join", {"text": text}) for text in bad_joins(stem, lang))
    return flaws


def _occurrences(word: str, text: str) -> list[str]:
    """The word or phrase as it stands in a text, in small or capital letters."""
    return re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I)


def bad_joins(text: str, lang: str) -> list[str]:
    """Pieces of a sentence where inserted words do not fit: "the the", "a Economic"."""
    found = [match[0] for match in _DOUBLE.finditer(text)]
    if lang in _DOUBLED:
        found.extend(match[0] for match in _DOUBLED[lang].finditer(text))
    for pattern in _ENGLISH_JOINS if lang == "en" else ():
        found.extend(match[0] for match in pattern.finditer(text))
    return found

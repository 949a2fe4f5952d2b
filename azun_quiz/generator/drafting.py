"""Looking for options that break no item-writing rule, with the key where it was planned."""

from __future__ import annotations

from functools import lru_cache

from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import ANY
from azun_quiz.generator.draft import Draft
from azun_quiz.generator.entries import Entry
from azun_quiz.generator.rules import (
    CONVERGING,
    LONGEST_FREE,
    converges,
    echoes,
    form_flaws,
    key_is_longest,
)
from azun_quiz.levels import DEFAULT_LEVEL

_TRIES = 60
"""How many sets of options are tried before one that is known to be sound is taken."""

_TRIES_AT_PLACE = 8
"""How many of them keep the key at its planned place."""

_TRIES_AT_LEVEL = 16
"""How many of them keep to the level."""

Flaw = tuple[str, str]
"""A language and the name of an item-writing rule that the options break in it."""


def drafted(entry: Entry, seed: int, level: str) -> tuple[Draft | None, list[Flaw]]:
    """The first set of options that breaks no rule, or the one that breaks fewest, and the rules
    it breaks; None where there are too few options."""
    way, subject = entry.way, entry.subject
    count = way.compiled.template.options
    planned = planned_place(seed, count, entry.index)
    best: Draft | None = None
    fewest: list[Flaw] = []
    for attempt in range(_TRIES):
        chance = Chance(seed, subject.id, level, attempt)
        place = planned if attempt < _TRIES_AT_PLACE else chance.below(count)
        tried = level if attempt < _TRIES_AT_LEVEL else ANY
        draft = way.draft(subject, count=count, place=place, level=tried, chance=chance)
        if draft is None:
            continue
        broken = flaws(entry, draft)
        if best is None or len(broken) < len(fewest):
            best, fewest = draft, broken
        if not broken:
            break
    return best, fewest


def first_draft(entry: Entry) -> tuple[Draft | None, list[Flaw]]:
    """What decides whether an item can be asked: its options for seed 0, and the rules that they
    break; those that break none are remembered."""
    draft, broken = drafted(entry, 0, DEFAULT_LEVEL)
    if not broken:
        entry.sound = draft
    return draft, broken


def sound_draft(entry: Entry) -> Draft:
    """Options that break no rule, of an item that can be asked."""
    if entry.sound is None:
        first_draft(entry)
    assert entry.sound is not None
    return entry.sound


def flaws(entry: Entry, draft: Draft) -> list[Flaw]:
    """The item-writing rules that the options break; no two of them read alike, as they come from
    a pool."""
    options, key = draft.options, draft.key
    found: list[Flaw] = []
    by_language = zip(*[option.words for option in options], strict=True)
    for lang, stem, words in zip(entry.stems, entry.stem_words, by_language, strict=True):
        if not stem.isdisjoint(words[key]) and echoes(stem, words, key):
            found.append((lang, "key-echoes-stem"))
        if len(words[key]) >= CONVERGING and converges(words, key):
            found.append((lang, "key-converges"))
    if not entry.ordered and max(options[key].lengths) > LONGEST_FREE:
        of_all = zip(*[option.lengths for option in options], strict=True)
        for lang, lengths in zip(entry.stems, of_all, strict=True):
            if key_is_longest(lengths, key):
                found.append((lang, "key-longest"))
    if any(option.odd for option in options):
        for lang in entry.stems:
            broken = form_flaws([option.texts[lang] for option in options], lang)
            found += [(lang, rule) for rule in broken]
    return found


@lru_cache(maxsize=4096)
def _places(seed: int, count: int, block: int) -> tuple[int, ...]:
    return tuple(Chance(seed, "places", count, block).shuffled(range(count)))


def planned_place(seed: int, count: int, index: int) -> int:
    """Where the key of an item should stand, from its place in the bank.

    The items are taken in blocks as long as there are places, and each block gives every place
    once, in random order: so the places are even over the bank (permuted-block randomisation).
    """
    block, offset = divmod(index, count)
    return _places(seed, count, block)[offset]

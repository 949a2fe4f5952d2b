"""Choosing the wrong options: by nearness, with the right one at a given place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from azun_quiz.generator.chance import Chance
from azun_quiz.generator.pool import Option, Pool, Valid

T = TypeVar("T")

LEVELS = ("easy", "medium", "hard")
"""How near the wrong options lie to the right one: far, some way off, next to it."""

_REACH = {"hard": 1, "medium": 4, "easy": 10}
"""How many more neighbours on each side are looked at than are needed."""

_SAMPLE = 18
"""How many options of an unordered kind are compared."""

_TRIES = 60
"""How many candidates are looked at before the rest of a side is given up."""


def choose(
    pool: Pool, key: Option, valid: Valid, *, count: int, place: int, level: str, chance: Chance
) -> tuple[list[Option], int]:
    """The options of a question in the order in which they are shown, and the key's index.

    ``count`` is how many there should be with the key, ``place`` where the key should stand. The
    key may come to stand elsewhere, and there may be fewer options, where the pool is too small.
    """
    if pool.ordered:
        return _ordered(pool, key, valid, count, place, level, chance)
    wrong = _unordered(pool, key, valid, count - 1, level, chance)
    index = min(place, len(wrong))
    return [*wrong[:index], key, *wrong[index:]], index


def _ordered(
    pool: Pool, key: Option, valid: Valid, count: int, place: int, level: str, chance: Chance
) -> tuple[list[Option], int]:
    """Neighbours below and above the key, as many below as the place asks for."""
    position = pool.position(key.value)
    reach = count - 1 + _REACH[level]
    below = _neighbours(pool.options[max(0, position - _TRIES) : position][::-1], key, valid, reach)
    above = _neighbours(pool.options[position : position + _TRIES], key, valid, reach)
    needed = min(count - 1, len(below) + len(above))
    before = max(min(place, needed, len(below)), needed - len(above))
    chosen_below = near(below, before, level, chance)
    chosen_above = near(above, needed - before, level, chance)
    wrong = sorted([*chosen_below, *chosen_above], key=lambda option: option.rank)
    return [*wrong[:before], key, *wrong[before:]], before


def _neighbours(
    options: Sequence[Option], key: Option, valid: Valid, most: int
) -> list[Option]:
    """The first valid options, none of which reads like another or like the key."""
    found: list[Option] = []
    groups = {key.group}
    for option in options:
        if option.group not in groups and valid(option):
            found.append(option)
            groups.add(option.group)
            if len(found) == most:
                break
    return found


def near(options: Sequence[T], count: int, level: str, chance: Chance) -> list[T]:
    """``count`` of the options, which are sorted by nearness; easy ones leave out the nearest."""
    if level == "easy":
        options = options[max(0, len(options) - count - _REACH["medium"]) :]
    elif level == "hard":
        options = options[: count + _REACH["hard"]]
    return chance.sample(options, count)


def _unordered(
    pool: Pool, key: Option, valid: Valid, count: int, level: str, chance: Chance
) -> list[Option]:
    """Options that resemble the key in as many traits as the level asks for."""
    found = _sample(pool, key, valid, level, chance)
    scored = [(len(option.tags & key.tags), option) for option in found]
    scored.sort(key=lambda pair: pair[0], reverse=level != "easy")
    reach = count + (0 if level == "hard" else 2)
    if level == "medium" and len(scored) > reach:
        middle = (len(scored) - reach) // 2
        scored = scored[middle : middle + reach]
    return chance.sample([option for _, option in scored[:reach]], count)


def _sample(
    pool: Pool, key: Option, valid: Valid, level: str, chance: Chance
) -> list[Option]:
    """Some valid options in random order; for harder levels first those with a common trait."""
    found: list[Option] = []
    groups = {key.group}

    def take(options: Sequence[Option], most: int) -> None:
        for option in _drawn(options, chance):
            if len(found) >= most:
                return
            if option.group not in groups and valid(option):
                groups.add(option.group)
                found.append(option)

    if level != "easy":
        for tag in sorted(key.tags, key=str):
            take(pool.by_tag.get(tag, ()), len(found) + _SAMPLE // 3)
    take(pool.options, _SAMPLE)
    return found


def _drawn(options: Sequence[Option], chance: Chance) -> Iterator[Option]:
    """The options in random order, each drawn when it is asked for."""
    if len(options) <= _TRIES:
        yield from chance.drawn(options)
        return
    seen: set[int] = set()
    for _ in range(2 * _TRIES):
        index = chance.below(len(options))
        if index not in seen:
            seen.add(index)
            yield options[index]
    yield from (option for index, option in enumerate(options) if index not in seen)

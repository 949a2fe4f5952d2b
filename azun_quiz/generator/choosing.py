"""Choosing the wrong options: by nearness, with the right one at a given place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from azun_quiz.generator.chance import Chance
from azun_quiz.generator.pool import Option, Pool, Valid, order_key

T = TypeVar("T")

_NUMBER = re.compile(r"\d+")

LEVELS = ("easy", "medium", "hard")
"""How near the wrong options lie to the right one: far, some way off, next to it."""

ANY = "any"
"""No level: options from near and far, where a level leaves no sound choice."""

_REACH = {"hard": 1, "medium": 4, "easy": 10, ANY: 20}
"""How many more neighbours on each side are looked at than are needed."""

_MOST_TIED = 10
"""How many more options are considered that resemble the key equally."""

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
    options = [*wrong[:index], key, *wrong[index:]]
    if _differ_in_numbers(options):
        options.sort(key=lambda option: order_key(next(iter(option.texts.values()))))
        index = options.index(key)
    return options, index


def _differ_in_numbers(options: Sequence[Option]) -> bool:
    """Whether words differ only in the numbers they hold ("Article 39", "Article 41")."""
    texts = [next(iter(option.texts.values())) for option in options]
    shapes = {_NUMBER.sub("0", text) for text in texts}
    return len(shapes) == 1 and _NUMBER.search(texts[0]) is not None


def _ordered(
    pool: Pool, key: Option, valid: Valid, count: int, place: int, level: str, chance: Chance
) -> tuple[list[Option], int]:
    """Neighbours below and above the key, as many below as the place asks for."""
    position = pool.position(key.value)
    reach = count - 1 + _REACH[level]
    options = pool.options
    lowest, highest = max(0, position - _TRIES), min(len(options), position + _TRIES)
    groups = {key.group}
    below = _neighbours(options, range(position - 1, lowest - 1, -1), groups, valid, reach)
    above = _neighbours(options, range(position, highest), groups, valid, reach)
    needed = min(count - 1, len(below) + len(above))
    before = max(min(place, needed, len(below)), needed - len(above))
    chosen_below = near(below, before, level, chance)
    chosen_above = near(above, needed - before, level, chance)
    wrong = sorted([*chosen_below, *chosen_above], key=lambda option: option.rank)
    return [*wrong[:before], key, *wrong[before:]], before


def _neighbours(
    options: Sequence[Option], places: Iterable[int], groups: set[int], valid: Valid, most: int
) -> list[Option]:
    """The first valid options at the places, none of which reads like one of the ``groups``;
    their groups are added."""
    found: list[Option] = []
    for place in places:
        option = options[place]
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
    """Options that resemble the key as the level asks for."""
    kin = [option for option in pool.kin(key) if valid(option)]
    if level == "hard":
        kin = kin[: count + _tied(kin, key, count)]
    elif level != ANY:
        half = max(count + 2, len(kin) // 2)
        kin = kin[:half] if level == "medium" else kin[max(0, len(kin) - half) :]
    return chance.sample(kin, count)


def _tied(kin: Sequence[Option], key: Option, count: int) -> int:
    """How many options after the first ``count`` resemble the key as much as the last of them."""
    if len(kin) <= count:
        return 0
    least = len(kin[count - 1].tags & key.tags)
    return sum(len(option.tags & key.tags) == least for option in kin[count : count + _MOST_TIED])


def number_line(number: int, *, count: int, place: int, level: str) -> tuple[list[int], int]:
    """Evenly spaced numbers round a number, and the index at which it stands.

    The step is a share of the number that grows as the level gets easier. The numbers begin at 1,
    unless the number itself is 0 or less.
    """
    step = max(1, abs(number) // {"hard": 10, "medium": 5, "easy": 3, ANY: 4}[level])
    before = min(place, abs(number - 1)) if number else 0
    while number > 0 and number - before * step < 1:
        step -= 1
    first = number - before * step
    return [first + index * step for index in range(count)], before

"""Choosing the wrong options (distractors): by nearness, with the right one at a given place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from azun_quiz.generator.chance import Chance
from azun_quiz.generator.pool import IsWrong, Option, Pool, order_key

T = TypeVar("T")

_rank = attrgetter("rank")

ANY = "any"
"""No level: options from near and far, where a level leaves no sound choice."""

_REACH = {"hard": 1, "medium": 4, "easy": 10, ANY: 20}
"""How many more neighbours on each side are looked at than are needed."""

_MOST_TIED = 10
"""How many more options are considered that resemble the key equally."""

_MOST_LOOKED_AT = 60
"""How many candidates are looked at before the rest of a side is given up."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The wrong options for a key that are near enough to be looked at.

    For ordered types ``below`` and ``above`` are its neighbours, the nearest first; for others
    ``kin`` are the options that resemble it, the most alike first.
    """

    key: Option
    below: Sequence[Option] = ()
    above: Sequence[Option] = ()
    kin: Sequence[Option] = ()


def candidates(pool: Pool, key: Option, is_wrong: IsWrong, count: int) -> Candidates:
    """The candidates for questions with at most ``count`` options."""
    if not pool.ordered:
        return Candidates(key, kin=[option for option in pool.kin(key) if is_wrong(option)])
    position = pool.position(key.value)
    reach = count - 1 + max(_REACH.values())
    options = pool.options
    lowest = max(0, position - _MOST_LOOKED_AT)
    highest = min(len(options), position + _MOST_LOOKED_AT)
    groups = {key.group}
    return Candidates(
        key,
        _neighbours(options, range(position - 1, lowest - 1, -1), groups, is_wrong, reach),
        _neighbours(options, range(position, highest), groups, is_wrong, reach),
    )


def choose(
    found: Candidates, *, count: int, place: int, level: str, chance: Chance
) -> tuple[list[Option], int]:
    """The options of a question in the order in which they are shown, and the key's index.

    ``count`` is how many there should be with the key, ``place`` where the key should stand. The
    key may come to stand elsewhere, and there may be fewer options, where candidates are few.
    """
    key = found.key
    if found.below or found.above:
        return _ordered(found, count, place, level, chance)
    distractors = _unordered(found, count - 1, level, chance)
    index = _within(place, len(distractors), chance)
    options = [*distractors[:index], key, *distractors[index:]]
    if _differ_in_numbers(options):
        options.sort(key=lambda option: order_key(option.first_text))
        index = options.index(key)
    return options, index


def _within(place: int, last: int, chance: Chance) -> int:
    """The place from 0 to ``last`` for the key of a question that has fewer options than planned.

    A planned place beyond the last becomes a random one, and not the last: else the key would
    stand last more often than its share.
    """
    return place if place <= last else chance.below(last + 1)


def _differ_in_numbers(options: Sequence[Option]) -> bool:
    """Whether words differ only in the numbers they hold ("Article 39", "Article 41")."""
    shape = options[0].shape
    return shape is not None and all(option.shape == shape for option in options)


def _ordered(
    found: Candidates, count: int, place: int, level: str, chance: Chance
) -> tuple[list[Option], int]:
    """Neighbours below and above the key, as many below as the place asks for."""
    reach = count - 1 + _REACH[level]
    below, above = found.below[:reach], found.above[:reach]
    needed = min(count - 1, len(below) + len(above))
    place = _within(place, needed, chance)
    before = max(min(place, len(below)), needed - len(above))
    distractors = [
        *near(below, before, level, chance),
        *near(above, needed - before, level, chance),
    ]
    distractors.sort(key=_rank)
    return [*distractors[:before], found.key, *distractors[before:]], before


def _neighbours(
    options: Sequence[Option], places: Iterable[int], groups: set[int], is_wrong: IsWrong, most: int
) -> list[Option]:
    """The first wrong options at the places, none of which reads like one of the ``groups``;
    their groups are added."""
    found: list[Option] = []
    for place in places:
        option = options[place]
        if option.group not in groups and is_wrong(option):
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


def _unordered(found: Candidates, count: int, level: str, chance: Chance) -> list[Option]:
    """Options that resemble the key as the level asks for."""
    kin = found.kin
    if level == "hard":
        kin = kin[: count + _tied(kin, found.key, count)]
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
    if number > 0 and before:
        step = min(step, (number - 1) // before)
    first = number - before * step
    return [first + index * step for index in range(count)], before

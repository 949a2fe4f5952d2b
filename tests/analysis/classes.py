"""Classes made up for tests: answers as files would tell them, and questions without a bank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from azun_quiz.analysis.merging import Merged, merge
from azun_quiz.analysis.results import Answer, PlayedRound, Results
from azun_quiz.analysis.sample import Shown

DAY = date(2026, 11, 24)
DIGEST = "d1"

Table = list[list[int | None]]
"""A row a player, a column an item: 1 right, 0 wrong, None not asked."""


class StubQuestions:
    """Items with four options each, "a" to "d", of which "a" is right and stands first."""

    digest = DIGEST

    def __init__(self, items: Sequence[str], shown: Mapping[int, Shown] | None = None) -> None:
        self._items = frozenset(items)
        self._shown = shown or {}

    def stem(self, item: str) -> str | None:
        return f"What is {item}?" if item in self._items else None

    def mark(self, item: str, seed: int, level: str, lang: str) -> str:
        return "mark-of-abcd"

    def shown(self, item: str, seed: int, level: str) -> Shown:
        return self._shown.get(seed, Shown(("a", "b", "c", "d"), 0))


def answer(number: int, item: str, chosen: int | None = 0, **more: object) -> Answer:
    """An answer to a question whose right option stands first; ``place`` follows ``number``."""
    values: dict[str, object] = {
        "place": number - 1, "seed": 0, "key": 0, "right": chosen == 0, "ms": 1000, "hints": 0,
    }  # fmt: skip
    return Answer(number=number, item=item, chosen=chosen, **values | more)  # type: ignore[arg-type]


def played(*answers: Answer, **more: object) -> PlayedRound:
    values: dict[str, object] = {
        "number": 1, "day": DAY, "mode": "practice", "level": "medium", "lang": "en",
        "origin": "code", "code": "", "count": max(len(answers), 1), "digest": DIGEST,
    }  # fmt: skip
    return PlayedRound(answers=answers, **values | more)  # type: ignore[arg-type]


def results(player: str, *rounds: PlayedRound, name: str = "") -> Results:
    return Results(player, name, rounds)


def class_of(table: Sequence[Sequence[int | None]]) -> Merged:
    """A class from a table: a row a player, a column an item; 1 right, 0 wrong, None no answer."""
    files = []
    for index, row in enumerate(table):
        given = [
            answer(column + 1, f"t/{column:03}", 0 if value else 1)
            for column, value in enumerate(row)
            if value is not None
        ]
        files.append(results(f"p{index:04}", played(*given)))
    return merge(files)


def items_of(table: Sequence[Sequence[int | None]]) -> StubQuestions:
    return StubQuestions([f"t/{column:03}" for column in range(len(table[0]))])


def random_table(players: int, items: int, seed: int, missing: float = 0.0) -> Table:
    rng = np.random.default_rng(seed)
    able, hard = rng.normal(size=(players, 1)), rng.normal(size=items)
    right = rng.random((players, items)) < 1 / (1 + np.exp(hard - 1.5 * able))
    gone = rng.random((players, items)) < missing
    return [
        [None if gone[p, i] else int(right[p, i]) for i in range(items)] for p in range(players)
    ]

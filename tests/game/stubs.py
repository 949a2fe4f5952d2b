"""A bank made of plain mappings, and items without words, for tests of the game."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import strategies as st

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.plan import Plan, questions, time_limit
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.item import Item
from azun_quiz.levels import LEVELS


@dataclass(frozen=True)
class StubClues:
    shows: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()


class StubBank:
    """Items by topic; ``marks`` gives some of them what they show and what they ask.

    ``spoken`` holds the languages of those items that not every language has.
    """

    languages = ("en", "ar", "az")

    def __init__(
        self,
        topics: dict[str, list[str]],
        marks: dict[str, StubClues] | None = None,
        digest: str = "d1" * 32,
        usual: tuple[str, ...] | None = None,
        spoken: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.items = {item: topic for topic, items in topics.items() for item in items}
        self.topics = tuple(topics)
        self.default_topics = self.topics if usual is None else usual
        self.marks = marks or {}
        self.digest = digest
        self.spoken = spoken or {}

    def ids(self, topics: Iterable[str] | None = None, lang: str | None = None) -> tuple[str, ...]:
        wanted = set(self.default_topics if topics is None else topics)
        return tuple(
            item
            for item, topic in self.items.items()
            if topic in wanted and (lang is None or lang in self.languages_of(item))
        )

    def languages_of(self, item: str) -> tuple[str, ...]:
        return self.spoken.get(item, self.languages)

    def topic_of(self, item: str) -> str:
        return self.items[item]

    def clues(self, item: str) -> StubClues:
        return self.marks.get(item, StubClues(asks=frozenset([item])))

    def item(self, item: str, *, lang: str, seed: int, level: str) -> Item:
        if item not in self.items or lang not in self.languages_of(item) or level not in LEVELS:
            raise KeyError(item, lang, level)
        return make_item(item, seed, lang=lang, level=level)


def make_item(
    item: str, seed: int, *, options: int = 4, lang: str = "en", level: str = "easy"
) -> Item:
    chance = Chance(seed, item)
    pool = [f"{item} {letter}" for letter in "ABCDEFGH"[: options + 2]]
    shown = chance.sample(pool[1:], options - 1)
    key = chance.below(options)
    shown.insert(key, pool[0])
    return Item(
        id=item,
        template=item.partition("/")[0],
        topic="dates",
        facts=(item.partition("/")[2],),
        lang=lang,
        stem=f"{item}?",
        options=tuple(shown),
        key=key,
        explanation="",
        sources=("S/1",),
        level=level,
        seed=seed,
    )


def make_plan(
    mode: str = "practice", count: int = 3, *, level: str = "easy", seed: int = 7, **more: object
) -> Plan:
    values: dict[str, object] = {
        "mode": mode,
        "level": level,
        "lang": "en",
        "topics": ("dates",),
        "seed": seed,
        "digest": "d1" * 32,
        "questions": questions([f"t/f{number}" for number in range(count)], seed),
        "limit": time_limit(mode, level),
    }
    return Plan(**(values | more))  # type: ignore[arg-type]


def attempts(place: int = 0) -> st.SearchStrategy[Attempt]:
    """Attempts that a round can hold: only a chosen option can be right."""
    return st.builds(
        lambda chosen, right, seconds, hints: Attempt(
            place=place,
            item=f"t/f{place}",
            seed=place,
            chosen=chosen,
            right=right and chosen is not None,
            seconds=seconds,
            hints=hints,
            at=1_000,
        ),
        st.none() | st.integers(0, 4),
        st.booleans(),
        st.floats(0, 200),
        st.integers(0, 3),
    )


def results(max_size: int = 30) -> st.SearchStrategy[list[Attempt | None]]:
    """What a round's questions may have come to."""
    return st.lists(st.none() | attempts(), max_size=max_size)

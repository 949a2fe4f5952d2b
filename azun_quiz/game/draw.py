"""Which items a round asks, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from azun_quiz.generator.chance import Chance


class Clues(Protocol):
    """What an item lets its reader see and what it asks, as marks of a fact and its field."""

    @property
    def shows(self) -> frozenset[str]:
        """Marks of what the question shows."""

    @property
    def asks(self) -> frozenset[str]:
        """Marks of what answers the question."""


class Bank(Protocol):
    """The part of the generator's bank from which items are drawn."""

    @property
    def digest(self) -> str:
        """The content version."""

    @property
    def topics(self) -> tuple[str, ...]:
        """All topics, in their order."""

    def ids(self, topics: Iterable[str] | None = None, lang: str | None = None) -> tuple[str, ...]:
        """The items of topics (of the usual ones for None) that a language has (any for None)."""

    def topic_of(self, item: str, /) -> str:
        """The topic of an item."""

    def clues(self, item: str, /) -> Clues:
        """What an item shows and asks."""


def draw(
    bank: Bank,
    *,
    topics: Iterable[str] | None,
    count: int,
    seed: int,
    recent: Mapping[str, float] | Collection[str] = (),
    lang: str | None = None,
) -> tuple[str, ...]:
    """The ids of a round's items, in the order in which they are asked.

    - The same bank, topics, count, seed and ``recent`` give the same items.
    - Topics take turns, in an order drawn by lot: their shares differ by at most one, unless a
      topic has no more to give.
    - No two items give each other away (``Company``).
    - Items in ``recent`` wait until their topic has no other; then the one seen longest ago
      comes first (a mapping gives the time it was seen, a collection takes all as equally old).
    - Within a topic, templates take turns as far as items allow, and two items of one template
      do not follow each other where that can be avoided.

    Only items that the language ``lang`` has are drawn; None takes all. Fewer than ``count``
    items come back when the bank has no more that go together.
    """
    wanted = None if topics is None else frozenset(topics)
    chance = Chance(seed, "draw", bank.digest, *sorted(wanted or ()), count)
    by_topic: dict[str, list[str]] = {}
    for item in chance.shuffled(bank.ids(wanted, lang)):
        by_topic.setdefault(bank.topic_of(item), []).append(item)
    turns = chance.shuffled([topic for topic in bank.topics if topic in by_topic])
    seen = recent if isinstance(recent, Mapping) else dict.fromkeys(recent, 0.0)
    piles = [_Pile(by_topic[topic], seen) for topic in turns]
    company = Company(bank)
    drawn: list[str] = []
    while piles and len(drawn) < count:
        for pile in tuple(piles):
            taken = pile.take(company) if len(drawn) < count else None
            if taken is not None:
                drawn.append(taken)
            elif not pile.rest:
                piles.remove(pile)
    return spread(chance.shuffled(drawn))


class Company:
    """Items of one round, and who may join them.

    An item may not join when it shows what another one asks, when another one shows what it
    asks, or when both ask the same.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._shown: set[str] = set()
        self._asked: set[str] = set()

    def welcomes(self, item: str) -> bool:
        """Whether the item gives nothing away and is not given away."""
        clues = self._bank.clues(item)
        return (
            clues.shows.isdisjoint(self._asked)
            and clues.asks.isdisjoint(self._shown)
            and clues.asks.isdisjoint(self._asked)
        )

    def add(self, item: str) -> None:
        """Let an item join."""
        clues = self._bank.clues(item)
        self._shown |= clues.shows
        self._asked |= clues.asks


class _Pile:
    """The items of one topic that are still to be had."""

    def __init__(self, ids: list[str], seen: Mapping[str, float]) -> None:
        self.rest = {item: place for place, item in enumerate(ids)}
        self._seen = seen
        self._used: Counter[str] = Counter()

    def take(self, company: Company) -> str | None:
        """The best item that fits the company, or None; the pile then is empty."""
        while self.rest:
            item = min(self.rest, key=self._rank)
            del self.rest[item]
            if company.welcomes(item):
                company.add(item)
                self._used[_template(item)] += 1
                return item
        return None

    def _rank(self, item: str) -> tuple[float, int, int]:
        seen = self._seen.get(item)
        age = float("-inf") if seen is None else seen
        return age, self._used[_template(item)], self.rest[item]


def spread(ids: Iterable[str]) -> tuple[str, ...]:
    """The items in nearly the same order, two of one template in a row only where unavoidable.

    A template that has more than half of what is left comes next, as later it could not be kept
    apart. Otherwise the next item is the first one of another template than the last.
    """
    rest = list(ids)
    left = Counter(map(_template, rest))
    result: list[str] = []
    last: str | None = None
    while rest:
        most = max(left.values())
        if most > len(rest) // 2:
            item = next(item for item in rest if left[_template(item)] == most)
        else:
            item = next(item for item in rest if _template(item) != last)
        rest.remove(item)
        last = _template(item)
        left[last] -= 1
        result.append(item)
    return tuple(result)


def _template(item: str) -> str:
    return item.partition("/")[0]

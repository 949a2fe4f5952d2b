"""Files of results put together: each answer once, and of each player one attempt an item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from azun_quiz.analysis.results import Answer, PlayedRound, Results

Attempts = Literal["first", "last"]
"""Which of a player's answers to one item counts."""

_Saying = tuple[int, str, str, str, int, str, int, int, bool, int, int]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer with what has to be known of its round."""

    answer: Answer
    level: str
    lang: str
    digest: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A player with the answers that count, one for each item, in the order they were given."""

    id: str
    name: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What several files say together, in an order that does not depend on theirs.

    ``twice`` answers stood in more than one file and were counted once. ``disputed`` answers of
    one player have the same number and say different things; one of them was taken. ``repeated``
    answers do not count because the same player answered the item before (or afterwards).
    """

    participants: tuple[Participant, ...]
    twice: int
    disputed: int
    repeated: int


class _History:
    """All that the files say of one player: for each number, the different things they say."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.said: defaultdict[int, dict[_Saying, tuple[PlayedRound, Answer]]] = defaultdict(dict)
        self.read = 0

    def add(self, results: Results, wanted: Callable[[PlayedRound], bool]) -> None:
        if results.name:
            self.names.add(results.name)
        for played in results.rounds:
            if wanted(played):
                for answer in played.answers:
                    self.read += 1
                    sayings = self.said[answer.number]
                    saying = _saying(played, answer)
                    there = sayings.get(saying)
                    if there is None or _knows(answer) > _knows(there[1]):
                        sayings[saying] = played, answer

    @property
    def twice(self) -> int:
        return self.read - sum(map(len, self.said.values()))

    @property
    def disputed(self) -> int:
        return sum(len(sayings) - 1 for sayings in self.said.values())

    def standing(self) -> list[Given]:
        """The answers in order; a later one to the same question of a round replaces the earlier,
        which was taken back after the older file was written."""
        by_place = {
            (played.number, answer.place): (played, answer)
            for _, sayings in sorted(self.said.items())
            for played, answer in [sayings[min(sayings)]]
        }
        ordered = sorted(by_place.values(), key=lambda entry: entry[1].number)
        return [
            Given(answer, played.level, played.lang, played.digest) for played, answer in ordered
        ]


def merge(
    files: Iterable[Results],
    *,
    wanted: Callable[[PlayedRound], bool] = lambda _: True,
    attempts: Attempts = "first",
) -> Merged:
    """Put files together.

    Files of one player are known by the player's id, answers by their number. Only rounds that
    are ``wanted`` count. Item analysis takes answers of different people as independent, and a
    second answer to an item tells of the first one's feedback; so one answer of each player to
    each item counts, the ``first`` or the ``last``.
    """
    histories: dict[str, _History] = {}
    for results in files:
        histories.setdefault(results.player, _History()).add(results, wanted)
    participants = []
    repeated = 0
    for player, history in sorted(histories.items()):
        standing = history.standing()
        ordered = standing if attempts == "last" else reversed(standing)
        by_item = {given.answer.item: given for given in ordered}
        repeated += len(standing) - len(by_item)
        if by_item:
            kept = sorted(by_item.values(), key=lambda given: given.answer.number)
            participants.append(Participant(player, min(history.names, default=""), tuple(kept)))
    return Merged(
        tuple(participants),
        sum(history.twice for history in histories.values()),
        sum(history.disputed for history in histories.values()),
        repeated,
    )


def _saying(played: PlayedRound, answer: Answer) -> _Saying:
    """What was done, as something that can be put in order; what else is known is left out."""
    return (
        played.number,
        played.level,
        played.lang,
        played.digest,
        answer.place,
        answer.item,
        answer.seed,
        -1 if answer.chosen is None else answer.chosen,
        answer.right,
        answer.ms,
        answer.hints,
    )


def _knows(answer: Answer) -> tuple[bool, bool, str, int]:
    """How much an answer says of its question: a file written later may say less."""
    key = -1 if answer.key is None else answer.key
    return bool(answer.options), answer.key is not None, answer.options, key

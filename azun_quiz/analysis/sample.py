"""Answers laid out for analysis: who answered which item, correctly or not, by which option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from azun_quiz.analysis.merging import Given, Merged


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as it stood on the screen, in the language of the report."""

    options: tuple[str, ...]
    key: int


class Questions(Protocol):
    """What the analysis asks of the content."""

    @property
    def digest(self) -> str:
        """The content version."""

    def stem(self, item: str) -> str | None:
        """The stem of an item, or None if there is no such item."""

    def shown(self, item: str, seed: int, level: str) -> Shown:
        """The options of an item that exists."""

    def mark(self, item: str, seed: int, level: str, lang: str) -> str:
        """The mark of these options in a language (`results.mark`); empty if it has none."""


@dataclass(frozen=True, slots=True)
class Response:
    """A player's answer to an item.

    ``shown`` is None where the options are not known because the content has changed since.
    ``chosen`` is None when the time ran out. ``seconds`` is the time that the answer took.
    """

    right: bool
    chosen: int | None
    shown: Shown | None
    seconds: float
    hints: int


@dataclass(frozen=True, slots=True)
class Sample:
    """The answers of some players to some items; an answer that is missing is not there.

    ``responses[item][player]`` is the answer of the player with that index. The counts say how
    many answers were left out: to items that the content does not have (``unknown``), and those
    that name an option or a right answer that their question does not have (``misfits``).
    ``changed`` answers were given to questions that have other options in this content: they
    count, but not their options.
    """

    players: tuple[str, ...]
    names: tuple[str, ...]
    responses: Mapping[str, Mapping[int, Response]]
    unknown: int = 0
    misfits: int = 0
    changed: int = 0

    @property
    def count(self) -> int:
        """How many answers there are."""
        return sum(map(len, self.responses.values()))


@dataclass
class _Sorter:
    """Lays out answers one by one and counts what has to be left out."""

    questions: Questions
    table: dict[str, dict[int, Response]] = field(default_factory=dict)
    unknown: int = 0
    misfits: int = 0
    changed: int = 0

    def add(self, player: int, given: Given) -> bool:
        """Take an answer in; False if it is left out."""
        answer = given.answer
        if self.questions.stem(answer.item) is None:
            self.unknown += 1
            return False
        shown = None
        if self._has_same_options(given):
            shown = self.questions.shown(answer.item, answer.seed, given.level)
            if not _fits(given, shown):
                self.misfits += 1
                return False
        else:
            self.changed += 1
        response = Response(answer.right, answer.chosen, shown, answer.ms / 1000, answer.hints)
        self.table.setdefault(answer.item, {})[player] = response
        return True

    def _has_same_options(self, given: Given) -> bool:
        """Whether the content gives the question the options that were shown."""
        answer, questions = given.answer, self.questions
        if given.digest == questions.digest:
            return True
        mark = questions.mark(answer.item, answer.seed, given.level, given.lang)
        return bool(mark) and mark == answer.options


def _fits(given: Given, shown: Shown) -> bool:
    """Whether an answer can have been given to the question as it was shown."""
    answer = given.answer
    if answer.chosen is not None and answer.chosen >= len(shown.options):
        return False
    if answer.hints > max(0, len(shown.options) - 2):
        return False
    return answer.key in (None, shown.key) and answer.right == (answer.chosen == shown.key)


def lay_out(merged: Merged, questions: Questions) -> Sample:
    """The answers that belong to items of the content; players without any are left out."""
    sorter = _Sorter(questions)
    players: list[str] = []
    names: list[str] = []
    for participant in merged.participants:
        index = len(players)
        if sum([sorter.add(index, given) for given in participant.given]):
            players.append(participant.id)
            names.append(participant.name)
    return Sample(
        tuple(players),
        tuple(names),
        dict(sorted(sorter.table.items())),
        sorter.unknown,
        sorter.misfits,
        sorter.changed,
    )


def scores(sample: Sample) -> Iterator[tuple[int, int]]:
    """For each player: how many answers, and how many of them right."""
    answered = [0] * len(sample.players)
    right = [0] * len(sample.players)
    for row in sample.responses.values():
        for player, response in row.items():
            answered[player] += 1
            right[player] += response.right
    return zip(answered, right, strict=True)

"""What a game that is killed is played at, and what a player had seen of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.records import RoundRecord
from azun_quiz.game.round import Round
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.item import Item
from azun_quiz.library import open_library, packs
from azun_quiz.paths import STORE, places
from azun_quiz.store.store import Store
from tests.kill.counting import Lost


class Wish(NamedTuple):
    """The round that is played, and by whom."""

    player: str
    seed: int
    mode: str
    questions: int
    lang: str


@dataclass
class Seen:
    """What a player had seen when the process was killed.

    ``answers`` are those acknowledged, by question: the option's number and whether it was right
    (None in an exam). ``number`` is the question shown last with its ``options`` (those that were
    left), and ``last`` what was typed last, whose effect may not have been shown. ``finished``
    says whether the round was seen to end, with these ``points``.
    """

    answers: dict[int, tuple[int, bool | None]] = field(default_factory=dict)
    number: int = 0
    options: tuple[str, ...] = ()
    last: str = ""
    finished: bool = False
    points: int | None = None


class Kept(NamedTuple):
    """What the store has of a player's only round: as it stands, or its result."""

    round: Round | None
    record: RoundRecord | None
    answers: tuple[Attempt, ...]


class Table:
    """A home, the content, and the bank that the program has too."""

    def __init__(self, home: Path, content: Sequence[str] = ()) -> None:
        self.home = home
        self.content = tuple(content)
        extra = [Path(name) for name in content if not name.startswith("-")]
        in_use = packs(places({"AZUN_QUIZ_HOME": str(home)}), extra, only=bool(extra))
        self.bank: Bank = open_library(in_use).bank

    def item(self, kept: Round, number: int, lang: str) -> Item:
        question = kept.plan.questions[number - 1]
        return self.bank.item(question.item, lang=lang, seed=question.seed, level=kept.plan.level)

    def left(self, kept: Round, number: int, lang: str) -> tuple[str, ...]:
        """The options of a question that hints have left."""
        hidden = kept.hidden[number - 1]
        options = self.item(kept, number, lang).options
        return tuple(text for index, text in enumerate(options) if index not in hidden)

    def kept(self, player: str) -> Kept | None:
        """The round of a player; its answers must be those of the table of answers."""
        file = self.home / "data" / STORE
        if not file.exists():
            return None
        with Store.open(file, now_ms=0) as store:
            owners = [each.id for each in store.players() if each.name == player]
            waiting = store.open_rounds(owners[0]) if owners else ()
            finished = store.rounds(owners[0]) if owners else ()
            if len(waiting) + len(finished) > 1:
                raise Lost("there are two rounds")
            if finished:
                return Kept(None, finished[0], store.answers_of(finished[0].id))
            if not waiting:
                return None
            kept, answers = waiting[0].round, store.answers_of(waiting[0].id)
        standing = tuple(each for each in kept.answers if each)
        if kept.plan.mode != "exam" and answers != standing:
            raise Lost("the answers and the round differ")
        return Kept(kept, None, standing)

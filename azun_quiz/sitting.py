"""A round while it is being played: the rules, the clock and the store brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azun_quiz.game.round import UNDO_SECONDS, Round
from azun_quiz.game.scoring import Points, points

if TYPE_CHECKING:
    from azun_quiz.game.records import RoundRecord
    from azun_quiz.generator.bank import Bank
    from azun_quiz.generator.item import Item
    from azun_quiz.session import Session


class Sitting:
    """One round in play. Every move is stored before it can be seen."""

    def __init__(self, session: Session, key: int, round_: Round) -> None:
        self._session = session
        self.key = key
        self.round = round_
        self._since = session.now()
        self._best: RoundRecord | None = None

    # What can be seen.

    @property
    def bank(self) -> Bank:
        """The bank that the questions come from."""
        return self._session.bank

    @property
    def mode(self) -> str:
        """practice, timed or exam."""
        return self.round.plan.mode

    @property
    def total(self) -> int:
        """Number of questions."""
        return len(self.round.plan.questions)

    @property
    def place(self) -> int:
        """Index of the question on the screen."""
        return min(self.round.place, self.total - 1)

    @property
    def open(self) -> bool:
        """Whether the question on the screen can be answered now."""
        if self.round.finished or self.round.current is None:
            return False
        return self.mode == "exam" or self.round.attempt is None

    def item(self, place: int | None = None) -> Item:
        """A question's item, in the language in use."""
        place = self.place if place is None else place
        question = self.round.plan.questions[place]
        return self._session.item(question.item, question.seed, self.round.plan.level)

    def topic(self, place: int | None = None) -> str:
        """The topic of a question."""
        place = self.place if place is None else place
        return self.bank.topic_of(self.round.plan.questions[place].item)

    def remark(self, item: Item, index: int) -> str:
        """Where a wrong option belongs, or nothing."""
        return self._session.bank.remark(item, index)

    @property
    def missed(self) -> tuple[str, ...]:
        """Items of this round that were not answered correctly."""
        answers = self.round.answers
        return tuple(
            question.item
            for question, attempt in zip(self.round.plan.questions, answers, strict=True)
            if attempt is None or not attempt.right
        )

    @property
    def code(self) -> str:
        """The code that opens the same round elsewhere, or nothing."""
        return self._session.code_of(self.round.plan)

    @property
    def reached(self) -> int:
        """How many questions were answered or passed over."""
        return sum(
            attempt is not None or skipped
            for attempt, skipped in zip(self.round.answers, self.round.skipped, strict=True)
        )

    @property
    def kept(self) -> bool:
        """Whether what is stored will be there tomorrow."""
        return self._session.writable

    @property
    def best_before(self) -> RoundRecord | None:
        """The best round of this kind before this one, or None if it is the first."""
        return self._best if self.round.finished else self._session.best(self.round.plan)

    @property
    def is_best(self) -> bool:
        """Whether this finished round is a new best of its kind; a first round beats nothing."""
        best = self.best_before
        return self.round.finished and best is not None and self.round.score.total > best.score

    def earned(self, place: int) -> Points:
        """What the answer to a question earned."""
        plan = self.round.plan
        return points(self.round.answers[place], level=plan.level, limit=plan.limit)

    def seconds_left(self) -> float:
        """Time left for the question on the screen."""
        if not self.open:
            return self.round.remaining(0.0) or 0.0
        return self.round.remaining(self._spent()) or 0.0

    def can_hint(self) -> bool:
        """Whether a hint can be had now."""
        if self.mode == "exam" or not self.open:
            return False
        return len(self.item().options) - len(self.round.hidden[self.place]) > 2

    def can_undo(self) -> bool:
        """Whether the last answer can still be taken back."""
        return self.round.can_undo(self._session.at())

    @property
    def undo_seconds(self) -> float:
        """How long an answer can be taken back."""
        return UNDO_SECONDS

    # Moves.

    def answer(self, chosen: int) -> None:
        """Answer the question on the screen."""
        self._keep(
            self.round.answer(self.item(), chosen, seconds=self._spent(), at=self._session.at())
        )
        self._begin()

    def run_out(self) -> None:
        """The time for the question is over."""
        self._keep(self.round.expire(at=self._session.at()))

    def hint(self) -> None:
        """Take away one wrong option."""
        self._keep(self.round.hint(self.item()))

    def skip(self) -> None:
        """Pass over the question and go on."""
        self._keep(self.round.skip(seconds=self._spent()))
        self._begin()

    def undo(self) -> None:
        """Take back the last answer."""
        self._keep(self.round.undo(at=self._session.at()))
        self._begin()

    def go_on(self) -> None:
        """Go on to the next question."""
        self._keep(self.round.advance())
        self._begin()

    def go_to(self, place: int) -> None:
        """Go to any question of an exam."""
        self._keep(self.round.visit(place, seconds=self._spent()))
        self._begin()

    def finish(self) -> None:
        """End the round; in an exam, hand it in."""
        best = self.best_before
        self._keep(self.round.finish(at=self._session.at()))
        self._best = best

    def pause(self) -> None:
        """Leave the round for now."""
        if not self.round.finished:
            self._keep(self.round.spend(self._spent()))
            self._begin()

    def resume(self) -> None:
        """Let the clock run again, from what was spent before."""
        self._begin()

    def flag(self, note: str) -> None:
        """Flag the question on the screen, with a note for the teacher."""
        self._session.flag(self.item(), note)

    def _keep(self, after: Round) -> None:
        self._session.keep(self.key, after)
        self.round = after

    def _begin(self) -> None:
        self._since = self._session.now()

    def _spent(self) -> float:
        return max(0.0, self._session.now() - self._since)

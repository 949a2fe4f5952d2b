"""A round as a state machine: what was answered, and what may be done next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self, TypeVar

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.errors import (
    AnsweredError,
    NoHintError,
    NoSuchOptionError,
    NoSuchQuestionError,
    NotAnsweredError,
    NothingToUndoError,
    NumberError,
    RoundOverError,
    WrongModeError,
)
from azun_quiz.game.plan import Plan, Question
from azun_quiz.game.scoring import Score, score
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.item import Item
from azun_quiz.moments import Milliseconds

T = TypeVar("T")

UNDO_SECONDS = 10
"""How long an answer may be taken back in practice."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round at one moment. Every move gives a new round or raises a RoundError.

    ``answers``, ``skipped``, ``hidden`` and ``spent`` have one entry a question: the attempt or
    None, whether it was passed over, the options that hints took away, and the seconds spent on
    it so far. ``place`` is the index of the current question, which may be
    answered already (then its feedback is on the screen); it equals the number of questions when
    nothing is left to ask. ``undone`` are the answers that were taken back. ``ended`` is the
    moment the round was finished.
    """

    plan: Plan
    answers: tuple[Attempt | None, ...]
    skipped: tuple[bool, ...]
    hidden: tuple[tuple[int, ...], ...]
    spent: tuple[float, ...]
    place: int = 0
    undone: tuple[Attempt, ...] = ()
    ended: Milliseconds | None = None

    @classmethod
    def start(cls, plan: Plan) -> Self:
        """The round before its first answer."""
        count = len(plan.questions)
        return cls(plan, (None,) * count, (False,) * count, ((),) * count, (0.0,) * count)

    # What can be seen

    @property
    def current(self) -> Question | None:
        """The question being asked, or None when nothing is left to ask."""
        return self.plan.questions[self.place] if self.place < len(self.answers) else None

    @property
    def attempt(self) -> Attempt | None:
        """The answer to the current question, or None."""
        return self.answers[self.place] if self.place < len(self.answers) else None

    @property
    def finished(self) -> bool:
        """Whether the round is over and its score final."""
        return self.ended is not None

    @property
    def open(self) -> tuple[int, ...]:
        """Indexes of the questions that are neither answered nor passed over."""
        return tuple(
            index
            for index, attempt in enumerate(self.answers)
            if attempt is None and not self.skipped[index]
        )

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Indexes of the questions without an answer, those passed over too."""
        return tuple(index for index, each in enumerate(self.answers) if each is None)

    @property
    def shows_feedback(self) -> bool:
        """Whether right answers and points may be shown: in exams only after the end."""
        return self.finished or self.plan.mode != "exam"

    @property
    def score(self) -> Score:
        """The score so far; an interface shows it only when ``shows_feedback``."""
        return score(self.answers, level=self.plan.level, limit=self.plan.limit)

    def remaining(self, seconds: float = 0.0) -> float | None:
        """Seconds left for the current question, ``seconds`` after it was shown or resumed.

        Never below 0; None when the round has no clock or nothing is being asked.
        """
        if self.plan.limit is None or self.current is None:
            return None
        return max(self.plan.limit - self.spent[self.place] - seconds, 0.0)

    def can_undo(self, at: Milliseconds) -> bool:
        """Whether the newest answer may still be taken back at this moment."""
        last = self._newest()
        return (
            self.plan.mode == "practice"
            and not self.finished
            and last is not None
            and 0 <= at - last.at <= UNDO_SECONDS * 1000
        )

    # Moves

    def answer(self, item: Item, chosen: int, *, seconds: float, at: Milliseconds) -> Self:
        """Choose option ``chosen`` of the current question's item.

        ``seconds`` is the time since the question was shown or the round resumed. In an exam a
        later answer replaces an earlier one. The question stays current until ``advance``.
        """
        self._check_asked(item)
        if self.attempt is not None and self.plan.mode != "exam":
            raise AnsweredError
        if not 0 <= chosen < len(item.options) or chosen in self.hidden[self.place]:
            raise NoSuchOptionError(number=chosen + 1)
        return self._answered(chosen, chosen == item.key, seconds, at)

    def expire(self, *, at: Milliseconds) -> Self:
        """The time for the current question of a timed round has run out."""
        if self.plan.limit is None:
            raise WrongModeError
        self._check_playing()
        if self.attempt is not None:
            raise AnsweredError
        return self._answered(None, False, self.remaining() or 0.0, at)

    def skip(self, *, seconds: float = 0.0) -> Self:
        """Pass over the current question and go on to the next open one.

        In an exam the question stays open and keeps an answer it has; elsewhere it counts as
        unanswered.
        """
        self._check_playing()
        spent = self.spend(seconds)
        if self.plan.mode == "exam":
            return replace(spent, place=self._next_place())
        if self.attempt is not None:
            raise AnsweredError
        passed = replace(spent, skipped=_changed(self.skipped, self.place, True))
        return passed.advance()

    def advance(self) -> Self:
        """Go on to the next question: the next open one, or in an exam the one that follows."""
        if self.finished:
            raise RoundOverError
        if self.plan.mode != "exam" and self.place in self.open:
            raise NotAnsweredError
        return replace(self, place=self._next_place())

    def visit(self, place: int, *, seconds: float = 0.0) -> Self:
        """Go to any question of an exam."""
        if self.finished:
            raise RoundOverError
        if self.plan.mode != "exam":
            raise WrongModeError
        if not 0 <= place < len(self.answers):
            raise NoSuchQuestionError
        return replace(self.spend(seconds), place=place)

    def hint(self, item: Item) -> Self:
        """Take away one wrong option of the current question; two options always stay."""
        self._check_asked(item)
        if self.plan.mode == "exam":
            raise WrongModeError
        if self.attempt is not None:
            raise AnsweredError
        hidden = self.hidden[self.place]
        wrong = [
            index for index in range(len(item.options)) if index != item.key and index not in hidden
        ]
        if len(wrong) < 2:
            raise NoHintError
        taken = Chance(item.seed, "hint", item.id, len(hidden)).choice(wrong)
        return replace(self, hidden=_changed(self.hidden, self.place, (*hidden, taken)))

    def undo(self, *, at: Milliseconds) -> Self:
        """Take back the newest answer of a practice round and ask its question again."""
        if self.finished:
            raise RoundOverError
        if self.plan.mode != "practice":
            raise WrongModeError
        last = self._newest()
        if last is None or not self.can_undo(at):
            raise NothingToUndoError(seconds=UNDO_SECONDS)
        return replace(
            self,
            answers=_changed(self.answers, last.place, None),
            place=last.place,
            undone=(*self.undone, last),
        )

    def spend(self, seconds: float) -> Self:
        """Note time spent on the current question, before a pause or when leaving the round."""
        _check_seconds(seconds)
        if self.finished or self.current is None:
            return self
        if self.attempt is not None and self.plan.mode != "exam":
            return self
        total = round(self.spent[self.place] + seconds, 3)
        return replace(self, spent=_changed(self.spent, self.place, total))

    def finish(self, *, at: Milliseconds) -> Self:
        """End the round; in an exam this hands it in. Open questions stay unanswered."""
        if self.finished:
            raise RoundOverError
        return replace(self, ended=at)

    # Help for the above

    def _answered(self, chosen: int | None, right: bool, seconds: float, at: Milliseconds) -> Self:
        spent = self.spend(seconds)
        question = self.plan.questions[self.place]
        attempt = Attempt(
            place=self.place,
            item=question.item,
            seed=question.seed,
            chosen=chosen,
            right=right,
            seconds=spent.spent[self.place],
            hints=len(self.hidden[self.place]),
            at=at,
        )
        return replace(spent, answers=_changed(self.answers, self.place, attempt))

    def _check_playing(self) -> None:
        if self.finished:
            raise RoundOverError
        if self.current is None:
            raise NoSuchQuestionError

    def _check_asked(self, item: Item) -> None:
        self._check_playing()
        if self.current != Question(item.id, item.seed):
            raise NoSuchQuestionError

    def _newest(self) -> Attempt | None:
        """The last answer given: outside exams questions are answered in their order."""
        return next((each for each in reversed(self.answers) if each is not None), None)

    def _next_place(self) -> int:
        """The place that follows; outside exams, where none is left behind, the first open one."""
        count = len(self.answers)
        if self.plan.mode == "exam":
            return min(self.place + 1, count)
        return next(iter(self.open), count)


def _check_seconds(seconds: float) -> None:
    if not 0 <= seconds < float("inf"):
        raise NumberError(value=seconds)


def _changed(entries: tuple[T, ...], index: int, value: T) -> tuple[T, ...]:
    return (*entries[:index], value, *entries[index + 1 :])

"""What may be done in a game, and what must stay true whatever is done."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from azun_quiz.game.errors import (
    AnsweredError,
    NoHintError,
    NoSuchOptionError,
    NoSuchQuestionError,
    NotAnsweredError,
    NothingToUndoError,
    NumberError,
    RoundError,
    RoundOverError,
    WrongModeError,
)
from azun_quiz.game.round import UNDO_SECONDS, Round
from azun_quiz.game.round_json import dump, load
from azun_quiz.generator.item import Item
from tests.game.stubs import make_item, make_plan


def asked(game: Round, options: int = 4) -> Item:
    assert game.current is not None
    return make_item(game.current.item, game.current.seed, options=options)


def right(game: Round, *, at: int = 0, seconds: float = 1.0) -> Round:
    item = asked(game)
    return game.answer(item, item.key, seconds=seconds, at=at)


def wrong(game: Round, *, at: int = 0) -> Round:
    item = asked(game)
    return game.answer(item, (item.key + 1) % 4, seconds=1.0, at=at)


def start(mode: str = "practice", count: int = 3, **more: object) -> Round:
    return Round.start(make_plan(mode, count, **more))  # type: ignore[arg-type]


class TestPractice:
    def test_a_round_from_start_to_end(self) -> None:
        game = right(start(), at=10)
        assert game.place == 0
        assert game.attempt is not None
        assert game.attempt.right
        game = wrong(game.advance(), at=20).advance().skip()
        assert game.current is None
        assert game.unanswered == (2,)
        assert not game.open
        game = game.finish(at=30)
        assert game.finished
        assert game.ended == 30
        assert (game.score.right, game.score.answered, game.score.asked) == (1, 2, 3)
        assert game.score.total == 100

    def test_an_answer_stands(self) -> None:
        game = right(start())
        with pytest.raises(AnsweredError):
            wrong(game)
        with pytest.raises(AnsweredError):
            game.skip()
        with pytest.raises(AnsweredError):
            game.hint(asked(game))

    def test_no_question_is_left_behind_by_going_on(self) -> None:
        with pytest.raises(NotAnsweredError):
            start().advance()

    def test_undo_asks_the_same_question_again_and_is_remembered(self) -> None:
        game = wrong(right(start(), at=0).advance(), at=1_000).advance()
        back = game.undo(at=1_000 + UNDO_SECONDS * 1000)
        assert back.place == 1
        assert back.attempt is None
        assert back.open == (1, 2)
        with pytest.raises(NotAnsweredError):
            back.advance()
        assert [each.place for each in back.undone] == [1]
        again = right(back, at=12_000)
        assert again.score.right == 2
        assert again.attempt is not None
        assert again.attempt.seconds == 2.0

    @pytest.mark.parametrize("later", [UNDO_SECONDS * 1000 + 1, -1])
    def test_undo_has_its_time(self, later: int) -> None:
        game = wrong(start(), at=5_000)
        assert not game.can_undo(5_000 + later)
        with pytest.raises(NothingToUndoError) as error:
            game.undo(at=5_000 + later)
        assert str(error.value) == "There is no answer of the last 10 seconds to take back."

    @pytest.mark.parametrize("later", [0, 1, UNDO_SECONDS * 1000])
    def test_undo_in_its_time(self, later: int) -> None:
        game = wrong(start(), at=5_000)
        assert game.can_undo(5_000 + later)
        assert game.undo(at=5_000 + later).unanswered == (0, 1, 2)

    def test_undo_needs_an_answer(self) -> None:
        with pytest.raises(NothingToUndoError):
            start().skip().undo(at=0)

    def test_hints_leave_the_key_and_one_other(self) -> None:
        game = start()
        item = asked(game)
        game = game.hint(item).hint(item)
        hidden = game.hidden[0]
        assert len(set(hidden)) == 2
        assert item.key not in hidden
        with pytest.raises(NoHintError):
            game.hint(item)
        with pytest.raises(NoSuchOptionError):
            game.answer(item, hidden[0], seconds=1, at=0)
        answered = game.answer(item, item.key, seconds=1, at=0)
        assert answered.score.total == 20

    def test_the_same_hint_comes_after_a_restart(self) -> None:
        game = start()
        item = asked(game)
        assert load(dump(game)).hint(item) == game.hint(item)

    def test_hints_written_down(self) -> None:
        """A round is the same on every machine, its hints too, from release to release."""
        game = start()
        item = asked(game, options=5)
        assert item.key == 0
        assert game.hint(item).hint(item).hint(item).hidden[0] == (1, 3, 2)

    @pytest.mark.parametrize("chosen", [-1, 4])
    def test_there_must_be_such_an_option(self, chosen: int) -> None:
        with pytest.raises(NoSuchOptionError) as error:
            start().answer(asked(start()), chosen, seconds=1, at=0)
        assert str(error.value) == f"There is no option {chosen + 1} to choose here."

    def test_only_the_question_asked_can_be_answered(self) -> None:
        with pytest.raises(NoSuchQuestionError):
            start().answer(make_item("t/f1", 5), 0, seconds=1, at=0)

    @pytest.mark.parametrize("seconds", [-1.0, float("nan"), float("inf")])
    def test_time_must_be_a_number(self, seconds: float) -> None:
        with pytest.raises(NumberError) as error:
            right(start(), seconds=seconds)
        assert str(error.value) == f"{seconds} is no time."

    def test_time_is_kept_to_thousandths(self) -> None:
        assert start().spend(1.2344).spend(2.0).spent == (3.234, 0.0, 0.0)

    def test_time_before_a_pause_counts(self) -> None:
        game = right(start().spend(4.0), seconds=1.5)
        assert game.attempt is not None
        assert game.attempt.seconds == 5.5
        assert game.spend(9.0) == game

    def test_what_belongs_to_other_modes(self) -> None:
        with pytest.raises(WrongModeError):
            start().visit(1)
        with pytest.raises(WrongModeError):
            start().expire(at=0)


class TestTimed:
    def test_the_clock_goes_on_after_a_pause(self) -> None:
        game = start("timed", level="hard")
        assert game.remaining() == 20.0
        assert game.spend(8.0).remaining(2.0) == 10.0
        assert game.spend(8.0).remaining(20.0) == 0.0
        assert start().remaining() is None

    def test_time_runs_out(self) -> None:
        game = start("timed", level="hard").spend(3.0).expire(at=9)
        assert game.attempt is not None
        assert (game.attempt.chosen, game.attempt.seconds) == (None, 20.0)
        assert not game.attempt.right
        assert game.score.total == 0
        assert game.unanswered == (1, 2)
        assert game.score.answered == 0
        with pytest.raises(AnsweredError):
            game.expire(at=10)
        with pytest.raises(WrongModeError):
            game.undo(at=10)

    def test_time_that_was_over_already_is_not_counted_twice(self) -> None:
        game = start("timed", level="hard").spend(25.0).expire(at=9)
        assert game.attempt is not None
        assert game.attempt.seconds == 25.0

    def test_speed_counts(self) -> None:
        quick = right(start("timed"), seconds=1.0).score.total
        assert quick > right(start("timed"), seconds=9.0).score.total > right(start()).score.total


class TestExam:
    def test_answers_may_be_changed_until_handed_in(self) -> None:
        game = wrong(start("exam"), at=1).skip()
        assert not game.shows_feedback
        game = right(game.skip(seconds=2.0), at=2).visit(0)
        game = right(game, at=3, seconds=4.0)
        assert game.attempt is not None
        assert game.attempt.seconds == 5.0
        assert game.open == (1,)
        game = game.visit(1).skip().advance()
        assert game.current is None
        over = game.finish(at=9)
        assert over.shows_feedback
        assert (over.score.right, over.score.answered) == (2, 2)

    def test_what_belongs_to_other_modes(self) -> None:
        game = right(start("exam"))
        for move in (lambda: game.undo(at=0), lambda: game.hint(asked(game))):
            with pytest.raises(WrongModeError):
                move()

    def test_a_question_may_be_left_open(self) -> None:
        game = start("exam").advance()
        assert game.place == 1
        assert game.open == (0, 1, 2)

    def test_going_about_takes_the_time_it_took(self) -> None:
        game = start("exam").visit(2).visit(1, seconds=3.0).visit(0, seconds=4.0)
        assert game.spent == (0.0, 4.0, 3.0)

    @pytest.mark.parametrize("place", [-1, 3])
    def test_there_must_be_such_a_question(self, place: int) -> None:
        with pytest.raises(NoSuchQuestionError):
            start("exam").visit(place)


@pytest.mark.parametrize("mode", ["practice", "timed", "exam"])
def test_after_the_end_nothing_moves(mode: str) -> None:
    game = right(start(mode)).finish(at=5)
    moves = (
        lambda: game.answer(asked(game), 0, seconds=1, at=6),
        lambda: game.skip(),
        lambda: game.advance(),
        lambda: game.visit(1),
        lambda: game.hint(asked(game)),
        lambda: game.undo(at=6),
        lambda: game.expire(at=6),
        lambda: game.finish(at=6),
    )
    for move in moves:
        with pytest.raises((RoundOverError, WrongModeError)):
            move()
    assert game.spend(5.0) == game


class RoundMachine(RuleBasedStateMachine):
    """Random moves, against a list of what should have been answered."""

    @initialize(
        mode=st.sampled_from(["practice", "timed", "exam"]),
        count=st.integers(1, 6),
        level=st.sampled_from(["easy", "medium", "hard"]),
    )
    def begin(self, mode: str, count: int, level: str) -> None:
        self.round = start(mode, count, level=level)
        self.mode = mode
        self.now = 0
        self.given: dict[int, bool | None] = {}
        self.undone = 0

    def attempt(self, move: str, *args: object, **values: object) -> bool:
        """Make a move; a refused one must leave no trace."""
        before = self.round
        try:
            self.round = getattr(self.round, move)(*args, **values)
        except RoundError:
            assert self.round is before
            return False
        return True

    @rule(chosen=st.integers(-1, 5), seconds=st.floats(0, 40), gap=st.integers(0, 9_000))
    @precondition(lambda self: self.round.current is not None)
    def answer(self, chosen: int, seconds: float, gap: int) -> None:
        self.now += gap
        item, place = asked(self.round), self.round.place
        free = self.mode == "exam" or place not in self.given
        possible = 0 <= chosen < 4 and chosen not in self.round.hidden[place]
        legal = free and possible and not self.round.finished
        made = self.attempt("answer", item, chosen, seconds=seconds, at=self.now)
        assert made == legal
        if made:
            self.given[place] = chosen == item.key

    @rule()
    def expire(self) -> None:
        place = self.round.place
        if self.attempt("expire", at=self.now):
            assert self.mode == "timed"
            self.given[place] = None

    @rule(gap=st.integers(0, 9_000))
    def undo(self, gap: int) -> None:
        self.now += gap
        could = self.round.can_undo(self.now)
        assert self.attempt("undo", at=self.now) == could
        if could:
            assert self.mode == "practice"
            assert self.round.place == max(self.given)
            del self.given[max(self.given)]
            self.undone += 1

    @rule(seconds=st.floats(0, 40))
    def skip(self, seconds: float) -> None:
        self.attempt("skip", seconds=seconds)

    @rule()
    def advance(self) -> None:
        self.attempt("advance")

    @rule(place=st.integers(-1, 6))
    def visit(self, place: int) -> None:
        if self.attempt("visit", place):
            assert self.mode == "exam"

    @rule(seconds=st.floats(0, 40))
    def spend(self, seconds: float) -> None:
        self.attempt("spend", seconds)

    @rule()
    @precondition(lambda self: self.round.current is not None)
    def hint(self) -> None:
        before = self.round.hidden
        if self.attempt("hint", asked(self.round)):
            assert sum(map(len, self.round.hidden)) == sum(map(len, before)) + 1

    @rule()
    @precondition(lambda self: len(self.given) > 2)
    def finish(self) -> None:
        over = self.round.finished
        assert self.attempt("finish", at=self.now) != over

    @invariant()
    def answers_are_those_given(self) -> None:
        if not hasattr(self, "round"):
            return
        held = {
            each.place: None if each.chosen is None else each.right
            for each in self.round.answers
            if each is not None
        }
        assert held == self.given
        assert len(self.round.undone) == self.undone
        assert self.round.score.right == list(self.given.values()).count(True)

    @invariant()
    def no_open_question_is_left_behind(self) -> None:
        if hasattr(self, "round") and self.mode != "exam":
            assert all(place >= self.round.place for place in self.round.open)

    @invariant()
    def a_saved_round_is_the_same(self) -> None:
        if hasattr(self, "round"):
            assert load(dump(self.round)) == self.round

    @invariant()
    def the_key_is_never_hidden(self) -> None:
        if hasattr(self, "round"):
            for each, hidden in zip(self.round.plan.questions, self.round.hidden, strict=True):
                assert make_item(each.item, each.seed).key not in hidden
                assert len(hidden) <= 2

    def teardown(self) -> None:
        """Every round can be played to its end from wherever it stands."""
        for _ in range(30):
            if self.round.finished:
                return
            if self.round.current is None:
                self.round = self.round.finish(at=self.now)
            elif self.round.attempt is None and not self.round.skipped[self.round.place]:
                self.round = right(self.round, at=self.now)
            else:
                self.round = self.round.advance()
        raise AssertionError("the round does not end")


TestRoundMachine = RoundMachine.TestCase
TestRoundMachine.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)

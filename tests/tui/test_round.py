"""Playing a round on the screen."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from textual.geometry import Offset

from azun_quiz.session import Wish
from azun_quiz.settings import Settings
from azun_quiz.store.database import Database
from azun_quiz.text.letters import letters
from azun_quiz.tui.keys import option_of
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.result import ResultScreen
from azun_quiz.tui.screens.round import RoundScreen
from azun_quiz.tui.widgets.feedback import Feedback
from azun_quiz.tui.widgets.option_row import Mark
from azun_quiz.tui.widgets.options import Options
from azun_quiz.tui.widgets.stem import Stem
from tests.tui.driver import Game, key_of, play, press, round_of, shown


def marks(screen: RoundScreen) -> list[Mark]:
    return [row.mark for row in screen.query_one(Options).rows]


async def test_a_round_from_the_first_question_to_the_result() -> None:
    game = Game(start="round", settings=Settings(count=5))
    async with game.running() as pilot:
        await play(pilot, True, False, True, True, False)
        assert isinstance(pilot.app.screen, ResultScreen)
        text = shown(pilot)
        assert "3 of 5 right" in text
        assert "465 points" in text
        assert game.store is not None
        player = game.store.player("Anna", at=0)
        [record] = game.store.rounds(player.id)
        assert (record.right, record.answered, record.score) == (3, 5, 465)


@pytest.mark.parametrize("keys", ["1234", "abcd", "أبجد"])
async def test_numbers_and_letters_answer(keys: str) -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        item = screen.sitting.item()
        await press(pilot, keys[item.key])
        attempt = screen.sitting.round.attempt
        assert attempt is not None
        assert attempt.right


async def test_arrows_and_enter_answer() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "down", "down", "up", "enter")
        attempt = screen.sitting.round.attempt
        assert attempt is not None
        assert attempt.chosen == 1


async def test_arrows_go_round_the_ends() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        last = len(screen.sitting.item().options) - 1
        await press(pilot, "up", "enter")
        attempt = screen.sitting.round.attempt
        assert attempt is not None
        assert attempt.chosen == last


async def test_a_click_answers_and_a_click_on_a_key_presses_it() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await pilot.click(Options, offset=(20, 4))
        await pilot.pause()
        attempt = screen.sitting.round.attempt
        assert attempt is not None
        assert attempt.chosen == 2
        await pilot.click("KeyLine", offset=(2, 0))
        await pilot.pause()
        assert screen.sitting.place == 1


async def test_feedback_says_by_sign_and_word_what_is_right() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, key_of(screen, right=False))
        text = shown(pilot)
        assert "✗ Not right" in text
        assert "your answer" in text
        assert "right answer" in text
        assert screen.sitting.item().explanation.split()[0] in text
        assert "Source" in text
        assert marks(screen).count(Mark.CHOSEN_WRONG) == 1
        assert marks(screen).count(Mark.RIGHT) == 1


async def test_a_right_answer_earns_points_at_once() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, key_of(screen, right=True))
        text = shown(pilot)
        assert "✓ Right" in text
        assert "+150 points" in text
        assert "150 points" in text.splitlines()[1]


async def test_nothing_moves_between_question_and_feedback() -> None:
    for size in ((80, 24), (60, 20), (120, 40)):
        async with Game(start="round").running(size) as pilot:
            screen = round_of(pilot)

            def places(screen: RoundScreen = screen) -> list[object]:
                return [screen.query_one(kind).region for kind in (Stem, Options, Feedback)]

            before = places()
            await press(pilot, key_of(screen, right=False))
            assert places() == before


async def test_answering_twice_changes_nothing() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "1")
        before = screen.sitting.round
        await press(pilot, "2", "down", "3")
        assert screen.sitting.round == before


async def test_a_hint_takes_wrong_options_away_and_two_stay() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "h", "h", "h", "h")
        assert marks(screen).count(Mark.TAKEN_AWAY) == len(marks(screen)) - 2
        assert "taken away" in shown(pilot)
        gone = marks(screen).index(Mark.TAKEN_AWAY)
        await press(pilot, str(gone + 1))
        assert screen.sitting.round.attempt is None


async def test_the_cursor_passes_over_what_was_taken_away() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "h")
        for _ in range(6):
            await press(pilot, "down")
            cursor = [row for row in screen.query_one(Options).rows if row.cursor]
            assert len(cursor) == 1
            assert cursor[0].mark is not Mark.TAKEN_AWAY


async def test_skipping_goes_on_and_counts_as_unanswered() -> None:
    async with Game(start="round", settings=Settings(count=3)).running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "s", "s", "s")
        assert isinstance(pilot.app.screen, ResultScreen)
        assert screen.sitting.round.score.answered == 0
        assert "0 of 3 right" in shown(pilot)


async def test_undo_within_a_few_seconds() -> None:
    game = Game(start="round")
    async with game.running() as pilot:
        screen = round_of(pilot)
        await press(pilot, "1", "u")
        assert screen.sitting.round.attempt is None
        assert len(screen.sitting.round.undone) == 1
        await press(pilot, "2")
        game.clock.seconds += 60
        await press(pilot, "u")
        attempt = screen.sitting.round.attempt
        assert attempt is not None
        assert attempt.chosen == 1


async def test_leaving_keeps_the_round_and_continue_goes_on_with_it(tmp_path: Path) -> None:
    game = Game(start="round", path=tmp_path / "learner.db")
    async with game.running() as pilot:
        screen = round_of(pilot)
        await play(pilot, True, False)
        before = screen.sitting.round
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Question 3 of 10" in shown(pilot)
    async with Game(path=game.path, clock=game.clock).running() as pilot:
        await press(pilot, "c")
        again = pilot.app.screen
        assert isinstance(again, RoundScreen)
        assert again.sitting.round.plan == before.plan
        assert again.sitting.round.answers == before.answers
        assert again.sitting.place == 2


async def test_a_round_left_at_its_feedback_comes_back_to_the_feedback() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, key_of(screen, right=False), "escape", "c")
        assert "✗ Not right" in shown(pilot)
        await press(pilot, "enter")
        again = pilot.app.screen
        assert isinstance(again, RoundScreen)
        assert again.sitting.place == 1


async def test_flagging_with_a_note() -> None:
    game = Game(start="round")
    async with game.running() as pilot:
        screen = round_of(pilot)
        name = screen.sitting.item().id
        await press(pilot, "f", *"odd", "enter")
        assert pilot.app.screen is screen
        assert game.store is not None
        [flag] = game.store.flags(game.store.player("Anna", at=0).id)
        assert (flag.item, flag.note) == (name, "odd")


async def test_giving_up_a_flag_flags_nothing() -> None:
    game = Game(start="round")
    async with game.running() as pilot:
        await press(pilot, "f", "x", "escape")
        assert game.store is not None
        assert game.store.flags(game.store.player("Anna", at=0).id) == ()


async def test_timed_rounds_have_a_clock_that_ends_a_question() -> None:
    game = Game(start="round", settings=Settings(mode="timed"))
    async with game.running() as pilot:
        screen = round_of(pilot)
        assert "0:25" in shown(pilot)
        game.clock.seconds += 5
        screen._tick()
        await pilot.pause()
        assert "0:20" in shown(pilot)
        game.clock.seconds += 30
        screen._tick()
        await pilot.pause()
        assert "The time is over" in shown(pilot)
        await press(pilot, "enter")
        assert screen.sitting.place == 1
        assert "0:25" in shown(pilot)


async def test_the_clock_stands_while_help_is_shown() -> None:
    game = Game(start="round", settings=Settings(mode="timed"))
    async with game.running() as pilot:
        screen = round_of(pilot)
        game.clock.seconds += 5
        await press(pilot, "question_mark")
        game.clock.seconds += 100
        await press(pilot, "escape")
        screen._tick()
        await pilot.pause()
        assert "0:20" in shown(pilot)


async def test_more_time_for_those_who_want_it() -> None:
    async with Game(start="round", settings=Settings(mode="timed", pace="2")).running() as pilot:
        round_of(pilot)
        assert "0:50" in shown(pilot)


async def test_an_exam_tells_nothing_before_it_is_handed_in() -> None:
    game = Game(start="round", settings=Settings(mode="exam", count=3))
    async with game.running() as pilot:
        screen = round_of(pilot)
        await press(pilot, key_of(screen, right=False))
        text = shown(pilot)
        assert "right" not in text.lower()
        assert "points" not in text
        assert "chosen" in text
        await press(pilot, key_of(screen, right=True), "right")
        await press(pilot, key_of(screen, right=True), "enter", "left", "left")
        assert screen.sitting.place == 0
        await press(pilot, "h")
        assert "1 question is not answered yet." in shown(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        await press(pilot, "h", "h")
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "2 of 3 right" in shown(pilot)


async def test_resizing_at_any_time_is_safe() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        for size in ((40, 10), (200, 60), (20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await press(pilot, key_of(screen, right=True))
        for size in ((40, 10), (160, 50), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "Right" in shown(pilot)


async def test_the_mouse_moves_the_cursor() -> None:
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await pilot.hover(Options, offset=Offset(30, 6))
        await pilot.pause()
        assert screen.query_one(Options).rows[3].cursor


def test_numbers_and_letters_of_all_three_keyboards_stand_for_options() -> None:
    for row in ("12345", "١٢٣٤٥", "۱۲۳۴۵", "abcde", "ABCDE", "أبجده", "ابجده"):
        assert [option_of(character) for character in row] == [0, 1, 2, 3, 4]
    assert option_of("6") is None
    assert option_of(None) is None
    for lang in ("en", "ar", "az"):
        assert [option_of(letter) for letter in letters(lang)] == [0, 1, 2, 3, 4]


async def test_an_answer_that_cannot_be_stored_is_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(self: Database) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    game = Game(start=Wish(count=3, seed=1))
    async with game.running() as pilot:
        await press(pilot)
        screen = round_of(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(Database, "_look_for_file", full)
            await press(pilot, "1")
            assert screen.sitting.open
            assert "Right" not in shown(pilot)
            assert "Not right" not in shown(pilot)
            (notice,) = pilot.app._notifications
            assert "full" in notice.message
        await press(pilot, key_of(screen, right=True))
        assert "✓ Right" in shown(pilot)
        assert game.store is not None
        assert len(game.store.answers_of(screen.sitting.key)) == 1

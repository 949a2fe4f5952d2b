"""What comes out of a round."""

from __future__ import annotations

from azun_quiz.session import Wish
from azun_quiz.text.catalog import messages
from azun_quiz.text.sources import source_name
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.result import ResultScreen
from azun_quiz.tui.screens.setup import SetupScreen
from azun_quiz.tui.widgets.answer_row import AnswerRow
from tests.tui.driver import Game, play, press, round_of, shown


async def test_every_question_and_answer_is_listed() -> None:
    async with Game(start=Wish(count=3, seed=1)).running((80, 60)) as pilot:
        sitting = round_of(pilot).sitting
        await play(pilot, True, False, True)
        text = " ".join(shown(pilot).split())
        for place in range(3):
            item = sitting.item(place)
            assert item.stem in text
            assert f"✓ {item.answer}" in text
        wrong = sitting.round.answers[1]
        assert wrong is not None
        assert wrong.chosen is not None
        assert f"✗ {sitting.item(1).options[wrong.chosen]}" in text


async def test_a_row_opens_for_its_explanation() -> None:
    async with Game(start=Wish(count=2, seed=1)).running((80, 60)) as pilot:
        sitting = round_of(pilot).sitting
        await play(pilot, False, True)
        await press(pilot, "down", "enter")
        text = " ".join(shown(pilot).split())
        assert sitting.item(0).explanation in text
        assert source_name(sitting.item(0).sources[0], messages("en")) in text
        await press(pilot, "enter")
        assert sitting.item(0).explanation not in " ".join(shown(pilot).split())
        await pilot.click(pilot.app.screen.query(AnswerRow).last(), offset=(10, 0))
        await pilot.pause()
        assert sitting.item(1).explanation in " ".join(shown(pilot).split())


async def test_practise_missed_asks_just_those() -> None:
    async with Game(start=Wish(count=4, seed=1)).running() as pilot:
        sitting = round_of(pilot).sitting
        await play(pilot, True, False, False, True)
        await press(pilot, "p")
        asked = [question.item for question in round_of(pilot).sitting.round.plan.questions]
        assert asked == list(sitting.missed)
        assert len(asked) == 2


async def test_nothing_missed_leaves_nothing_to_practise() -> None:
    async with Game(start=Wish(count=2)).running() as pilot:
        await play(pilot, True, True)
        assert "Practise missed" not in shown(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, ResultScreen)


async def test_ways_on() -> None:
    async with Game(start=Wish(count=1)).running() as pilot:
        await play(pilot, True)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, SetupScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_new_best_is_told_and_the_first_round_is_none() -> None:
    async with Game(start=Wish(count=2)).running() as pilot:
        await play(pilot, True, False)
        assert "Your best round" not in shown(pilot)
        pilot.app.navigation.begin(Wish(count=2))
        await pilot.pause()
        await play(pilot, True, True)
        assert "✷ Your best round of this kind; before it was 150." in shown(pilot)

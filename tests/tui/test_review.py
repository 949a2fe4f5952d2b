"""Looking through what was missed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import OptionList

from azun_quiz.session import Wish
from azun_quiz.settings import Settings
from azun_quiz.store.store import Store
from azun_quiz.tui.notes import home_notes
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.review import ReviewScreen
from tests.tui.driver import Game, loaded, play, press, round_of, shown
from tests.tui.fakes import FakeBank


@asynccontextmanager
async def missed(*results: bool) -> AsyncIterator[tuple[Game, Pilot]]:
    """The review after a round with these results."""
    game = Game(store=Store.in_memory(), start=Wish(count=len(results), seed=3))
    async with game.running() as pilot:
        await play(pilot, *results)
        await press(pilot, "escape", "r")
        yield game, pilot


def rows(pilot: Pilot) -> int:
    return pilot.app.screen.query_one(OptionList).option_count


async def test_missed_answers_with_answer_explanation_and_source() -> None:
    async with missed(False, True, False) as (_, pilot):
        assert rows(pilot) == 2
        text = shown(pilot)
        assert "2 missed" in text
        assert "Missed 1 time." in text
        assert "✓" in text
        assert "✗" in text
        assert "Source" in text


async def test_search_as_it_is_typed() -> None:
    async with missed(*[False] * 6) as (_, pilot):
        every = rows(pilot)
        await press(pilot, "slash", *"azerb")
        assert 0 < rows(pilot) < every
        await press(pilot, *"qqq")
        assert rows(pilot) == 0
        await press(pilot, "escape")
        assert rows(pilot) == every
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_topics_and_orders() -> None:
    async with missed(*[False] * 6) as (_, pilot):
        await press(pilot, "t")
        assert rows(pilot) == 2
        assert "Dates" in shown(pilot)
        await press(pilot, "o")
        assert "most often missed first" in shown(pilot)


async def test_practice_asks_them_again() -> None:
    async with missed(False, True, False) as (game, pilot):
        await press(pilot, "enter")
        plan = round_of(pilot).sitting.round.plan
        assert (len(plan.questions), plan.origin) == (2, "review")
        await play(pilot, True, True)
        await press(pilot, "escape", "r")
        assert rows(pilot) == 0
        assert game.store is not None


async def test_practice_of_what_is_due() -> None:
    async with missed(False, False) as (game, pilot):
        assert "Practise due" not in shown(pilot)
        game.clock.seconds += 86400
        await press(pilot, "escape", "r", "d")
        assert len(round_of(pilot).sitting.round.plan.questions) == 2


async def test_what_is_known_goes_from_the_list() -> None:
    async with missed(False, False) as (_, pilot):
        await press(pilot, "k")
        assert rows(pilot) == 1


async def test_i_know_this_is_taken_back_step_by_step() -> None:
    async with missed(False, False, False) as (_, pilot):
        listed = pilot.app.screen.query_one(OptionList)
        assert "Undo" not in shown(pilot)
        await press(pilot, "u", "down", "k")
        assert "Marked as known; u takes it back." in shown(pilot)
        assert "u Undo" in shown(pilot)
        await press(pilot, "k")
        assert "1 missed" in shown(pilot)
        await press(pilot, "g", "u", "g")  # among what is flagged nothing is taken back
        assert rows(pilot) == 1
        await press(pilot, "u")
        assert (rows(pilot), listed.highlighted) == (2, 1)
        await press(pilot, "up", "u")
        assert (rows(pilot), listed.highlighted) == (3, 1)
        assert "3 missed" in shown(pilot)
        assert "u Undo" not in shown(pilot)
        assert "Marked as known" not in shown(pilot)


async def test_all_that_was_called_known_comes_back() -> None:
    async with missed(False) as (_, pilot):
        await press(pilot, "k")
        assert "Nothing was missed" in shown(pilot)
        await press(pilot, "u")
        assert rows(pilot) == 1


async def test_another_key_takes_it_back() -> None:
    store = Store.in_memory()
    game = Game(store=store, start=Wish(count=1), settings=Settings(keys={"review.undo": "b"}))
    async with game.running() as pilot:
        await play(pilot, False)
        await press(pilot, "escape", "r", "k")
        assert "Marked as known; b takes it back." in shown(pilot)
        await press(pilot, "b")
        assert rows(pilot) == 1


async def test_a_flagged_question_is_not_called_known() -> None:
    async with Game(start=Wish(count=1)).running() as pilot:
        await press(pilot, "f", "enter", "escape", "r", "g")
        assert rows(pilot) == 1
        assert "I know this" not in shown(pilot)


async def test_flagged_questions_are_listed_with_the_note() -> None:
    async with Game(start=Wish(count=3)).running() as pilot:
        name = round_of(pilot).sitting.item().id
        await press(pilot, "f", *"hm", "enter", "escape", "r", "g")
        text = shown(pilot)
        assert "Flagged just now: hm" in text
        assert name in text.replace("\n", "").replace(" ", "") or name in text


async def test_an_empty_list_says_so() -> None:
    async with Game(start="review").running() as pilot:
        assert "Nothing was missed" in shown(pilot)


class Silent(FakeBank):
    """A bank that lacks some questions in Azerbaijani."""

    def ids(self, topics: Iterable[str] | None = None, lang: str | None = None) -> tuple[str, ...]:
        found = super().ids(topics, lang)
        return tuple(item for item in found if lang != "az" or self.topic_of(item) != "dates")


async def test_the_first_screen_counts_what_the_review_lists_in_each_language() -> None:
    game = Game(bank=Silent(), store=Store.in_memory(), start=Wish(count=9, seed=3))
    async with game.running() as pilot:
        await play(pilot, *[False] * 9)
        session = pilot.app.session
        assert session is not None
        counted = []
        for lang in ("en", "az"):
            pilot.app.navigation.home()
            pilot.app.use_language(lang)
            await loaded(pilot)
            counted.append(len(session.missed()))
            assert str(counted[-1]) in home_notes(pilot.app.t, pilot.app)["review"]
            await press(pilot, "r")
            assert rows(pilot) == counted[-1]
            await press(pilot, "g")
            assert f"{counted[-1]} " in shown(pilot)
        assert counted[0] > counted[1] > 0

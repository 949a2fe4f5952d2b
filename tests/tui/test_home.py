"""The first screen and the ways from it."""

from __future__ import annotations

import threading
from pathlib import Path

from azun_quiz.content.problems import Place, Problem
from azun_quiz.game.round_code import RoundRequest
from azun_quiz.session import Wish
from azun_quiz.settings import Settings, Trouble
from azun_quiz.store.errors import StoreDamagedError, StoreUnwritableError
from azun_quiz.store.store import Store
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.players import PlayersScreen
from azun_quiz.tui.screens.problems import ProblemsScreen
from azun_quiz.tui.screens.review import ReviewScreen
from azun_quiz.tui.screens.round import RoundScreen
from azun_quiz.tui.screens.settings import SettingsScreen
from azun_quiz.tui.screens.setup import SetupScreen
from azun_quiz.tui.screens.statistics import StatisticsScreen
from azun_quiz.tui.services import ByCode
from tests.tui.driver import NOON, Game, loaded, play, press, round_of, shown
from tests.tui.fakes import FakeBank
from tests.tui.history import play_days


async def test_every_entry_leads_somewhere_and_escape_leads_back() -> None:
    ways = {
        "n": SetupScreen,
        "r": ReviewScreen,
        "s": StatisticsScreen,
        "p": PlayersScreen,
        "o": SettingsScreen,
        "d": RoundScreen,
    }
    async with Game().running() as pilot:
        for key, kind in ways.items():
            await press(pilot, key)
            assert isinstance(pilot.app.screen, kind), key
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, HomeScreen), key


async def test_arrows_and_enter_open_an_entry() -> None:
    async with Game().running() as pilot:
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_a_click_opens_an_entry() -> None:
    async with Game().running() as pilot:
        await pilot.click("Menu", offset=(8, 3))
        await pilot.pause()
        assert isinstance(pilot.app.screen, StatisticsScreen)


async def test_continue_is_offered_only_where_there_is_a_round() -> None:
    async with Game().running() as pilot:
        assert "Continue" not in shown(pilot)
        await press(pilot, "n", "enter", "escape")
        assert "Continue" in shown(pilot)


async def test_what_is_pressed_before_the_content_is_there_is_done_when_it_is() -> None:
    gate = threading.Event()
    game = Game()

    class Slow(FakeBank):
        def __len__(self) -> int:
            gate.wait(10)
            return super().__len__()

    game.bank = Slow()
    async with game.app().run_test() as pilot:
        await pilot.pause()
        assert "The questions are being prepared." in shown(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, HomeScreen)
        gate.set()
        await loaded(pilot)
        assert isinstance(pilot.app.screen, SetupScreen)


async def test_content_that_cannot_be_loaded_is_told() -> None:
    class Broken(FakeBank):
        def __len__(self) -> int:
            raise RuntimeError("no such [bold]luck[/]")

    async with Game(bank=Broken()).running() as pilot:
        assert "The questions could not be loaded: no such [bold]luck[/]." in shown(pilot)
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_what_was_left_out_is_told_in_a_line_and_shown_on_request() -> None:
    problem = Problem("no-sources", Place(Path("/pack/data/a.yaml"), 7, 3), {"fact": "unsc-[b]1"})
    async with Game(problems=[problem]).running() as pilot:
        assert "1 thing in the content is wrong and was left out" in shown(pilot)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, ProblemsScreen)
        text = shown(pilot)
        assert "/pack/data/a.yaml:7:3" in text
        assert "The fact unsc-[b]1 names no source." in text


async def test_what_was_left_out_is_told_in_the_language_in_use() -> None:
    details = {"value": "1993-02-30"}
    problem = Problem("bad-date", Place(Path("/pack/data/a.yaml"), 7, 3), details)
    async with Game(lang="az", problems=[problem]).running() as pilot:
        await press(pilot, "x")
        assert "1993-02-30 tarix deyil." in shown(pilot)
    async with Game(lang="ar", problems=[problem]).running() as pilot:
        await press(pilot, "x")
        text = shown(pilot)
        assert "1993-02-30" in text
        assert "1993-07-29" in text
        assert "date" not in text


async def test_troubles_with_settings_are_told() -> None:
    game = Game()
    services = game.services(troubles=[Trouble("The file {file} is odd.", {"file": "x.toml"})])
    async with type(game.app())(services).run_test() as pilot:
        await loaded(pilot)
        assert "The file x.toml is odd." in shown(pilot)


async def test_where_nothing_can_be_written_the_game_runs_and_says_so() -> None:
    reason = StoreUnwritableError(path=Path("/nowhere"), reason="read-only")
    game = Game(open_store=lambda: Store.in_memory(reason), start=Wish(count=2))
    async with game.running() as pilot:
        await play(pilot, True, True)
        await press(pilot, "escape")
        text = shown(pilot)
        assert "Nothing can be written to /nowhere (read-only)." in text
        assert "What you play now is not kept." in text


async def test_damaged_data_can_be_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "learner.db"
    path.write_bytes(b"SQLite format 3\0" + b"rubbish" * 1000)
    done: list[Path | None] = []

    def recover(backup: Path | None) -> None:
        done.append(backup)
        path.rename(tmp_path / "aside.db")

    game = Game(path=path)
    async with game.running(recover_store=recover) as pilot:
        assert "Damaged data" in shown(pilot)
        await press(pilot, "n")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
        assert done == [None]
        assert game.store is not None
        assert game.store.writable
    assert (tmp_path / "aside.db").exists()


async def test_damaged_data_offer_the_newest_backup(tmp_path: Path) -> None:
    error = StoreDamagedError(path=tmp_path / "x.db", backup=tmp_path / "backup-1.db")
    tries: list[object] = []

    def open_store() -> Store:
        tries.append(None)
        if len(tries) == 1:
            raise error
        return Store.in_memory()

    chosen: list[Path | None] = []
    async with Game(open_store=open_store).running(recover_store=chosen.append) as pilot:
        assert "backup-1.db" in shown(pilot)
        await press(pilot, "b")
        assert chosen == [tmp_path / "backup-1.db"]
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_command_line_starts_a_round_or_the_review() -> None:
    async with Game(start="review").running() as pilot:
        assert isinstance(pilot.app.screen, ReviewScreen)
    request = RoundRequest(("dates",), "hard", 3, 7)
    async with Game(start=request).running() as pilot:
        plan = round_of(pilot).sitting.round.plan
        assert (plan.topics, plan.level, plan.seed) == (("dates",), "hard", 7)
        assert len(plan.questions) == 3
    async with Game(start=Wish(mode="exam", count=2)).running() as pilot:
        assert round_of(pilot).sitting.mode == "exam"


async def test_the_daily_round_is_the_same_for_all_and_is_kept_apart() -> None:
    asked = []
    for player in ("Anna", "Leyla"):
        async with Game(player=player).running() as pilot:
            await press(pilot, "d")
            asked.append(round_of(pilot).sitting.round.plan.questions)
            await press(pilot, *"s" * 10)
            await press(pilot, "escape")
            assert "24 November 2026: 0 of 10 right" in shown(pilot)
    assert asked[0] == asked[1]


async def test_the_number_due_is_shown() -> None:
    game = Game(store=Store.in_memory())
    assert game.store is not None
    play_days(game.store, FakeBank(), now=round(NOON * 1000), days=20)
    async with game.running() as pilot:
        assert " due, " in shown(pilot)


async def test_keys_can_be_changed_in_the_settings() -> None:
    async with Game(settings=Settings(keys={"home.new": "w"})).running() as pilot:
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, SetupScreen)


async def test_a_code_of_the_command_line_keeps_the_mode_asked_for() -> None:
    game = Game()
    async with game.running() as pilot:
        assert pilot.app.session is not None
        code = pilot.app.session.new_code(Wish(count=2))
    for mode, expected in ((None, "practice"), ("exam", "exam")):
        async with Game(start=ByCode(code, mode)).running() as pilot:
            assert round_of(pilot).sitting.mode == expected
            assert round_of(pilot).sitting.total == 2

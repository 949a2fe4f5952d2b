"""The workbench: templates to look at while their files are edited; new content for the game."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.pilot import Pilot

from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.following import Follower
from azun_quiz.library import open_library
from azun_quiz.tui.app import AzunQuiz
from azun_quiz.tui.screens.home import HomeScreen
from azun_quiz.tui.screens.round import RoundScreen
from azun_quiz.tui.screens.template import TemplateScreen
from azun_quiz.tui.screens.workbench import WorkbenchScreen
from tests.tui.driver import SIZES, Game, loaded, press, round_of, shown

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "tests" / "plain" / "pack"
WAS = "On what date did the Security Council adopt"
IS = "On which day did the Security Council adopt"
DATE = ("slash", *"n-date", "enter", "enter")


def app(directory: Path, lang: str = "en", own: tuple[Path, ...] = (), **more: Any) -> AzunQuiz:
    """The game with the files of a directory as its content, and packs of the teacher's own."""
    in_use = [Pack(BUILT_IN, directory), *map(Pack.at, own)]
    follower = Follower(lambda: in_use, directory / "none")

    def load() -> Any:
        library = follower.open()
        return library.bank, library.problems

    services = replace(Game().services(), load_content=load, follower=follower, **more)
    return AzunQuiz(services, lang=lang)


@asynccontextmanager
async def running(directory: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Any]]:
    async with app(directory).run_test(size=size, notifications=True) as pilot:
        await loaded(pilot)
        yield pilot


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copytree(PACK, tmp_path / "pack")


def save(directory: Path, name: str, old: str, new: str) -> None:
    path = directory / name
    text = path.read_text("utf-8")
    assert old in text
    fresh = path.with_suffix(".tmp")
    fresh.write_text(text.replace(old, new), "utf-8")
    fresh.replace(path)


async def until(pilot: Pilot[Any], seen: Callable[[], bool]) -> None:
    """Wait until something is to be seen."""
    for _ in range(1500):
        await pilot.pause(0.02)
        if seen():
            return
    raise AssertionError(shown(pilot))


async def test_every_template_with_its_topic_and_count(pack: Path) -> None:
    library = open_library([Pack(BUILT_IN, pack)])
    async with running(pack) as pilot:
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, WorkbenchScreen)
        text = shown(pilot)
        for template in library.bank.templates:
            assert template in text
            assert f" {len(library.bank.items_of(template))}  {template}" in text


async def test_the_teachers_own_come_first_and_topics_of_choice_last(
    pack: Path, tmp_path: Path
) -> None:
    own = copytree(PACK, tmp_path / "mine")
    save(pack, "questions/decisions.yaml", "topic: ", "by-default: no\ntopic: ")
    quiz = app(pack, own=(own,))
    async with quiz.run_test(size=(100, 40)) as pilot:
        await loaded(pilot)
        await press(pilot, "w")
        screen = pilot.app.screen
        assert isinstance(screen, WorkbenchScreen)
        names = screen._shown
        mine = [name.startswith("mine:") for name in names]
        assert mine == sorted(mine, reverse=True)
        assert any(mine)
        assert not all(mine)
        others = [name for name in names if ":" not in name]
        by_choice = [name.startswith("decision") for name in others]
        assert by_choice == sorted(by_choice)
        assert any(by_choice)


async def test_the_way_there_from_the_menu_and_the_palette(pack: Path) -> None:
    async with running(pack) as pilot:
        assert "Workbench" in shown(pilot)
        await press(pilot, "ctrl+p", *"workbench")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WorkbenchScreen))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_there_is_none_in_a_browser_and_none_without_files(pack: Path) -> None:
    for quiz in (app(pack, served=True), Game().app()):
        async with quiz.run_test() as pilot:
            await loaded(pilot)
            assert "Workbench" not in shown(pilot)
            await press(pilot, "w")
            assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("lang", ["en", "ar", "az"])
async def test_questions_are_those_of_the_bank(pack: Path, lang: str) -> None:
    bank = open_library([Pack(BUILT_IN, pack)]).bank
    quiz = app(pack, lang)
    async with quiz.run_test(size=(100, 40)) as pilot:
        await loaded(pilot)
        await press(pilot, "w", *DATE)
        screen = pilot.app.screen
        assert isinstance(screen, TemplateScreen)
        ids = list(bank.items_of("decision-date"))
        spoken = lang if lang in bank.languages else bank.languages[0]
        seen = [screen._item()]
        after, before = ("left", "right") if lang == "ar" else ("right", "left")
        for _ in ids[1:]:
            await press(pilot, after)
            seen.append(screen._item())
        assert seen == [bank.item(item, lang=spoken) for item in ids]
        await press(pilot, after, "s", "s", "l")
        assert screen._item() == bank.item(ids[0], lang=spoken, seed=2, level="hard")
        await press(pilot, "S", before)
        assert screen._item() == bank.item(ids[-1], lang=spoken, seed=1, level="hard")
        if lang == "en":
            text = shown(pilot)
            assert bank.item(ids[-1], lang="en", seed=1, level="hard").stem in text
            assert "right answer" in text
            assert "Sources" in text or "Source:" in text


async def test_an_answer_is_told_as_in_a_round(pack: Path) -> None:
    async with running(pack) as pilot:
        await press(pilot, "w", *DATE)
        screen = pilot.app.screen
        assert isinstance(screen, TemplateScreen)
        item = screen._item()
        assert item is not None
        wrong = (item.key + 1) % len(item.options)
        await press(pilot, str(wrong + 1))
        assert "Not right" in shown(pilot)
        assert "your answer" in shown(pilot)
        await press(pilot, str(item.key + 1))
        assert "Not right" not in shown(pilot)


async def test_a_save_is_shown_and_a_broken_one_keeps_the_last_good_view(pack: Path) -> None:
    async with running(pack, (120, 40)) as pilot:
        await press(pilot, "w", *DATE, "right", "s")
        name = "questions/decisions.yaml"
        save(pack, name, WAS, IS)
        await until(pilot, lambda: IS in shown(pilot))
        screen = pilot.app.screen
        assert isinstance(screen, TemplateScreen)
        assert "Question 2 of" in shown(pilot)
        assert screen.seed == 1
        good = screen._item()

        save(pack, name, "answer: adopted", "answer: adoptd")
        await until(pilot, lambda: "last good questions" in shown(pilot).replace("\n", " "))
        assert IS in shown(pilot)
        assert "adopted" in shown(pilot)
        assert "adoptd" in shown(pilot)
        assert screen._item() == good
        await press(pilot, "f2")
        other = screen._item()
        assert other is not None
        assert (other.id, other.lang) == (good and good.id, "ar")
        await press(pilot, "f2", "f2")
        await until(pilot, lambda: "last good" in shown(pilot))

        save(pack, name, "answer: adoptd", "answer: adopted")
        await until(pilot, lambda: "last good" not in shown(pilot))


async def test_a_file_that_is_no_yaml_any_more(pack: Path) -> None:
    async with running(pack, (120, 40)) as pilot:
        await press(pilot, "w", *DATE)
        save(pack, "questions/decisions.yaml", "templates:", "templates: [")
        await until(pilot, lambda: "[bad-yaml]" in shown(pilot))
        assert WAS in shown(pilot)


async def test_new_templates_appear_in_the_list(pack: Path) -> None:
    async with running(pack) as pilot:
        await press(pilot, "w")
        text = (pack / "questions" / "members.yaml").read_text("utf-8")
        more = text.replace("member-", "other-")
        (pack / "questions" / "others.yaml").write_text(more, "utf-8")
        await until(pilot, lambda: "other-" in shown(pilot))


async def test_a_facts_name_in_the_view_is_new_at_once(pack: Path) -> None:
    async with running(pack) as pilot:
        await press(pilot, "w", *DATE)
        screen = pilot.app.screen
        assert isinstance(screen, TemplateScreen)
        item = screen._item()
        assert item is not None
        number = next(word for word in item.stem.split() if word.strip("?").isdigit()).strip("?")
        save(pack, "data/decision.yaml", f"number: {number}", "number: 777")
        await until(pilot, lambda: "777" in shown(pilot))


# New content between rounds


async def test_the_next_round_has_what_was_saved(pack: Path) -> None:
    async with running(pack) as pilot:
        quiz = pilot.app
        assert isinstance(quiz, AzunQuiz)
        assert quiz.session is not None
        await press(pilot, "n", "enter")
        old = round_of(pilot).sitting
        stem, bank = old.item().stem, quiz.session.bank
        save(pack, "questions/decisions.yaml", WAS, IS)
        await press(pilot, "1", "enter")
        assert quiz.session.bank is bank
        assert old.item(0).stem == stem
        await press(pilot, "escape")
        session = quiz.session
        await until(pilot, lambda: session.bank is not bank)
        stems = [session.item(item, 0, "medium").stem for item in session.askable]
        assert any(IS in stem for stem in stems)
        assert not any(WAS in stem for stem in stems)
        await press(pilot, "n", "enter")
        assert isinstance(pilot.app.screen, RoundScreen)


async def test_an_open_round_keeps_its_bank_while_new_content_is_read(pack: Path) -> None:
    """What was read while a round was begun waits until the first screen is back."""
    async with running(pack) as pilot:
        quiz = pilot.app
        assert isinstance(quiz, AzunQuiz)
        assert quiz.session is not None
        assert quiz.renewal is not None
        bank = quiz.session.bank
        await press(pilot, "n", "enter")
        save(pack, "questions/decisions.yaml", WAS, IS)
        quiz.renewal.look()
        await loaded(pilot)
        assert quiz.session.bank is bank
        await press(pilot, "escape")
        await loaded(pilot)
        assert quiz.session.bank is not bank


async def test_broken_content_is_told_and_the_last_good_one_played(pack: Path) -> None:
    async with running(pack) as pilot:
        quiz = pilot.app
        assert isinstance(quiz, AzunQuiz)
        assert quiz.session is not None
        bank = quiz.session.bank
        save(pack, "questions/decisions.yaml", "templates:", "templates: [")
        await press(pilot, "o", "escape")
        await until(pilot, lambda: bool(quiz.problems))
        assert quiz.session.bank is bank
        await until(pilot, lambda: "x shows" in shown(pilot))
        save(pack, "questions/decisions.yaml", "templates: [", "templates:")
        await press(pilot, "o", "escape")
        await until(pilot, lambda: not quiz.problems)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["en", "ar", "az"])
@pytest.mark.parametrize("keys", [("w",), ("w", *DATE)], ids=["list", "template"])
def test_picture(
    snap_compare: Any,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    lang: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.chdir(ROOT)

    async def run_before(pilot: Pilot[Any]) -> None:
        await loaded(pilot)
        await press(pilot, *keys)
        await pilot.pause(0.1)

    assert snap_compare(app(PACK, lang), terminal_size=size, run_before=run_before)

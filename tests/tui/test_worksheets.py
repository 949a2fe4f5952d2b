"""Questions as a file in the player's hands."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from azun_quiz.paths import downloads
from azun_quiz.session import Wish
from azun_quiz.tui import worksheets
from tests.tui.driver import Game, play, press, round_of, shown

NAME = "azun-quiz-2026-11-24-1200"


def stems(path: Path) -> str:
    return unescape(path.read_text(encoding="utf-8"))


async def test_a_round_is_saved_and_the_place_is_told(tmp_path: Path) -> None:
    places = {"downloads": lambda: tmp_path / "new"}
    async with Game(start=Wish(count=2)).running((120, 40), **places) as pilot:
        sitting = round_of(pilot).sitting
        await play(pilot, True, False)
        await press(pilot, "w")
        told = " ".join(shown(pilot).split())
        assert "The worksheet is saved:" in told
        assert f"{NAME}.html" in "".join(told.split())
        await press(pilot, "w")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        f"{NAME}-2.html",
        f"{NAME}.html",
    ]
    text = stems(tmp_path / "new" / f"{NAME}.html")
    assert all(sitting.item(place).stem in text for place in range(2))


async def test_what_was_missed_is_saved_as_it_is_shown(tmp_path: Path) -> None:
    places = {"downloads": lambda: tmp_path}
    async with Game(start=Wish(count=3)).running(**places) as pilot:
        sitting = round_of(pilot).sitting
        await play(pilot, False, True, False)
        await press(pilot, "escape", "r", "w")
        missed = [sitting.item(0), sitting.item(2)]
        await press(pilot, "slash", *missed[0].answer, "enter", "w")
    both, one = stems(tmp_path / f"{NAME}.html"), stems(tmp_path / f"{NAME}-2.html")
    assert all(item.stem in both for item in missed)
    assert sitting.item(1).stem not in both
    assert missed[0].stem in one
    assert missed[1].stem not in one


async def test_nothing_missed_is_no_worksheet(tmp_path: Path) -> None:
    async with Game().running(downloads=lambda: tmp_path) as pilot:
        await press(pilot, "r", "w")
    assert list(tmp_path.iterdir()) == []


async def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    places = {"downloads": lambda: tmp_path / "file"}
    async with Game(start=Wish(count=1)).running((120, 40), **places) as pilot:
        await play(pilot, True)
        await press(pilot, "w")
        assert "The worksheet cannot be saved:" in " ".join(shown(pilot).split())


@pytest.mark.parametrize("lang", ["ar", "az"])
async def test_it_speaks_the_language_on_the_screen(lang: str, tmp_path: Path) -> None:
    game = Game(start=Wish(count=1), lang=lang)
    async with game.running(downloads=lambda: tmp_path) as pilot:
        sitting = round_of(pilot).sitting
        await play(pilot, True)
        await press(pilot, "w")
    text = stems(tmp_path / f"{NAME}.html")
    assert f'lang="{lang}"' in text
    assert sitting.item(0).stem in text


async def test_in_a_browser_it_is_sent_there_and_no_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[bytes, dict[str, Any]]] = []

    def deliver(file: BinaryIO, **how: Any) -> None:
        sent.append((file.read(), how))

    game = Game(start=Wish(count=1))
    async with game.running((120, 40), downloads=lambda: tmp_path, served=True) as pilot:
        monkeypatch.setattr(pilot.app, "deliver_binary", deliver)
        await play(pilot, True)
        await press(pilot, "w")
        assert "on its way to your browser's downloads" in " ".join(shown(pilot).split())
    assert [how["save_filename"] for _, how in sent] == [f"{NAME}.html"]
    assert b"<html" in sent[0][0]
    assert list(tmp_path.iterdir()) == []


def test_the_place_is_among_the_downloads_or_in_the_one_directory(tmp_path: Path) -> None:
    assert downloads({"AZUN_QUIZ_HOME": str(tmp_path)}) == tmp_path / "downloads"
    assert downloads({}).is_absolute()


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    for number in range(3):
        worksheets.saved(tmp_path, "a", ".html", str(number).encode())
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "a.html": "0",
        "a-2.html": "1",
        "a-3.html": "2",
    }

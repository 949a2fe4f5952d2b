"""Players get another name and are removed, line by line; a mark in the review is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.paths import STORE
from azun_quiz.store.store import Store
from tests.plain.script import Desk

SURE = "Type y to remove the player; anything else keeps everything."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A place where Leyla has played a round of two wrong answers, and is remembered."""
    desk = Desk(tmp_path)
    desk.call("play", "--player", "Leyla", "--questions", "2", "--seed", "7", typed=["4", "1"])
    desk.call(typed=["8", "Leyla", "q"])
    desk.said()
    return desk


def stored(desk: Desk) -> list[str]:
    """The names of the players."""
    (path,) = desk.home.rglob(STORE)
    with Store.open(path, now_ms=0) as store:
        return [player.name for player in store.players()]


def said(desk: Desk, *typed: str) -> list[str]:
    """What the game without a command says to these lines."""
    assert desk.call(typed=typed) == 0
    return desk.said().splitlines()


def test_the_name_that_is_remembered_changes_with_the_player(desk: Desk) -> None:
    lines = said(desk, "8", "r 1", "Lela", "q", "q")
    assert "The player is now called Lela." in lines
    assert "8: Player: Lela" in lines
    assert "8: Player: Lela" in said(desk, "q")
    assert sorted(stored(desk)) == ["Lela", "player"]


def test_after_the_present_player_the_one_without_a_name_plays(desk: Desk) -> None:
    lines = said(desk, "8", "x 1", "Y", "q", "q")
    start = "Remove this player? 2 answers go for good"
    assert any(line.startswith(start) for line in lines)
    assert "The player is removed; the one without a name plays now." in lines
    assert "8: Player: without a name" in lines
    assert "8: Player: without a name" in said(desk, "q")
    assert stored(desk) == ["player"]


@pytest.mark.parametrize("answers", [(), ("",), ("q",), ("x 1",), ("yes",)])
def test_anything_but_y_keeps_everything(desk: Desk, answers: tuple[str, ...]) -> None:
    lines = said(desk, "8", "x 1", *answers)
    assert SURE in lines
    assert "The player is removed." not in lines
    assert ("Nothing is removed." in lines) == bool(answers)
    assert sorted(stored(desk)) == ["Leyla", "player"]
    assert "4: Review, 2 questions missed" in said(desk, "q")


@pytest.mark.parametrize("line", ["x 3", "r3", "x 0", "r 99999999"])
def test_a_wrong_number_is_no_new_name(desk: Desk, line: str) -> None:
    assert "Type a number from the list." in said(desk, "8", line, "q", "q")
    assert len(stored(desk)) == 2


@pytest.mark.parametrize("name", ["player", "\u200b", "x" * 61])
def test_a_name_that_cannot_be_given(desk: Desk, name: str) -> None:
    lines = said(desk, "8", "r 1", name, "q", "q")
    assert any(line.endswith("cannot be a player's name.") for line in lines)
    assert "Leyla" in stored(desk)


def test_the_last_missed_question_that_was_called_known_comes_back(desk: Desk) -> None:
    lines = said(desk, "4", "k 1", "k 1", "zz", "u", "u", "u", "q", "q")
    assert lines.count("Nothing is waiting to be reviewed.") == 1
    assert lines.count("u takes the last mark back; q goes back.") == 1
    assert lines.count("The mark is taken back.") == 2
    assert "4: Review, 2 questions missed" in lines[-12:]

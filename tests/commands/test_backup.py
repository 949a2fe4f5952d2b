"""``backup`` and ``restore`` as they are typed, with what they say."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from azun_quiz.paths import STORE
from azun_quiz.store import backups
from tests.plain.script import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Somebody who has answered two questions, in a directory of theirs."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    found = Desk(tmp_path / "home")
    played(found)
    return found


def played(desk: Desk) -> None:
    assert desk.call("play", "--questions", "2", "--seed", "7", typed=["1", "2"]) == 0
    desk.said()


def answers(desk: Desk) -> int:
    """How many answers the program itself counts."""
    desk.said()
    assert desk.call("stats", "--json") == 0
    text = desk.said()
    return int(json.loads(text[text.index("{") : text.rindex("}") + 1])["asked"])


def test_a_backup_goes_into_the_present_directory(desk: Desk) -> None:
    for name in ("azun-quiz-2026-11-24.db", "azun-quiz-2026-11-24-2.db"):
        assert desk.call("backup") == 0
        assert desk.said().splitlines()[1:3] == [
            "A backup with 2 answers:",
            str(Path(name).absolute()),
        ]
        backups.check(Path(name))


def test_a_file_or_a_directory_of_ones_own_choice(desk: Desk, tmp_path: Path) -> None:
    assert desk.call("backup", "mine.db") == 0
    assert desk.call("backup", "mine.db") == 0
    assert desk.call("backup", str(tmp_path)) == 0
    assert {each.name for each in Path().iterdir()} == {"mine.db"}
    backups.check(Path("mine.db"))
    backups.check(tmp_path / "azun-quiz-2026-11-24.db")


def test_what_is_no_backup_is_not_overwritten(desk: Desk) -> None:
    Path("essay").write_text("my essay")
    for target in ("essay", str(desk.home / "data" / STORE)):
        assert desk.call("backup", target) == 1
        assert "exists and is not a backup. Choose another file." in desk.said()
    assert Path("essay").read_text() == "my essay"


def test_there_and_back(desk: Desk) -> None:
    assert desk.call("backup", "mine.db") == 0
    played(desk)
    before = answers(desk)
    assert desk.call("restore", "mine.db") == 0
    lines = desk.said().splitlines()
    assert lines[1] == "2 answers are restored."
    assert lines[2].startswith("What was there before is kept in ")
    assert answers(desk) == 2 < before
    kept = lines[2].removeprefix("What was there before is kept in ").removesuffix(".")
    assert desk.call("restore", kept) == 0
    assert answers(desk) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["restore", "none.db"], "There is no backup at none.db."),
        (["restore", "."], "There is no backup at ."),
        (["restore", "essay"], "essay is damaged or is not a backup. Nothing was changed."),
        (["restore", "recipes.db"], "recipes.db is the database of another program."),
        (["restore", "newer.db"], "belong to a newer version of this program."),
        (["backup", "essay/mine.db"], "Nothing can be written to essay/mine.db"),
    ],
)
def test_what_cannot_be_done_is_told(desk: Desk, arguments: list[str], told: str) -> None:
    Path("essay").write_text("my essay " * 1000)
    with closing(sqlite3.connect("recipes.db")) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    assert desk.call("backup", "newer.db") == 0
    with closing(sqlite3.connect("newer.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    desk.said()
    assert desk.call(*arguments) == 1
    assert told in desk.said()
    assert answers(desk) == 2


def test_before_anything_was_played(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    assert desk.call("backup", str(tmp_path / "mine.db")) == 1
    assert "There are no learner's data in" in desk.said()
    assert not list(tmp_path.iterdir())


def test_damaged_data_lead_to_the_newest_good_backup(desk: Desk) -> None:
    (newest,) = [file for _, file in backups.existing(desk.home / "data" / STORE)]
    (desk.home / "data" / STORE).write_bytes(b"\0" * 5000)
    for command in ("stats", "backup"):
        assert desk.call(command) == 1
        said = desk.said()
        assert "are damaged." in said
        assert f'azun-quiz restore "{newest}"' in said
    assert desk.call("restore", str(newest)) == 0
    assert "What was there before is kept in" in desk.said()
    assert list((desk.home / "data").glob("learner-damaged-*.db"))
    assert answers(desk) == 2


@pytest.mark.parametrize("lang", ["ar", "az"])
def test_both_speak_the_language_in_use(desk: Desk, lang: str) -> None:
    assert desk.call("backup", "mine.db", "--lang", lang) == 0
    assert desk.call("restore", "mine.db", "--lang", lang) == 0
    assert desk.call("restore", "none.db", "--lang", lang) == 1
    said = desk.said()
    for english in ("A backup with", "restored", "What was there", "There is no backup"):
        assert english not in said

"""What goes wrong while playing is said in a sentence, and nothing is told that is not stored."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from azun_quiz.paths import STORE
from azun_quiz.plain.asking import RoundPlayer
from azun_quiz.plain.console import Console
from azun_quiz.plain.menu import Menu
from azun_quiz.session import Session, Wish
from azun_quiz.store.errors import StoreFullError
from azun_quiz.store.store import Store
from azun_quiz.text.catalog import messages
from tests.plain.script import Clock, Desk, Typing, Wait, small_bank

bank = cache(small_bank)
FULL = "The disk is full. Nothing was stored in"
NOT_STORED = "This was not stored."
KEPT = "The round is kept, and can be continued."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / STORE, now_ms=0, busy_ms=20) as opened:
        yield opened


class Table:
    """A session on a store, and paper."""

    def __init__(self, store: Store) -> None:
        self.clock = Clock()
        self.paper = io.StringIO()
        self.session = Session(bank(), store, "en", clocks=self.clock.both)
        self.sitting = self.session.new_round(Wish(count=4, seed=7))

    @property
    def right(self) -> str:
        """The number of the right option of the present question."""
        return str(self.sitting.item().key + 1)

    def console(self, typed: list[str | Wait]) -> Console:
        typing = Typing(typed, self.clock, self.paper)
        return Console(typing, self.paper, messages("en"), prompts=False)

    def play(self, *typed: str | Wait) -> list[str]:
        RoundPlayer(self.console(list(typed)), self.session, self.sitting).play()
        return self.paper.getvalue().splitlines()


class Failing:
    """Lets every storing fail while it is ``on``; counts those that failed."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.on = False
        self.failed = 0
        keep = store.keep

        def fail(*arguments: object, **more: object) -> object:
            if self.on:
                self.failed += 1
                raise StoreFullError(path=Path("learner.db"))
            return keep(*arguments, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(store, "keep", fail)


def test_a_full_disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    failing, table = Failing(store, monkeypatch), Table(store)
    failing.on = True
    lines = table.play(table.right, "s", "h", "f note", "q")
    assert failing.failed == 4  # the flag is stored elsewhere
    assert sum(line.startswith(FULL) for line in lines) == 4
    assert lines.count(NOT_STORED) == 3
    assert "Right. 150 points." not in lines
    assert lines[-1] == "Score: 0 (0/0 correct)"
    assert store.answers_of(table.sitting.key) == ()


def test_a_disk_that_fills_between_an_answer_and_the_next_question(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing, table = Failing(store, monkeypatch), Table(store)
    answer = table.sitting.answer

    def answer_and_fail(chosen: int) -> None:
        answer(chosen)
        failing.on = True

    monkeypatch.setattr(table.sitting, "answer", answer_and_fail)
    lines = table.play(table.right, "", "q")
    assert "Right. 150 points." in lines
    assert lines.count("Press Enter to try again, or type q to quit.") == 2
    assert lines[-1] == "Score: 150 (1/1 correct)"
    assert len(store.answers_of(table.sitting.key)) == 1
    failing.on = False
    waiting = table.session.unfinished()
    assert waiting is not None
    table.sitting = waiting
    assert any(line.startswith("Question 2 of 4.") for line in table.play("q"))


def test_a_store_that_another_program_uses(store: Store, tmp_path: Path) -> None:
    table = Table(store)
    other = sqlite3.connect(tmp_path / STORE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    lines = table.play("1", "q")
    other.close()
    assert sum("Another program is using" in line for line in lines) == 2
    assert NOT_STORED in lines
    assert KEPT in lines
    assert lines[-1] == "Score: 0 (0/0 correct)"


def test_a_round_that_goes_on_elsewhere(store: Store, tmp_path: Path) -> None:
    table = Table(store)
    with Store.open(tmp_path / STORE, now_ms=0) as again:
        session = Session(bank(), again, "en", clocks=table.clock.both)
        elsewhere = session.unfinished()
        assert elsewhere is not None
        elsewhere.answer(elsewhere.item().key)
    lines = table.play("1", "never asked")
    assert "This round has gone on elsewhere. Open it again to continue." in lines
    assert NOT_STORED in lines
    assert "> never asked" not in lines
    assert lines[-1] == "Score: 0 (0/0 correct)"
    table.paper.truncate(0)
    Menu(table.console(["c", "q", "q"]), table.session, Wish()).run()
    text = table.paper.getvalue()
    assert "Question 2 of 4" in text
    assert text.splitlines()[-1] == "Score: 150 (1/1 correct)"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    desk = Desk(tmp_path / "file" / "home")
    assert desk.call("play", "--seed", "7", "--questions", "2", typed=["2"]) == 0
    lines = desk.said().splitlines()
    assert "Your answers will not be kept." in lines
    assert "The round cannot be kept, because nothing can be written." in lines
    assert lines[-3] in ("Score: 0 (0/1 correct)", "Score: 150 (1/1 correct)")


def test_a_damaged_store(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    file = tmp_path / "data" / STORE
    file.parent.mkdir()
    file.write_bytes(b"no database at all" * 100)
    assert desk.call("play", typed=["1"]) == 1
    assert f"The learner's data in {file} are damaged." in desk.said()
    assert file.read_bytes() == b"no database at all" * 100


def test_settings_that_cannot_be_read_are_told_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text("level = hard", encoding="utf-8")
    assert desk.call("stats") == 0
    assert desk.said().count("The settings could not be read") == 1
    assert desk.call("stats") == 0
    assert "settings" not in desk.said()


def test_unknown_codes_seeds_and_options_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path)
    for wrong in (["--seed", "9" * 30], ["--questions", "0"], ["--mode", "blitz"]):
        with pytest.raises(SystemExit) as ended:
            desk.call("play", *wrong)
        assert ended.value.code == 2
        assert "Traceback" not in capsys.readouterr().err

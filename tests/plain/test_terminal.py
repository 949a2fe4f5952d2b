"""The line-by-line game as a process: through a pipe, and on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from azun_quiz.paths import STORE
from azun_quiz.store.store import Store
from tests.plain.reading import SCORE
from tests.plain.script import PACK
from tests.plain.talk import ROOT, Talk

SMALL = ("--content", str(PACK), "--only-content")


def piped(home: Path, *arguments: str, typed: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "AZUN_QUIZ_HOME": str(home), "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "azun_quiz", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )


def opened(home: Path) -> Store:
    return Store.open(home / "data" / STORE, now_ms=0)


def test_a_round_through_a_pipe(tmp_path: Path) -> None:
    """The built-in questions, as the README has it."""
    command = ("play", "--plain", "--seed", "7", "--questions", "5", "--lang", "en")
    done = piped(tmp_path, *command, typed="1\nb\n3\ns\n1\n")
    assert (done.returncode, done.stderr) == (0, "")
    score = SCORE.fullmatch(done.stdout.splitlines()[-1])
    assert score is not None
    assert score[3] == "5"
    with opened(tmp_path) as store:
        (player,) = store.players()
        (record,) = store.rounds(player.id)
        answers = store.answers_of(record.id)
        assert (record.seed, record.count, record.right) == (7, 5, int(score[2]))
        assert [(answer.place, answer.chosen) for answer in answers] == [
            (0, 0),
            (1, 1),
            (2, 2),
            (4, 0),
        ]
    assert list((tmp_path / "data" / "backups").glob("*.db"))


def test_input_that_is_no_text(tmp_path: Path) -> None:
    environment = {**os.environ, "AZUN_QUIZ_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "azun_quiz", *SMALL, "--plain", "--lang", "en"],
        input=b"\xff\xfe\n1\n\x00\n\xc3\n",
        capture_output=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert SCORE.fullmatch(done.stdout.decode().splitlines()[-1])


def test_a_player_at_a_dumb_terminal_of_forty_columns(tmp_path: Path) -> None:
    """No command line option says that it has to be plain; a prompt waits for each line."""
    with Talk(*SMALL, "play", "--questions", "2", home=tmp_path, size=(40, 24)) as talk:
        talk.until("Your answer: ")
        start = len(talk.said)
        talk.type("2\n")
        talk.until("Question 2 of 2", start=start)
        talk.until("Your answer: ", start=talk.said.index("Question 2 of 2"))
        talk.type("h\n")
        talk.until("is taken away")
        talk.type("q\n")
        assert talk.code() == 0
        assert SCORE.fullmatch(talk.said.splitlines()[-1])
        assert {char for char in talk.said if not char.isprintable()} == {"\n"}
        assert "\x1b" not in talk.said


def test_the_last_answer_can_be_taken_back_at_a_terminal(tmp_path: Path) -> None:
    with Talk(*SMALL, "play", "--questions", "1", "--lang", "en", home=tmp_path) as talk:
        talk.until("Your answer: ")
        talk.type("1\n")
        talk.until("Enter: result; u: take back ")
        start = len(talk.said)
        talk.type("u\n")
        talk.until("Your last answer is taken back.", start=start)
        talk.until("Your answer: ", start=start)
        talk.type("2\n")
        talk.until("Enter: result; u: take back ", start=start)
        talk.type("\n")
        assert talk.code() == 0
        assert SCORE.fullmatch(talk.said.splitlines()[-1])
    with opened(tmp_path) as store:
        (player,) = store.players()
        (record,) = store.rounds(player.id)
        assert [answer.chosen for answer in store.answers_of(record.id)] == [1]
        assert [answer.chosen for answer in store.answers_of(record.id, undone=True)] == [0]


def test_the_menu_goes_on_with_the_round(tmp_path: Path) -> None:
    played = ("--plain", "--lang", "en", "play", "--questions", "3", "--seed", "1")
    done = piped(tmp_path, *SMALL, *played, typed="1\n")
    assert "The round is kept" in done.stdout
    with Talk(*SMALL, "--plain", "--lang", "en", home=tmp_path, TERM="xterm") as talk:
        talk.until("c: Continue the round, question 2 of 3")
        talk.until("Your choice: ")
        talk.type("c\n")
        talk.until("Question 2 of 3")
        talk.type("\x04")  # Ctrl+D
        assert talk.code() == 0
        assert "The input has ended. The round is kept" in talk.said
        assert SCORE.fullmatch(talk.said.splitlines()[-1])
        assert "\x1b" not in talk.said


@pytest.mark.parametrize("typed", ["", "1\n"])
def test_an_interrupt_keeps_the_round(tmp_path: Path, typed: str) -> None:
    with Talk(*SMALL, "play", "--seed", "3", home=tmp_path) as talk:
        talk.until("Your answer: ")
        if typed:
            talk.type(typed)
            talk.until("Question 2 of")
        talk.interrupt()
        assert talk.code() == 130
        assert "Traceback" not in talk.said
        assert "The round is kept, and can be continued." in talk.said
        assert SCORE.fullmatch(talk.said.splitlines()[-1])
    with opened(tmp_path) as store:
        (waiting,) = store.open_rounds(store.players()[0].id)
        assert waiting.round.place == len(typed) // 2
        assert len(store.answers_of(waiting.id)) == len(typed) // 2

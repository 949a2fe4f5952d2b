"""Several processes on one file, and processes that are killed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from azun_quiz.store import backups
from azun_quiz.store.store import Store
from tests import load
from tests.store.playing import NOON, faults

ROOT = Path(__file__).resolve().parents[2]
KILLS = 6


def command(path: Path, name: str, rounds: int) -> list[str]:
    return [sys.executable, "-m", "tests.store.writer", str(path), name, str(rounds)]


def writer(path: Path, name: str, rounds: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(path, name, rounds),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def consistent(path: Path) -> None:
    assert faults(path) == ""


def test_eight_processes_on_one_new_file(path: Path) -> None:
    rounds = 3
    writers = [writer(path, f"player {number}", rounds) for number in range(8)]
    said = [process.communicate(timeout=120) for process in writers]
    assert [errors for _, errors in said if errors] == []
    assert all(len(output.splitlines()) == rounds * 5 for output, _ in said)
    with Store.open(path, now_ms=NOON) as store:
        assert len(store.players()) == 8
        for player in store.players():
            records = store.items(player.id)
            assert [each.asked for each in records] == [rounds] * 5
            assert len(store.rounds(player.id)) == rounds
    consistent(path)


def test_some_that_play_review_export_and_back_up(tmp_path: Path) -> None:
    """`python -m tests.load` lets eight do it for longer."""
    everyone, problems = load.run(tmp_path, rounds=3, count=4)
    assert problems == []
    assert sum(len(done.answers) for done in everyone) >= 4 * 3


def test_two_processes_of_one_player(path: Path) -> None:
    said = [process.communicate(timeout=120) for process in [writer(path, "a", 4) for _ in "ab"]]
    assert [errors for _, errors in said if errors] == []
    with Store.open(path, now_ms=NOON) as store:
        (player,) = store.players()
        assert [each.asked for each in store.items(player.id)] == [8] * 5
    consistent(path)


@pytest.mark.parametrize("run", range(KILLS))
def test_a_killed_process_loses_no_answer_it_has_confirmed(path: Path, run: int) -> None:
    said, errors = path.with_name("said"), path.with_name("errors")
    path.parent.mkdir()
    with said.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(command(path, "a", 1000), cwd=ROOT, stdout=out, stderr=err)
    while b"\n" not in said.read_bytes():
        assert process.poll() is None, errors.read_text()
        time.sleep(0.005)
    time.sleep(Random(run).uniform(0, 0.3))
    process.kill()
    process.wait()
    assert not errors.read_text()
    complete, _, _ = said.read_text().rpartition("\n")
    answers = {tuple(map(int, line.split())) for line in complete.splitlines()}
    with Store.open(path, now_ms=NOON) as store:
        (player,) = store.players()
        for number, place in answers:
            assert place in {each.place for each in store.answers_of(number)} | {
                each.place for each in store.answers_of(number, undone=True)
            }
        last = max(number for number, _ in answers)
        finished = {each.id for each in store.rounds(player.id)}
        waiting = {each.id for each in store.open_rounds(player.id)}
        assert set(range(1, last)) <= finished
        assert last in finished | waiting
    consistent(path)
    for _, file in backups.existing(path):
        backups.check(file)
    assert not [file for file in backups.directory(path).glob("*") if file.suffix == ".db-wal"]

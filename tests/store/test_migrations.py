"""Stores of earlier versions are brought up to date, wholly or not at all, after a backup."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from azun_quiz.store import backups, opening, schema
from azun_quiz.store.database import connect, connect_to_read
from azun_quiz.store.errors import StoreNewerError, StoreUpgradeError
from azun_quiz.store.recovery import restore
from azun_quiz.store.store import Store
from tests.store.playing import DAY, NOON, play
from tests.store.versions import answers_of, fixture, played

ROOT = Path(__file__).resolve().parents[2]
EARLIER = range(1, schema.version())
KILLS = 4

Rows = dict[str, tuple[list[str], list[tuple[object, ...]]]]
Step = Callable[..., None]


def rows(path: Path, only: Rows | None = None) -> Rows:
    """Every table with its columns and rows; of another store's tables and columns ``only``."""
    found: Rows = {}
    with closing(connect_to_read(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        for table in only or tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            columns = only[table][0] if only else columns
            found[table] = (
                columns,
                connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall(),
            )
    return found


def version_of(path: Path) -> int:
    with closing(connect_to_read(path)) as connection:
        return backups.identity(connection)[1]


@pytest.fixture
def next_step(monkeypatch: pytest.MonkeyPatch) -> Step:
    """Adds a made-up step to those that there are."""

    def add(*statements: str) -> None:
        monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, statements))

    return add


@pytest.mark.parametrize("version", EARLIER)
def test_a_store_of_an_earlier_version_keeps_everything(path: Path, version: int) -> None:
    fixture(version, path)
    before = rows(path)
    with Store.open(path, now_ms=NOON + 4 * DAY) as store:
        assert version_of(path) == schema.version()
        assert rows(path, before) == before
        assert [len(store.items(player.id)) for player in store.players()] == [3, 2]
        waiting = store.open_rounds(store.players()[0].id)[0]
        store.keep(waiting.id, waiting.round.finish(at=NOON + 5 * DAY), at=NOON + 5 * DAY)
        play(store, 1, [True, False], at=NOON + 5 * DAY)
    ((_, backup),) = backups.existing(path)
    assert version_of(backup) == version
    assert rows(backup) == before


@pytest.mark.parametrize("version", EARLIER)
def test_an_earlier_store_becomes_what_a_new_one_is(
    path: Path, tmp_path: Path, version: int
) -> None:
    fixture(version, path)
    new = tmp_path / "new.db"
    shapes = []
    for each in (path, new):
        Store.open(each, now_ms=NOON).close()
        with closing(connect_to_read(each)) as connection:
            shapes.append(
                connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
            )
    assert sorted(map(str, shapes[0])) == sorted(map(str, shapes[1]))


@pytest.mark.parametrize("version", EARLIER)
def test_a_step_that_was_released_never_changes(
    path: Path, tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixture(version, path)
    monkeypatch.setattr(schema, "STEPS", schema.STEPS[:version])
    new = tmp_path / "new.db"
    with closing(connect(new)) as connection:
        opening.migrate(connection)
    shapes = []
    for each in (path, new):
        with closing(connect_to_read(each)) as connection:
            found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")
            shapes.append({name: " ".join(sql.split()) for name, sql in found})
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("version", EARLIER)
def test_a_backup_of_an_earlier_version_is_restored(
    path: Path, tmp_path: Path, version: int
) -> None:
    """A process that has the store open never sees the old tables."""
    fixture(version, tmp_path / "old.db")
    with Store.open(path, now_ms=NOON) as store:
        restore(path, tmp_path / "old.db", now_ms=NOON)
        assert version_of(path) == schema.version()
        assert len(store.players()) == 2
        play(store, 1, [True], at=NOON + 5 * DAY)
    assert version_of(tmp_path / "old.db") == version


class TestOneMoreStep:
    """What holds for any step is shown with one that does not exist."""

    def test_it_is_taken_after_a_backup(self, path: Path, next_step: Step) -> None:
        with Store.open(path, now_ms=NOON) as store:
            played(store)
            expected = answers_of(store)
        present = schema.version()
        next_step(
            "ALTER TABLE player ADD COLUMN colour TEXT",
            "UPDATE player SET colour = 'red'",
            "CREATE INDEX player_colour ON player (colour)",
        )
        with Store.open(path, now_ms=NOON) as store, store._database.reading() as connection:
            assert answers_of(store) == expected
            assert connection.execute("PRAGMA user_version").fetchone() == (present + 1,)
            assert connection.execute("SELECT DISTINCT colour FROM player").fetchall() == [("red",)]
        ((_, backup),) = backups.existing(path)
        assert version_of(backup) == present

    def test_a_step_that_fails_leaves_everything_as_it_was(
        self, path: Path, next_step: Step, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with Store.open(path, now_ms=NOON) as store:
            played(store)
        before, present = rows(path), schema.version()
        next_step("DELETE FROM answer", "ALTER TABLE missing ADD COLUMN x")
        with pytest.raises(StoreUpgradeError, match="stay as they are"):
            Store.open(path, now_ms=NOON)
        assert (version_of(path), rows(path)) == (present, before)
        monkeypatch.undo()
        with Store.open(path, now_ms=NOON + 1000) as store:
            assert store.writable

    @pytest.mark.parametrize("kill", range(KILLS))
    def test_a_process_killed_on_the_way_leaves_the_old_version_or_the_new(
        self, path: Path, kill: int
    ) -> None:
        with Store.open(path, now_ms=NOON) as store:
            played(store)
        before, present = rows(path), schema.version()
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.upgrader", str(path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        with process.stdout as said:
            assert said.readline() == "begun\n"
            time.sleep(Random(kill).uniform(0, 0.06))
            process.kill()
            process.wait()
        found = version_of(path)
        assert found in (present, present + 1)
        assert rows(path, before) == before
        with closing(connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            columns = [row[1] for row in connection.execute("PRAGMA table_info(player)")]
            assert ("colour_0" in columns) == ("colour_199" in columns) == (found > present)
        for _, backup in backups.existing(path):
            assert rows(backup) == before

    def test_a_file_migrated_meanwhile_is_not_migrated_again(self, path: Path) -> None:
        Store.open(path, now_ms=NOON).close()
        with closing(connect(path)) as connection:
            opening.migrate(connection)
            connection.execute("PRAGMA user_version = 77")
            with pytest.raises(StoreNewerError):
                opening.migrate(connection, path)

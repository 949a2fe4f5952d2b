"""What goes wrong outside the program: an answer is then stored, or said not to be stored."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from azun_quiz.game.round import Round
from azun_quiz.paths import STORE
from azun_quiz.settings import Settings, load, save
from azun_quiz.store import backups, opening
from azun_quiz.store.backups import kept
from azun_quiz.store.database import connect
from azun_quiz.store.errors import (
    BackupDamagedError,
    NothingStoredError,
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    StoreGoneError,
    StoreUnwritableError,
)
from azun_quiz.store.recovery import restore, set_aside
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.store.playing import DAY, NOON, answered, answers_in, damage, play, used

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")


def played_until(store: Store, stop: type[Exception], most: int = 500) -> int:
    """Answer until an answer is said not to be stored; how many were acknowledged before."""
    player = store.player("Leyla", at=NOON).id
    acknowledged = 0
    try:
        for number in range(most):
            game = Round.start(make_plan(count=5, seed=number))
            round_id = store.begin(player, game, at=NOON)
            for _ in range(5):
                game = answered(game, True)
                store.keep(round_id, game, at=NOON)
                acknowledged += 1
                game = game.advance()
    except stop:
        return acknowledged
    raise AssertionError(f"{most} rounds were stored")


class TestFullDisk:
    @pytest.fixture
    def disk(self, tmp_path: Path) -> Iterator[Path]:
        """A disk of one megabyte; only root can make one."""
        place = tmp_path / "disk"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
        mount = shutil.which("mount")
        if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a small disk can be mounted by root only")
        yield place
        subprocess.run(["umount", "-l", str(place)], check=True)

    def test_each_answer_is_stored_or_said_not_to_be(self, disk: Path) -> None:
        with Store.open(disk / STORE, now_ms=NOON) as store:
            acknowledged = played_until(store, StoreFullError)
        (disk / "learner.db-shm").unlink(missing_ok=True)
        shutil.copytree(disk, disk.parent / "copy")
        assert acknowledged > 20
        assert answers_in(disk.parent / "copy" / STORE) == acknowledged

    def test_it_goes_on_when_there_is_room_again(self, disk: Path) -> None:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(600_000))
        with Store.open(disk / STORE, now_ms=NOON) as store:
            before = played_until(store, StoreFullError)
            ballast.unlink()
            play(store, 1, [True, True])
        assert answers_in(disk / STORE) == before + 2

    def test_a_new_store_is_in_memory_and_says_why(self, disk: Path) -> None:
        (disk / "ballast").write_bytes(bytes(1_048_576 - 8192))
        with Store.open(disk / "home" / STORE, now_ms=NOON) as store:
            assert not store.writable
            assert isinstance(store.reason, StoreFullError | StoreUnwritableError)
            play(store, store.player("Leyla", at=NOON).id, [True])

    def test_backups_and_settings_stay_as_they_were(self, disk: Path, path: Path) -> None:
        used(path)
        target, settings = disk / "mine.db", disk / "settings.toml"
        backups.save(path, target)
        save(settings, Settings(theme="day"))
        before = target.read_bytes(), settings.read_bytes()
        with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
            while ballast.write(bytes(4096)):
                pass
        with pytest.raises(StoreFullError, match="full"):
            backups.save(path, target)
        with pytest.raises(OSError, match="No space left"):
            save(settings, Settings(player="x" * 5000))
        assert (target.read_bytes(), settings.read_bytes()) == before
        assert load(settings) == (Settings(theme="day"), ())
        assert {each.name for each in disk.iterdir()} == {"mine.db", "settings.toml", "ballast"}


@POSIX
class TestGone:
    """The file is deleted, moved or replaced while it is open; SQLite would not notice."""

    @pytest.mark.parametrize("what", ["directory", "file", "replaced"])
    def test_nothing_is_acknowledged_that_goes_nowhere(self, path: Path, what: str) -> None:
        with Store.open(path, now_ms=NOON) as store:
            player = store.player("Leyla", at=NOON).id
            number, game = play(store, player, [True])
            if what == "directory":
                shutil.rmtree(path.parent)
            elif what == "file":
                path.unlink()
            else:
                backups.copy(path, path)
            with pytest.raises(StoreGoneError, match="Nothing was stored"):
                store.keep(number, game.finish(at=NOON), at=NOON)
            with pytest.raises(StoreGoneError):
                store.begin(player, game, at=NOON)
            assert len(store.items(player)) == 1
            if what == "directory":
                with pytest.raises(NothingStoredError):
                    backups.automatic(path, NOON)

    def test_a_store_that_another_window_set_aside(self, path: Path) -> None:
        with Store.open(path, now_ms=NOON) as store:
            player = store.player("Leyla", at=NOON).id
            number, game = play(store, player, [True])
            assert set_aside(path, NOON) is not None
            with pytest.raises(StoreGoneError):
                store.keep(number, game.finish(at=NOON), at=NOON)


class TestLocked:
    def test_a_backup_of_a_locked_store_is_given_up(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        used(path)
        reading = backups.connect_to_read
        monkeypatch.setattr(backups, "connect_to_read", lambda file: reading(file, busy_ms=50))
        with closing(connect(path)) as other:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
            other.execute("PRAGMA journal_mode = DELETE")
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StoreBusyError, match="try again"):
                backups.save(path, tmp_path / "mine.db")
        assert not list(tmp_path.glob("*mine*"))

    def test_damage_is_not_copied(self, path: Path, tmp_path: Path) -> None:
        """Else damaged backups would displace the good ones, one after the other."""
        used(path, [True] * 20)
        backups.automatic(path, NOON)
        damage(path)
        for copy in (
            lambda: backups.save(path, tmp_path / "mine.db"),
            lambda: backups.automatic(path, NOON + DAY),
        ):
            with pytest.raises(StoreDamagedError) as error:
                copy()
            assert error.value.path == path
        assert len(backups.existing(path)) == 1
        assert not list(tmp_path.glob("*mine*"))
        with pytest.raises(StoreDamagedError):
            Store.open(path, now_ms=NOON)


def test_a_change_that_a_killed_process_left_half_made(path: Path, tmp_path: Path) -> None:
    """Without the write-ahead log it lies in a journal, which has to be played back."""
    used(path)
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("DELETE FROM answer")
        connection.execute("CREATE TABLE large AS SELECT randomblob(100000) AS x")
        for name in (path.name, f"{path.name}-journal"):
            shutil.copy(path.with_name(name), tmp_path / name)
    backups.check(tmp_path / path.name)
    assert not (tmp_path / f"{path.name}-journal").exists()
    assert answers_in(tmp_path / path.name) == 2


def test_damage_that_makes_messages_no_text(path: Path, tmp_path: Path) -> None:
    """SQLite then tells of a name that cannot be decoded."""
    used(path)
    backup = tmp_path / "mine.db"
    backups.copy(path, backup)
    with closing(connect(backup)) as connection:
        connection.execute("CREATE TABLE t (xyz INTEGER)")
        connection.execute("INSERT INTO t VALUES (NULL)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE TABLE t (xyz INTEGER NOT NULL)'"
            " WHERE name = 't'"
        )
    backup.write_bytes(backup.read_bytes().replace(b"xyz", b"x\xccz"))
    with pytest.raises(BackupDamagedError):
        restore(path, backup, now_ms=NOON)
    path.write_bytes(path.read_bytes().replace(b"Leyla", b"Le\xccla"))
    with pytest.raises(StoreDamagedError), Store.open(path, now_ms=NOON) as store:
        store.players()


class TestNetworkDrive:
    """A file system without shared memory: no write-ahead log."""

    @pytest.fixture(autouse=True)
    def dot_files(self, monkeypatch: pytest.MonkeyPatch) -> None:
        if sys.platform == "win32":
            pytest.skip("SQLite has no such file system there")

        def without_shared_memory(file: Path | None, *, busy_ms: int = 1000) -> sqlite3.Connection:
            if file is None:
                return connect(None)
            connection = sqlite3.connect(
                f"{file.as_uri()}?vfs=unix-dotfile",
                timeout=busy_ms / 1000,
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
            connection.execute("PRAGMA foreign_keys = ON")
            return connection

        monkeypatch.setattr(opening, "connect", without_shared_memory)

    def test_everything_works_without_the_log(self, path: Path) -> None:
        with Store.open(path, now_ms=NOON) as store:
            assert store.writable
            with store._database.reading() as connection:
                assert connection.execute("PRAGMA journal_mode").fetchone() != ("wal",)
            play(store, store.player("Leyla", at=NOON).id, [True, False])
        assert answers_in(path) == 2

    def test_a_store_that_comes_from_elsewhere_is_played_on(self, path: Path) -> None:
        with Store.open(path, now_ms=NOON) as store:
            play(store, store.player("Leyla", at=NOON).id, [True, False])
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        with Store.open(path, now_ms=NOON) as store:
            (player,) = store.players()
            assert len(store.items(player.id)) == 2
            assert store.writable
            play(store, player.id, [True])
        assert answers_in(path) == 3


class TestClockSetBack:
    def test_answers_keep_their_order(self, store: Store, player: int) -> None:
        play(store, player, [True])
        play(store, player, [False], at=NOON - 10**10)
        play(store, player, [True], at=0)
        (record,) = store.items(player)
        assert (record.asked, record.right, record.last, record.last_right) == (3, 2, 0, True)
        assert record.memory is not None
        assert record.memory.due > NOON
        assert sum(each.asked for each in store.days(player)) == 3

    def test_the_round_played_last_is_continued(self, store: Store, player: int) -> None:
        first, game = play(store, player, [True, True], at=NOON)
        second, _ = play(store, player, [True], at=NOON - 400 * DAY)
        assert [each.id for each in store.open_rounds(player)] == [second, first]
        store.keep(first, game.spend(1.0), at=NOON - 399 * DAY)
        assert [each.id for each in store.open_rounds(player)] == [first, second]

    def test_a_wrong_clock_makes_no_backup_each_time(self, store: Store, path: Path) -> None:
        backups.automatic(path, NOON + 900 * DAY)
        assert backups.automatic(path, NOON) is not None
        assert backups.automatic(path, NOON + 1000) is None
        assert len(backups.existing(path)) == 2

    def test_the_newest_backup_is_not_the_one_from_the_future(self, path: Path) -> None:
        used(path)
        backups.automatic(path, NOON + 900 * DAY)
        used(path)
        good = backups.automatic(path, NOON)
        assert backups.newest_good(path, NOON + DAY) == good

    def test_backups_from_the_future_displace_no_others(self) -> None:
        now = datetime(2026, 9, 21, 12, tzinfo=UTC)
        past = {now - timedelta(days=days) for days in range(10)}
        future = {now + timedelta(days=900 + days) for days in range(400)}
        assert past <= kept(past | future, now)
        assert len(kept(past | future, now)) < 60


@POSIX
@pytest.mark.parametrize(
    "name", ["a b", "ə عربي", "q?x=1#y", "100%", "'\"", "\udcff", "-rf", "x" * 250, "new\nline"]
)
def test_a_home_of_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "data" / STORE
    used(path)
    backups.save(path, tmp_path / name / "mine.db")
    backups.check(tmp_path / name / "mine.db")
    assert backups.automatic(path, NOON) == backups.newest_good(path, NOON)
    assert answers_in(path) == 2


@pytest.mark.parametrize("name", ["nul\0byte", "x" * 300, "a/" * 3000])
def test_a_home_that_cannot_be(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / name / STORE, now_ms=NOON) as store:
        assert not store.writable
        assert isinstance(store.reason, StoreUnwritableError)
        play(store, store.player("Leyla", at=NOON).id, [True])

"""Files of every kind where the store should be, and places where nothing can be written."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from azun_quiz.store import backups, database, schema
from azun_quiz.store.database import connect, doubt
from azun_quiz.store.errors import (
    NoBackupError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreFullError,
    StoreNewerError,
    StoreUnwritableError,
)
from azun_quiz.store.recovery import recover
from azun_quiz.store.store import Store
from tests.store.playing import NOON, answers_in, damage, play, used


class TestWhatIsThere:
    def test_settings_of_the_connection(self, store: Store) -> None:
        with store._database.reading() as connection:

            def value(name: str) -> object:
                return connection.execute(f"PRAGMA {name}").fetchone()[0]

            assert value("journal_mode") == "wal"
            assert value("synchronous") == 2
            assert value("foreign_keys") == 1
            assert value("busy_timeout") == database.BUSY_MS
            assert value("application_id") == schema.APPLICATION_ID
            tables = connection.execute("PRAGMA table_list").fetchall()
        assert all(strict for schema_, name, _, _, _, strict in tables if "sqlite" not in name)

    def test_a_newer_file_is_refused_and_stays(self, path: Path) -> None:
        used(path)
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA user_version = 99")
        before = path.read_bytes()
        with pytest.raises(StoreNewerError) as error:
            Store.open(path, now_ms=NOON)
        assert "newer version" in str(error.value)
        assert path.read_bytes() == before

    def test_another_programs_database_is_refused_and_stays(self, path: Path) -> None:
        path.parent.mkdir()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE recipe (name)")
        before = path.read_bytes()
        with pytest.raises(StoreForeignError):
            Store.open(path, now_ms=NOON)
        assert path.read_bytes() == before

    def test_an_empty_file_becomes_a_store(self, path: Path) -> None:
        path.parent.mkdir()
        path.touch()
        used(path)
        assert answers_in(path) == 2

    def test_text_is_a_damaged_store(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_text("dear diary, " * 100)
        with pytest.raises(StoreDamagedError) as error:
            Store.open(path, now_ms=NOON)
        assert error.value.backup is None
        assert path.read_text().startswith("dear diary")

    @settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_whatever_bytes_are_there_no_other_error_comes(self, data: st.DataObject) -> None:
        with tempfile.TemporaryDirectory() as home:
            path = Path(home) / "learner.db"
            used(path)
            content = bytearray(path.read_bytes())
            for _ in range(data.draw(st.integers(1, 8))):
                start = data.draw(st.integers(0, len(content) - 1))
                content[start : start + 40] = data.draw(st.binary(min_size=1, max_size=40))
            path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
            try:
                with Store.open(path, now_ms=NOON, busy_ms=100) as store:
                    for player in store.players():
                        store.items(player.id)
                        play(store, player.id, [True])
            except StoreError:
                pass


class TestDamage:
    def test_it_is_set_aside_and_the_newest_good_backup_offered(self, path: Path) -> None:
        used(path)
        good = backups.automatic(path, NOON)
        used(path)
        bad = backups.automatic(path, NOON + 1000, always=True)
        assert bad is not None
        damage(bad)
        path.write_bytes(b"\0" * 5000)
        with pytest.raises(StoreDamagedError) as error:
            Store.open(path, now_ms=NOON)
        assert error.value.backup == good
        aside = recover(path, now_ms=NOON, backup=good)
        assert aside is not None
        assert aside.read_bytes() == b"\0" * 5000
        assert answers_in(path) == 2

    def test_it_may_be_set_aside_twice(self, path: Path) -> None:
        path.parent.mkdir()
        found = set()
        for content in (b"one " * 1000, b"two " * 1000):
            path.write_bytes(content)
            found.add(recover(path, now_ms=NOON))
            assert answers_in(path) == 0
        assert {each.read_bytes()[:3] for each in found if each} == {b"one", b"two"}

    def test_a_sound_store_is_not_set_aside(self, path: Path) -> None:
        used(path)
        doubt(path).touch()
        assert recover(path, now_ms=NOON) is None
        assert answers_in(path) == 2

    def test_a_backup_that_is_no_good_changes_nothing(self, path: Path) -> None:
        used(path)
        bad = path.with_name("bad.db")
        backups.copy(path, bad)
        damage(bad)
        with pytest.raises(StoreError):
            recover(path, now_ms=NOON, backup=bad)
        with pytest.raises(NoBackupError):
            recover(path, now_ms=NOON, backup=path.with_name("none.db"))
        assert answers_in(path) == 2

    def test_damage_met_in_use_is_looked_at_when_opening_next(self, path: Path) -> None:
        used(path, [True] * 20)
        damage(path, "progress")
        with Store.open(path, now_ms=NOON) as store, pytest.raises(StoreDamagedError):
            store.items(1)
        assert doubt(path).exists()
        with pytest.raises(StoreDamagedError):
            Store.open(path, now_ms=NOON)

    def test_a_doubt_without_reason_goes_away(self, path: Path) -> None:
        used(path)
        doubt(path).touch()
        assert answers_in(path) == 2
        assert not doubt(path).exists()


class TestUnwritable:
    def test_a_directory_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "home").write_text("a file")
        with Store.open(tmp_path / "home" / "learner.db", now_ms=NOON) as store:
            assert not store.writable
            assert isinstance(store.reason, StoreUnwritableError)
            play(store, store.player("Leyla", at=NOON).id, [True])

    def test_a_directory_in_place_of_the_file(self, path: Path) -> None:
        path.mkdir(parents=True)
        with Store.open(path, now_ms=NOON) as store:
            assert not store.writable

    @pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
    @pytest.mark.parametrize("what", ["file", "directory", "both"])
    def test_a_read_only_place_shows_the_history(self, what: str) -> None:
        with tempfile.TemporaryDirectory() as home:
            Path(home).chmod(0o755)
            path = Path(home) / "data" / "learner.db"
            used(path)
            if what != "directory":
                path.chmod(0o444)
            if what != "file":
                path.parent.chmod(0o555)
            try:
                assert as_nobody(lambda: _reads_only(path))
            finally:
                path.parent.chmod(0o755)
            assert answers_in(path) == 2

    def test_a_full_disk_is_told_and_nothing_is_half_stored(
        self, store: Store, player: int
    ) -> None:
        number, game = play(store, player, [True])
        with store._database.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFullError) as error:
            play(store, player, [True] * 200)
        assert "full" in str(error.value)
        with store._database.reading() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
        before = store.items(player)
        assert sum(each.asked for each in before) == sum(
            len(store.answers_of(each)) for each in range(1, 500)
        )
        store.keep(number, game.finish(at=NOON), at=NOON)

    def test_a_locked_file_is_told_and_the_answer_can_be_stored_later(self, path: Path) -> None:
        with (
            Store.open(path, now_ms=NOON, busy_ms=50) as store,
            closing(connect(path)) as other,
        ):
            player = store.player("Leyla", at=NOON).id
            number, game = play(store, player, [True])
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StoreBusyError):
                store.keep(number, game.finish(at=NOON), at=NOON)
            other.execute("ROLLBACK")
            store.keep(number, game.finish(at=NOON), at=NOON)
            assert len(store.rounds(player)) == 1

    def test_a_locked_file_cannot_be_opened(self, path: Path) -> None:
        used(path)
        with closing(connect(path)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusyError):
                Store.open(path, now_ms=NOON, busy_ms=50)


def _reads_only(path: Path) -> bool:
    with Store.open(path, now_ms=NOON) as store:
        player = store.players()[0].id
        kept = len(store.items(player)) == 2
        play(store, player, [True])
        return kept and not store.writable and store.reason is not None


def as_nobody(check: Callable[[], bool]) -> bool:
    """Run a check in a child process without the rights of root."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            os._exit(0 if check() else 1)
        except BaseException as error:
            os.write(2, repr(error).encode())
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

"""A backup gives back what was there, whatever it was and whoever is looking on."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azun_quiz.store import backups
from azun_quiz.store.database import connect
from azun_quiz.store.errors import (
    BackupDamagedError,
    NoBackupError,
    RoundMovedError,
    StoreBusyError,
    StoreError,
    StoreForeignError,
    StoreNewerError,
)
from azun_quiz.store.recovery import recover, restore
from azun_quiz.store.store import Store
from tests.store.playing import DAY, MEMORY, NOON, answers_in, damage, play, used
from tests.store.versions import answers_of


class TestRestore:
    def test_a_backup_gives_back_what_was_there(self, path: Path, tmp_path: Path) -> None:
        used(path)
        target = tmp_path / "deep" / "mine.db"
        with Store.open(path, now_ms=NOON) as store:
            store.backup(target)
        used(path)
        assert answers_in(path) == 4
        before = restore(path, target, now_ms=NOON)
        assert answers_in(path) == 2
        assert before is not None
        restore(path, before, now_ms=NOON + 1000)
        assert answers_in(path) == 4

    def test_an_open_store_sees_it(self, path: Path, tmp_path: Path) -> None:
        with Store.open(path, now_ms=NOON) as store:
            player = store.player("Leyla", at=NOON).id
            number, game = play(store, player, [True])
            store.backup(tmp_path / "mine.db")
            number, game = play(store, player, [True])
            restore(path, tmp_path / "mine.db", now_ms=NOON)
            assert store.items(player)[0].asked == 1
            with pytest.raises(RoundMovedError):
                store.keep(number, game, at=NOON)

    def test_a_damaged_store_is_set_aside(self, path: Path, tmp_path: Path) -> None:
        used(path)
        backups.copy(path, tmp_path / "mine.db")
        path.write_bytes(b"\0" * 5000)
        aside = restore(path, tmp_path / "mine.db", now_ms=NOON)
        assert aside is not None
        assert "damaged" in aside.name
        assert answers_in(path) == 2

    def test_where_there_was_nothing(self, path: Path, tmp_path: Path) -> None:
        used(path)
        new = tmp_path / "new" / "learner.db"
        backups.copy(path, tmp_path / "mine.db")
        assert restore(new, tmp_path / "mine.db", now_ms=NOON) is None
        assert answers_in(new) == 2

    @pytest.mark.parametrize(
        ("content", "error"),
        [(None, NoBackupError), (b"x" * 5000, BackupDamagedError), (b"", StoreForeignError)],
    )
    def test_what_is_no_backup_is_refused(
        self, path: Path, tmp_path: Path, content: bytes | None, error: type[StoreError]
    ) -> None:
        used(path)
        source = tmp_path / "mine.db"
        if content is not None:
            source.write_bytes(content)
        with pytest.raises(error):
            restore(path, source, now_ms=NOON)
        assert answers_in(path) == 2

    def test_a_damaged_backup_is_refused(self, path: Path, tmp_path: Path) -> None:
        used(path)
        backups.copy(path, tmp_path / "mine.db")
        damage(tmp_path / "mine.db")
        with pytest.raises(BackupDamagedError):
            restore(path, tmp_path / "mine.db", now_ms=NOON)
        assert answers_in(path) == 2
        assert not backups.existing(path)

    def test_a_newer_store_is_not_replaced(self, path: Path, tmp_path: Path) -> None:
        used(path)
        backups.copy(path, tmp_path / "mine.db")
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA user_version = 99")
        for change in (restore, lambda path, source, now_ms: recover(path, now_ms=now_ms)):
            with pytest.raises(StoreNewerError):
                change(path, tmp_path / "mine.db", now_ms=NOON)
        assert {each.name for each in path.parent.glob("*.db")} == {path.name}

    def test_a_locked_store_is_neither_set_aside_nor_waited_for_without_end(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("azun_quiz.store.recovery.connect", lambda p: connect(p, busy_ms=50))
        used(path)
        backups.copy(path, tmp_path / "mine.db")
        with closing(connect(path)) as other:
            for lock in ("IMMEDIATE", "EXCLUSIVE"):
                other.execute(f"BEGIN {lock}")
                with pytest.raises(StoreBusyError):
                    restore(path, tmp_path / "mine.db", now_ms=NOON)
                other.execute("ROLLBACK")
        assert answers_in(path) == 2
        assert {each.name for each in path.parent.glob("*.db")} == {path.name}
        assert not list(backups.directory(path).glob(".*"))

    def test_the_backup_may_be_one_that_is_about_to_be_thinned_out(self, path: Path) -> None:
        used(path)
        first = backups.automatic(path, NOON)
        assert first is not None
        used(path)
        later = NOON + 500 * DAY
        for number in range(20):
            backups.automatic(path, later + number * DAY // 2, always=True)
        backups.copy(path, first.with_name("learner-20250101-000000.db"))
        assert first.exists()
        restore(path, first, now_ms=later + 30 * DAY)
        assert answers_in(path) == 2


games = st.lists(
    st.tuples(
        st.sampled_from(["Leyla", "عمر", "Rəşad"]),
        st.lists(st.booleans(), min_size=1, max_size=3),
        st.sampled_from(["practice", "timed"]),
        st.booleans(),
        st.integers(0, 3 * DAY),
    ),
    max_size=4,
)


def played(store: Store, history: list[tuple[str, list[bool], str, bool, int]]) -> None:
    for name, results, mode, finished, wait in history:
        at = NOON + wait
        number, game = play(store, store.player(name, at=at).id, results, at=at, mode=mode)
        if finished:
            store.keep(number, game.finish(at=at + 60_000), at=at + 60_000)


@settings(max_examples=12)
@given(before=games, after=games)
def test_any_history_comes_back(before: list, after: list) -> None:
    with (
        tempfile.TemporaryDirectory(dir=MEMORY) as home,
        Store.open(Path(home) / "a.db", now_ms=NOON) as store,
    ):
        played(store, before)
        expected = answers_of(store)
        backups.save(Path(home) / "a.db", Path(home) / "b.db")
        played(store, after)
        later = answers_of(store)
        kept = restore(Path(home) / "a.db", Path(home) / "b.db", now_ms=NOON)
        assert answers_of(store) == expected
        assert kept is not None
        restore(Path(home) / "a.db", kept, now_ms=NOON + 1000)
        assert answers_of(store) == later

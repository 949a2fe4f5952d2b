"""Backups: made when due, thinned, never half written, and never in place of something else."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.store import backups
from azun_quiz.store.backups import EVERY, KEEP_DAYS, KEEP_MONTHS, KEEP_WEEKS, kept
from azun_quiz.store.errors import BackupTargetError, StoreUnwritableError
from azun_quiz.store.store import Store
from tests.store.playing import DAY, NOON, play

NOW = datetime(2026, 9, 21, 12, tzinfo=UTC)
moments = st.lists(
    st.integers(-3 * 24, 900 * 24).map(lambda hours: NOW - timedelta(hours=hours)), max_size=60
)


@given(moments)
def test_thinning_keeps_the_newest_and_is_done_once(found: list[datetime]) -> None:
    keep = kept(found, NOW)
    assert keep <= set(found)
    assert set(sorted(found)[-1:]) <= keep
    assert kept(keep, NOW) == keep
    assert {each for each in found if each > NOW - timedelta(days=2)} <= keep
    old = [each for each in keep if each <= NOW - timedelta(days=2)]
    assert len(old) <= KEEP_DAYS + KEEP_WEEKS + KEEP_MONTHS + 3


def test_two_years_of_backups() -> None:
    """As they come in practice: one every twelve hours, thinned each time."""
    there: set[datetime] = set()
    for number in range(2 * 730):
        now = NOW + number * EVERY
        there = kept({*there, now}, now)
    ages = sorted((now - each).days for each in there)
    assert ages[:8] == [0, 0, 1, 1, 2, 2, 3, 4]
    assert len([age for age in ages if age <= 12]) >= KEEP_DAYS
    assert 300 < ages[-1] < 370
    assert len(ages) < 35


def test_they_come_when_they_are_due(store: Store, path: Path) -> None:
    store.player("Leyla", at=NOON)
    assert backups.automatic(path, NOON) is not None
    assert backups.automatic(path, NOON + DAY // 3) is None
    assert backups.automatic(path, NOON + DAY) is not None
    times = [moment.timestamp() * 1000 for moment, _ in backups.existing(path)]
    assert times == [NOON + DAY, NOON]
    for _, file in backups.existing(path):
        backups.check(file)
    assert backups.newest_good(path, NOON) == backups.existing(path)[0][1]


def test_two_in_one_second(store: Store, path: Path) -> None:
    first = backups.automatic(path, NOON)
    second = backups.automatic(path, NOON, always=True)
    assert first != second
    assert len(backups.existing(path)) == 2


def test_other_files_beside_them_are_left_alone(store: Store, path: Path) -> None:
    backups.directory(path).mkdir()
    for name in ("learner-notes.db", "learner-20261301-000000.db", "other.db", "readme.txt"):
        (backups.directory(path) / name).write_text("mine")
    for day in range(20):
        backups.automatic(path, NOON + day * DAY)
    assert len(backups.existing(path)) < 18
    assert (backups.directory(path) / "learner-notes.db").read_text() == "mine"


def test_a_file_of_ones_own_choice(store: Store, player: int, tmp_path: Path) -> None:
    target = tmp_path / "mine.db"
    store.backup(target)
    play(store, player, [True])
    store.backup(target)
    backups.check(target)
    with Store.open(target, now_ms=NOON) as copy:
        assert len(copy.items(player)) == 1


def test_nothing_else_is_overwritten(store: Store, path: Path, tmp_path: Path) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text("my essay")
    for target in (essay, path, tmp_path):
        with pytest.raises(BackupTargetError):
            store.backup(target)
    assert essay.read_text() == "my essay"


def test_a_place_that_cannot_be_written(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnwritableError):
        store.backup(tmp_path / "file" / "mine.db")


def test_what_a_killed_backup_left_behind_is_cleared_away(store: Store, path: Path) -> None:
    backups.automatic(path, NOON)
    part = backups.directory(path) / ".learner-20260101-000000.db.77.part"
    part.write_text("half")
    os.utime(part, (0, 0))
    backups.automatic(path, NOON + DAY)
    assert not part.exists()


def test_a_copy_that_fails_leaves_nothing_behind(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.db"
    target.write_text("as it was")
    path.parent.mkdir()
    path.write_bytes(b"x" * 5000)
    with pytest.raises(Exception, match="damaged"):
        backups.copy(path, target)
    assert target.read_text() == "as it was"
    assert {each.name for each in tmp_path.iterdir()} == {"home", "mine.db"}

"""What is stored can be asked for, example by example."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from azun_quiz.game.memory import AGAIN, GOOD, next_state
from azun_quiz.game.round import Round
from azun_quiz.store.database import connect_to_read
from azun_quiz.store.errors import (
    PlayerGoneError,
    PlayerNameError,
    PlayerNameTakenError,
    RoundMovedError,
)
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.store.playing import DAY, NOON, answered, play

TABLES = {"player", "round", "answer", "progress", "day", "flag", "pseudonym"}
"""Where something is stored about a player."""


def rows_of(path: Path) -> dict[tuple[str, int], int]:
    """How many rows each table has for each player."""
    found = {}
    with closing(connect_to_read(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            owner = "id" if table == "player" else "player"
            for number, count in connection.execute(
                f"SELECT {owner}, count(*) FROM {table} GROUP BY {owner}"
            ):
                found[table, number] = count
    return found


class TestRounds:
    def test_a_round_resumes_where_it_was(self, store: Store, player: int, path: Path) -> None:
        number, game = play(store, player, [True, False])
        with Store.open(path, now_ms=NOON) as again:
            (found,) = again.open_rounds(player)
        assert (found.id, found.round) == (number, game)

    def test_the_last_played_round_comes_first(self, store: Store, player: int) -> None:
        first, game = play(store, player, [True], at=NOON)
        second, _ = play(store, player, [True], at=NOON + 5_000)
        assert [each.id for each in store.open_rounds(player)] == [second, first]
        store.keep(first, game.spend(1.0), at=NOON + 9_000)
        assert [each.id for each in store.open_rounds(player)] == [first, second]

    def test_a_finished_round_has_a_record(self, store: Store, player: int) -> None:
        number, game = play(store, player, [True, True, False], level="hard")
        store.keep(number, game.finish(at=NOON + 60_000), at=NOON + 60_000)
        assert not store.open_rounds(player)
        (record,) = store.rounds(player)
        assert (record.id, record.right, record.answered, record.count) == (number, 2, 3, 3)
        assert record.score == game.score.total == 420
        assert (record.started, record.ended) == (NOON, NOON + 60_000)
        assert record.topics == ("dates",)
        assert store.answers_of(number) == game.answers

    def test_a_finished_round_is_closed(self, store: Store, player: int) -> None:
        number, game = play(store, player, [True])
        store.keep(number, game.finish(at=NOON), at=NOON)
        with pytest.raises(RoundMovedError):
            store.keep(number, game, at=NOON)

    def test_the_best_round_of_a_kind(self, store: Store, player: int) -> None:
        for results in ([True, False], [True, True], [False, False], [True, True]):
            number, game = play(store, player, results)
            store.keep(number, game.finish(at=NOON), at=NOON)
        best = store.best(player, mode="practice", level="easy", count=2)
        assert best is not None
        assert (best.id, best.score) == (2, 210)
        assert store.best(player, mode="exam", level="easy", count=2) is None

    def test_a_daily_round_is_found_by_its_day(self, store: Store, player: int) -> None:
        day = date(2026, 9, 21).toordinal()
        assert store.daily(player, day) is None
        number, game = play(store, player, [True], day=day, origin="daily")
        store.keep(number, game.finish(at=NOON), at=NOON)
        record = store.daily(player, day)
        assert record is not None
        assert record.day == date(2026, 9, 21)

    def test_a_round_given_up_keeps_its_answers(self, store: Store, player: int) -> None:
        number, game = play(store, player, [False, True])
        store.discard(number, at=NOON)
        assert not store.open_rounds(player)
        assert not store.rounds(player)
        assert [each.item for each in store.missed(player)] == ["t/f0"]
        with pytest.raises(RoundMovedError):
            store.keep(number, game, at=NOON)

    def test_two_windows_cannot_play_one_round(self, store: Store, player: int, path: Path) -> None:
        number = store.begin(player, Round.start(make_plan()), at=NOON)
        with Store.open(path, now_ms=NOON) as other:
            (found,) = other.open_rounds(player)
            other.keep(number, answered(found.round, True), at=NOON)
            with pytest.raises(RoundMovedError):
                store.keep(number, answered(found.round, False), at=NOON)
        (found,) = store.open_rounds(player)
        assert found.round.score.right == 1
        store.keep(number, found.round.advance(), at=NOON)

    def test_an_exam_counts_when_it_is_handed_in(self, store: Store, player: int) -> None:
        game = Round.start(make_plan("exam", 2))
        number = store.begin(player, game, at=NOON)
        for right in (False, True):
            game = answered(game.visit(0), right, at=NOON)
            store.keep(number, game, at=NOON)
        assert store.open_rounds(player)[0].round == game
        assert not store.items(player)
        store.keep(number, game.finish(at=NOON), at=NOON)
        (record,) = store.items(player)
        assert (record.item, record.asked, record.right) == ("t/f0", 1, 1)


class TestUndo:
    def test_an_answer_taken_back_leaves_nothing_but_its_row(
        self, store: Store, player: int
    ) -> None:
        number, game = play(store, player, [False])
        store.keep(number, game.undo(at=NOON + 1), at=NOON + 1)
        assert not store.items(player)
        assert not store.days(player)
        assert not store.answers_of(number)
        (undone,) = store.answers_of(number, undone=True)
        assert not undone.right

    def test_memory_is_as_if_it_had_not_been_given(self, store: Store, player: int) -> None:
        play(store, player, [True])
        before = store.items(player)
        number, game = play(store, player, [False], at=NOON + DAY)
        assert store.items(player) != before
        game = game.undo(at=NOON + DAY + 1)
        store.keep(number, game, at=NOON + DAY + 1)
        assert store.items(player) == before
        game = answered(game, True, at=NOON + DAY + 2)
        store.keep(number, game, at=NOON + DAY + 2)
        first = next_state(None, GOOD, NOON)
        assert store.items(player)[0].memory == next_state(first, GOOD, NOON + DAY + 2)


class TestReview:
    def test_what_was_missed_last_comes_first(self, store: Store, player: int) -> None:
        play(store, player, [False, True, False])
        assert [each.item for each in store.missed(player)] == ["t/f2", "t/f0"]
        assert [each.item for each in store.missed(player, among={"t/f0"})] == ["t/f0"]
        miss = store.missed(player)[0].miss
        assert miss is not None
        assert (miss.level, miss.lang, miss.at) == ("easy", "en", NOON + 2000)

    def test_a_right_answer_mends_a_miss(self, store: Store, player: int) -> None:
        play(store, player, [False])
        play(store, player, [True], at=NOON + DAY)
        assert not store.missed(player)
        (record,) = store.missed(player, mended=True)
        assert (record.missed, record.asked) == (1, 2)

    def test_known_items_are_left_alone_until_missed(self, store: Store, player: int) -> None:
        play(store, player, [False])
        store.mark_known(player, "t/f0", at=NOON + 5000)
        assert not store.missed(player)
        assert not store.due(player, NOON + DAY)
        assert store.due_count(player, NOON + DAY) == 0
        store.unmark_known(player, "t/f0")
        assert store.missed(player)
        store.mark_known(player, "t/f0", at=NOON)
        play(store, player, [False], at=NOON + DAY)
        assert store.missed(player)
        assert store.due_count(player, NOON + 2 * DAY) == 1

    def test_known_holds_although_the_clock_was_set_back(self, store: Store, player: int) -> None:
        play(store, player, [False])
        store.mark_known(player, "t/f0", at=NOON - DAY)
        assert not store.missed(player)

    def test_what_is_due(self, store: Store, player: int) -> None:
        play(store, player, [True, False, True])
        # After one review a right answer is due in ten minutes, a wrong one in one.
        assert not store.due(player, NOON + 30_000)
        assert [each.item for each in store.due(player, NOON + 120_000)] == ["t/f1"]
        assert store.due_count(player, NOON + DAY) == 3
        due = store.due(player, NOON + DAY, among={"t/f0", "t/f2"}, limit=1)
        assert [each.item for each in due] == ["t/f0"]

    def test_time_that_ran_out_is_a_miss_and_a_skip_is_nothing(
        self, store: Store, player: int
    ) -> None:
        game = Round.start(make_plan("timed", 2))
        number = store.begin(player, game, at=NOON)
        game = game.skip().expire(at=NOON)
        store.keep(number, game, at=NOON)
        (record,) = store.items(player)
        assert (record.item, record.missed) == ("t/f1", 1)
        assert record.memory == next_state(None, AGAIN, NOON)

    def test_recent_items(self, store: Store, player: int) -> None:
        play(store, player, [True, False])
        assert store.recent(player) == {"t/f0": NOON, "t/f1": NOON + 1000}

    def test_days_are_those_of_the_player(self, store: Store, player: int) -> None:
        play(store, player, [True, False])
        play(store, player, [True], at=NOON + DAY)
        first, second = store.days(player)
        assert first.day == datetime.fromtimestamp(NOON / 1000).date()
        assert (first.asked, first.right, first.seconds) == (2, 1, 4.0)
        assert store.days(player, since=second.day.toordinal()) == (second,)


class TestPlayers:
    def test_each_has_a_history(self, store: Store, player: int) -> None:
        play(store, player, [False])
        other = store.player("Rəşad", at=NOON).id
        assert not store.missed(other)
        assert not store.open_rounds(other)
        assert [each.name for each in store.players()] == ["Leyla", "Rəşad"]

    def test_one_name_in_several_spellings(self, store: Store, player: int) -> None:
        for name in ("leyla", "  LEYLA ", "Leyla\u200f", "Ｌeyla"):
            assert store.player(name, at=NOON).id == player

    @pytest.mark.parametrize("name", ["", " \t", "\x1b", "\u200b", "x" * 61])
    def test_what_is_no_name(self, store: Store, name: str) -> None:
        with pytest.raises(PlayerNameError):
            store.player(name, at=NOON)

    def test_control_characters_are_dropped(self, store: Store) -> None:
        assert store.player("A\x1b[31mda\n B\ud800", at=NOON).name == "A[31mda B"

    def test_renaming(self, store: Store, player: int) -> None:
        store.player("Aysel", at=NOON)
        store.rename_player(player, "leyla")
        with pytest.raises(PlayerNameTakenError):
            store.rename_player(player, "AYSEL")
        with pytest.raises(PlayerNameError):
            store.rename_player(player, "\u200b")
        assert [each.name for each in store.players()] == ["leyla", "Aysel"]

    def test_who_is_gone_gets_no_name(self, store: Store, player: int) -> None:
        store.remove_player(player)
        with pytest.raises(PlayerGoneError):
            store.rename_player(player, "Aysel")
        assert not store.players()

    def test_removing_takes_everything(self, store: Store, player: int) -> None:
        number, game = play(store, player, [False])
        store.flag(
            player, "t/f0", seed=1, level="easy", lang="en", digest="d", reason="wrong", at=NOON
        )
        store.remove_player(player)
        assert not store.players()
        assert not store.answers_of(number)
        with pytest.raises(RoundMovedError):
            store.keep(number, game, at=NOON)
        with pytest.raises(PlayerGoneError):
            store.begin(player, game, at=NOON)

    def test_nothing_of_a_removed_player_is_left_in_any_table(
        self, store: Store, player: int, path: Path
    ) -> None:
        """Nor in what is free in the file; the others keep theirs."""
        other = store.player("Aysel", at=NOON).id
        for owner in (player, other):
            number, game = play(store, owner, [False, True])
            store.keep(number, game.finish(at=NOON), at=NOON)
            play(store, owner, [True])
            store.flag(
                owner, "t/f0", seed=1, level="easy", lang="en", digest="d", reason="wrong",
                note="which year " * 100, at=NOON,
            )  # fmt: skip
            store.mark_known(owner, "t/f0", at=NOON)
            store.pseudonym(owner)
        before = rows_of(path)
        assert {table for table, owner in before if owner == player} == TABLES
        store.remove_player(player)
        left = {key: count for key, count in before.items() if key[1] == other}
        assert rows_of(path) == left | {("removed", player): 1}
        store.remove_player(other)
        store.close()
        assert b"which year" not in path.read_bytes()
        assert b"Leyla" not in path.read_bytes()

    def test_a_name_begins_anew_under_another_number(self, store: Store, player: int) -> None:
        """A window still open for the one who was removed writes to nobody else."""
        number, game = play(store, player, [False])
        store.remove_player(player)
        again = store.player("Leyla", at=NOON).id
        assert again != player
        assert not store.items(again)
        same, _ = play(store, again, [False])
        assert same == number
        for writing in (
            lambda: store.begin(player, game, at=NOON),
            lambda: store.flag(
                player, "t/f0", seed=1, level="easy", lang="en", digest="d", reason="wrong", at=NOON
            ),
        ):
            with pytest.raises(PlayerGoneError):
                writing()
        store.remove_player(again)
        assert store.player("Leyla", at=NOON).id not in (player, again)

    def test_a_round_of_a_removed_player_is_not_played_on_as_anothers(
        self, store: Store, player: int, path: Path
    ) -> None:
        """Though the other one, with the same code, has a round of the same number and seed."""
        number, game = play(store, player, [True])
        with Store.open(path, now_ms=NOON) as other:
            other.remove_player(player)
            again = other.player("Aysel", at=NOON).id
            same, _ = play(other, again, [True])
            assert same == number
            with pytest.raises(RoundMovedError):
                store.keep(number, game.finish(at=NOON), at=NOON)
            assert len(other.open_rounds(again)) == 1


def test_flags(store: Store, player: int) -> None:
    def flag(item: str, reason: str, note: str, at: int) -> int:
        return store.flag(
            player, item, seed=3, level="easy", lang="az", digest="d1", reason=reason,
            note=note, at=at,
        )  # fmt: skip

    first = flag("t/f0", "unclear", "which\x1b[31m year?\r\n" + "x" * 5000, NOON)
    flag("t/f1", "wrong", "", NOON + 1)
    assert [each.item for each in store.flags(player)] == ["t/f1", "t/f0"]
    note = store.flags(player)[1].note
    assert note.startswith("which[31m year?\nxxx")
    assert len(note) == 2000
    store.close_flag(first, at=NOON + 2)
    assert [each.item for each in store.flags(player)] == ["t/f1"]
    assert [each.closed for each in store.flags(player, closed=True)] == [None, NOON + 2]
    with pytest.raises(ValueError):
        flag("t/f0", "ugly", "", NOON)


def test_a_store_in_memory_does_everything_but_last() -> None:
    with Store.in_memory() as store:
        assert not store.writable
        player = store.player("Leyla", at=NOON).id
        play(store, player, [False])
        assert store.missed(player)

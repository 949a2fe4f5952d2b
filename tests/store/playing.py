"""Help for tests of the store: moves of a round, stored as the interface stores them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from azun_quiz.game.records import counted_seconds
from azun_quiz.game.round import Round
from azun_quiz.generator.item import Item
from azun_quiz.store.database import connect_to_read
from azun_quiz.store.store import Store
from tests.game.stubs import make_item, make_plan

NOON = 1_790_000_000_000  # A moment of the year 2026.
DAY = 86_400_000

_IN_MEMORY = Path("/dev/shm")
MEMORY = _IN_MEMORY if _IN_MEMORY.is_dir() else None
"""A directory that is no disk, where there is one: what is tried there need not wait for a disk."""


def item_of(game: Round) -> Item:
    assert game.current is not None
    return make_item(game.current.item, game.current.seed)


def answered(game: Round, right: bool, *, at: int = NOON, seconds: float = 2.0) -> Round:
    item = item_of(game)
    chosen = item.key if right else (item.key + 1) % 4
    return game.answer(item, chosen, seconds=seconds, at=at)


def play(
    store: Store, player: int, results: list[bool], *, at: int = NOON, **more: object
) -> tuple[int, Round]:
    """A round of practice whose answers are right or wrong as given; it is left open."""
    game = Round.start(make_plan(count=len(results), **more))  # type: ignore[arg-type]
    number = store.begin(player, game, at=at)
    for index, right in enumerate(results):
        game = answered(game, right, at=at + index * 1000)
        store.keep(number, game, at=at + index * 1000)
        game = game.advance()
        store.keep(number, game, at=at + index * 1000)
    return number, game


def used(path: Path, results: list[bool] | None = None) -> None:
    with Store.open(path, now_ms=NOON) as store:
        play(store, store.player("Leyla", at=NOON).id, results or [True, False])


def answers_in(path: Path) -> int:
    with Store.open(path, now_ms=NOON) as store:
        return sum(record.asked for player in store.players() for record in store.items(player.id))


def damage(path: Path, table: str = "") -> None:
    """Overwrite the beginning of every page after the first, or of a table's first page alone."""
    content = bytearray(path.read_bytes())
    starts: Iterable[int] = range(4096, len(content), 4096)
    if table:
        with closing(connect_to_read(path)) as connection:
            found = connection.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
            ).fetchone()
        starts = [(found[0] - 1) * 4096]
    for start in starts:
        content[start : start + 200] = b"\xa5" * 200
    path.write_bytes(content)


def faults(path: Path) -> str:
    """What is wrong with a store: its file, or what should follow from the answers; or nothing."""
    with closing(connect_to_read(path)) as connection:
        check = connection.execute("PRAGMA integrity_check").fetchall()
        if check != [("ok",)] or connection.execute("PRAGMA foreign_key_check").fetchall():
            return f"the file is damaged: {check}"
        given = connection.execute(
            "SELECT player, count(*), sum(correct), sum(min(ms, ?)) FROM answer"
            " WHERE undone IS NULL GROUP BY player",
            (round(counted_seconds(float("inf")) * 1000),),
        ).fetchall()
        for table in ("progress", "day"):
            counted = connection.execute(
                f"SELECT player, sum(asked), sum(correct), sum(ms) FROM {table}"
                " WHERE asked > 0 GROUP BY player"
            ).fetchall()
            if counted != given:
                return f"{table} says {counted}, the answers {given}"
    return ""

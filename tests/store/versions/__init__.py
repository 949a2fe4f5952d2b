"""Stores as each earlier version of the program left them, as SQL, and the one played history
that all of them hold.

    python -m tests.store.versions

prints the history in the present version's tables. Before a step is added to the schema, that is
kept as ``VERSION.sql`` in this directory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from azun_quiz.game.round import Round
from azun_quiz.store import schema
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.store.playing import DAY, NOON, answered, play

DIRECTORY = Path(__file__).resolve().parent


def played(store: Store) -> None:
    """A history with everything that can be stored: two players, all modes, undo, flags."""
    leyla, omar = (store.player(name, at=NOON).id for name in ("Leyla", "عمر"))
    number, game = play(store, leyla, [True, False, True])
    store.keep(number, game.finish(at=NOON + 9000), at=NOON + 9000)
    play(store, leyla, [False, True], at=NOON + DAY, mode="timed", seed=7)
    exam = Round.start(make_plan("exam", 2, level="hard"))
    number = store.begin(omar, exam, at=NOON)
    exam = answered(exam, True).visit(1)
    store.keep(number, exam, at=NOON)
    exam = answered(exam, False).finish(at=NOON + 5000)
    store.keep(number, exam, at=NOON + 5000)
    number, game = play(store, omar, [False], at=NOON + 2 * DAY)
    store.keep(number, game.undo(at=NOON + 2 * DAY + 1), at=NOON + 2 * DAY + 1)
    store.mark_known(leyla, "t/f1", at=NOON + 3 * DAY)
    for item, note in (("t/f0", "which year?"), ("t/f1", "أيّ سنة؟")):
        flag = store.flag(
            leyla, item, seed=3, level="easy", lang="ar", digest="d", reason="unclear",
            note=note, at=NOON,
        )  # fmt: skip
    store.close_flag(flag, at=NOON + 1)


def answers_of(store: Store) -> object:
    """All that can be asked of a store about its players."""
    return [
        (
            player,
            store.items(player.id),
            store.missed(player.id, mended=True),
            store.due(player.id, NOON + 400 * DAY),
            store.days(player.id),
            store.rounds(player.id),
            [(each.id, each.round, each.touched) for each in store.open_rounds(player.id)],
            [store.answers_of(number) for number in range(1, 9)],
            [store.answers_of(number, undone=True) for number in range(1, 9)],
            store.flags(player.id, closed=True),
        )
        for player in store.players()
    ]


def dump(connection: sqlite3.Connection) -> Iterator[str]:
    """The whole file as SQL, with the two numbers that the SQL of tables leaves out."""
    yield f"PRAGMA application_id = {schema.APPLICATION_ID};"
    yield f"PRAGMA user_version = {connection.execute('PRAGMA user_version').fetchone()[0]};"
    yield from connection.iterdump()


def fixture(version: int, path: Path) -> None:
    """Write the store of an earlier version to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((DIRECTORY / f"{version}.sql").read_text(encoding="utf-8"))


def present() -> str:
    """The history in the tables of the present version."""
    with Store.in_memory() as store, store._database.reading() as connection:
        played(store)
        return "\n".join(dump(connection)) + "\n"

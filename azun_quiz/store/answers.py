"""Answers, and what follows from them: both change in the transaction of the caller."""

from __future__ import annotations

import sqlite3

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.memory import rating
from azun_quiz.game.plan import Plan
from azun_quiz.game.records import ItemRecord, counted_seconds
from azun_quiz.moments import Milliseconds
from azun_quiz.store.rows import (
    ITEMS,
    SAVE_ATTEMPT,
    SAVE_ITEM,
    attempt,
    attempt_row,
    item_record,
    item_row,
    milliseconds,
)

_HISTORY = (
    "SELECT a.rating, r.level, r.lang,"
    " a.place, a.item, a.seed, a.chosen, a.correct, a.ms, a.hints, a.at"
    " FROM answer AS a JOIN round AS r ON r.id = a.round"
    " WHERE a.player = ? AND a.item = ? AND a.undone IS NULL ORDER BY a.id"
)
_LIVE = (
    "SELECT id, day, place, item, seed, chosen, correct, ms, hints, at FROM answer"
    " WHERE round = ? AND undone IS NULL"
)


def progress(connection: sqlite3.Connection, player: int, item: str) -> ItemRecord:
    """A player's record of an item; an empty one if there is none yet."""
    row = connection.execute(f"{ITEMS} WHERE player = ? AND item = ?", (player, item)).fetchone()
    return ItemRecord(item) if row is None else item_record(row)


def save_progress(connection: sqlite3.Connection, player: int, record: ItemRecord) -> None:
    """Store a player's record of an item."""
    connection.execute(SAVE_ITEM, (*item_row(record), player))


def live(connection: sqlite3.Connection, round_id: int) -> dict[int, tuple[int, Attempt, int]]:
    """The answers of a round that were not taken back, by place: row id, attempt and day."""
    rows = connection.execute(_LIVE, (round_id,))
    return {row[2]: (row[0], attempt(row[2:]), row[1]) for row in rows}


def add(
    connection: sqlite3.Connection,
    *,
    player: int,
    round_id: int,
    plan: Plan,
    given: Attempt,
    day: int,
) -> None:
    """Store an answer and what follows from it."""
    rated = rating(given, limit=plan.limit)
    connection.execute(SAVE_ATTEMPT, (*attempt_row(given), round_id, player, day, rated))
    record = progress(connection, player, given.item)
    after = record.after(given, rated, level=plan.level, lang=plan.lang)
    save_progress(connection, player, after)
    _count(connection, player, day, given, 1)


def take_back(
    connection: sqlite3.Connection,
    *,
    player: int,
    row: int,
    given: Attempt,
    day: int,
    at: Milliseconds,
) -> None:
    """Mark an answer as taken back at ``at`` and compute anew what followed from it."""
    connection.execute("UPDATE answer SET undone = ? WHERE id = ?", (at, row))
    _count(connection, player, day, given, -1)
    before = progress(connection, player, given.item)
    record = ItemRecord(given.item, known_at=before.known_at)
    for rated, level, lang, *columns in connection.execute(_HISTORY, (player, given.item)):
        record = record.after(attempt(tuple(columns)), rated, level=level, lang=lang)
    if record.asked or record.known_at is not None:
        save_progress(connection, player, record)
    else:
        connection.execute(
            "DELETE FROM progress WHERE player = ? AND item = ?", (player, given.item)
        )


def _count(connection: sqlite3.Connection, player: int, day: int, given: Attempt, by: int) -> None:
    ms = milliseconds(counted_seconds(given.seconds))
    connection.execute(
        "INSERT INTO day (player, day, asked, correct, ms) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT DO UPDATE SET asked = asked + ?3, correct = correct + ?4, ms = ms + ?5",
        (player, day, by, by * given.right, by * ms),
    )
    if by < 0:
        connection.execute("DELETE FROM day WHERE player = ? AND asked = 0", (player,))

"""Rows of the tables as records of the game, and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.memory import Memory
from azun_quiz.game.records import DayRecord, ItemRecord, Miss, RoundRecord

ITEMS = (
    "SELECT item, asked, correct, ms, last, last_correct,"
    " missed_at, missed_seed, missed_level, missed_lang, missed_chosen, known_at,"
    " state, step, stability, difficulty, due, reviewed FROM progress"
)
SAVE_ITEM = (
    "INSERT OR REPLACE INTO progress (item, asked, correct, ms, last, last_correct,"
    " missed_at, missed_seed, missed_level, missed_lang, missed_chosen, known_at,"
    " state, step, stability, difficulty, due, reviewed, player)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

ATTEMPTS = "SELECT place, item, seed, chosen, correct, ms, hints, at FROM answer"
SAVE_ATTEMPT = (
    "INSERT INTO answer (place, item, seed, chosen, correct, ms, hints, at,"
    " round, player, day, rating) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

ROUNDS = (
    "SELECT id, mode, level, lang, topics, seed, digest, origin, day, count, answered, correct,"
    " score, started, ended FROM round"
)

Row = tuple[Any, ...]


def item_record(row: Row) -> ItemRecord:
    """The record in a row of ITEMS."""
    item, asked, correct, ms, last, last_correct, *rest = row
    missed_at, seed, level, lang, chosen, known_at, state, step, stability, *more = rest
    difficulty, due, reviewed = more
    return ItemRecord(
        item=item,
        asked=asked,
        right=correct,
        seconds=ms / 1000,
        last=last,
        last_right=bool(last_correct),
        miss=None if missed_at is None else Miss(seed, level, lang, chosen, missed_at),
        known_at=known_at,
        memory=None
        if state is None
        else Memory(state, step, stability, difficulty, due=due, last=reviewed),
    )


def item_row(record: ItemRecord) -> Row:
    """The record as SAVE_ITEM takes it, without the player."""
    miss, memory = record.miss, record.memory
    missed = (
        (None,) * 5 if miss is None else (miss.at, miss.seed, miss.level, miss.lang, miss.chosen)
    )
    remembered = (
        (None,) * 6
        if memory is None
        else (
            memory.state,
            memory.step,
            memory.stability,
            memory.difficulty,
            memory.due,
            memory.last,
        )
    )
    return (
        record.item,
        record.asked,
        record.right,
        milliseconds(record.seconds),
        record.last,
        int(record.last_right),
        *missed,
        record.known_at,
        *remembered,
    )


def attempt(row: Row) -> Attempt:
    """The attempt in a row of ATTEMPTS."""
    place, item, seed, chosen, correct, ms, hints, at = row
    return Attempt(place, item, seed, chosen, bool(correct), ms / 1000, hints, at)


def attempt_row(attempt: Attempt) -> Row:
    """The attempt as SAVE_ATTEMPT takes it, up to the round."""
    return (
        attempt.place,
        attempt.item,
        attempt.seed,
        attempt.chosen,
        int(attempt.right),
        milliseconds(attempt.seconds),
        attempt.hints,
        attempt.at,
    )


def round_record(row: Row) -> RoundRecord:
    """The record in a row of ROUNDS."""
    id_, mode, level, lang, topics, seed, digest, origin, day, *counts = row
    return RoundRecord(
        id_,
        mode,
        level,
        lang,
        tuple(json.loads(topics)),
        seed,
        digest,
        origin,
        None if day is None else date.fromordinal(day),
        *counts,
    )


def day_record(row: Row) -> DayRecord:
    """The record in a row of day, asked, correct, ms."""
    day, asked, correct, ms = row
    return DayRecord(date.fromordinal(day), asked, correct, ms / 1000)


def milliseconds(seconds: float) -> int:
    """Seconds as whole milliseconds."""
    return round(seconds * 1000)

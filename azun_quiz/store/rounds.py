"""Rounds: kept while they are played, resumed, and remembered by their results."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.records import RoundRecord
from azun_quiz.game.round import Round
from azun_quiz.game.round_json import SavedRoundError, dump, load
from azun_quiz.moments import Milliseconds
from azun_quiz.store import answers
from azun_quiz.store.database import Database
from azun_quiz.store.errors import RoundMovedError
from azun_quiz.store.part import Part
from azun_quiz.store.rows import ATTEMPTS, ROUNDS, attempt, round_record

# A round that is touched comes before all others, also after the clock was set back.
_BEGIN = (
    "INSERT INTO round (player, mode, level, lang, topics, seed, digest, origin, day, count,"
    " started, touched, state)"
    " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
    " max(?11, coalesce(max(touched), 0) + 1), ?12 FROM round WHERE player = ?1 AND ended IS NULL"
)
_KEEP = (
    "UPDATE round SET touched = max(?1, (SELECT coalesce(max(touched), 0) + 1 FROM round"
    " WHERE player = ?2 AND ended IS NULL AND id != ?3)),"
    " revision = revision + 1, state = ?4, ended = ?5, score = ?6, correct = ?7, answered = ?8"
    " WHERE id = ?3"
)


class OpenRound(NamedTuple):
    """A round that waits to be played on; ``touched`` is when it was stored last."""

    id: int
    round: Round
    touched: Milliseconds


class Rounds(Part):
    """The rounds of all players.

    The store remembers how far each round had come when this process last saw it. If another one
    has gone on with it meanwhile, a change raises RoundMovedError and nothing is stored.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._revisions: dict[int, int] = {}
        self._owners: dict[int, int] = {}

    def begin(self, player: int, round_: Round, *, at: Milliseconds) -> int:
        """Store a new round; returns its id."""
        plan = round_.plan
        with self._database.writing() as connection:
            cursor = connection.execute(
                _BEGIN,
                (
                    player,
                    plan.mode,
                    plan.level,
                    plan.lang,
                    json.dumps(plan.topics, ensure_ascii=False),
                    plan.seed,
                    plan.digest,
                    plan.origin,
                    plan.day,
                    len(plan.questions),
                    at,
                    dump(round_),
                ),
            )
            assert cursor.lastrowid is not None
        self._revisions[cursor.lastrowid], self._owners[cursor.lastrowid] = 0, player
        return cursor.lastrowid

    def keep(self, id_: int, round_: Round, *, at: Milliseconds) -> None:
        """Store a round as it stands after a move, with the answers that are new.

        Answers that the round no longer holds are marked as taken back. The answers of an exam
        are entered when it is handed in; until then they are part of the stored round. When this
        returns, all of it is on the disk; when it raises, nothing of it is.
        """
        with self._database.writing() as connection:
            self._enter(connection, id_, round_, at)
        self._revisions[id_] += 1

    def _enter(
        self, connection: sqlite3.Connection, id_: int, round_: Round, at: Milliseconds
    ) -> None:
        """Write a round and its answers."""
        row = connection.execute(
            # Seed and player tell apart rounds of one number, as they come after a removed player
            # or are left behind by a restored backup.
            "SELECT player FROM round WHERE id = ? AND revision = ? AND seed = ? AND player = ?"
            " AND ended IS NULL",
            (id_, self._revisions.get(id_, -1), round_.plan.seed, self._owners.get(id_, -1)),
        ).fetchone()
        if row is None:
            raise RoundMovedError
        player: int = row[0]
        self._bring_answers(connection, player, id_, round_, at)
        score = round_.score
        connection.execute(
            _KEEP,
            (
                at,
                player,
                id_,
                None if round_.finished else dump(round_),
                round_.ended,
                score.total if round_.finished else None,
                score.right,
                score.answered,
            ),
        )

    def _bring_answers(
        self, connection: sqlite3.Connection, player: int, id_: int, round_: Round, at: Milliseconds
    ) -> None:
        """Enter the answers that are new, and mark those as taken back that are gone."""
        given = {
            each.place: each
            for each in round_.answers
            if each is not None and (round_.finished or round_.plan.mode != "exam")
        }
        stored = answers.live(connection, id_)
        for place, (number, old, day) in stored.items():
            if given.get(place) != old:
                answers.take_back(connection, player=player, row=number, given=old, day=day, at=at)
        for place in sorted(given):
            if place not in stored or stored[place][1] != given[place]:
                answers.add(
                    connection,
                    player=player,
                    round_id=id_,
                    plan=round_.plan,
                    given=given[place],
                    day=self._day(given[place].at),
                )

    def open_rounds(self, player: int) -> tuple[OpenRound, ...]:
        """The unfinished rounds of a player, the last played first.

        They may be played on from here. A round that cannot be read is left out.
        """
        found = []
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, state, touched, revision FROM round"
                " WHERE player = ? AND ended IS NULL ORDER BY touched DESC, id DESC",
                (player,),
            ).fetchall()
        for id_, state, touched, revision in rows:
            try:
                found.append(OpenRound(id_, load(state), touched))
            except SavedRoundError:
                continue
            self._revisions[id_], self._owners[id_] = revision, player
        return tuple(found)

    def discard(self, id_: int, *, at: Milliseconds) -> None:
        """Give up a round: it has no result, but its answers stay."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE round SET ended = ?, state = NULL, touched = ?, revision = revision + 1"
                " WHERE id = ? AND ended IS NULL",
                (at, at, id_),
            )

    def rounds(self, player: int, *, limit: int = 100) -> tuple[RoundRecord, ...]:
        """The finished rounds of a player, the last one first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{ROUNDS} WHERE player = ? AND score IS NOT NULL"
                " ORDER BY ended DESC, id DESC LIMIT ?",
                (player, limit),
            )
            return tuple(map(round_record, rows))

    def best(self, player: int, *, mode: str, level: str, count: int) -> RoundRecord | None:
        """The best finished round of a kind, the first of several equal ones."""
        kind = (player, mode, level, count)
        alike = f"{ROUNDS} WHERE player = ? AND mode = ? AND level = ? AND count = ?"
        with self._database.reading() as connection:
            row = connection.execute(
                f"{alike} AND score IS NOT NULL ORDER BY score DESC LIMIT 1", kind
            ).fetchone()
            if row is None:
                return None
            score = round_record(row).score
            row = connection.execute(
                f"{alike} AND score = ? ORDER BY id LIMIT 1", (*kind, score)
            ).fetchone()
        return round_record(row)

    def daily(self, player: int, day: int) -> RoundRecord | None:
        """The first finished daily round of a day (``datetime.date.toordinal``), or None."""
        with self._database.reading() as connection:
            row = connection.execute(
                f"{ROUNDS} WHERE player = ? AND day = ? AND score IS NOT NULL ORDER BY id LIMIT 1",
                (player, day),
            ).fetchone()
        return None if row is None else round_record(row)

    def answers_of(self, id_: int, *, undone: bool = False) -> tuple[Attempt, ...]:
        """The answers of a round in the order of its questions, or those taken back."""
        wish = "IS NOT NULL" if undone else "IS NULL"
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{ATTEMPTS} WHERE round = ? AND undone {wish} ORDER BY place, id",
                (id_,),
            )
            return tuple(map(attempt, rows))

"""A player's answers in the order in which they were given, and the pseudonym they go out under."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from azun_quiz.game.attempt import Attempt
from azun_quiz.store.part import Part
from azun_quiz.store.rows import attempt

_BYTES = 10
"""The length of a pseudonym in random bytes: two alike are not to be expected on Earth."""

_ROUNDS = (
    "SELECT id, row_number() OVER (ORDER BY id), mode, level, lang, topics, seed, digest, origin,"
    " count, started FROM round WHERE player = ? ORDER BY id"
)
_ANSWERS = (
    "SELECT round, number, place, item, seed, chosen, correct, ms, hints, at FROM"
    " (SELECT *, row_number() OVER (ORDER BY id) AS number FROM answer WHERE player = ?)"
    " WHERE undone IS NULL ORDER BY number"
)


class PastAnswer(NamedTuple):
    """An answer, and which one of the player's answers it is, from 1.

    Answers that were taken back are counted too, so that an answer keeps its number for good.
    """

    number: int
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class PastRound:
    """A round, finished or not, with its answers; ``number`` is its place among the player's
    rounds, from 1, and ``day`` the day on which it was begun."""

    number: int
    mode: str
    level: str
    lang: str
    topics: tuple[str, ...]
    seed: int
    digest: str
    origin: str
    count: int
    day: date
    answers: tuple[PastAnswer, ...]


class History(Part):
    """What a player did, from the first answer on."""

    def history(self, player: int) -> tuple[PastRound, ...]:
        """The rounds of a player that have answers; answers taken back are left out.

        The answers of an exam appear when it was handed in.
        """
        answers: defaultdict[int, list[PastAnswer]] = defaultdict(list)
        with self._database.reading() as connection:
            for round_id, number, *row in connection.execute(_ANSWERS, (player,)):
                answers[round_id].append(PastAnswer(number, attempt(tuple(row))))
            rounds = connection.execute(_ROUNDS, (player,)).fetchall()
        return tuple(
            PastRound(
                number,
                mode,
                level,
                lang,
                tuple(json.loads(topics)),
                seed,
                digest,
                origin,
                count,
                date.fromordinal(self._day(started)),
                tuple(answers[id_]),
            )
            for (
                id_, number, mode, level, lang, topics, seed, digest, origin, count, started,
            ) in rounds
            if id_ in answers
        )  # fmt: skip

    def pseudonym(self, player: int) -> str:
        """The player's pseudonym: random letters and digits, drawn once and then kept.

        Nothing about the player goes into it, so nothing can be found out from it.
        """
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO pseudonym (player, word) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (player, secrets.token_hex(_BYTES)),
            )
            row = connection.execute(
                "SELECT word FROM pseudonym WHERE player = ?", (player,)
            ).fetchone()
        word: str = row[0]
        return word

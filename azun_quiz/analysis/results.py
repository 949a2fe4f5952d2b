"""A player's answers as they are handed on, and the file that holds them.

A file is a JSON object::

    {"format": "azun-quiz-results", "version": 1,
     "player": {"id": "9f2c64b01d7ae83350f6", "name": "Leyla"},
     "rounds": [
      {"number": 1, "day": "2026-11-24", "mode": "practice", "level": "medium", "lang": "en",
       "origin": "code", "code": "7K3M-Q2XA", "count": 10,
       "digest": "5d41402abc4b2a76b9719d911017c592",
       "answers": [
        {"number": 1, "place": 0, "item": "resolution-date/unsc-853", "seed": 1203,
         "chosen": 2, "key": 1, "right": false, "ms": 4100, "hints": 0,
         "options": "0f6a3b9c21de"}]}]}

What goes in is what an item analysis needs and no more. There is no name unless the player gives
one, no time of day, no machine and no setting; ``player.id`` is random (see
``store.history.History.pseudonym``) and the same in every file of that player from that machine,
so that files which overlap can be put together. ``number`` counts a player's rounds and answers
from 1; ``place`` is the question's index in its round. ``chosen`` and ``key`` are indexes of
options in the order shown, which ``item``, ``seed``, the level and the content ``digest`` decide
in every language alike; ``options`` is a mark of the texts of all options in the round's language
(`mark`), by which a reader with other content sees whether it has the same ones. ``chosen`` is
null when the time ran out; ``key`` is null and ``options`` missing when the content had changed
before the file was written. Fields may be added; readers pass over those
that they do not know.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

FORMAT = "azun-quiz-results"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a player; ``number`` is which one of that player's answers it is, from 1.

    ``chosen`` is None when the time ran out; ``key`` is None and ``options``, the `mark` of the
    options shown, is empty when they are no longer known.
    """

    number: int
    place: int
    item: str
    seed: int
    chosen: int | None
    key: int | None
    right: bool
    ms: int
    hints: int
    options: str = ""


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """A round with its answers; ``code`` is empty where it has none that others could type."""

    number: int
    day: date
    mode: str
    level: str
    lang: str
    origin: str
    code: str
    count: int
    digest: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """All that one file says: a pseudonym, a name or an empty one, and rounds."""

    player: str
    name: str
    rounds: tuple[PlayedRound, ...]

    @property
    def count(self) -> int:
        """How many answers there are."""
        return sum(len(each.answers) for each in self.rounds)


def mark(options: Sequence[str]) -> str:
    """What tells options and their order from others: 12 hexadecimal digits of BLAKE2b."""
    return blake2b("\x1f".join(options).encode(), digest_size=6).hexdigest()


def written(results: Results) -> Iterator[bytes]:
    """The file, piece by piece; an answer a line, so that a player can read what is handed on."""
    player = {"id": results.player, **({"name": results.name} if results.name else {})}
    head = {"format": FORMAT, "version": VERSION, "player": player}
    yield f'{_json(head)[:-1]},\n "rounds": ['.encode()
    for index, each in enumerate(results.rounds):
        yield f"{',' if index else ''}\n  {_round(each)}".encode()
    yield b"\n ]}\n"


def _round(each: PlayedRound) -> str:
    head = {
        "number": each.number,
        "day": each.day.isoformat(),
        "mode": each.mode,
        "level": each.level,
        "lang": each.lang,
        "origin": each.origin,
        **({"code": each.code} if each.code else {}),
        "count": each.count,
        "digest": each.digest,
    }
    answers = ",\n    ".join(_json(_answer(answer)) for answer in each.answers)
    return f'{_json(head)[:-1]},\n   "answers": [\n    {answers}]}}'


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "number": answer.number,
        "place": answer.place,
        "item": answer.item,
        "seed": answer.seed,
        "chosen": answer.chosen,
        "key": answer.key,
        "right": answer.right,
        "ms": answer.ms,
        "hints": answer.hints,
        **({"options": answer.options} if answer.options else {}),
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)

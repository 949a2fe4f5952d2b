"""Reading a file of results that nobody vouches for: whole and sound, or told where it is not."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from azun_quiz.analysis.node import ADVICE, Node, ResultsError
from azun_quiz.analysis.results import FORMAT, VERSION, Answer, PlayedRound, Results
from azun_quiz.game.plan import MAX_SEED
from azun_quiz.levels import LEVELS
from azun_quiz.names import MAX_NAME_LENGTH
from azun_quiz.text.catalog import N_

MAX_BYTES = 32_000_000
"""The greatest size of a file."""

MAX_ANSWERS = 100_000
"""The most answers in a file, and the most rounds."""

_MAX_COUNT = 10_000
_MAX_MS = 1_000_000_000
_MAX_HINTS = 100
_MAX_OPTIONS = 100
_MAX_ID, _MAX_WORD = 200, 100


class _TwiceError(ValueError):
    """A name stands twice in one object."""


class _NumberError(ValueError):
    """What JavaScript calls a number and JSON does not."""


def read(data: bytes, file: str) -> Results:
    """The results in a file's bytes; ``file`` is its name, fit to be shown.

    Raises:
        ResultsError: the bytes are no such file; the error names the place and says why.
    """
    root = Node(_parsed(data, file), file)
    if not root.has("format") or root.value["format"] != FORMAT:
        raise ResultsError(
            N_("{file} is no file of results."),
            N_("Such files are written by: azun-quiz results export"),
            file=file,
        )
    if root.member("version").whole(1, 1 << 31) > VERSION:
        raise ResultsError(
            N_("{file} was written by a newer version of this program."),
            N_("Update the program."),
            file=file,
        )
    player = root.member("player")
    name = player.member("name").text(MAX_NAME_LENGTH) if player.has("name") else ""
    left = MAX_ANSWERS
    rounds = []
    for node in root.member("rounds").entries(MAX_ANSWERS):
        rounds.append(_round(node, left))
        left -= len(rounds[-1].answers)
    return Results(player.member("id").text(_MAX_WORD), name, tuple(rounds))


def _round(node: Node, most: int) -> PlayedRound:
    return PlayedRound(
        number=node.member("number").whole(1, 1 << 53),
        day=node.member("day").day(),
        mode=node.member("mode").text(_MAX_WORD),
        level=node.member("level").one_of(LEVELS),
        lang=node.member("lang").text(_MAX_WORD),
        origin=node.member("origin").text(_MAX_WORD),
        code=node.member("code").text(_MAX_WORD) if node.has("code") else "",
        count=node.member("count").whole(1, _MAX_COUNT),
        digest=node.member("digest").text(_MAX_WORD),
        answers=tuple(_answer(each) for each in node.member("answers").entries(most)),
    )


def _answer(node: Node) -> Answer:
    chosen, key = _option(node, "chosen"), _option(node, "key")
    right = node.member("right").truth()
    if right and chosen is None:
        raise node.wrong(N_("{file}: {place} is right although nothing was chosen."))
    if key is not None and right != (chosen == key):
        raise node.wrong(N_("{file}: in {place}, “right” does not go with “chosen” and “key”."))
    return Answer(
        number=node.member("number").whole(1, 1 << 53),
        place=node.member("place").whole(0, _MAX_COUNT),
        item=node.member("item").text(_MAX_ID),
        seed=node.member("seed").whole(-MAX_SEED, MAX_SEED),
        chosen=chosen,
        key=key,
        right=right,
        ms=node.member("ms").whole(0, _MAX_MS),
        hints=node.member("hints").whole(0, _MAX_HINTS),
        options=node.member("options").text(_MAX_WORD) if node.has("options") else "",
    )


def _option(node: Node, name: str) -> int | None:
    return node.member(name).whole(0, _MAX_OPTIONS) if node.has(name) else None


def _parsed(data: bytes, file: str) -> Any:
    """The JSON in the bytes."""
    if len(data) > MAX_BYTES:
        most = MAX_BYTES // 1_000_000
        raise ResultsError(
            N_("{file} is larger than {most} megabytes."), ADVICE, file=file, most=most
        )
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        message = N_("{file} is no text in UTF-8 (byte {byte}).")
        raise ResultsError(message, ADVICE, file=file, byte=error.start + 1) from None
    except json.JSONDecodeError as error:
        message = N_("{file} is no JSON: see line {line}, column {column}.")
        place = {"line": error.lineno, "column": error.colno}
        raise ResultsError(message, ADVICE, file=file, **place) from None
    except _TwiceError:
        raise ResultsError(
            N_("{file}: an object says the same thing twice."), ADVICE, file=file
        ) from None
    except (ValueError, RecursionError):  # NaN, thousands of digits, or lists in lists without end
        message = N_("{file} holds a number or a nesting that no results have.")
        raise ResultsError(message, ADVICE, file=file) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found


def _no_constant(_: str) -> NoReturn:
    raise _NumberError

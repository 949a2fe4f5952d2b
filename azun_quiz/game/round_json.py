"""A round as JSON text, to be stored and taken up again."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.errors import WordedError
from azun_quiz.game.plan import Plan, Question
from azun_quiz.game.round import Round
from azun_quiz.text.catalog import N_

FORMAT = 1


class SavedRoundError(WordedError):
    """The text is no saved round, or one of a newer program."""

    code: ClassVar[str] = "saved-round"
    message: ClassVar[str] = N_("The saved round cannot be read.")


def dump(saved: Round) -> str:
    """The round as one line of JSON."""
    moving = _encoded({name: getattr(saved, name) for name in _NAMES[Round] if name != "plan"})
    return f'{{"format":{FORMAT},"plan":{_plan(saved.plan)},{moving[1:]}'


def load(text: str) -> Round:
    """The round that ``dump`` wrote.

    Raises:
        SavedRoundError: the text is anything else.
    """
    try:
        return _round(json.loads(text))
    except (
        ArithmeticError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as error:
        raise SavedRoundError from error


_NAMES = {
    kind: tuple(entry.name for entry in fields(kind)) for kind in (Attempt, Plan, Question, Round)
}


def _fields(part: Any) -> dict[str, Any]:
    """A dataclass as a mapping, one level deep (``asdict`` copies all levels, which is slow)."""
    return {name: getattr(part, name) for name in _NAMES[type(part)]}


_encoded = json.JSONEncoder(default=_fields, ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=4)
def _plan(plan: Plan) -> str:
    """The part of a round that stays the same from its first question to its last."""
    return _encoded(_fields(plan))


_MAX_NUMBER = 1 << 62
"""Larger numbers no table holds."""

_KINDS = {
    "int": (int,),
    "Milliseconds": (int,),
    "float": (int, float),
    "str": (str,),
    "bool": (bool,),
    "int | None": (int, type(None)),
    "float | None": (int, float, type(None)),
}
"""What a field may hold, by its declaration; other fields hold tuples."""

Made = TypeVar("Made", Attempt, Plan, Question)
Value = TypeVar("Value", int, float, str)


def _made(kind: type[Made], data: dict[str, Any]) -> Made:
    """A dataclass whose values are of the kinds that it declares.

    Raises:
        TypeError: a value is of another kind.
    """
    made = kind(**data)
    for entry in fields(kind):
        value = getattr(made, entry.name)
        if type(value) not in _KINDS.get(str(entry.type), (tuple,)):
            raise TypeError(entry.name)
        if isinstance(value, int | float):
            _checked(value, value)
    return made


def _checked(value: Value, given: object) -> Value:
    """The value as it was given.

    Raises:
        ValueError: it is not what was given, or larger than a table holds.
    """
    if value != given or (not isinstance(value, str) and not abs(value) < _MAX_NUMBER):
        raise ValueError(given)
    return value


def _round(data: dict[str, Any]) -> Round:
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    plan = dict(data["plan"])
    plan["topics"] = tuple(_checked(str(each), each) for each in plan["topics"])
    plan["questions"] = tuple(_made(Question, each) for each in plan["questions"])
    answers = tuple(None if each is None else _made(Attempt, each) for each in data["answers"])
    loaded = Round(
        plan=_made(Plan, plan),
        answers=answers,
        skipped=tuple(bool(each) for each in data["skipped"]),
        hidden=tuple(
            tuple(_checked(int(index), index) for index in each) for each in data["hidden"]
        ),
        spent=tuple(_checked(float(each), each) for each in data["spent"]),
        place=_checked(int(data["place"]), data["place"]),
        undone=tuple(_made(Attempt, each) for each in data["undone"]),
        ended=None if data["ended"] is None else _checked(int(data["ended"]), data["ended"]),
    )
    count = len(loaded.plan.questions)
    lengths = {len(loaded.answers), len(loaded.skipped), len(loaded.hidden), len(loaded.spent)}
    if lengths != {count} or not 0 <= loaded.place <= count:
        raise ValueError(lengths)
    return loaded

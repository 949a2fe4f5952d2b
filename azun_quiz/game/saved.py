"""A round as JSON text, to be stored and taken up again."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any, ClassVar

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.errors import PlainError
from azun_quiz.game.plan import Plan, Question
from azun_quiz.game.round import Round
from azun_quiz.text.catalog import N_

FORMAT = 1


class SavedRoundError(PlainError):
    """The text is no saved round, or one of a newer program."""

    code: ClassVar[str] = "saved-round"
    message: ClassVar[str] = N_("The saved round cannot be read.")


def dump(saved: Round) -> str:
    """The round as one line of JSON."""
    moving = _encoded({name: getattr(saved, name) for name in _NAMES[Round] if name != "plan"})
    return f'{{"format":{FORMAT},"plan":{_plan(saved.plan)},{moving[1:]}'


def load(text: str) -> Round:
    """The round that ``dump`` wrote; SavedRoundError if the text is anything else."""
    try:
        return _round(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
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


def _round(data: dict[str, Any]) -> Round:
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    plan = dict(data["plan"])
    plan["topics"] = tuple(plan["topics"])
    plan["questions"] = tuple(Question(**each) for each in plan["questions"])
    answers = tuple(None if each is None else Attempt(**each) for each in data["answers"])
    loaded = Round(
        plan=Plan(**plan),
        answers=answers,
        skipped=tuple(bool(each) for each in data["skipped"]),
        hidden=tuple(tuple(int(index) for index in each) for each in data["hidden"]),
        spent=tuple(float(each) for each in data["spent"]),
        place=int(data["place"]),
        undone=tuple(Attempt(**each) for each in data["undone"]),
        ended=None if data["ended"] is None else int(data["ended"]),
    )
    count = len(loaded.plan.questions)
    lengths = {len(loaded.answers), len(loaded.skipped), len(loaded.hidden), len(loaded.spent)}
    if lengths != {count} or not 0 <= loaded.place <= count:
        raise ValueError(lengths)
    return loaded

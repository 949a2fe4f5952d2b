"""A round as JSON text, to be stored and taken up again."""

from __future__ import annotations

import json
from dataclasses import fields
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
    content = {"format": FORMAT, **_fields(saved)}
    return json.dumps(content, default=_fields, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Round:
    """The round that ``dump`` wrote; SavedRoundError if the text is anything else."""
    try:
        return _round(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise SavedRoundError from error


def _fields(part: Any) -> dict[str, Any]:
    """A dataclass as a mapping, one level deep (``asdict`` copies all levels, which is slow)."""
    return {entry.name: getattr(part, entry.name) for entry in fields(part)}


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

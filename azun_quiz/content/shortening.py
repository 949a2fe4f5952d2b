"""Ids as a teacher writes them: in the files of a pack without the pack's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from azun_quiz.content.packs import Pack
from azun_quiz.content.problems import Problem
from azun_quiz.text.phrase import Names, Phrase


def shortened(problems: Iterable[Problem], packs: Sequence[Pack]) -> tuple[Problem, ...]:
    """The problems, with the ids of the pack in whose files each stands as they are written there.

    Of packs inside each other, a file belongs to the innermost.
    """
    named = sorted(packs, key=lambda pack: -len(pack.directory.parts))
    marks = {pack.name: _mark(pack.name) for pack in named if pack.name}
    return tuple(_shortened(problem, named, marks) for problem in problems)


def _mark(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w:-]){re.escape(name)}:(?=[a-z0-9])")


def _shortened(
    problem: Problem, packs: Sequence[Pack], marks: dict[str, re.Pattern[str]]
) -> Problem:
    path = problem.place.path
    pack = next((pack for pack in packs if path.is_relative_to(pack.directory)), None)
    if pack is None or pack.name not in marks:
        return problem
    mark = marks[pack.name]
    return replace(problem, details={k: _short(v, mark) for k, v in problem.details.items()})


def _short(value: object, mark: re.Pattern[str]) -> object:
    if isinstance(value, str):
        return mark.sub("", value)
    if isinstance(value, Names):
        return Names(tuple(mark.sub("", name) for name in value.names))
    if isinstance(value, Phrase):
        return Phrase(value.message, {k: _short(v, mark) for k, v in value.values.items()})
    return value

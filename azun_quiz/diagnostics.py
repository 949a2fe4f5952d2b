"""Problems of facts and templates, as text for people, as JSON, or as GitHub annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from azun_quiz.content.lines import lines_of
from azun_quiz.content.problems import Problem, severity_name
from azun_quiz.text.catalog import Messages, messages
from azun_quiz.text.safe import printable

_ENGLISH = messages("en")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MOST_CHARACTERS = 100


def as_text(problems: Sequence[Problem], base: Path, t: Messages = _ENGLISH) -> Iterator[str]:
    """Each problem with its line and a marker, and a last line that counts them."""
    for problem in problems:
        message, advice = problem.in_words(t)
        yield f"{severity_name(problem.severity, t)}[{problem.code}]: {message}"
        yield f"  --> {_where(problem, base)}"
        yield from _quoted(problem)
        yield f"  = {advice}"
        yield ""
    yield summary(problems, t)


def summary(problems: Sequence[Problem], t: Messages = _ENGLISH) -> str:
    """How many errors and warnings there are, in one line."""
    if not problems:
        return t("No problems found.")
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    return t(
        "{errors}, {warnings}.",
        errors=t.plural("{count} error", "{count} errors", errors),
        warnings=t.plural("{count} warning", "{count} warnings", warnings),
    )


def _where(problem: Problem, base: Path) -> str:
    place = problem.place
    path = printable(_shown_path(place.path, base))
    return f"{path}:{place.line}:{place.column}" if place.line else path


def _shown_path(path: Path, base: Path) -> str:
    try:
        return path.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        return str(path)


def _quoted(problem: Problem) -> Iterator[str]:
    """The line of the file with a marker; a line with right-to-left text is only quoted, since
    the column on the screen is not the column in the file."""
    line = _line(problem.place.path, problem.place.line)
    if not line.strip():
        return
    number = str(problem.place.line)
    margin = " " * len(number)
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in line):
        yield f"{margin} |"
        yield f"{number} | {_shortened(line.strip())}"
        return
    column = problem.place.column - 1
    start = max(0, column - _MOST_CHARACTERS // 2)
    before = printable(line[start:column])
    yield f"{margin} |"
    yield f"{number} | {before}{printable(line[column : start + _MOST_CHARACTERS])}"
    yield f"{margin} | {' ' * len(before)}^"


def _shortened(line: str) -> str:
    line = printable(line)
    return line if len(line) <= _MOST_CHARACTERS else line[: _MOST_CHARACTERS - 1] + "…"


@lru_cache(maxsize=64)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return ()
    return tuple(lines_of(text))


def _line(path: Path, number: int) -> str:
    lines = _lines(path)
    return lines[number - 1] if 0 < number <= len(lines) else ""


def as_json(problems: Iterable[Problem], base: Path, t: Messages = _ENGLISH) -> Iterator[str]:
    """One JSON array of objects with code, severity, path, line, column, message and advice."""
    worded = ((problem, *problem.in_words(t)) for problem in problems)
    text = json.dumps(
        [
            {
                "code": problem.code,
                "severity": problem.severity,
                "path": _shown_path(problem.place.path, base),
                "line": problem.place.line,
                "column": problem.place.column,
                "message": message,
                "advice": advice,
            }
            for problem, message, advice in worded
        ],
        ensure_ascii=False,
        indent=2,
    )
    yield "".join(
        char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text
    )


def as_github(problems: Iterable[Problem], base: Path, t: Messages = _ENGLISH) -> Iterator[str]:
    """One workflow command a problem, which GitHub shows beside the line."""
    for problem in problems:
        place = problem.place
        properties = {
            "file": printable(_shown_path(place.path, base)),
            "line": str(place.line or 1),
            "col": str(place.column or 1),
            "title": problem.code,
        }
        listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        message, advice = map(_escaped, problem.in_words(t))
        yield f"::{problem.severity} {listed}::{message} {advice}"


def _escaped(text: str) -> str:
    """Escape as GitHub's workflow commands ask for in messages."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[..., Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""From problems, the directory that paths are shown from, and the messages of a language (English
where nothing is said), to lines. Codes, severities and places are the same in every language."""

"""Problems of facts and templates, as text for people, as JSON, or as GitHub annotations."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from azun_quiz.content.problems import Problem

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MOST_CHARACTERS = 100
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""


def as_text(problems: Sequence[Problem], base: Path) -> Iterator[str]:
    """Each problem with its line and a marker, and a last line that counts them."""
    for problem in problems:
        yield f"{problem.severity}[{problem.code}]: {_printable(problem.message)}"
        yield f"  --> {_where(problem, base)}"
        yield from _quoted(problem)
        yield f"  = {_printable(problem.advice)}"
        yield ""
    yield summary(problems)


def summary(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in one line."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "No problems found."
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _where(problem: Problem, base: Path) -> str:
    place = problem.place
    path = _printable(_shown_path(place.path, base))
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
    before = _printable(line[start:column])
    yield f"{margin} |"
    yield f"{number} | {before}{_printable(line[column : start + _MOST_CHARACTERS])}"
    yield f"{margin} | {' ' * len(before)}^"


def _shortened(line: str) -> str:
    line = _printable(line)
    return line if len(line) <= _MOST_CHARACTERS else line[: _MOST_CHARACTERS - 1] + "…"


@lru_cache(maxsize=64)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return ()
    return tuple(_LINE_END.split(text))


def _line(path: Path, number: int) -> str:
    lines = _lines(path)
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _printable(text: str) -> str:
    """The text without characters that a terminal would obey."""
    return "".join(
        char if char.isprintable() else " " if char in "\t\n" else f"<U+{ord(char):04X}>"
        for char in text
    )


def as_json(problems: Iterable[Problem], base: Path) -> Iterator[str]:
    """One JSON array of objects with code, severity, path, line, column, message and advice."""
    text = json.dumps(
        [
            {
                "code": problem.code,
                "severity": problem.severity,
                "path": _shown_path(problem.place.path, base),
                "line": problem.place.line,
                "column": problem.place.column,
                "message": problem.message,
                "advice": problem.advice,
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )
    yield "".join(
        char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text
    )


def as_github(problems: Iterable[Problem], base: Path) -> Iterator[str]:
    """One workflow command a problem, which GitHub shows beside the line."""
    for problem in problems:
        place = problem.place
        properties = {
            "file": _printable(_shown_path(place.path, base)),
            "line": str(place.line or 1),
            "col": str(place.column or 1),
            "title": problem.code,
        }
        listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        message = _escaped(_printable(f"{problem.message} {problem.advice}"))
        yield f"::{problem.severity} {listed}::{message}"


def _escaped(text: str) -> str:
    """Escape as GitHub's workflow commands ask for in messages."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem], Path], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""From problems, and the directory that paths are shown from, to lines."""

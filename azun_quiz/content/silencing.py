"""Comments that silence warnings: ``# azun: ignore CODE``, several codes with commas between them.

At the end of a line a comment speaks of that line; on a line of its own, of what the next line
begins, with everything indented under it; above the first line of content, of the whole file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from azun_quiz.content.codes import CODES
from azun_quiz.content.lines import lines_of
from azun_quiz.content.problems import Place, Problem, Problems, alternatives

MARK = b"azun:"
"""What a file holds if there is anything in it to silence a warning."""

UNSILENCED = frozenset({"ignore-unknown", "ignore-error", "ignore-nothing"})
"""Codes that speak of the comments themselves."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*azun:[ \t]*ignore\b[ \t:]*(?P<codes>.*)$")
_CODE = re.compile(r"[^\s,]+")
_SHOWN_MOST = 60


@dataclass(frozen=True, slots=True)
class Silence:
    """A code that is silenced on the lines from ``first`` to ``last`` of a file (from 1); both
    are 0 for the whole file."""

    code: str
    place: Place
    first: int
    last: int

    def covers(self, problem: Problem) -> bool:
        """Whether the problem is one of those that the comment speaks of."""
        return problem.code == self.code and (
            not self.first or self.first <= problem.place.line <= self.last
        )


def silences(text: str, path: Path) -> Iterator[Silence]:
    """What the comments of a file silence; codes are not looked at."""
    lines = lines_of(text)
    begun = False
    for number, line in enumerate(lines, 1):
        found = _COMMENT.search(line)
        content = line.strip()
        if found is not None:
            alone = content.startswith("#")
            if not alone:
                first, last = number, number
            else:
                first, last = _block(lines, number) if begun else (0, 0)
            for code in _CODE.finditer(found["codes"]):
                column = found.start("codes") + code.start() + 1
                yield Silence(code[0], Place(path, number, column), first, last)
        begun = begun or bool(content and not content.startswith("#"))


def _block(lines: Sequence[str], above: int) -> tuple[int, int]:
    """The first and the last line of what begins below a line, by indentation."""
    first = last = 0
    depth = 0
    for number, line in enumerate(lines[above:], above + 1):
        content = line.lstrip(" ")
        if not content.strip() or (content.startswith("#") and not first):
            continue
        indent = len(line) - len(content)
        if not first:
            first, depth = number, indent
        elif indent <= depth and not (indent == depth and content.startswith("- ")):
            break
        last = number
    return first or above, last or above


def apply(problems: Iterable[Problem], files: Iterable[Path]) -> tuple[Problem, ...]:
    """The problems without those that comments in the files silence, and the problems of the
    comments themselves, by file and line."""
    by_file: dict[Path, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.place.path].append(problem)
    sound = all(problem.severity == "warning" for group in by_file.values() for problem in group)
    kept = Problems()
    for path in dict.fromkeys([*files, *by_file]):
        unsilenced = by_file.get(path, [])
        for silence in _in_file(path):
            if not _may_be_silenced(silence, kept):
                continue
            left = [problem for problem in unsilenced if not silence.covers(problem)]
            if len(left) == len(unsilenced) and sound:
                kept.add("ignore-nothing", silence.place, name=silence.code)
            unsilenced = left
        kept.extend(unsilenced)
    return kept.sorted()


def kept(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems without those that comments in their files silence."""
    files = {problem.place.path for problem in problems if problem.severity == "warning"}
    known = {path: [s for s in _in_file(path) if s.code in CODES] for path in files}
    return tuple(
        problem
        for problem in problems
        if problem.severity == "error"
        or not any(silence.covers(problem) for silence in known[problem.place.path])
    )


def _in_file(path: Path) -> list[Silence]:
    try:
        data = path.read_bytes()
    except OSError:
        return []
    if MARK not in data:
        return []
    return list(silences(data.decode("utf-8-sig", "replace"), path))


def _may_be_silenced(silence: Silence, problems: Problems) -> bool:
    """Whether the code that a comment names is a warning's; reports if not."""
    known = CODES.get(silence.code)
    warnings = [code for code in CODES if CODES[code].severity == "warning"]
    if known is None or silence.code in UNSILENCED:
        names = [code for code in warnings if code not in UNSILENCED]
        advice = alternatives(silence.code, names, "warnings")
        problems.add(
            "ignore-unknown", silence.place, name=silence.code[:_SHOWN_MOST], advice=advice
        )
    elif known.severity == "error":
        problems.add("ignore-error", silence.place, name=silence.code)
    else:
        return True
    return False

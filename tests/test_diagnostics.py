"""Problems as text, JSON and GitHub annotations; the golden file shows whole pages of text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from azun_quiz.content.problems import Place, Problem
from azun_quiz.diagnostics import as_github, as_json, as_text, summary


def problem(path: Path, line: int = 0, column: int = 0, word: str = "dat") -> Problem:
    details = {"type": word, "known": "date, text", "near": ""}
    return Problem("unknown-type", Place(path, line, column), details)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "x.yaml"
    path.parent.mkdir()
    path.write_text(
        "kind: x\nfields: {day: {type: dat}}\nname: {ar: اسم, en: name}\n"
        + "long: "
        + "a" * 300
        + "!\ntab:\t\x1b[31mred\n",
        encoding="utf-8",
    )
    return path


def text(*problems: Problem, base: Path) -> list[str]:
    return list(as_text(problems, base))


def test_the_line_with_a_marker(file: Path, tmp_path: Path) -> None:
    assert text(problem(file, 2, 22), base=tmp_path) == [
        "error[unknown-type]: There is no field type dat.",
        "  --> data/x.yaml:2:22",
        "  |",
        "2 | fields: {day: {type: dat}}",
        "  |                      ^",
        "  = The types are: date, text.",
        "",
        "1 error, 0 warnings.",
    ]


def test_a_line_from_right_to_left_is_quoted_without_a_marker(file: Path, tmp_path: Path) -> None:
    lines = text(problem(file, 3, 12), base=tmp_path)
    assert lines[2:5] == ["  |", "3 | name: {ar: اسم, en: name}", "  = The types are: date, text."]


def test_the_marker_of_a_long_line(file: Path, tmp_path: Path) -> None:
    shown, marker = text(problem(file, 4, 307), base=tmp_path)[3:5]
    assert len(shown) < 120
    assert shown[marker.index("^")] == "!"


def test_what_a_terminal_would_obey_is_spelt_out(file: Path, tmp_path: Path) -> None:
    shown, marker = text(problem(file, 5, 11), base=tmp_path)[3:5]
    assert shown == "5 | tab: <U+001B>[31mred"
    assert shown[marker.index("^") :] == "red"


def test_a_problem_of_the_file_as_a_whole(file: Path, tmp_path: Path) -> None:
    assert text(problem(file), base=tmp_path)[1:3] == [
        "  --> data/x.yaml",
        "  = The types are: date, text.",
    ]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert text(problem(tmp_path / "no.yaml", 3, 1), base=tmp_path)[1] == "  --> no.yaml:3:1"


def test_paths_outside_are_whole(file: Path, tmp_path: Path) -> None:
    assert text(problem(file, 2, 1), base=tmp_path / "else")[1] == f"  --> {file}:2:1"


HOSTILE = "\x1b]0;title\x07\x9b31m\u202e"


def test_hostile_names_and_words_are_spelt_out_in_every_format(tmp_path: Path) -> None:
    bad = problem(tmp_path / f"a{HOSTILE}.yaml", 1, 1, HOSTILE)
    (as_object,) = json.loads("".join(as_json([bad], tmp_path)))
    assert as_object["path"] == f"a{HOSTILE}.yaml"
    assert "<U+001B>]0;title<U+0007><U+009B>31m<U+202E>" in as_object["message"]
    for lines in (as_text([bad], tmp_path), as_json([bad], tmp_path), as_github([bad], tmp_path)):
        assert all(char.isprintable() or char == "\n" for line in lines for char in line)


def test_json(file: Path, tmp_path: Path) -> None:
    assert json.loads("".join(as_json([problem(file, 2, 22)], tmp_path))) == [
        {
            "code": "unknown-type",
            "severity": "error",
            "path": "data/x.yaml",
            "line": 2,
            "column": 22,
            "message": "There is no field type dat.",
            "advice": "The types are: date, text.",
        }
    ]
    assert json.loads("".join(as_json([], tmp_path))) == []


def test_github(file: Path, tmp_path: Path) -> None:
    odd = file.with_name("a,b:c.yaml")
    assert list(as_github([problem(file, 2, 22), problem(odd, word="50%\n")], tmp_path)) == [
        "::error file=data/x.yaml,line=2,col=22,title=unknown-type::"
        "There is no field type dat. The types are: date, text.",
        "::error file=data/a%2Cb%3Ac.yaml,line=1,col=1,title=unknown-type::"
        "There is no field type 50%25 . The types are: date, text.",
    ]


def test_the_last_line_counts(file: Path) -> None:
    warning = Problem("no-items", Place(file), {"template": "x", "advice": ""})
    assert summary([]) == "No problems found."
    assert summary([problem(file), problem(file), warning]) == "2 errors, 1 warning."

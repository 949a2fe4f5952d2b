"""``results``: as players and a teacher use it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment
from azun_quiz.library import Library

QUESTIONS = 6


class Said:
    """What a call of the program came to."""

    def __init__(self, code: int, out: bytes, err: str) -> None:
        self.code = code
        self.out = out.decode()
        self.err = err


Call = Callable[..., Said]


@pytest.fixture
def call(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls the program in a home of its own, with lines that are typed; the content is there."""
    monkeypatch.setattr(Environment, "library", lambda *_: library)

    def run(*arguments: str, home: str = "home", typed: str = "", lang: str = "en") -> Said:
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        err = io.StringIO()
        environ = {"AZUN_QUIZ_HOME": str(tmp_path / home), "AZUN_QUIZ_LANG": lang}
        environment = Environment(io.StringIO(typed), out, err, environ)
        code = main(arguments, environment)
        out.flush()
        return Said(code, out.buffer.getvalue(), err.getvalue())  # type: ignore[attr-defined]

    return run


@pytest.fixture
def played(call: Call) -> str:
    """A round that Leyla has played; its code."""
    done = call(
        "play", "--plain", "--seed", "5", "--questions", str(QUESTIONS), "--player", "Leyla",
        typed="1\n" * 3 * QUESTIONS,
    )  # fmt: skip
    return next(line.split(": ")[1] for line in done.out.splitlines() if "Code of" in line)


def exported(call: Call, *arguments: str, home: str = "home") -> dict[str, Any]:
    done = call("results", "export", *arguments, home=home)
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_an_export_names_nobody_and_holds_no_time_of_day(call: Call, played: str) -> None:
    done = call("results", "export")
    found = json.loads(done.out)
    assert list(found) == ["format", "version", "player", "rounds"]
    assert list(found["player"]) == ["id"]
    assert "Leyla" not in done.out
    (round_,) = found["rounds"]
    assert list(round_) == [
        "number", "day", "mode", "level", "lang", "origin", "code", "count", "digest", "answers",
    ]  # fmt: skip
    assert round_["code"] == played
    assert [each["number"] for each in round_["answers"]] == list(range(1, QUESTIONS + 1))
    assert {frozenset(each) for each in round_["answers"]} == {
        frozenset(
            ["number", "place", "item", "seed", "chosen", "key", "right", "ms", "hints", "options"]
        )
    }
    assert all(each["right"] == (each["chosen"] == each["key"]) for each in round_["answers"])
    assert "6 answers written." in done.err
    assert "The file names nobody" in done.err


def test_the_pseudonym_stays_and_a_name_is_shown_when_given(call: Call, played: str) -> None:
    first, second = exported(call), exported(call, "--name", " Leyla  A. ")
    assert first["player"]["id"] == second["player"]["id"]
    assert second["player"]["name"] == "Leyla A."
    call("play", "--plain", "--code", played, "--player", "Anar", typed="2\n" * 20)
    other = exported(call, "--player", "anar")
    assert other["player"]["id"] != first["player"]["id"]


def test_a_code_limits_what_is_handed_on(call: Call, played: str) -> None:
    call("play", "--plain", "--seed", "9", "--questions", "2", "--player", "Leyla", typed="1\n1\n")
    assert len(exported(call)["rounds"]) == 2
    (round_,) = exported(call, "--code", played.lower().replace("-", " "))["rounds"]
    assert round_["code"] == played


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--player", "Nobody"), "There is no player Nobody."),
        (("--code", "22"), "A code cannot have 2 characters."),
        (("--name", " "), "name"),
        (("-o", "no/such/file.json"), "cannot be written"),
    ],
)
def test_what_cannot_be_exported_is_told(
    call: Call, played: str, arguments: tuple[str, ...], words: str
) -> None:
    done = call("results", "export", *arguments)
    assert done.code == 1
    assert words in done.err
    assert done.out == ""


def test_without_answers_or_with_several_players_it_is_told(call: Call, played: str) -> None:
    assert "There are no answers to export." in call("results", "export", home="new").err
    call("play", "--plain", "--code", played, "--player", "Anar", typed="q\n")
    several = call("results", "export")
    assert several.code == 1
    assert "Several people play here." in several.err
    assert "Leyla, Anar" in several.err
    assert "no answers" in call("results", "export", "--player", "Anar").err


def a_class(call: Call, code: str, directory: Path) -> list[Path]:
    """Twelve pupils at their own machines who play the round, each with one answer for all."""
    directory.mkdir()
    files = []
    for number in range(12):
        home, path = f"pupil-{number}", directory / f"{number}.json"
        call(
            "play", "--plain", "--code", code, "--player", "Pupil",
            home=home, typed=f"{number % 3 + 1}\n" * 3 * QUESTIONS,
        )  # fmt: skip
        assert call("results", "export", "-o", str(path), home=home).code == 0
        files.append(path)
    return files


def test_a_class_is_analysed_in_every_format(call: Call, played: str, tmp_path: Path) -> None:
    files = a_class(call, played, tmp_path / "files")
    directory = str(files[0].parent)
    text = call("results", "analyse", directory)
    assert text.code == 0
    assert text.out.startswith("Item analysis: 12 players, 6 questions and 72 answers")
    found = json.loads(call("results", "analyse", directory, "--format", "json").out)
    assert (found["answers"], len(found["items"]), len(found["players"])) == (72, 6, 12)
    for item in found["items"]:
        assert sum(option["chosen"] for option in item["options"]) == 12
        assert sum(option["chosen"] for option in item["options"] if option["key"]) == item["right"]
    table = call("results", "analyse", directory, "--format", "csv").out
    assert len(list(csv.reader(io.StringIO(table)))) == 7 + sum(
        len(item["options"]) for item in found["items"]
    )
    report = tmp_path / "report.html"
    assert call("results", "analyse", directory, "-o", str(report), lang="ar").code == 0
    assert '<html lang="ar" dir="rtl">' in report.read_text(encoding="utf-8")
    again = [*map(str, files), str(files[0].parent), str(files[3])]
    assert json.loads(call("results", "analyse", *again, "--format", "json").out) == found
    copy = tmp_path / "copy.json"
    copy.write_bytes(files[0].read_bytes())
    doubled = call("results", "analyse", directory, str(copy), "--format", "json").out
    assert json.loads(doubled)["left_out"]["twice"] == QUESTIONS
    assert json.loads(doubled)["answers"] == 72


def test_one_round_can_be_looked_at(call: Call, played: str, tmp_path: Path) -> None:
    call("play", "--plain", "--seed", "9", "--questions", "2", "--player", "Leyla", typed="1\n1\n")
    path = str(tmp_path / "l.json")
    call("results", "export", "-o", path)
    whole = json.loads(call("results", "analyse", path, "--format", "json").out)
    part = json.loads(call("results", "analyse", path, "--format", "json", "--code", played).out)
    assert (whole["answers"], part["answers"], part["code"]) == (8, 6, played)
    call("play", "--plain", "--code", played, "--player", "Leyla", typed="2\n" * 20)
    call("results", "export", "-o", path)
    first, last = (
        json.loads(call("results", "analyse", path, "--format", "json", "--attempts", which).out)
        for which in ("first", "last")
    )
    assert first["left_out"]["repeated"] == last["left_out"]["repeated"] == QUESTIONS
    assert first["items"] != last["items"]


def test_all_files_that_cannot_be_used_are_told(call: Call, played: str, tmp_path: Path) -> None:
    sound = tmp_path / "sound.json"
    call("results", "export", "-o", str(sound))
    broken, newer = tmp_path / "bro\x1bken.json", tmp_path / "newer.json"
    broken.write_text("{", encoding="utf-8")
    newer.write_text('{"format": "azun-quiz-results", "version": 9}', encoding="utf-8")
    gone = tmp_path / "gone.json"
    done = call("results", "analyse", *map(str, (sound, broken, newer, gone)))
    assert (done.code, done.out) == (1, "")
    for words in ("is no JSON: see line 1", "newer version", "gone.json cannot be read", "Ask for"):
        assert words in done.err
    assert "\x1b" not in done.err
    assert "Traceback" not in done.err


def test_hostile_names_and_other_content(call: Call, played: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    call("results", "export", "-o", str(path))
    found = json.loads(path.read_text(encoding="utf-8"))
    found["player"]["name"] = "=cmd|' /C calc'!A0 <img src=x> {name}"
    found["rounds"][0]["answers"][0]["item"] = "no-such/item"
    path.write_text(json.dumps(found), encoding="utf-8")
    text = call("results", "analyse", str(path))
    assert text.code == 0
    assert "1 answer is left out because its question is not in this content." in text.out
    page = call("results", "analyse", str(path), "--format", "html").out
    assert "<img" not in page
    found["rounds"][0]["digest"] = "other"
    path.write_text(json.dumps(found), encoding="utf-8")
    assert "other options" not in call("results", "analyse", str(path)).out
    found["rounds"][0]["answers"][1]["options"] = "000000000000"
    path.write_text(json.dumps(found), encoding="utf-8")
    told = call("results", "analyse", str(path)).out
    assert "1 answer was given to other options: it counts, but not the option chosen." in told
    for answer in found["rounds"][0]["answers"]:
        answer["item"] = "no-such/item"
    path.write_text(json.dumps(found), encoding="utf-8")
    none = call("results", "analyse", str(path))
    assert none.code == 1
    assert "answers to questions of this content" in none.err


def test_nothing_to_analyse(call: Call, played: str, tmp_path: Path) -> None:
    assert "There is no file of results in" in call("results", "analyse", str(tmp_path)).err
    path = str(tmp_path / "x.json")
    call("results", "export", "-o", path)
    done = call("play", "--plain", "--seed", "9", "--questions", "2", typed="1\n1\n")
    other = next(line.split(": ")[1] for line in done.out.splitlines() if "Code of" in line)
    assert (
        f"answers from the round {other}" in call("results", "analyse", path, "--code", other).err
    )


@pytest.mark.parametrize(
    "arguments", [(), ("analyse",), ("fly",), ("analyse", "x", "--format", "pdf")]
)
def test_wrong_usage_is_2(call: Call, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        call("results", *arguments)
    assert caught.value.code == 2

"""The command line as a user and other programs meet it, through real processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from azun_quiz import __version__
from azun_quiz.cli import COMMANDS, _parser, main
from azun_quiz.commands.support.environment import Environment
from tests.homes import used_before

README = Path(__file__).resolve().parent.parent / "README.md"


def run(
    *arguments: str, home: Path, typed: str = "", **environ: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "azun_quiz", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={
            "PATH": os.environ["PATH"],
            "AZUN_QUIZ_HOME": str(home),
            "PYTHONPATH": str(README.parent),
            "LANG": "C.UTF-8",
            **environ,
        },
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return used_before(tmp_path)


def test_where_names_a_directory_a_line(tmp_path: Path) -> None:
    done = run("where", home=tmp_path)
    assert done.returncode == 0
    places = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert places["store"] == str(tmp_path / "data" / "learner.db")
    assert (Path(places["built-in"]) / "data" / "resolution.yaml").is_file()
    assert done.stderr == ""


def test_the_version(tmp_path: Path) -> None:
    assert run("--version", home=tmp_path).stdout.strip().endswith(__version__)


@pytest.mark.parametrize(
    "arguments",
    [("fly",), ("export", "paper"), ("play", "--questions", "0"), ("play", "--level", "odd"),
     ("export", "jsonl", "--all", "--questions", "3")],
)  # fmt: skip
def test_wrong_usage_is_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, home=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "jsonl", "--topic", "cooking"), "There is no topic cooking."),
        (("export", "jsonl", "--lang", "xx"), "There are no questions in the language xx."),
        (("check", "nowhere"), "There is no file or directory nowhere."),
        (("--content", "nowhere", "export", "jsonl"), "There is no pack in nowhere."),
        (("export", "jsonl", "-o", "no/such/place.jsonl"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_1_and_says_why(
    home: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = run(*arguments, home=home)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_errors_speak_the_language_in_use(home: Path) -> None:
    english = run("export", "jsonl", "--topic", "x", home=home).stderr
    arabic = run("export", "jsonl", "--topic", "x", "--lang", "ar", home=home).stderr
    by_environment = run("export", "jsonl", "--topic", "x", home=home, AZUN_QUIZ_LANG="ar").stderr
    assert arabic != english
    assert by_environment == arabic


def test_the_record_of_an_item(home: Path) -> None:
    done = run("export", "jsonl", "--all", "--topic", "resolutions", home=home)
    records = {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}
    record = records["resolution-date/unsc-853"]
    assert list(record) == [
        "id", "template", "topic", "facts", "lang", "stem", "options", "key", "explanation",
        "sources", "level", "seed",
    ]  # fmt: skip
    assert record["stem"] == "On what date did the Security Council adopt resolution 853?"
    assert record["options"][record["key"]] == "29 July 1993"
    assert record["facts"] == ["unsc-853"]
    assert "S/RES/853 (1993)" in record["sources"]
    assert (record["lang"], record["level"], record["seed"]) == ("en", "medium", 0)


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    arguments = ("export", "jsonl", "--all", "--topic", "memberships", "--lang", "ar")
    outputs = {
        run(*arguments, home=tmp_path / seed, PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(outputs) == 1
    assert outputs.pop().count("\n") > 100


def test_an_export_to_a_file_is_the_same_and_leaves_nothing_beside_it(home: Path) -> None:
    target = home / "out" / "items.jsonl"
    target.parent.mkdir()
    run("export", "jsonl", "--questions", "5", "-o", str(target), home=home)
    direct = run("export", "jsonl", "--questions", "5", home=home).stdout
    assert target.read_text(encoding="utf-8") == direct
    assert direct.count("\n") == 5
    assert list(target.parent.iterdir()) == [target]


def test_the_user_s_own_pack_is_always_there_and_others_by_option(home: Path) -> None:
    def pack(directory: Path, number: int) -> None:
        (directory / "data").mkdir(parents=True)
        (directory / "questions").mkdir()
        facts = "".join(
            f"  planet-{n}: {{name: {{en: Planet {chr(65 + n)}}}, moons: {n * number},"
            " sources: [an atlas]}\n"
            for n in range(5)
        )
        (directory / "data" / "planet.yaml").write_text(
            "kind: planet\nname: {en: planet}\nfields:\n  name: {type: words}\n"
            f"  moons: {{type: number}}\nunique: [name]\nfacts:\n{facts}",
            encoding="utf-8",
        )
        (directory / "questions" / "planets.yaml").write_text(
            "topic: planets\nname: {en: Planets}\ntemplates:\n  moons:\n    about: planet\n"
            '    ask: {en: "How many moons has {name}?"}\n    answer: moons\n',
            encoding="utf-8",
        )

    pack(home / "content", 1)
    pack(home / "other", 3)
    own = run("export", "jsonl", "--all", "--topic", "planets", home=home)
    assert own.stdout.count('"content:moons/content:planet-') == 5
    for arguments in (
        ("--content", str(home / "other"), "export", "jsonl"),
        ("export", "jsonl", "--content", str(home / "other")),
    ):
        both = run(*arguments, "--all", "--topic", "planets", home=home)
        assert both.stdout.count('"other:moons/other:planet-') == 5
        assert both.stdout.count('"content:moons/content:planet-') == 5
    alone = run("--only-content", "export", "jsonl", "--all", home=home)
    assert {json.loads(line)["topic"] for line in alone.stdout.splitlines()} == {"planets"}
    assert run("check", str(home / "other"), home=home).returncode == 0


def test_check_points_at_the_place_and_is_1(home: Path) -> None:
    pack = home / "mine"
    (pack / "data").mkdir(parents=True)
    (pack / "data" / "thing.yaml").write_text(
        "kind: thing\nname: {en: thing}\nfields:\n  name: {type: words}\n  day: {type: dat}\n"
        "facts:\n  one: {name: {en: One}, sources: [me]}\n",
        encoding="utf-8",
    )
    text = run("check", str(pack), home=home)
    assert text.returncode == 1
    assert "thing.yaml:5:15" in text.stdout
    assert "There is no field type dat." in text.stdout
    assert "Did you mean “date”?" in text.stdout
    alone = ("--only-content", "check", str(pack), "--format")
    found = json.loads(run(*alone, "json", home=home).stdout)
    assert [(each["code"], each["line"], each["column"]) for each in found] == [
        ("unknown-type", 5, 15)
    ]
    github = run(*alone, "github", home=home).stdout
    assert github.startswith("::error file=")


def test_a_round_from_a_pipe_ends_with_the_score_and_is_stored(home: Path) -> None:
    arguments = ("play", "--plain", "--seed", "7", "--questions", "5", "--lang", "en")
    done = run(*arguments, home=home, typed="1\n2\n3\n1\n2\n")
    assert done.returncode == 0
    last = done.stdout.splitlines()[-1]
    assert last.startswith("Score: ")
    assert last.endswith("/5 correct)")
    figures = json.loads(run("stats", "--json", home=home).stdout)
    assert figures["asked"] == 5
    assert f"({figures['right']}/5 correct)" in last


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -m azun_quiz export jsonl --all | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "AZUN_QUIZ_HOME": str(home), "PYTHONPATH": str(README.parent)},
    )
    assert json.loads(done.stdout)["id"]
    assert done.stderr == ""


def test_an_interrupt_is_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("azun_quiz.commands.where.run", interrupted)
    assert main(["where"], Environment(environ={"AZUN_QUIZ_HOME": str(tmp_path)})) == 130


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"azun-quiz {command}" in README.read_text(encoding="utf-8")


EVERYWHERE = {"--help", "--content", "--only-content"}
"""Options of every command; the README tells of them once."""


def options_of(parser: ArgumentParser, name: str = "") -> Iterator[tuple[str, set[str]]]:
    """Each command with its options; an option is known by any of its names."""
    nested = [action for action in parser._actions if isinstance(action, _SubParsersAction)]
    long = [each.option_strings for each in parser._actions if each.option_strings]
    if not nested or not name:
        yield name, {names[0] for names in long if EVERYWHERE.isdisjoint(names)}
    for actions in nested:
        for word, each in actions.choices.items():
            yield from options_of(each, f"{name} {word}".strip())


@pytest.mark.parametrize(("command", "options"), list(options_of(_parser(COMMANDS))))
def test_the_row_of_a_command_names_its_options(command: str, options: set[str]) -> None:
    begin = f"| `{f'azun-quiz {command}'.strip()}"
    lines = README.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if re.match(rf"{re.escape(begin)}[ `]", line)]
    rows = [line for line in rows if command or line.startswith(f"{begin}`")]
    (row,) = rows
    known = {word for cell in re.findall("`([^`]+)`", row) for word in cell.split()}
    assert options <= known, f"{options - known} are missing in the README"
    written = {word for word in known if word.startswith("-") and word != "-"}
    assert written <= options, f"{written - options} of the README are no options"

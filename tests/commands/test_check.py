"""``check`` and ``where`` inside one process: what goes where, and hostile content."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment
from tests.content.broken_packs import BROKEN, CATALOG, SOUND
from tests.content.checked_packs import write

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Done:
    code: int
    out: str
    err: str


def run(*arguments: str, home: Path, **environ: str) -> Done:
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(3)]
    surroundings = {"AZUN_QUIZ_HOME": str(home), "AZUN_QUIZ_LANG": "en", **environ}
    code = main(arguments, Environment(*streams, environ=surroundings))
    texts = []
    for stream in streams[1:]:
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    return Done(code, *texts)


def test_the_built_in_content_is_clean(tmp_path: Path) -> None:
    done = run("check", home=tmp_path)
    assert (done.code, done.out, done.err) == (0, "No problems found.\n", "")


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_data_on_one_stream_and_talk_on_the_other(tmp_path: Path, format_: str) -> None:
    pack = write(tmp_path / "mine", BROKEN["bad-number"]).directory
    done = run("check", str(pack), "--only-content", "--format", format_, home=tmp_path / "home")
    assert done.code == 1
    assert "885 AD is not a whole number." in done.out
    more = "azun-quiz check --explain bad-number says more, with examples.\n"
    assert done.err == (more if format_ == "text" else "1 error, 0 warnings.\n")


def test_problems_are_told_in_the_language_in_use(tmp_path: Path) -> None:
    pack = write(tmp_path / "mine", BROKEN["bad-number"]).directory
    wanted = ("check", str(pack), "--only-content")
    home = tmp_path / "home"
    for done in (
        run(*wanted, "--lang", "az", home=home),
        run(*wanted, home=home, AZUN_QUIZ_LANG="az"),
    ):
        assert done.code == 1
        assert "xəta[bad-number]: 885 AD tam ədəd deyil." in done.out
        assert "1 xəta, 0 xəbərdarlıq." in done.out
    done = run(*wanted, "--format", "json", "--lang", "ar", home=home)
    (problem,) = json.loads(done.out)
    assert (problem["code"], problem["severity"]) == ("bad-number", "error")
    assert problem["message"] == "\u2066\u200e885 AD\u2069 ليس عددا صحيحا."
    assert done.err == "خطأ واحد، لا تحذيرات.\n"


def test_only_what_was_asked_for_is_told(tmp_path: Path) -> None:
    pack = write(tmp_path / "mine", BROKEN["bad-number"] | {"questions/bad.yaml": "x"}).directory
    alone = "--only-content"
    for part, told, *options in (
        ("data", 1, alone), ("questions", 1, alone), ("data/sea.yaml", 0, alone), (".", 2),
    ):  # fmt: skip
        done = run("check", str(pack / part), *options, home=tmp_path / "home")
        assert done.out.count("-->") == told, part
        assert done.code == bool(told)


def test_a_path_in_no_pack(tmp_path: Path) -> None:
    done = run("check", str(tmp_path), home=tmp_path / "home")
    assert done.code == 1
    assert "belongs to no pack" in done.err


HOSTILE = {
    "markup": "[bold red]x[/] [@click=app.quit]y[/]",
    "patterns": "{{0}} %s %(x)s ${{x}} \\\\1",
    "html": "<script>alert(1)</script> &amp;",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_is_plain_text(tmp_path: Path, case: str) -> None:
    """It is a name and a stem like any other, and comes out letter by letter."""
    words = HOSTILE[case]
    files = {
        "data/sea.yaml": dedent(SOUND["data/sea.yaml"]).replace("Black Sea", f"'{words}'"),
        "questions/sound.yaml": dedent(SOUND["questions/sound.yaml"]).replace(
            '"How deep is the {name}, in metres?"', f"'{words} {{name}}?'"
        ),
    }
    pack = write(tmp_path / "mine", dict(files)).directory
    home = tmp_path / "home"
    done = run("--only-content", "export", "jsonl", "--all", "--content", str(pack), home=home)
    stems = [json.loads(line)["stem"] for line in done.out.splitlines()]
    shown = words.replace("{{", "{").replace("}}", "}")
    assert done.code == 0
    assert stems[0] == f"{shown} {words}?"
    assert stems[1:] == [f"{shown} {name}?" for name in ("Caspian Sea", "Red Sea", "White Sea")]


@pytest.mark.parametrize("command", [["where"], ["check"], ["--help"], ["export", "jsonl"]])
def test_a_reader_that_is_gone_before_the_first_word(tmp_path: Path, command: list[str]) -> None:
    """Short output fills no buffer: it fails only at the very end, and that is no news either."""
    read, write_end = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "azun_quiz", *command],
        stdout=write_end,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
        env={
            **os.environ,
            "AZUN_QUIZ_HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "",
        },
    )
    os.close(write_end)
    assert done.stderr == ""
    assert done.returncode in (0, 1)


def test_a_terminal_that_knows_no_arabic(tmp_path: Path) -> None:
    pack = write(tmp_path / "mine", BROKEN["stray-language"]).directory
    done = subprocess.run(
        [sys.executable, "-m", "azun_quiz", "check", str(pack)],
        capture_output=True,
        timeout=60,
        check=False,
        env={
            **os.environ,
            "AZUN_QUIZ_HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "ascii",
        },
    )
    assert done.returncode == 1
    assert b"Bak\\u0131" in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_code_is_explained(tmp_path: Path) -> None:
    done = run("check", "--explain", "small-pool", home=tmp_path)
    assert done.code == 0
    assert done.out.startswith("warning[small-pool]\n")
    assert "Why it matters: " in done.out
    assert done.err == ""


def test_a_code_is_explained_in_the_language_in_use(tmp_path: Path) -> None:
    done = run("check", "--explain", "small-pool", "--lang", "ar", home=tmp_path)
    assert done.code == 0
    assert "[small-pool]" in done.out
    assert "Why it matters" not in done.out


def test_without_a_code_all_are_listed(tmp_path: Path) -> None:
    done = run("check", "--explain", home=tmp_path)
    assert done.code == 0
    assert "error[bad-yaml]\n" in done.out
    assert "warning[small-pool]\n" in done.out


def test_an_unknown_code_is_told_with_near_ones(tmp_path: Path) -> None:
    done = run("check", "--explain", "smal-pol", home=tmp_path)
    assert done.code == 1
    assert done.out == ""
    assert "There is no problem code smal-pol." in done.err
    assert "small-pool" in done.err
    done = run("check", "--explain", "qqq", home=tmp_path)
    assert "azun-quiz check --explain" in done.err


def test_an_incomplete_catalog_of_a_pack_is_told(tmp_path: Path) -> None:
    pack = write(tmp_path / "rivers", {CATALOG: b"nothing"}).directory
    done = run("check", str(pack), home=tmp_path / "home")
    assert done.code == 1
    assert "warning[bad-catalog]" in done.out

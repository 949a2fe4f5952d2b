"""`preview`: the questions of a template, why there are no others, and following the files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from textwrap import dedent
from threading import Timer
from typing import IO

import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment
from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.generator.absences import REASONS, absences
from azun_quiz.library import Library, open_library
from azun_quiz.workshop import template_named, view
from tests.content.broken_packs import SOUND
from tests.homes import used_before
from tests.packs import bank_of

ROOT = Path(__file__).resolve().parents[2]

SEAS = """\
    kind: sea
    name: {en: sea}
    fields:
      name: {type: words}
      depth: {type: number, optional: yes}
      surveyed: {type: date, optional: yes}
    unique: [name]
    facts:
      black: {name: {en: Black Sea}, depth: 2212, surveyed: 1991-02-03, sources: [atlas]}
      caspian: {name: {en: Caspian Sea}, depth: 1025, surveyed: 1990-01-05, sources: [atlas]}
      red: {name: {en: Red Sea}, depth: 3040, surveyed: 1992-07-08, sources: [atlas]}
      white: {name: {en: White Sea}, depth: 350, surveyed: 1993, sources: [atlas]}
      dead: {name: {en: Dead Sea}, sources: [atlas]}
      aral: {name: {en: Aral Sea}, depth: 42, not-asked: it shrinks, sources: [atlas]}
      pink: {name: {en: Pink Sea}, depth: 9, holds: no, sources: [atlas]}
      grey: {name: {en: Grey Sea}, depth: 8, certainty: open, sources: [atlas]}
      oral: {name: {en: Oral Sea}, depth: eight, sources: [atlas]}
    """
ASK = """\
    topic: seas
    templates:
      sea-depth:
        about: sea
        ask: {en: "How deep is the {name}, in metres?"}
        answer: depth
      sea-date:
        about: sea
        ask: {en: "When was the {name} surveyed?"}
        answer: surveyed
      deep-sea:
        about: sea
        only: {depth: [2212, 3040]}
        ask: {en: "How deep is the deep {name}, in metres?"}
        answer: depth
    """


def run(*arguments: str, home: Path) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    env = Environment(StringIO(), out, err, {"AZUN_QUIZ_HOME": str(home)})
    return main(["preview", *arguments], env), out.getvalue(), err.getvalue()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for folder, text in (("data", SEAS), ("questions", ASK)):
        directory = tmp_path / "content" / folder
        directory.mkdir(parents=True)
        (directory / "seas.yaml").write_text(dedent(text), encoding="utf-8")
    return used_before(tmp_path)


def test_questions_with_key_level_explanation_and_source(home: Path) -> None:
    code, out, err = run("resolution-date", "--fact", "unsc-853", "--lang", "en", home=home)
    assert (code, err) == (0, "")
    assert "resolution-date: 5 questions" in out
    assert "Questions by language: en 5; ar 5; az 5." in out
    assert "On what date did the Security Council adopt resolution 853?" in out
    assert "right: 29 July 1993" in out
    assert len([line for line in out.splitlines() if line.startswith("Option ")]) == 4
    assert "Level: medium. Seed: 0." in out
    assert "Sources: S/RES/853 (1993)" in out


@pytest.mark.parametrize("lang", ["en", "ar", "az"])
def test_the_same_question_in_every_language(home: Path, library: Library, lang: str) -> None:
    item = library.bank.item("resolution-date/unsc-853", lang=lang, seed=3, level="hard")
    chosen = ("--seed", "3", "--level", "hard", "--fact", "unsc-853", "--lang", lang)
    code, out, _ = run("resolution-date", *chosen, home=home)
    assert code == 0
    places = [out.index(option) for option in item.options]
    assert places == sorted(places)
    assert item.stem in out
    assert item.explanation in out


def test_facts_that_are_not_asked_have_a_plain_reason(home: Path) -> None:
    code, out, _ = run("sea-depth", "--only-content", "--lang", "en", home=home)
    assert code == 0
    assert "sea-depth: 4 questions" in out
    lines = out.splitlines()
    for reason in (
        "- lacks depth (1): content:dead",
        "- marked “not-asked”: it shrinks (1): content:aral",
        "- says what is false (“holds: no”): it only makes wrong options safe (1): content:pink",
        "- its certainty is “open” (1): content:grey",
        "- left out of the content, because something is wrong with it (1): content:oral",
    ):
        assert reason in lines
    assert "error[bad-number]" in out


def test_more_reasons(home: Path) -> None:
    _, out, _ = run("sea-date", "--only-content", "--lang", "en", home=home)
    assert "- its surveyed is not exact enough for an option (1): content:white" in out
    _, out, _ = run("deep-sea", "--only-content", "--lang", "en", home=home)
    assert "- does not meet “only” (4): content:caspian, content:white, content:aral" in out


def test_one_fact_alone(home: Path) -> None:
    code, out, _ = run("sea-depth", "--only-content", "--fact", "aral", "--lang", "en", home=home)
    assert code == 0
    assert "content:aral is not asked: marked “not-asked”: it shrinks." in out
    code, _, err = run("sea-depth", "--only-content", "--fact", "arol", "--lang", "en", home=home)
    assert code == 1
    assert "There is no fact arol" in err
    assert "content:aral" in err


def test_a_number_of_questions(home: Path) -> None:
    _, out, _ = run("event-year", "--questions", "2", "--lang", "en", home=home)
    assert out.count("Option 1") == 2
    assert "34 more questions" in out
    _, out, _ = run("event-year", "--all", "--lang", "en", home=home)
    assert out.count("Option 1") == 36


def test_an_unknown_template_is_told_with_near_names(home: Path) -> None:
    code, out, err = run("resolution-dat", home=home)
    assert (code, out) == (1, "")
    assert "There is no template resolution-dat" in err
    assert "resolution-date" in err


def test_a_template_that_cannot_be_used(home: Path) -> None:
    path = home / "content" / "questions" / "seas.yaml"
    path.write_text(path.read_text("utf-8").replace("answer: surveyed", "answer: surveed"), "utf-8")
    code, out, _ = run("sea-date", "--only-content", "--lang", "en", home=home)
    assert code == 1
    assert "gives no questions" in out
    assert "seas.yaml:10:13" in out
    code, out, _ = run("sea-depth", "--only-content", "--lang", "en", home=home)
    assert code == 0
    assert "surveed" not in out


def test_text_of_files_cannot_command_a_terminal(home: Path) -> None:
    path = home / "content" / "questions" / "seas.yaml"
    path.write_text(path.read_text("utf-8").replace("How deep", "How \\e[31m deep"), "utf-8")
    for lang in ("en", "ar"):
        _, out, err = run("sea-depth", "--only-content", "--lang", lang, home=home)
        assert "\x1b" not in out + err
    _, _, err = run("sea\x1b[31m", home=home)
    assert "\x1b" not in err


@pytest.mark.parametrize("directory", [None, "sound"])
def test_every_fact_of_a_kind_is_accounted_for(
    library: Library, tmp_path: Path, directory: str | None
) -> None:
    bank = library.bank
    if directory:
        files = {"data_sea": SOUND["data/sea.yaml"], "questions_sea": SOUND["questions/sound.yaml"]}
        bank = bank_of(tmp_path, **files)
    for template in bank.templates:
        asked = {subject.fact.id for subject in bank.items_of(template).values()}
        absent = [absence.fact for absence in absences(bank, template)]
        kind = bank.way(template).compiled.kind.id
        everything = [fact.id for fact in bank.content.of_kind(kind)]
        assert sorted([*asked, *absent]) == sorted(everything)


def test_reasons_are_found_where_the_generator_gives_them(library: Library) -> None:
    """A fact without a reason of its own is rare: a general one teaches nothing."""
    found = [
        absence
        for template in library.bank.templates
        for absence in absences(library.bank, template)
    ]
    assert {absence.reason for absence in found} <= set(REASONS)
    assert sum(absence.reason == "unsure" for absence in found) <= 3


def test_a_name_without_its_pack(home: Path) -> None:
    library = open_library([Pack(BUILT_IN, ROOT), Pack.at(home / "content")])
    assert template_named(library, "sea-depth") == "content:sea-depth"
    found = view(library, "content:sea-depth")
    assert found is not None
    assert found.languages == ("en",)


def test_a_language_without_questions(home: Path) -> None:
    code, _, err = run("sea-depth", "--only-content", "--lang", "az", home=home)
    assert code == 1
    assert "no questions in the language az" in err or "az" in err


# Following the files


@pytest.fixture
def watching(home: Path) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, "-m", "azun_quiz", "preview", "sea-depth", "--watch", "--only-content"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "AZUN_QUIZ_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
        },
    )
    patience = Timer(60, child.kill)
    patience.start()
    yield child
    patience.cancel()
    child.kill()
    child.communicate()


def read_until(stream: IO[str] | None, words: str) -> str:
    """The lines up to the one that holds the words."""
    assert stream is not None
    found = ""
    for line in stream:
        found += line
        if words in line:
            return found
    raise AssertionError(found)


def save(path: Path, old: str, new: str) -> None:
    """Save as editors do: a new file in the place of the old one."""
    text = path.read_text("utf-8")
    assert old in text
    fresh = path.with_suffix(".tmp")
    fresh.write_text(text.replace(old, new), "utf-8")
    fresh.replace(path)


def test_watching(home: Path, watching: subprocess.Popen[str]) -> None:
    path = home / "content" / "questions" / "seas.yaml"
    read_until(watching.stdout, "bad-number")
    read_until(watching.stderr, "Ctrl-C")

    save(path, "How deep is the {name},", "What is the depth of the {name},")
    told = read_until(watching.stdout, "What is the depth of the Black Sea")
    assert "-----" in told

    save(path, "depth of the {name},", "depth of the {nam},")
    told = read_until(watching.stdout, "unknown-placeholder")
    assert "What is the depth of the Black Sea" in told
    assert "Something is wrong with what was saved" in told

    save(path, "of the {nam},", "of the {name} in all,")
    told = read_until(watching.stdout, "depth of the Black Sea in all")
    assert "Something is wrong" not in told

    watching.send_signal(signal.SIGINT)
    _, err = watching.communicate(timeout=60)
    assert watching.returncode == 130
    assert err == ""

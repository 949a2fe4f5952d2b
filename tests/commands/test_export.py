"""The command that writes questions to files, as a teacher meets it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment
from azun_quiz.export import kahoot
from azun_quiz.export.registry import FORMATS, format_named
from azun_quiz.generator.item import Item
from azun_quiz.session import Session, Wish
from azun_quiz.store.store import Store
from tests.plain.script import PACK, Clock, small_bank


class Screen(io.TextIOWrapper):
    """Standard output that may be a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def bytes(self) -> bytes:
        return self.buffer.getvalue()


class Desk:
    """Somebody at the command line, with a small pack."""

    def __init__(self, home: Path, *, terminal: bool = False) -> None:
        self.home = home
        self.out = Screen(terminal=terminal)
        self.said = io.StringIO()
        self.environment = Environment(
            io.StringIO(), self.out, self.said, {"AZUN_QUIZ_HOME": str(home)}, Clock().both
        )

    def export(self, *words: str) -> int:
        pack = ("--only-content", "--content", str(PACK))
        return main([*pack, "export", *words], self.environment)

    def play(self, player: str, right: bool, *, count: int = 4) -> list[Item]:
        """Play a round and return its questions."""
        asked = []
        with Store.open(self.environment.places.store, now_ms=0) as store:
            session = Session(small_bank(), store, "en", player, Clock().both)
            sitting = session.new_round(Wish(count=count, seed=7))
            while sitting.round.current is not None:
                item = sitting.item()
                asked.append(item)
                sitting.answer(item.key if right else (item.key + 1) % len(item.options))
                sitting.go_on()
            sitting.finish()
        return asked


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A directory for files."""
    place = tmp_path / "files"
    place.mkdir()
    return place


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_file_and_only_that(desk: Desk, place: Path, name: str) -> None:
    path = place / f"questions{format_named(name).SUFFIX}"
    assert desk.export(name, "--questions", "4", "-o", str(path)) == 0
    assert list(place.iterdir()) == [path]
    assert path.stat().st_size > 0
    assert desk.out.bytes() == b""
    assert ("Update notes" in desk.said.getvalue()) == (name == "anki")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_go_through_a_pipe(desk: Desk, place: Path, name: str) -> None:
    path = place / "questions"
    assert desk.export(name, "--questions", "4", "-o", str(path)) == 0
    assert desk.export(name, "--questions", "4") == 0
    assert desk.out.bytes() == path.read_bytes()


@pytest.mark.parametrize("name", ["anki", "kahoot"])
def test_no_terminal_is_flooded_with_bytes(tmp_path: Path, name: str) -> None:
    desk = Desk(tmp_path, terminal=True)
    assert desk.export(name) == 1
    assert desk.out.bytes() == b""
    assert "no text that a terminal could show" in desk.said.getvalue()
    assert f"-o questions{format_named(name).SUFFIX}" in desk.said.getvalue()


# What was missed


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_missed_is_exported(desk: Desk, place: Path, name: str) -> None:
    asked = desk.play("Leyla", right=False)
    path = place / "missed"
    assert desk.export(name, "--missed", "--player", "Leyla", "-o", str(path)) == 0
    if name == "jsonl":
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert {(record["id"], tuple(record["options"])) for record in records} == {
            (item.id, item.options) for item in asked
        }


def test_nothing_missed_is_said_and_nothing_written(desk: Desk, place: Path) -> None:
    asked = desk.play("Leyla", right=True)
    assert asked
    path = place / "deck.apkg"
    assert desk.export("anki", "--missed", "--player", "Leyla", "-o", str(path)) == 1
    assert list(place.iterdir()) == []
    assert "Nothing was missed" in desk.said.getvalue()
    assert "or play a round first." in desk.said.getvalue()


def test_a_mistyped_player_is_told_and_not_entered(desk: Desk, place: Path) -> None:
    desk.play("Leyla", right=False)
    desk.play("Rauf", right=True)
    words = ("html", "--missed", "--player", "Leila", "-o", str(place / "sheet.html"))
    assert desk.export(*words) == 1
    assert desk.said.getvalue() == (
        "azun-quiz: There is no player Leila.\nChoose one with --player: Leyla, Rauf.\n"
    )
    with Store.open(desk.environment.places.store, now_ms=0) as store:
        assert {player.name for player in store.players()} == {"Leyla", "Rauf"}


def test_the_only_player_need_not_be_named(desk: Desk, place: Path) -> None:
    desk.play("Leyla", right=False)
    assert desk.export("html", "--missed", "-o", str(place / "sheet.html")) == 0


# What goes wrong


def test_a_missing_directory_is_told(desk: Desk, place: Path) -> None:
    assert desk.export("html", "-o", str(place / "gone" / "sheet.html")) == 1
    assert "cannot be written: No such file or directory." in desk.said.getvalue()
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(("name", "library"), [("anki", "genanki"), ("kahoot", "xlsxwriter")])
def test_a_missing_library_is_told_in_plain_words(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.delitem(sys.modules, f"azun_quiz.export.{name}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    assert desk.export(name, "-o", str(place / "file")) == 1
    assert desk.said.getvalue() == (
        f"azun-quiz: The format {name} needs {library}, which is not installed.\n"
        "Install it with: pip install 'azun-quiz[export]'\n"
    )
    assert list(place.iterdir()) == []


def test_the_first_questions_that_are_left_out_are_named(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stems = sorted(map(len, stems_of(desk)))
    shortest = stems[0]
    monkeypatch.setattr(kahoot, "MAX_STEM_LENGTH", shortest)
    path = place / "quiz.xlsx"
    assert desk.export("kahoot", "--all", "-o", str(path)) == 0
    lines = desk.said.getvalue().splitlines()
    told = [line for line in lines if line.startswith("Left out: ")]
    longer = sum(length > shortest for length in stems)
    assert len(told) == 10
    assert all(line.endswith(f"(its text has more than {shortest} characters)") for line in told)
    assert lines[-1].startswith(f"{longer - 10} more question")


def stems_of(desk: Desk) -> list[str]:
    bank = small_bank()
    return [bank.item(name, lang="en").stem for name in bank.ids()]


def test_no_file_comes_of_questions_that_are_all_left_out(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kahoot, "MAX_STEM_LENGTH", 3)
    assert desk.export("kahoot", "-o", str(place / "quiz.xlsx")) == 1
    assert list(place.iterdir()) == []
    assert "No question is short enough for Kahoot." in desk.said.getvalue()


def test_a_failure_keeps_the_old_file(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place / "sheet.html"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr("azun_quiz.export.html._answer", interrupted)
    assert desk.export("html", "-o", str(path)) == 130
    assert path.read_text(encoding="utf-8") == "old"
    assert list(place.iterdir()) == [path]


def interrupted(*_: object) -> str:
    raise KeyboardInterrupt


# What is said


@pytest.mark.parametrize(
    ("lang", "title"),
    [("en", "Azerbaijan and the United Nations"), ("ar", "أذربيجان والأمم المتحدة")],
)
def test_title_language_and_print_of_a_worksheet(
    desk: Desk, place: Path, lang: str, title: str
) -> None:
    def head(*words: str) -> str:
        path = place / "sheet.html"
        assert desk.export("html", "--lang", lang, *words, "-o", str(path)) == 0
        return path.read_text(encoding="utf-8").partition("<main>")[0]

    plain = head("--questions", "3")
    assert f"<title>{title}</title>" in plain
    assert f'<html lang="{lang}"' in plain
    assert 'class="large-print"' not in plain
    other = head("--title", "Sınaq <1>", "--large-print")
    assert "<title>Sınaq &lt;1&gt;</title>" in other
    assert 'class="large-print"' in other


def test_help_names_every_format(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"], desk.environment)
    told = capsys.readouterr().out
    for name, purpose in FORMATS.items():
        assert f"  {name:8}{purpose}\n" in told


def test_formats_say_what_they_are() -> None:
    for name in FORMATS:
        form = format_named(name)
        assert form.SUFFIX.startswith(".")
        assert (name in ("qti", "anki", "kahoot")) == form.BINARY


def test_archives_are_whole(desk: Desk, place: Path) -> None:
    for name in ("anki", "kahoot"):
        path = place / name
        assert desk.export(name, "-o", str(path)) == 0
        with ZipFile(path) as opened:
            assert opened.testzip() is None

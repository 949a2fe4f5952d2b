"""`new`: files to start from that pass `check`, and nothing is ever overwritten."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment
from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.checking import check_template
from azun_quiz.library import Library, open_library
from azun_quiz.paths import built_in

LANGUAGES = ("en", "ar", "az")


def run(*arguments: str, home: Path) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    env = Environment(StringIO(), out, err, {"AZUN_QUIZ_HOME": str(home)})
    return main([*arguments], env), out.getvalue(), err.getvalue()


def new(*arguments: str, home: Path) -> list[Path]:
    """The files that were made."""
    code, out, err = run("new", *arguments, home=home)
    assert code == 0, err
    assert "azun-quiz" in err
    return [Path(line) for line in out.splitlines()]


def opened(*directories: Path, built_in_too: bool = False) -> Library:
    first = [Pack(BUILT_IN, built_in())] if built_in_too else []
    return open_library([*first, *map(Pack.at, directories)])


def problems(library: Library) -> list[str]:
    """What is wrong with what is not built in."""
    found = list(library.problems)
    for template in library.bank.templates:
        if ":" in template:
            found += check_template(library.bank, template)
    own = [p for p in found if not p.place.path.is_relative_to(built_in())]
    return [f"{p.code} {p.place} {p.message}" for p in own]


def items(bank: Bank, template: str) -> list[str]:
    return list(bank.items_of(template))


def test_a_pack_passes_the_check_and_can_be_played_in_three_languages(tmp_path: Path) -> None:
    made = new("pack", "astronomy", home=tmp_path)
    directory = tmp_path / "content" / "astronomy"
    assert made == [directory / "data" / "planet.yaml", directory / "questions" / "astronomy.yaml"]
    code, out, _ = run("check", "--only-content", home=tmp_path)
    assert (code, out) == (0, "No problems found.\n")
    bank = opened(directory).bank
    for lang in LANGUAGES:
        assert len(bank.ids(["astronomy"], lang)) == 10
        stems = {bank.item(item, lang=lang).stem for item in bank.ids(["astronomy"], lang)}
        assert len(stems) == 10
    for lang, score in (("en", "Score: "), ("ar", ""), ("az", "")):
        arguments = ("--plain", "--only-content", "--lang", lang, "play", "--questions", "3")
        code, out, _ = run(*arguments, home=tmp_path)
        assert code == 0
        assert score in out


def test_a_template_passes_the_check_and_gives_questions(tmp_path: Path) -> None:
    (path,) = new("template", "presidents", home=tmp_path)
    assert path == tmp_path / "content" / "questions" / "presidents.yaml"
    library = opened(tmp_path / "content", built_in_too=True)
    assert problems(library) == []
    assert library.bank.languages[:3] == LANGUAGES
    found = items(library.bank, "content:presidents")
    assert len(found) > 5
    for lang in LANGUAGES:
        item = library.bank.item(found[0], lang=lang)
        assert item.explanation


def test_a_kind_and_a_template_about_it(tmp_path: Path) -> None:
    (kind,) = new("kind", "world", "--only-content", home=tmp_path)
    assert kind == tmp_path / "content" / "data" / "world.yaml"
    new("template", "world-place", "--about", "world", "--only-content", home=tmp_path)
    library = opened(tmp_path / "content")
    assert problems(library) == []
    assert len(items(library.bank, "content:world-place")) == 5


def test_many_beginnings_in_one_pack(tmp_path: Path) -> None:
    new("kind", "one", "--only-content", home=tmp_path)
    new("kind", "two", "--only-content", home=tmp_path)
    new("template", "three", "--about", "one", "--only-content", home=tmp_path)
    new("template", "four", home=tmp_path)
    new("template", "five", "--about", "resolution", home=tmp_path)
    library = opened(tmp_path / "content", built_in_too=True)
    assert problems(library) == []
    assert len(items(library.bank, "content:five")) > 100


def test_a_pack_keeps_the_languages_that_it_speaks(tmp_path: Path) -> None:
    questions = tmp_path / "content" / "questions"
    questions.mkdir(parents=True)
    (questions / "mine.yaml").write_text(
        "topic: mine\nname: {az: Mənim}\ntemplates: {}\n", encoding="utf-8"
    )
    (path,) = new("template", "presidents", "--only-content", home=tmp_path)
    text = path.read_text("utf-8")
    assert " az: " in text
    assert " en: " not in text
    assert [p for p in problems(opened(tmp_path / "content")) if "unknown-kind" not in p] == []


def test_a_language_of_a_pack_that_the_files_do_not_speak(tmp_path: Path) -> None:
    data = tmp_path / "content" / "data"
    data.mkdir(parents=True)
    (data / "mot.yaml").write_text(
        "kind: mot\nname: {fr: mot}\nfields: {name: {type: words}}\nfacts: {}\n", "utf-8"
    )
    new("kind", "world", "--only-content", home=tmp_path)
    assert problems(opened(tmp_path / "content")) == []


def test_another_directory(tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    made = new("pack", "chemistry", "--in", str(place), home=tmp_path / "home")
    pack = place / "chemistry"
    assert all(path.is_relative_to(pack) for path in made)
    assert not (tmp_path / "home" / "content").exists()
    (path,) = new("template", "more", "--about", "planet", "--in", str(pack), home=tmp_path)
    assert path == pack / "questions" / "more.yaml"
    code, out, _ = run("check", str(pack), "--only-content", home=tmp_path)
    assert (code, out) == (0, "No problems found.\n")


@pytest.mark.parametrize("what", ["template", "kind", "pack"])
def test_nothing_is_overwritten(tmp_path: Path, what: str) -> None:
    made = new(what, "mine", home=tmp_path)
    for path in made:
        path.write_text("# what the teacher wrote\n", encoding="utf-8")
    code, out, err = run("new", what, "mine", home=tmp_path)
    assert (code, out) == (1, "")
    assert "already" in err or "in use" in err
    for path in made:
        assert path.read_text("utf-8") == "# what the teacher wrote\n"


@pytest.mark.parametrize("name", ["Mine", "my template", "1st", "a--b", "../up", "سؤال", "a" * 99])
def test_names_have_rules(tmp_path: Path, name: str) -> None:
    code, _, err = run("new", "template", name, home=tmp_path)
    assert code == 1
    assert "small letters a to z" in err
    assert not (tmp_path / "content").exists()


def test_names_that_are_in_use(tmp_path: Path) -> None:
    code, _, err = run("new", "kind", "state", home=tmp_path)
    assert code == 1
    assert "in use" in err
    new("template", "mine", home=tmp_path)
    (tmp_path / "content" / "questions" / "mine.yaml").rename(
        tmp_path / "content" / "questions" / "other.yaml"
    )
    code, _, err = run("new", "template", "mine", home=tmp_path)
    assert code == 1
    assert "in use" in err


def test_an_unknown_kind(tmp_path: Path) -> None:
    code, _, err = run("new", "template", "mine", "--about", "resolutoin", home=tmp_path)
    assert code == 1
    assert "resolution" in err


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file", encoding="utf-8")
    code, _, err = run("new", "template", "mine", home=tmp_path)
    assert code == 1
    assert "cannot be written" in err


def test_editors_find_the_schema(tmp_path: Path) -> None:
    for path in (
        *new("template", "mine", home=tmp_path),
        *new("kind", "other", home=tmp_path),
        *new("pack", "astronomy", home=tmp_path),
    ):
        first = path.read_text("utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).resolve().is_file()

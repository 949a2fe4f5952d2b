"""Which packs are in use."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from azun_quiz.content.packs import name_of
from azun_quiz.errors import UserError
from azun_quiz.library import open_library, packs
from azun_quiz.paths import Places, places
from tests.packs import write_pack

THING = """\
    kind: thing
    name: {en: thing}
    fields: {name: {type: words}}
    facts: {}
    """


@pytest.fixture
def home(tmp_path: Path) -> Places:
    found = places({"AZUN_QUIZ_HOME": str(tmp_path / "home")})
    return replace(found, built_in=write_pack(tmp_path / "built-in", data_thing=THING))


def names(home: Places, *extra: Path, only: bool = False) -> list[str]:
    return [pack.name for pack in packs(home, extra, only=only)]


def test_the_built_in_pack_alone(home: Places) -> None:
    assert names(home) == [""]


def test_the_users_own_pack_and_those_inside_it(home: Places) -> None:
    write_pack(home.content, data_thing=THING)
    write_pack(home.content / "chemistry", data_thing=THING)
    write_pack(home.content / "not-a-pack" / "deeper", data_thing=THING)
    assert names(home) == ["", "content", "chemistry"]
    assert names(home, only=True) == ["content", "chemistry"]


def test_two_packs_of_one_name_get_two_names_in_any_order(home: Places, tmp_path: Path) -> None:
    one = write_pack(tmp_path / "a" / "chemistry", data_thing=THING)
    two = write_pack(tmp_path / "b" / "chemistry", data_thing=THING)
    _, first, second = names(home, one, two, one)
    assert first == "chemistry"
    assert re.fullmatch("chemistry-[0-9a-f]{6}", second)
    assert names(home, two, one) == ["", second, first]


def test_an_installed_pack_keeps_its_name(home: Places, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "a" / "chemistry", data_thing=THING)
    write_pack(home.content / "chemistry", data_thing=THING)
    _, installed, copy = names(home, other)
    assert (installed, copy.startswith("chemistry-")) == ("chemistry", True)


@pytest.mark.parametrize(
    ("directory", "pattern"),
    [
        ("My Rivers", "my-rivers"),
        ("---", "pack"),
        ("الأنهار", "pack-[0-9a-f]{6}"),
        ("Şəhərlər", "seherler-[0-9a-f]{6}"),
    ],
)
def test_the_name_of_a_pack_from_that_of_its_directory(directory: str, pattern: str) -> None:
    assert re.fullmatch(pattern, name_of(directory))


def test_names_in_other_letters_are_told_apart_wherever_they_lie(
    home: Places, tmp_path: Path
) -> None:
    one = write_pack(tmp_path / "a" / "الأنهار", data_thing=THING)
    two = write_pack(tmp_path / "a" / "البحار", data_thing=THING)
    moved = write_pack(tmp_path / "b" / "الأنهار", data_thing=THING)
    _, first, second = names(home, one, two)
    assert first != second
    assert names(home, moved) == ["", first]
    assert name_of("Şəhər") != name_of("Seher")
    decomposed = unicodedata.normalize("NFD", "Çaylar")
    assert name_of(decomposed) == name_of("Çaylar")


def test_a_directory_that_is_no_pack_is_refused(home: Places, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for directory in (tmp_path / "empty", tmp_path / "missing", home.built_in / "data"):
        with pytest.raises(UserError):
            names(home, directory)


def test_problems_are_told_once(home: Places) -> None:
    write_pack(home.content, data_thing=THING.replace("words", "word"))
    library = open_library(packs(home))
    assert [problem.code for problem in library.problems] == ["unknown-type"]
    assert len(library.bank) == 0

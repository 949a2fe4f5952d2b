"""Which packs are in use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

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


def test_two_packs_of_one_name_get_two_names(home: Places, tmp_path: Path) -> None:
    one = write_pack(tmp_path / "a" / "chemistry", data_thing=THING)
    two = write_pack(tmp_path / "b" / "chemistry", data_thing=THING)
    assert names(home, one, two, one) == ["", "chemistry", "chemistry-2"]


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

"""Packs beside one another, and in every place where a teacher may keep one."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from azun_quiz.generator.checking import check
from azun_quiz.library import Library, open_library, packs
from azun_quiz.paths import Places, places
from tests.packs import write_pack

RIVERS = """\
    kind: river
    name: {en: river}
    fields: {name: {type: words}, length: {type: number}}
    unique: [name, length]
    facts:
      kura: {name: {en: Kura}, length: 1515, sources: [a]}
      araz: {name: {en: Araz}, length: 1072, sources: [a]}
      samur: {name: {en: Samur}, length: 213, sources: [a]}
      terter: {name: {en: Terter}, length: 200, sources: [a]}
    """
ASKED = """\
    topic: rivers
    name: {en: Rivers}
    templates:
      length: {about: river, ask: {en: "How many kilometres long is the {name}?"}, answer: length}
    """
BRIDGES = """\
    kind: bridge
    name: {en: bridge}
    fields: {name: {type: words}, crosses: {type: ref, of: "water:river"}}
    unique: [name, crosses]
    facts:
      old: {name: {en: Old Bridge}, crosses: "water:kura", sources: [a]}
      new: {name: {en: New Bridge}, crosses: "water:araz", sources: [a]}
      low: {name: {en: Low Bridge}, crosses: "water:samur", sources: [a]}
    """
CROSSED = """\
    topic: bridges
    templates:
      crossed: {about: bridge, ask: {en: "Which river does the {name} cross?"}, answer: crosses}
      length: {about: "water:river", ask: {en: "How long is the {name}?"}, answer: length}
      bridge:
        about: bridge
        ask: {en: "Which bridge crosses the river of {crosses.length} km?"}
        answer: fact
    """


@pytest.fixture
def home(tmp_path: Path) -> Places:
    found = places({"AZUN_QUIZ_HOME": str(tmp_path / "home")})
    return replace(found, built_in=tmp_path / "nothing")


def rivers(directory: Path) -> Path:
    return write_pack(directory, data_river=RIVERS, questions_all=ASKED)


def library_of(home: Places, *directories: Path) -> Library:
    return open_library(packs(home, directories, only=True))


def told(library: Library) -> list[str]:
    return [problem.code for problem in (*library.problems, *check(library.bank))]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("my rivers", "my-rivers"),
        ("Rivers_2 (new)", "rivers-2-new"),
        ("deep er/WATER", "water"),
        ("أنهار", "pack-[0-9a-f]{6}"),
        ("-", "pack"),
        ("[b]rivers {x} %s", "b-rivers-x-s"),
    ],
)
def test_a_pack_may_lie_anywhere(home: Places, tmp_path: Path, place: str, name: str) -> None:
    library = library_of(home, rivers(tmp_path / place))
    assert told(library) == []
    assert len(library.bank.ids()) == 4
    (found,) = {id_.partition(":")[0] for id_ in library.bank.ids()}
    assert re.fullmatch(name, found)


def test_a_pack_is_named_by_a_relative_path(
    home: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rivers(tmp_path / "water")
    monkeypatch.chdir(tmp_path / "water")
    for path in (Path(), Path("../water"), Path("data/..")):
        assert library_of(home, path).bank.ids()[0] == "water:length/water:kura"


def test_a_link_leads_to_the_same_pack(home: Places, tmp_path: Path) -> None:
    water = rivers(tmp_path / "water")
    (tmp_path / "link").symlink_to(water, target_is_directory=True)
    library = library_of(home, tmp_path / "link", water)
    assert len(library.bank.ids()) == 4
    assert library.bank.ids()[0].startswith("water:")


@pytest.mark.parametrize("folder", ["data", "questions"])
def test_a_pack_may_be_empty(home: Places, tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty" / folder).mkdir(parents=True)
    library = library_of(home, tmp_path / "empty", rivers(tmp_path / "water"))
    assert told(library) == []
    assert len(library.bank.ids()) == 4


def test_two_packs_with_the_same_ids_do_not_collide(home: Places, tmp_path: Path) -> None:
    one, two = rivers(tmp_path / "a" / "water"), rivers(tmp_path / "b" / "water")
    data = two / "data" / "river.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("1515", "1364"), encoding="utf-8")
    library = library_of(home, one, two)
    assert told(library) == []
    items = [
        library.bank.item(id_, lang="en") for id_ in library.bank.ids() if id_.endswith(":kura")
    ]
    assert [item.answer for item in items] == ["1515", "1364"]
    first, second = (item.id for item in items)
    assert first == "water:length/water:kura"
    assert re.fullmatch(r"(water-[0-9a-f]{6}):length/\1:kura", second)


def test_facts_of_one_pack_refer_to_those_of_another(home: Places, tmp_path: Path) -> None:
    bridges = write_pack(tmp_path / "bridges", data_bridge=BRIDGES, questions_all=CROSSED)
    water = rivers(tmp_path / "water")
    for order in ((water, bridges), (bridges, water)):
        library = library_of(home, *order)
        assert told(library) == []
        items = [id_ for id_ in library.bank.ids() if id_.startswith("bridges:")]
        assert len(items) == 10
        item = library.bank.item("bridges:crossed/bridges:old", lang="en")
        assert item.answer == "Kura"


def test_a_pack_whose_other_pack_is_missing_says_so(home: Places, tmp_path: Path) -> None:
    bridges = write_pack(tmp_path / "bridges", data_bridge=BRIDGES, questions_all=CROSSED)
    problems = library_of(home, bridges).problems
    assert {problem.code for problem in problems} == {"unknown-kind"}
    assert all("water:river" in problem.message for problem in problems)


def test_a_pack_in_one_language_stands_beside_others(home: Places, tmp_path: Path) -> None:
    other = {"Kura": "Kür", "Araz": "Araz", "Samur": "Samur", "Terter": "Tərtər"}
    facts = RIVERS.replace("{en: river}", "{az: çay}")
    asked = ASKED.replace("{en:", "{az:").replace("topic: rivers", "topic: sular")
    for english, azerbaijani in other.items():
        facts = facts.replace(f"{{en: {english}}}", f"{{az: {azerbaijani}}}")
    alone = write_pack(tmp_path / "sular", data_river=facts, questions_all=asked)
    library = library_of(home, alone, rivers(tmp_path / "water"))
    assert told(library) == []
    assert set(library.bank.languages) == {"en", "az"}
    for lang, name in (("en", "water"), ("az", "sular")):
        assert {id_.partition(":")[0] for id_ in library.bank.ids(None, lang)} == {name}


def test_a_copy_is_a_pack_of_its_own(home: Places, tmp_path: Path) -> None:
    copy = tmp_path / "copied" / "streams"
    shutil.copytree(rivers(tmp_path / "water"), copy)
    library = library_of(home, tmp_path / "water", copy)
    assert len(library.bank.ids()) == 8

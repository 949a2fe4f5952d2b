"""Packs beside each other: their ids cannot collide, and facts of one may refer to another's."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment
from azun_quiz.content.load import Content, load
from azun_quiz.content.packs import Pack, find
from azun_quiz.generator.bank import Bank
from azun_quiz.library import packs
from azun_quiz.paths import places
from tests.packs import write_pack

RIVER = """\
    kind: river
    name: {{en: river}}
    fields:
      name: {{type: words}}
      length: {{type: number, unit: league}}
    unique: [name]
    facts:
      long: {{name: {{en: Long {0}}}, length: 900, sources: [atlas]}}
      short: {{name: {{en: Short {0}}}, length: 100, sources: [atlas]}}
      wide: {{name: {{en: Wide {0}}}, length: 500, sources: [atlas]}}
      deep: {{name: {{en: Deep {0}}}, length: 700, sources: [atlas]}}
    """
UNITS = """\
    units:
      league: {{en: {{one: "# {0} league", other: "# {0} leagues"}}}}
    """
ASK = """\
    topic: rivers
    templates:
      river-length:
        about: river
        ask: {en: "How long is the {name}?"}
        answer: length
        explain: {en: "{name}: {length:counted}."}
    """
TOWN = """\
    kind: town
    name: {en: town}
    fields:
      name: {type: words}
      river: {type: ref, of: north:river}
      boats: {type: number, unit: north:league}
      others: {type: refs, of: north:river, optional: yes}
    unique: [name]
    facts:
      alba: {name: {en: Alba}, river: north:long, boats: 1, sources: [atlas]}
      brun: {name: {en: Brun}, river: north:short, boats: 2, sources: [atlas]}
      cork: {name: {en: Cork}, river: north:wide, boats: 3, others: [north:deep], sources: [atlas]}
      dale: {name: {en: Dale}, river: north:deep, boats: 4, sources: [atlas]}
    """
TOWNS = """\
    topic: rivers
    templates:
      town-river:
        about: town
        only: {river: [north:long, north:short]}
        ask: {en: "On which river does {name} lie?"}
        answer: river
      long-rivers:
        about: north:river
        ask: {en: "How many leagues long is the {name}, in the north?"}
        answer: length
    """
MORE = """\
    kind: north:river
    facts:
      slow: {name: {en: Slow North}, length: 300, sources: [map]}
    """


def river_pack(directory: Path, name: str) -> Path:
    """A pack that uses the same ids in every place."""
    files = {"data_river": RIVER.format(name), "data_units": UNITS.format(name)}
    return write_pack(directory / name.lower(), **files, questions_rivers=ASK)


def test_messages_show_ids_as_they_are_written_in_the_pack(tmp_path: Path) -> None:
    north = river_pack(tmp_path, "North")
    rivers = RIVER.format("South").replace(", sources: [atlas]", "", 1)
    south = write_pack(
        tmp_path / "south",
        data_river=rivers,
        data_units=UNITS.format("South"),
        data_more="""\
    kind: north:river
    facts:
      longer: {name: {en: Long North}, length: 900, sources: [map]}
    """,
        questions_rivers=ASK.replace("{name}?", "{nmae}?"),
    )
    content = load([Pack.at(north), Pack.at(south)])
    told = {p.code: p.message for p in (*content.problems, *Bank(content).problems)}
    assert told["no-sources"] == "The fact long names no source."
    assert told["unknown-placeholder"].startswith("river has no field")
    assert told["not-unique"].startswith("longer and north:long")


def codes(content: Content) -> list[str]:
    return [f"{p.code} {p.message}" for p in content.problems]


def test_packs_with_the_same_ids_do_not_meet(tmp_path: Path) -> None:
    north, south = river_pack(tmp_path, "North"), river_pack(tmp_path, "South")
    content = load([Pack.at(north), Pack.at(south)])
    assert codes(content) == []
    assert [*content.kinds] == ["north:river", "south:river"]
    assert len(content.facts) == 8
    bank = Bank(content)
    assert bank.problems == ()
    assert len(bank) == 8
    for name in ("north", "south"):
        item = bank.item(f"{name}:river-length/{name}:long", lang="en")
        assert item.stem == f"How long is the Long {name.capitalize()}?"
        assert item.explanation == f"Long {name.capitalize()}: 900 {name.capitalize()} leagues."
        assert all(holder is None or holder.startswith(name) for holder in item.holders)


@pytest.mark.parametrize("order", [1, -1], ids=["before", "after"])
def test_facts_of_one_pack_refer_to_anothers(tmp_path: Path, order: int) -> None:
    north = river_pack(tmp_path, "North")
    towns = write_pack(tmp_path / "towns", data_town=TOWN, questions_towns=TOWNS)
    content = load([Pack.at(directory) for directory in (north, towns)][::order])
    assert codes(content) == []
    assert content.facts["towns:alba"].get("river") == "north:long"
    assert content.facts["towns:cork"].get("others") == ("north:deep",)
    bank = Bank(content)
    assert bank.problems == ()
    item = bank.item("towns:town-river/towns:alba", lang="en")
    assert item.answer == "Long North"
    assert len(bank.items_of("towns:long-rivers")) == 4


def test_a_pack_adds_facts_to_anothers_kind(tmp_path: Path) -> None:
    north = river_pack(tmp_path, "North")
    more = write_pack(tmp_path / "more", data_river=MORE)
    content = load([Pack.at(north), Pack.at(more)])
    assert codes(content) == []
    assert content.facts["more:slow"].kind == "north:river"
    bank = Bank(content)
    assert "north:river-length/more:slow" in bank.ids(bank.topics)


def test_without_the_other_pack_it_is_told(tmp_path: Path) -> None:
    towns = write_pack(tmp_path / "towns", data_town=TOWN, questions_towns=TOWNS)
    content = load([Pack.at(towns)])
    assert {problem.code for problem in content.problems} == {"unknown-kind", "unknown-unit"}
    assert len(Bank(content)) == 0


@pytest.mark.parametrize(
    ("name", "pack", "full"),
    [
        ("long", "north", "north:long"),
        ("long", "towns", "long"),
        ("north:long", "towns", "north:long"),
        ("south:long", "north", None),
        ("wide", "towns", None),
    ],
)
def test_what_a_name_means(name: str, pack: str, full: str | None) -> None:
    """In a pack its own ids come first, then the built-in ones; a colon names the pack."""
    assert find(name, pack, {"long", "north:long", "north:wide"}) == full


def test_installing_a_pack_is_copying_it(tmp_path: Path) -> None:
    made = river_pack(tmp_path, "North")
    home = tmp_path / "home"
    copytree(made, home / "content" / "rivers")
    environ = {"AZUN_QUIZ_HOME": str(home)}
    assert [pack.name for pack in packs(places(environ), only=True)] == ["rivers"]
    out = StringIO()
    env = Environment(StringIO(), out, StringIO(), environ)
    arguments = ["preview", "river-length", "--only-content", "--questions", "1"]
    assert main(arguments, env) == 0
    assert "rivers:river-length/rivers:long" in out.getvalue()

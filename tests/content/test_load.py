"""Packs: names that cannot collide, references across packs, and what is left when facts fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack, find
from tests.packs import load_pack, write_pack

CITY = """\
    kind: city
    name: {en: city}
    fields:
      name: {type: words}
      founded: {type: number}
      twin: {type: ref, of: city, optional: yes}
    unique: [name]
    complete: yes
    facts:
      baku: {name: {en: Baku}, founded: 885, sources: [atlas]}
      kem: {name: {en: Kem}, founded: 1785, twin: baku, sources: [atlas]}
    """


@pytest.mark.parametrize(
    ("directory", "name"),
    [
        ("Chemie", "chemie"),
        ("my pack", "my-pack"),
        ("x_y.z", "x-y-z"),
        ("ÄÖ", "ao-26587e"),
        ("7", "7"),
    ],
)
def test_a_pack_is_named_after_its_directory(tmp_path: Path, directory: str, name: str) -> None:
    assert Pack.at(tmp_path / directory).name == name


def test_names_are_looked_up_in_the_pack_and_then_in_the_built_in_one() -> None:
    known = {"baku", "p:baku", "q:kem"}
    assert find("baku", "p", known) == "p:baku"
    assert find("baku", "q", known) == "baku"
    assert find("p:baku", "q", known) == "p:baku"
    assert find("kem", "p", known) is None
    assert find("q:kem", "p", known) == "q:kem"


def test_two_packs_may_use_the_same_ids(tmp_path: Path) -> None:
    one, two = (
        write_pack(tmp_path / "a", data_city=CITY),
        write_pack(tmp_path / "b", data_city=CITY),
    )
    content = load([Pack("", one), Pack("b", two)])
    assert content.problems == ()
    assert {"baku", "b:baku"} <= set(content.facts)
    assert content.facts["b:kem"].values["twin"] == "b:baku"


def test_facts_of_one_pack_may_refer_to_another(tmp_path: Path) -> None:
    one = write_pack(tmp_path / "a", data_city=CITY)
    two = write_pack(
        tmp_path / "b",
        data_more="""\
            kind: city
            facts:
              oslo: {name: {en: Oslo}, founded: 1048, twin: baku, sources: [map]}
            """,
    )
    content = load([Pack("", one), Pack("b", two)])
    assert content.problems == ()
    assert content.facts["b:oslo"].kind == "city"
    assert content.facts["b:oslo"].values["twin"] == "baku"


def test_disputes_refer_inside_their_pack(tmp_path: Path) -> None:
    text = CITY.replace(
        "twin: baku,", "twin: baku, otherwise: [{field: twin, value: kem, source: map}],"
    )
    content = load([Pack("b", write_pack(tmp_path, data_city=text))])
    assert content.problems == ()
    assert content.facts["b:kem"].disputes[0].value == "b:kem"


def test_a_pack_may_have_voices_of_its_own(tmp_path: Path) -> None:
    text = CITY.replace("founded: 885,", "founded: 885, according-to: atlas,")
    voice = """\
        kind: voice
        fields: {phrase: {type: words}}
        label: phrase
        facts: {atlas: {phrase: {en: As the atlas says}, sources: [atlas]}}
        """
    content = load([Pack("b", write_pack(tmp_path, data_city=text, data_voice=voice))])
    assert content.problems == ()
    assert content.facts["b:baku"].voice == "b:atlas"


def test_a_fact_that_refers_to_an_unsound_one_goes_too_without_an_echo(tmp_path: Path) -> None:
    content = load_pack(tmp_path, data_city=CITY.replace("885", "old"))
    assert [problem.code for problem in content.problems] == ["bad-number"]
    assert content.facts == {}
    assert {"baku", "kem"} <= content.unsound


FAULTS = {
    "a broken fact": ("885", "old"),
    "a broken reference": ("twin: baku", "twin: bakuu"),
    "a second fact of one id": ("      kem:", "      baku: {}\n      kem:"),
    "an id that is no name": ("kem:", "Kem:"),
    "facts that contradict each other": ("{en: Kem}", "{en: Baku}"),
    "facts that cannot be read": ("facts:\n", "facts:\n      [x]: y\n"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_where_facts_are_missing_nothing_is_complete_any_more(tmp_path: Path, fault: str) -> None:
    """A fact that was left out may be the one that makes a wrong option right."""
    assert load_pack(tmp_path / "good", data_city=CITY).kinds["city"].complete
    old, new = FAULTS[fault]
    assert old in CITY
    content = load_pack(tmp_path / "bad", data_city=CITY.replace(old, new))
    assert content.problems
    assert not content.kinds["city"].complete
    assert content.shaken == {"city"}


def test_a_file_that_cannot_be_read_shakes_the_kinds_of_its_pack_only(tmp_path: Path) -> None:
    good = write_pack(tmp_path / "a", data_city=CITY)
    bad = write_pack(tmp_path / "b", data_city=CITY, data_more="kind: city\nfacts: {")
    content = load([Pack("", good), Pack("b", bad)])
    assert content.shaken == {"b:city"}
    assert content.kinds["city"].complete


def test_the_digest_changes_with_every_byte(tmp_path: Path) -> None:
    one = load_pack(tmp_path / "a", data_city=CITY)
    same = load_pack(tmp_path / "b", data_city=CITY)
    other = load_pack(tmp_path / "c", data_city=CITY.replace("885", "886"))
    assert one.digest == same.digest != other.digest


def test_a_language_counts_only_if_nothing_lacks_it(tmp_path: Path) -> None:
    both = CITY.replace("{en: Baku}", "{en: Baku, az: Bakı}").replace(
        "{en: Kem}", "{en: Kem, az: Kem}"
    )
    content = load_pack(tmp_path / "a", data_city=both)
    assert content.languages[""] == ("en",)
    content = load_pack(
        tmp_path / "b", data_city=both.replace("{en: city}", "{en: city, az: şəhər}")
    )
    assert content.languages[""] == ("en", "az")


ASK = """\
    topic: cities
    templates:
      it:
        about: city
        where: {founded: 885}
        ask: {en: "Which city was founded in 885?"}
        answer: name
    """


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{founded: 885}", "{founded: [[885]]}"),
        ("{founded: 885}", "{founded: []}"),
        ("where:", "wher:"),
        ("answer: name", "answer: name\n        several: perhaps"),
        ("answer: name", "answer: name\n        answer: founded"),
    ],
)
def test_a_template_with_any_fault_asks_nothing(tmp_path: Path, old: str, new: str) -> None:
    """Without its condition the question would have other right answers."""
    assert load_pack(tmp_path / "good", data_city=CITY, questions_all=ASK).templates
    assert old in ASK
    content = load_pack(tmp_path / "bad", data_city=CITY, questions_all=ASK.replace(old, new))
    assert content.problems
    assert content.templates == {}


def test_a_fact_with_any_fault_is_left_out(tmp_path: Path) -> None:
    for number, fault in enumerate(("founded: 886", "note: x", "otherwise: []", "sources: []")):
        text = CITY.replace("founded: 885,", f"founded: 885, {fault},")
        content = load_pack(tmp_path / str(number), data_city=text)
        assert "baku" not in content.facts
        assert "baku" in content.unsound

"""A fourth language: one pack with wordings and a catalog, and the program speaks it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from azun_quiz.commands.support.environment import Environment
from azun_quiz.text import catalog
from azun_quiz.text.catalog import DOMAIN, LOCALE, messages
from tests.packs import write_pack
from tests.plain.script import Desk

RIVERS = """\
    kind: river
    name: {en: river, eo: rivero}
    fields:
      name: {type: words}
      length: {type: number}
      mouth: {type: words}
    label: name
    complete: yes
    facts:
      kura:
        name: {en: the Kura, eo: Kuro}
        length: 1515
        mouth: {en: Caspian Sea, eo: Kaspia Maro}
        sources: [The Great Atlas]
      danube:
        name: {en: the Danube, eo: Danubo}
        length: 2850
        mouth: {en: Black Sea, eo: Nigra Maro}
        sources: [The Great Atlas]
      nile:
        name: {en: the Nile, eo: Nilo}
        length: 6650
        mouth: {en: Mediterranean Sea, eo: Mediteranea Maro}
        sources: [The Great Atlas]
      rhine:
        name: {en: the Rhine, eo: Rejno}
        length: 1233
        mouth: {en: North Sea, eo: Norda Maro}
        sources: [article R1]
"""
QUESTIONS = """\
    topic: rivers
    name: {en: Rivers, eo: Riveroj}
    templates:
      river-length:
        about: river
        ask:
          en: How many kilometres long is {name}?
          eo: Kiom da kilometroj longas {name}?
        answer: length
        explain: &told
          en: "The length of {name} is {length} km, down to the {mouth}."
          eo: "{name} longas {length} km, ĝis la {mouth}."
      river-mouth:
        about: river
        ask:
          en: Into which sea does {name} flow?
          eo: En kiun maron fluas {name}?
        answer: mouth
        explain: *told
"""


@pytest.fixture(autouse=True)
def _own_catalogs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Catalogs that a test adds are gone after it."""
    monkeypatch.setattr(catalog, "_directories", [LOCALE])
    messages.cache_clear()
    yield
    messages.cache_clear()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack in English and Esperanto, with the words of the game in Esperanto."""
    directory = write_pack(tmp_path / "rivers", data_river=RIVERS, questions_rivers=QUESTIONS)
    write_catalog(directory)
    return directory


def write_catalog(pack: Path) -> None:
    """A catalog in which each sentence stands in brackets, so that one sees that it is used."""
    spoken = Catalog(locale="eo", domain=DOMAIN)
    with (LOCALE / "az" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        known = read_po(file)
    for message in known:
        if isinstance(message.id, tuple):
            one, many = message.id
            spoken.add(message.id, (f"⟦{one}⟧", f"⟦{many}⟧"), context=message.context)
        elif message.id:
            spoken.add(message.id, f"⟦{message.id}⟧", context=message.context)
    target = pack / "locale" / "eo" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    target.parent.mkdir(parents=True)
    buffer = BytesIO()
    write_mo(buffer, spoken)
    target.write_bytes(buffer.getvalue())


@pytest.fixture
def desk(tmp_path: Path, pack: Path) -> Desk:
    return Desk(tmp_path / "home", content=pack)


def test_a_round_is_played_in_it(desk: Desk) -> None:
    typed = ["1", "h", "?", "2", "s"]
    assert desk.call("play", "--lang", "eo", "--seed", "1", "--questions", "3", typed=typed) == 0
    lines = desk.said().splitlines()
    assert lines[-3].startswith("⟦Score: ")
    assert "⟦Your option belongs elsewhere: " in "\n".join(lines)
    assert any("⟦Question 2 of 3. Riveroj.⟧" in line for line in lines)
    assert any(line.endswith("?") and line.startswith(("Kiom", "En kiun")) for line in lines)
    assert not [line for line in lines if line.startswith(("Question", "Option", "Right", "Wrong"))]


def test_the_checker_has_nothing_to_say(desk: Desk, pack: Path) -> None:
    assert desk.call("check", str(pack)) == 0


def test_it_is_the_language_of_those_who_speak_it(desk: Desk) -> None:
    desk.lang = "eo"
    desk.call(typed=["q"])
    assert "⟦Language: Esperanto⟧" in desk.said()


def test_the_locale_is_followed(tmp_path: Path, pack: Path, desk: Desk) -> None:
    desk.call("stats")  # the catalogs of the pack are known from now on
    for value, expected in {"eo.UTF-8": "eo", "eo": "eo", "xx_YY": "en", "C": "en"}.items():
        assert Environment(environ={"LANG": value}).language(None) == expected


def test_it_is_offered_in_the_menu(desk: Desk) -> None:
    assert desk.call(typed=["9", "2", "q"]) == 0
    text = desk.said()
    assert "2: Esperanto\n" in text
    assert text.splitlines()[-3] == "⟦Score: 0 (0/0 correct)⟧"
    desk.lang = ""  # the choice is kept
    desk.call(typed=["q"])
    assert "⟦Language: Esperanto⟧" in desk.said()


def test_one_missing_wording_is_reported_and_hides_it(desk: Desk, pack: Path) -> None:
    file = pack / "data" / "river.yaml"
    text = file.read_text(encoding="utf-8").replace(", eo: Norda Maro", "")
    file.write_text(text, encoding="utf-8")
    line = text[: text.index("North Sea")].count("\n") + 1
    assert desk.call("check", str(pack)) == 1
    text = desk.said()
    assert "missing-language" in text
    assert f"river.yaml:{line}:" in text
    assert "eo" in text
    desk.call(typed=["9", "q", "q"])
    text = desk.said()
    assert "Esperanto" not in text
    assert "1: English\n" in text
    assert desk.call("play", "--lang", "eo") == 1
    assert "There are no questions in the language eo." in desk.said().replace("⟦", "")
    assert desk.call("play", "--questions", "1", typed=["1"]) == 0
    assert "Question 1 of 1. Rivers." in desk.said()


def test_without_a_catalog_only_the_questions_speak_it(desk: Desk, pack: Path) -> None:
    (pack / "locale" / "eo" / "LC_MESSAGES" / f"{DOMAIN}.mo").unlink()
    assert desk.call("play", "--lang", "eo", "--questions", "1", typed=["1"]) == 0
    text = desk.said()
    assert "Question 1 of 1. Riveroj." in text
    assert text.splitlines()[-3].startswith("Score: ")


@pytest.mark.parametrize("content", [b"", b"no catalog", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_broken_catalog_is_passed_over(desk: Desk, pack: Path, content: bytes) -> None:
    (pack / "locale" / "eo" / "LC_MESSAGES" / f"{DOMAIN}.mo").write_bytes(content)
    assert desk.call("play", "--lang", "eo", "--questions", "1", typed=["1"]) == 0
    assert desk.said().splitlines()[-3].startswith("Score: ")


def test_a_catalog_cannot_do_more_than_name_places(desk: Desk, pack: Path) -> None:
    spoken = Catalog(locale="eo", domain=DOMAIN)
    spoken.add("Option {number}: {text}", "{number.__class__} {other} {0} {text!r} {text}")
    buffer = BytesIO()
    write_mo(buffer, spoken)
    (pack / "locale" / "eo" / "LC_MESSAGES" / f"{DOMAIN}.mo").write_bytes(buffer.getvalue())
    assert desk.call("play", "--lang", "eo", "--questions", "1", typed=["1"]) == 0
    assert "{number.__class__} {other} {0} {text!r} " in desk.said()


def test_the_languages_of_the_program_stay_its_own(desk: Desk, pack: Path) -> None:
    """A pack adds languages; it does not change what the program says in those it has."""
    (pack / "locale" / "eo").rename(pack / "locale" / "ar")
    desk.call("stats", "--lang", "en")
    assert not messages("ar")("Wrong.").startswith("⟦")
    assert catalog.available() == ("en", "ar", "az")

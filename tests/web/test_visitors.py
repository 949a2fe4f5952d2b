"""Names and the cookies that stand for them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.names import MAX_NAME_LENGTH
from azun_quiz.store.errors import PlayerNameError
from azun_quiz.web import visitors as module
from azun_quiz.web.visitors import NameRefusedError, Visitor, Visitors, key_in

KEY, OTHER = b"a" * 32, b"b" * 32


def book(*names: str, key: bytes = KEY) -> tuple[Visitors, list[str]]:
    kept = list(names)
    return Visitors(key, lambda: tuple(kept), kept.append, ["The Teacher"]), kept


def test_a_free_name_is_entered_and_given() -> None:
    visitors, kept = book("Ben")
    assert visitors.welcome("  Anna ", "ar") == Visitor("Anna", "ar")
    assert kept == ["Ben", "Anna"]


@pytest.mark.parametrize("name", ["Anna", "ANNA", " anna", "\u200banna", "the teacher", "Player"])
def test_nobody_gets_a_name_that_somebody_has(name: str) -> None:
    visitors, kept = book("Anna")
    with pytest.raises(NameRefusedError):
        visitors.welcome(name, "en")
    assert kept == ["Anna"]


def test_but_they_who_have_it_keep_it() -> None:
    visitors, kept = book("Anna", "Ben")
    known = Visitor("Anna", "en")
    assert visitors.welcome("anna", "az", known) == Visitor("Anna", "az")
    with pytest.raises(NameRefusedError):
        visitors.welcome("Ben", "az", known)
    assert kept == ["Anna", "Ben"]


@pytest.mark.parametrize(
    ("lang", "names"), [("en", ["Guest 1", "Guest 3"]), ("ar", ["ضيف 1", "ضيف 2"])]
)
def test_guests_are_numbered(lang: str, names: list[str]) -> None:
    visitors, _ = book("guest 2")
    assert [visitors.welcome(" ", lang).name for _ in names] == names


@pytest.mark.parametrize("name", ["\u200b", "\x07", "\u202e"])
def test_a_name_has_to_be_seen(name: str) -> None:
    visitors, kept = book()
    with pytest.raises(PlayerNameError):
        visitors.welcome(name, "en")
    assert kept == []


def test_a_name_may_not_be_long() -> None:
    visitors, kept = book()
    visitors.welcome("x" * MAX_NAME_LENGTH, "en")
    with pytest.raises(NameRefusedError):
        visitors.welcome("y" * 10_000, "en")
    assert len(kept) == 1


def test_there_is_an_end_to_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PLAYERS", 4)
    visitors, _ = book()
    visitors.welcome("Anna", "en")
    visitors.welcome("", "en")
    for name in ("Ben", ""):
        with pytest.raises(NameRefusedError):
            visitors.welcome(name, "en")


@given(st.text(min_size=1, max_size=MAX_NAME_LENGTH), st.sampled_from(["en", "ar", "az"]))
def test_a_cookie_leads_back_to_the_name(name: str, lang: str) -> None:
    visitors, _ = book()
    visitor = Visitor(name.encode("utf-8", "ignore").decode(), lang)
    token = visitors.token(visitor)
    assert visitors.known(token) == visitor
    assert token.isascii()
    assert not set(token) & set(' ";,=\\')


@given(st.data())
def test_a_cookie_that_was_touched_leads_nowhere(data: st.DataObject) -> None:
    visitors, _ = book()
    token = visitors.token(Visitor("Anna", "en"))
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.characters(codec="ascii").filter(lambda char: char != token[place]))
    found = visitors.known(token[:place] + letter + token[place + 1 :])
    assert found is None or found == Visitor("Anna", "en")  # unused bits at the end of base64


@given(st.text(max_size=80))
def test_no_other_text_is_a_cookie(text: str) -> None:
    assert book()[0].known(text) is None


def test_a_cookie_of_another_server_leads_nowhere() -> None:
    token = book(key=OTHER)[0].token(Visitor("Anna", "en"))
    assert book()[0].known(token) is None


def test_the_key_is_kept_and_only_the_owner_reads_it(tmp_path: Path) -> None:
    first = key_in(tmp_path / "data")
    assert key_in(tmp_path / "data") == first
    assert len(first) == 32
    assert key_in(tmp_path / "other") != first
    mode = (tmp_path / "data" / "serve.key").stat().st_mode
    assert not mode & (stat.S_IRWXG | stat.S_IRWXO)


def test_where_no_key_can_be_kept_there_is_one_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    first = key_in(tmp_path / "file")
    assert len(first) == 32
    assert first != key_in(tmp_path / "file")


def test_a_key_that_was_cut_off_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "serve.key").write_bytes(b"")
    assert len(key_in(tmp_path)) == 32

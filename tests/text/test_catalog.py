"""Messages: named places, plural forms, and values that are never read as patterns."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.content.codes import CODES
from azun_quiz.text.catalog import N_, available, messages

LANGUAGES = ("en", "ar", "az")


def test_the_interface_speaks_three_languages() -> None:
    assert set(LANGUAGES) <= set(available())
    assert available()[0] == "en"


@pytest.mark.parametrize("lang", [*LANGUAGES, "xx"])
def test_a_message_without_a_translation_is_english(lang: str) -> None:
    t = messages(lang)
    assert t("No such message: {word}.", word="x") == "No such message: x."
    assert t("A brace {stays}.") == "A brace {stays}."


@pytest.mark.parametrize("lang", LANGUAGES)
@given(value=st.text())
def test_values_are_inserted_as_they_are(lang: str, value: str) -> None:
    assert messages(lang)("It is {value}!!", value=value) == f"It is {value}!!"


def test_marking_a_message_changes_nothing() -> None:
    assert N_("a message") == "a message"


def test_plural_forms() -> None:
    t = messages("en")
    assert t.plural("{count} thing", "{count} things", 1) == "1 thing"
    assert t.plural("{count} thing", "{count} things", 0) == "0 things"


def test_every_code_has_words_whose_places_have_names() -> None:
    for code in CODES.values():
        for text in (code.message, code.advice):
            assert text
            names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
            assert all(name.isidentifier() for name in names)

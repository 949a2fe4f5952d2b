"""What the system and the parser say of a file is translated where teachers meet it."""

from __future__ import annotations

import errno
import os

import pytest
import yaml

from azun_quiz.content.faults import (
    SAID_BEFORE,
    SAID_OF_FILES,
    SAID_OF_YAML,
    of_bytes,
    of_parser,
    of_system,
)
from azun_quiz.text.catalog import messages

BROKEN = (
    "a: [1, 2",
    "a: {b: 1",
    "a: 'b",
    "a: b: c",
    "a:\n\t- b",
    "- a\nb: c",
    "a: *",
    "a: &",
    "@a: b",
    "a: |x\n b",
    "%",
    "a: !<x",
    "a\nb: c",
    'a: "\\q"',
)


@pytest.mark.parametrize("lang", ["ar", "az"])
@pytest.mark.parametrize("said", [*SAID_OF_FILES, *SAID_BEFORE, *SAID_OF_YAML])
def test_what_is_said_is_translated(said: str, lang: str) -> None:
    assert messages(lang)(said) != said


@pytest.mark.parametrize("text", BROKEN)
def test_the_parser_is_quoted_in_english(text: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.CBaseLoader))
    error = caught.value
    said = " ".join(filter(None, [error.context, error.problem]))
    assert str(of_parser(error)) == said


def test_a_teachers_usual_slips_are_told_in_their_language() -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse("a: {b: c: d}", Loader=yaml.CBaseLoader))
    told = of_parser(caught.value).in_words(messages("az"))
    assert told == "fiqurlu mötərizədə: gözlənilən “,” və ya “}” tapılmadı"


def test_the_system() -> None:
    error = IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    assert str(of_system(error)) == "Is a directory"
    assert of_system(error).in_words(messages("az")) == "bu, qovluqdur"
    assert str(of_system(OSError("odd\x1b{x}."))) == "odd<U+001B>{x}"


def test_what_is_not_known_stays_as_it_is() -> None:
    assert of_bytes("something new").in_words(messages("ar")) == "something new"
    assert str(of_bytes("")) == "it cannot be parsed"

"""Sentences of templates: text, placeholders, and nothing that could be run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.content.templates import Placeholder, parse_sentence


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("When?", ("When?",)),
        ("{name}", (Placeholder("name"),)),
        ("On {adopted:loc}, {organ.name:the}?",
         ("On ", Placeholder("adopted", "loc"), ", ", Placeholder("organ.name", "the"), "?")),
        ("{{name}} is {name}", ("{name} is ", Placeholder("name"))),
        ("100 %s [bold] $x", ("100 %s [bold] $x",)),
    ],
)  # fmt: skip
def test_sentences(text: str, pieces: tuple[object, ...]) -> None:
    assert parse_sentence(text) == (pieces, None)


@pytest.mark.parametrize(
    "wrong",
    ["{}", "{0}", "{name!r}", "{name[0]}", "{x.__class__}", "{Name}", "{name:>10}", "{ name }",
     "{name.}", "{.name}", "{name:}", "{name:the:x}", "{", "}", "{a b}", "{名}"],
)  # fmt: skip
def test_what_is_no_placeholder(wrong: str) -> None:
    pieces, found = parse_sentence(f"x {wrong} y")
    assert pieces == ()
    assert found is not None
    assert found in wrong


@given(st.text())
def test_any_text_is_a_sentence_or_refused(text: str) -> None:
    pieces, wrong = parse_sentence(text)
    if wrong is None:
        written = "".join(
            piece.replace("{", "{{").replace("}", "}}") if isinstance(piece, str) else str(piece)
            for piece in pieces
        )
        assert parse_sentence(written) == (pieces, None)

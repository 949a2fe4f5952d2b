"""Nothing that does something instead of being seen comes through; harmless text is unchanged."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.text.safe import for_terminal, holdable, one_line, printable

CONTROLS = frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")
ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
ENDS = frozenset("\t\n\x0b\x0c\r\x85\u2028\u2029")
BARE = partial(one_line, isolates=False)

EVERYWHERE = pytest.mark.parametrize("safe", [printable, for_terminal, one_line, BARE, holdable])
ON_TERMINALS = pytest.mark.parametrize("safe", [printable, for_terminal, one_line, BARE])
ON_ONE_LINE = pytest.mark.parametrize("safe", [printable, one_line, BARE])

doubtful = st.text(
    st.sampled_from(sorted(CONTROLS | TURNING | ISOLATES | ENDS | set("aا1 \ud800\uffff")))
) | st.text(st.characters())
harmless = st.text(st.characters(categories=("L", "M", "N", "P", "S"), include_characters=" "))


@EVERYWHERE
@given(text=doubtful)
def test_no_control_and_no_lone_surrogate_survives(safe: Callable[[str], str], text: str) -> None:
    kept = {"\n", "\t"} if safe is for_terminal else set()
    result = safe(text)
    assert not set(result) & CONTROLS - kept
    assert result.encode().decode() == result
    assert safe(result) == result


@ON_TERMINALS
@given(text=doubtful)
def test_nothing_turns_the_order_of_writing(safe: Callable[[str], str], text: str) -> None:
    assert not set(safe(text)) & TURNING


@ON_ONE_LINE
@given(text=doubtful)
def test_one_line_stays_one(safe: Callable[[str], str], text: str) -> None:
    assert not set(safe(text)) & ENDS
    assert len(f"{safe(text)}.".splitlines()) == 1


@given(doubtful)
def test_isolates_stay_in_messages_only(text: str) -> None:
    assert not set(BARE(text)) & ISOLATES
    assert not set(printable(text)) & ISOLATES
    assert [c for c in one_line(text) if c in ISOLATES] == [c for c in text if c in ISOLATES]


@given(doubtful)
def test_all_of_a_value_can_be_seen(text: str) -> None:
    assert printable(text).isprintable()


@EVERYWHERE
@given(text=harmless)
def test_harmless_text_is_unchanged(safe: Callable[[str], str], text: str) -> None:
    assert safe(text) == text


@EVERYWHERE
@pytest.mark.parametrize(
    "text", ["Bakı, 1992", "الأمم المتحدة", "[bold]x[/] =1+1 <b>", "e\u0301 😀"]
)
def test_words_are_unchanged(safe: Callable[[str], str], text: str) -> None:
    assert safe(text) == text


def test_what_is_put_in_their_place() -> None:
    text = "a\x1b[1m\u202e\tb\u2066\r\nc\u2028d\x9b"
    assert printable(text) == "a<U+001B>[1m<U+202E> b<U+2066><U+000D> c<U+2028>d<U+009B>"
    assert for_terminal(text) == "a\ufffd[1m\tb\u2066\ufffd\nc\u2028d\ufffd"
    assert one_line(text) == "a\ufffd[1m b\u2066 c d\ufffd"
    assert BARE(text) == "a\ufffd[1m b c d\ufffd"
    assert holdable(text) == "a\ufffd[1m\u202e\ufffdb\u2066\ufffd\ufffdc\u2028d\ufffd"


def test_the_classes_are_those_of_unicode() -> None:
    everything = [chr(point) for point in range(0x110000)]
    assert {char for char in everything if unicodedata.category(char) == "Cc"} == CONTROLS
    names = {"LRE", "RLE", "PDF", "LRO", "RLO"}
    assert {char for char in everything if unicodedata.bidirectional(char) in names} == TURNING
    names = {"LRI", "RLI", "FSI", "PDI"}
    assert {char for char in everything if unicodedata.bidirectional(char) in names} == ISOLATES

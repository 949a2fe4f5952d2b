"""Phrases: put into words late, values never read as patterns, and kept together in Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.text.bidi import FSI, LRI, PDI, visual
from azun_quiz.text.catalog import messages
from azun_quiz.text.phrase import MOST_NAMES, Phrase, in_words, listed, phrase
from azun_quiz.text.safe import printable
from tests.text.arabic_lines import without_steering

EN, AR, AZ = map(messages, ("en", "ar", "az"))


def test_a_phrase_is_told_in_the_language_of_its_reader() -> None:
    found = phrase("The fields are: {known}.", known=listed(["name", "day"]))
    assert str(found) == "The fields are: name, day."
    assert found.in_words(AZ) == "Sahələr bunlardır: name, day."
    assert without_steering(found.in_words(AR)) == "الحقول هي: name، day."


def test_a_value_may_be_a_phrase() -> None:
    inner = phrase("the field {name}", name="day")
    outer = phrase("{what} is empty.", what=phrase("a key of {what}", what=inner))
    assert str(outer) == "a key of the field day is empty."
    assert outer.in_words(AZ) == "day sahəsi: açar: burada heç nə yoxdur."


def test_words_without_arabic_are_one_piece_of_an_arabic_line() -> None:
    part = phrase("{what} ({part})", what="name", part="en")
    text = phrase("The forms of {what} lack the form “default”.", what=part).in_words(AR)
    assert "name (en)" in visual(text)


def test_braces_of_a_message_and_braces_of_values() -> None:
    assert str(phrase("a {{b}} {{{{ {c}", c="{{d}} {c}")) == "a {b} {{ {{d}} {c}"
    assert str(phrase("a { b } {no}")) == "a { b } {no}"


@pytest.mark.parametrize("t", [EN, AR, AZ])
@given(value=st.text())
def test_values_are_inserted_as_they_are_typed(t: object, value: str) -> None:
    text = in_words(Phrase("= {value} =", {"value": value}), t)  # type: ignore[arg-type]
    plain = "".join(char for char in text if char not in (LRI, FSI, PDI, "\u200e"))
    assert plain == f"= {printable(value)} ="
    assert plain.isprintable()


def test_a_long_list_is_cut() -> None:
    many = listed(range(MOST_NAMES + 1))
    assert str(many) == ", ".join(map(str, range(MOST_NAMES))) + ", ..."
    assert str(listed(range(MOST_NAMES))) == ", ".join(map(str, range(MOST_NAMES)))


@pytest.mark.parametrize(
    ("found", "together"),
    [
        (phrase("{value} is not a date.", value="1993-02-30"), "1993-02-30"),
        (phrase("Write year-month-day as in 1993-07-29, or 1993-07, or 1993."), "1993-07-29"),
        (phrase("The span {value} ends before it begins.", value="2005-2003"), "2005-2003"),
        (phrase("Add a line “{key}: ...”.", key="kind"), "kind: ..."),
        (phrase("Write “complete: yes” in the kind {kind}, if no fact is missing.", kind="a"),
         "complete: yes"),
        (phrase('Say which language it is: {{en: "{text}"}}.', text="When, then?"),
         '{en: "When, then?"}'),
        (phrase("No {kind} lies in the region “{path}: {value}”.", kind="a", path="b", value="1/2"),
         "b: 1/2"),
        (phrase("{name} cannot be used as a name.", name="Founded In (1)"), "Founded In (1)"),
    ],
)  # fmt: skip
def test_what_is_typed_reads_from_left_to_right_in_an_arabic_line(
    found: Phrase, together: str
) -> None:
    assert together in visual(found.in_words(AR))


@pytest.mark.parametrize("value", ["1993-02-30", "2005-2003", "2012-01-01/2013-12-31"])
def test_times_read_in_order_where_the_isolates_are_lost(value: str) -> None:
    """As on a screen, which takes isolates out of all text."""
    text = phrase("The span {value} ends before it begins.", value=value).in_words(AR)
    assert value in visual(text.translate(dict.fromkeys(map(ord, (LRI, FSI, PDI)))))

"""What makes two texts the same answer, by the rules of each language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.text.languages import BUILT_IN, language

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)


def test_dotted_and_dotless_i_are_two_letters_in_azerbaijani() -> None:
    fold = language("az").fold
    assert fold("İRAN") == fold("iran")
    assert fold("IŞIQ") == fold("ışıq")
    assert fold("I") != fold("İ")
    assert language("en").fold("I") == "i"


@pytest.mark.parametrize(
    ("one", "other"),
    [("مُحمّد", "محمد"), ("الأمــن", "الأمن"), ("46/230", "46/230\u200f")],
)
def test_arabic_vowel_signs_and_tatweel_make_no_difference(one: str, other: str) -> None:
    assert language("ar").fold(one) == language("ar").fold(other)


def test_spelling_does_make_a_difference() -> None:
    assert language("ar").fold("هنغاريا") != language("ar").fold("المجر")


@given(TEXT, st.sampled_from(BUILT_IN))
def test_folding_twice_is_folding_once(text: str, lang: str) -> None:
    fold = language(lang).fold
    assert fold(fold(text)) == fold(text)


@given(TEXT, st.sampled_from(BUILT_IN))
def test_unicode_forms_fold_alike(text: str, lang: str) -> None:
    fold = language(lang).fold
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_a_question_runs_on_after_an_introduction() -> None:
    assert language("en").inside_sentence("In which year?") == "in which year?"
    assert language("en").inside_sentence("Azerbaijan began.") == "Azerbaijan began."
    assert language("az").inside_sentence("Hansı ildə?") == "hansı ildə?"
    assert language("ar").inside_sentence("في أي عام؟") == "في أي عام؟"


def test_a_language_of_a_pack_takes_its_direction_from_cldr() -> None:
    assert language("fa").right_to_left
    assert not language("fr").right_to_left
    assert language("xx-unknown").code == "xx-unknown"

"""Item-writing rules, each with what breaks it and what keeps it."""

from __future__ import annotations

import pytest

from azun_quiz.generator.rules import option_flaws, stem_flaws


def flaws(stem: str, *options: str, key: int = 0, lang: str = "en") -> list[str]:
    return option_flaws(stem, options, key, lang, ordered=False)


def test_a_sound_question_has_no_flaw() -> None:
    assert flaws("On what date was resolution 853 adopted?", "29 July 1993", "6 May 1993") == []


@pytest.mark.parametrize(
    ("options", "lang", "flaw"),
    [
        (("Paris", "PARIS"), "en", "options-alike"),
        (("Bakı", "BAKI"), "az", "options-alike"),
        (("قُبلت", "قبلت"), "ar", "options-alike"),
        (("Paris", "Rome", "All of the above"), "en", "combined-option"),
        (("Bakı", "Gəncə", "yuxarıdakıların hamısı"), "az", "combined-option"),
        (("باكو", "جميع ما سبق"), "ar", "combined-option"),
        (("Yes", "No"), "en", "yes-no-series"),
        (("Bəli", "Xeyr"), "az", "yes-no-series"),
        (("The Council of the very long name", "Court", "Bank"), "en", "key-longest"),
        (("Security Council", "Court", "Bank"), "en", None),
        (("A" * 70, "B" * 50, "C"), "en", None),
        (("A" * 13, "C", "D"), "en", None),
        (("A" * 14, "C", "D"), "en", "key-longest"),
        (("A" * 38, "B" * 25, "C"), "en", "key-longest"),
        (("Council of Europe", "Council of Ministers", "Court of Europe"), "en", "key-converges"),
    ],
)
def test_options(options: tuple[str, ...], lang: str, flaw: str | None) -> None:
    assert flaws("?", *options, lang=lang) == ([flaw] if flaw else [])


def test_the_key_must_not_repeat_the_stem_alone() -> None:
    stem = "Which body deals with disarmament?"
    assert flaws(stem, "Conference on Disarmament", "Court of Justice") == ["key-echoes-stem"]
    assert flaws(stem, "Conference on Disarmament", "Disarmament Commission") == []


def test_letters_that_differ_in_azerbaijani_are_no_likeness() -> None:
    assert flaws("?", "qışın", "QIŞIN", lang="az") == ["options-alike"]
    assert flaws("?", "ılıq", "ilıq", lang="az") == []


@pytest.mark.parametrize(
    ("stem", "lang", "codes"),
    [
        ("Which one is it?", "en", []),
        ("أي هيئة؟", "ar", []),
        ("Which one has the title “Peace”?", "en", []),
        ("Name it.", "en", ["stem-no-question"]),
        ("Which one has the title «Peace?»", "en", []),
        ("Which one is it?X", "en", ["stem-no-question"]),
        ("It was ____?", "en", ["stem-blank"]),
        ("Which is not one?", "en", ["stem-negative"]),
        ("Not which one?", "en", ["stem-negative"]),
        ("Which is NOT one?", "en", []),
        ("Hansı üzv deyil?", "az", ["stem-negative"]),
        ("Which is always so?", "en", ["stem-absolute"]),
        ("How many are there?", "en", []),
        ("Are many there?", "en", ["stem-absolute"]),
        ("Bu heç vaxt olub?", "az", ["stem-absolute"]),
        ("Which of the the bodies?", "en", ["stem-join"]),
        ("A Economic body?", "en", ["stem-join"]),
        ("An Council?", "en", ["stem-join"]),
        ("Which  one?", "en", ["stem-join"]),
        ("Which one ?", "en", ["stem-join"]),
        ("في في أي عام؟", "ar", ["stem-join"]),
    ],
)
def test_stems(stem: str, lang: str, codes: list[str]) -> None:
    assert [code for code, _ in stem_flaws(stem, lang)] == codes

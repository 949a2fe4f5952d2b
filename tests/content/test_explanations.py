"""Every code is explained in plain words, in every language, with examples that can be right."""

from __future__ import annotations

import pytest
import yaml

from azun_quiz.codebook import explained, listed
from azun_quiz.content.codes import CODES
from azun_quiz.content.explanations import EXPLANATIONS
from azun_quiz.text.catalog import messages

NO_YAML = {"unreadable", "not-utf8", "bad-catalog", "incomplete-catalog"}
"""Codes whose examples show names of files or another format."""

LANGUAGES = ("en", "ar", "az")


def test_every_code_has_an_explanation() -> None:
    assert set(EXPLANATIONS) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_explanation_is_whole(code: str) -> None:
    told = EXPLANATIONS[code]
    assert told.meaning.endswith(".")
    assert told.why.endswith(".")
    assert told.wrong != told.right
    for text in (told.meaning, told.why, told.wrong, told.right):
        assert text.strip() == text
        assert all(char.isprintable() or char == "\n" for char in text)
    if code not in NO_YAML:
        assert yaml.load(told.right, Loader=yaml.BaseLoader) is not None or "#" in told.right


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_it_is_told_in_every_language(code: str, lang: str) -> None:
    t, told = messages(lang), EXPLANATIONS[code]
    page = "\n".join(explained(code, t))
    assert f"[{code}]" in page.splitlines()[0]
    assert told.wrong.splitlines()[0] in page
    assert told.right.splitlines()[0] in page
    if lang != "en":
        assert t(told.meaning) != told.meaning
        assert t(told.why) != told.why
    can_be_silenced = CODES[code].severity == "warning" and not code.startswith("ignore-")
    assert (f"# azun: ignore {code}" in page) == can_be_silenced


def test_the_list_names_every_code_once() -> None:
    page = "\n".join(listed(messages("en")))
    assert [code for code in CODES if page.count(f"[{code}]") != 1] == []

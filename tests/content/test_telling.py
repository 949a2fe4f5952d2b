"""Problems in the language of who reads them: whole, translated, and the same in all else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from azun_quiz.content.codes import CODES
from azun_quiz.content.load import load
from azun_quiz.content.problem_code import ADVICE, Code
from azun_quiz.content.problems import Problem
from azun_quiz.diagnostics import as_github, as_json, as_text, summary
from azun_quiz.generator.bank import Bank
from azun_quiz.text.catalog import messages
from azun_quiz.text.phrase import Names, Phrase
from tests.content.broken_packs import BROKEN
from tests.content.checked_packs import problems_of, write
from tests.golden.comparing import assert_golden
from tests.text.arabic_lines import without_steering

LANGUAGES = ("ar", "az")
SHOWN = ("bad-date", "unknown-type", "terms-overlap#facts", "ambiguous", "key-stands-out")
"""Cases whose whole page stands in golden files."""

_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")
_AS_TYPED = re.compile(r"“[^”]*”|\{[^}]*\}|\*name")
"""What messages quote as it stands in files."""

_ENGLISH = re.compile(
    r"\b(?:the|is|are|of|or|not|no|must|has|have|this|that|which|who|write|add|remove|cannot|"
    r"file|field|fact|kind|name|template|found|did|while|and|with)\b",
    re.I,
)
"""Words that every English message has one of."""


def texts(code: Code) -> Iterator[str]:
    for pair in [(code.message, code.advice), *code.cases.values()]:
        yield from pair


def places(message: str) -> set[str]:
    return {name for name in _PLACE.findall(message) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_the_words_of_a_code_are_translated_with_all_their_places(code: str, lang: str) -> None:
    for text in texts(CODES[code]):
        translated = messages(lang)(text)
        assert places(translated) == places(text)
        assert translated != text or text == ADVICE


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, Problem]]:
    """The problem of each broken pack, by its case, with the directory of the pack."""
    root = tmp_path_factory.mktemp("telling")
    found = {}
    for number, (case, files) in enumerate(BROKEN.items()):
        pack = write(root / str(number), files)
        (found[case],) = ((pack.directory, one) for one in problems_of(pack, Bank(load([pack]))))
    return found


def typed(value: object) -> Iterator[str]:
    """What somebody typed among the values of a problem."""
    if isinstance(value, Phrase):
        for inner in value.values.values():
            yield from typed(inner)
    elif isinstance(value, Names):
        yield from value.names
    else:
        yield str(value)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", BROKEN)
def test_a_problem_is_told_without_a_word_of_english(
    problems: Mapping[str, tuple[Path, Problem]], case: str, lang: str
) -> None:
    _, problem = problems[case]
    values = sorted({each for one in problem.details.values() for each in typed(one)}, key=len)
    for message, text in zip(problem.words, problem.in_words(messages(lang)), strict=True):
        told = without_steering(text)
        assert told.strip()
        for name in places(message):
            assert f"{{{name}}}" not in told
        for value in reversed(values):
            told = told.replace(value, "")
        assert _ENGLISH.findall(_AS_TYPED.sub("", told)) == []


@pytest.mark.parametrize("case", [case for case in BROKEN if case != "incomplete-catalog"])
def test_values_are_what_somebody_typed_and_no_sentences(
    problems: Mapping[str, tuple[Path, Problem]], case: str
) -> None:
    """A sentence of the program among the values would stay English."""
    directory, problem = problems[case]
    paths = [path for path in directory.rglob("*.yaml") if path.is_file()]
    files = "\n".join(path.read_bytes().decode("utf-8", "replace") for path in paths)
    for value in problem.details.values():
        for each in typed(value):
            assert " " not in each or _ENGLISH.search(each) is None or each in files


@pytest.mark.parametrize("lang", LANGUAGES)
def test_codes_severities_and_places_are_the_same_in_every_language(
    problems: Mapping[str, tuple[Path, Problem]], lang: str
) -> None:
    directory, problem = problems["bad-number"]
    t = messages(lang)
    (english,) = json.loads("".join(as_json([problem], directory)))
    (other,) = json.loads("".join(as_json([problem], directory, t)))
    differing = {key for key in english if english[key] != other[key]}
    assert differing == {"message", "advice"}
    assert (other["message"], other["advice"]) == problem.in_words(t)
    (line,) = as_github([problem], directory, t)
    assert line.startswith("::error file=data/city.yaml,")
    assert line.endswith(" ".join(problem.in_words(t)))


def test_one_problem_is_one_problem_in_any_language(
    problems: Mapping[str, tuple[Path, Problem]],
) -> None:
    _, problem = problems["unknown-key"]
    before = (problem.message, problem.sort_key)
    assert (
        problem.in_words(messages("ar"))[0]
        != problem.message
        == problem.in_words(messages("en"))[0]
    )
    assert (problem.message, problem.sort_key) == before


def test_the_count_follows_the_rules_of_the_language(
    problems: Mapping[str, tuple[Path, Problem]],
) -> None:
    _, error = problems["bad-number"]
    _, warning = problems["form-nowhere"]
    assert summary([error, error, *[warning] * 3], messages("ar")) == "خطآن، 3 تحذيرات."
    assert summary([warning] * 11, messages("ar")) == "لا أخطاء، 11 تحذيرا."
    assert summary([error], messages("az")) == "1 xəta, 0 xəbərdarlıq."
    assert summary([], messages("az")) == "Problem tapılmadı."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whole_pages(problems: Mapping[str, tuple[Path, Problem]], lang: str) -> None:
    pages = []
    for case in SHOWN:
        directory, problem = problems[case]
        page = "\n".join(as_text([problem], directory, messages(lang)))
        pages.append(f"#### {case}\n{page}")
    assert_golden(f"problems.{lang}.txt", "\n\n".join(pages) + "\n")

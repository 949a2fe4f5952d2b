"""Every problem has a code, a place, words and advice, and leaves the sound rest alone."""

from __future__ import annotations

import re

import pytest

from azun_quiz.content.codes import CODES
from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.diagnostics import as_text
from azun_quiz.generator.bank import Bank
from tests.content.broken_packs import BROKEN
from tests.content.checked_packs import problems_of, write
from tests.golden.comparing import assert_golden


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Pack, Bank]]:
    root = tmp_path_factory.mktemp("codes")
    packs = {
        case: write(root / str(number), files)
        for number, (case, files) in enumerate(BROKEN.items())
    }
    return {case: (pack, Bank(load([pack]))) for case, pack in packs.items()}


def test_every_code_has_a_pack_that_triggers_it() -> None:
    assert {case.partition("#")[0] for case in BROKEN} == set(CODES)


@pytest.mark.parametrize("case", BROKEN)
def test_the_code_is_reported_once_and_nothing_else(
    banks: dict[str, tuple[Pack, Bank]], case: str
) -> None:
    codes = [problem.code for problem in problems_of(*banks[case])]
    assert codes == [case.partition("#")[0]]


@pytest.mark.parametrize("case", BROKEN)
def test_the_place_is_in_the_file_at_fault(banks: dict[str, tuple[Pack, Bank]], case: str) -> None:
    (problem, *_) = problems_of(*banks[case])
    path, line, column = problem.place
    assert path.exists()
    if line:
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
        assert line <= len(lines) + 1
        assert column >= 1


@pytest.mark.parametrize("case", BROKEN)
def test_the_sound_rest_gives_its_questions(banks: dict[str, tuple[Pack, Bank]], case: str) -> None:
    _, bank = banks[case]
    items = [item for item in bank.ids(bank.topics) if item.startswith("sea-depth/")]
    assert len(items) >= 3
    lang = bank.languages[0]
    for item in items:
        assert bank.item(item, lang=lang).options


def test_the_words_of_every_problem(banks: dict[str, tuple[Pack, Bank]]) -> None:
    """What a teacher reads; the golden file shows all of it."""
    pages = []
    for case, (pack, bank) in banks.items():
        problems = problems_of(pack, bank)
        base = pack.directory
        page = "\n".join(as_text(problems, base))
        if case == "incomplete-catalog":  # how many messages there are changes with each of them
            page = re.sub(r"lacks .*\.", "lacks 4 of 5 messages (for example “Right.”).", page)
        pages.append(f"#### {case}\n{page}")
    assert_golden("problems.txt", "\n\n".join(pages) + "\n")

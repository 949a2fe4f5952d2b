"""The material: all of it is there, sourced, and what is doubtful is never asked."""

from __future__ import annotations

import pytest

from azun_quiz.content.facts import Fact
from azun_quiz.content.values import Date, Words
from azun_quiz.library import Library

PARAGRAPHS = [
    "I1", "P1", "R1", "R2", "R3", "R4", "R5", "C0",
    *[f"L{number}" for number in range(1, 12)],
    "C1", "C2",
    *[f"K{number}" for number in range(1, 8)],
]  # fmt: skip
CHECKED_FACTS = range(1, 65)
CASES = ("default", "gen", "dat", "acc", "loc", "abl")
DECLINED = ("state", "place", "body", "person")


@pytest.fixture(scope="module")
def facts(library: Library) -> list[Fact]:
    return list(library.content.facts.values())


def test_the_content_has_no_problems(library: Library) -> None:
    assert [problem.message for problem in library.problems] == []


def test_every_paragraph_of_the_article_is_covered(facts: list[Fact]) -> None:
    covered = {code for fact in facts for code in fact.article}
    assert [code for code in PARAGRAPHS if code not in covered] == []
    assert covered <= set(PARAGRAPHS)


def test_every_checked_fact_is_covered(facts: list[Fact]) -> None:
    covered = {number for fact in facts for number in fact.checked}
    assert [number for number in CHECKED_FACTS if number not in covered] == []


def test_every_fact_that_holds_names_a_source(facts: list[Fact]) -> None:
    assert [fact.id for fact in facts if fact.holds and not fact.sources] == []


def test_what_only_one_side_says_is_attributed_or_not_asked(facts: list[Fact]) -> None:
    stated = [fact for fact in facts if fact.certainty == "stated"]
    assert stated
    assert [fact.id for fact in stated if fact.voice is None and not fact.not_asked] == []


@pytest.mark.parametrize("kind", DECLINED)
def test_names_have_all_azerbaijani_cases(facts: list[Fact], kind: str) -> None:
    lacking = []
    for fact in facts:
        if fact.kind == kind:
            name = fact.values["name"]
            assert isinstance(name, Words)
            lacking += [
                (fact.id, case) for case in CASES if name.form("az", case, strict=True) is None
            ]
    assert lacking == []


def test_the_council_resolutions_of_three_years_are_whole(facts: list[Fact]) -> None:
    numbers = {
        fact.values["number"]
        for fact in facts
        if fact.kind == "resolution"
        and isinstance(adopted := fact.values["adopted"], Date)
        and 1992 <= adopted.year <= 1994
    }
    assert numbers == set(range(726, 970)) - {930}


@pytest.mark.parametrize(
    ("fact", "date"),
    [
        ("unsc-742", "1992-02-14"),
        ("unsc-822", "1993-04-30"),
        ("unsc-853", "1993-07-29"),
        ("unsc-874", "1993-10-14"),
        ("unsc-884", "1993-11-12"),
        ("ga-46-230", "1992-03-02"),
        ("ga-48-114", "1993-12-20"),
        ("ga-60-285", "2006-09-07"),
        ("ga-62-243", "2008-03-14"),
    ],
)
def test_dates_that_everything_else_rests_on(library: Library, fact: str, date: str) -> None:
    assert str(library.content.facts[fact].values["adopted"]) == date


@pytest.mark.parametrize("number", [770, 771, 913, 918])
def test_rough_spots_are_not_asked(library: Library, number: int) -> None:
    assert library.content.facts[f"unsc-{number}"].not_asked
    assert not [item for item in library.bank.ids(library.bank.topics) if f"/unsc-{number}" in item]


def test_votes_of_resolution_62_243(library: Library) -> None:
    values = library.content.facts["ga-62-243"].values
    assert (values["in-favour"], values["against"], values["abstaining"]) == (39, 7, 100)
    opponents = values["opponents"]
    assert isinstance(opponents, tuple)
    assert len(opponents) == 7


@pytest.mark.parametrize("year", [2012, 2013])
def test_the_council_has_fifteen_members(facts: list[Fact], year: int) -> None:
    from azun_quiz.content.values import Span

    members = [
        fact.values["state"]
        for fact in facts
        if fact.kind == "membership"
        and fact.holds
        and fact.values["body"] == "security-council"
        and isinstance(term := fact.values["term"], Span)
        and term.includes(Date(year))
    ]
    assert len(members) == len(set(members)) == 15
    assert "azerbaijan" in members

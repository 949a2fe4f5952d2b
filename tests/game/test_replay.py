"""A round has a code only if whoever types it is asked the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.draw import draw
from azun_quiz.game.replay import code_of
from azun_quiz.game.round_code import CODE_SEEDS, RoundRequest, decode
from tests.game.stubs import StubBank

BANK = StubBank({topic: [f"{topic}/{number}" for number in range(9)] for topic in ("a", "b")})
REQUEST = RoundRequest(("a", "b"), "hard", 6, 5)
DRAWN = dict(enumerate(draw(BANK, topics=REQUEST.topics, count=6, seed=5)))


def code(
    request: RoundRequest = REQUEST,
    asked: dict[int, str] = DRAWN,
    digest: str = BANK.digest,
    origin: str = "new",
) -> str:
    return code_of(BANK, request, asked, digest=digest, origin=origin, lang="en")


@given(st.sets(st.sampled_from(sorted(DRAWN))))
def test_the_code_is_that_of_what_is_known(places: set[int]) -> None:
    found = code(asked={place: DRAWN[place] for place in places})
    assert decode(found, BANK) == REQUEST


@given(st.sampled_from(sorted(DRAWN)))
def test_one_other_item_and_there_is_no_code(place: int) -> None:
    assert code(asked={**DRAWN, place: "a/99"}) == ""


def test_items_beyond_those_drawn_have_no_code() -> None:
    assert code(asked={**DRAWN, 6: "a/8"}) == ""


@pytest.mark.parametrize("how", [{"origin": "review"}, {"digest": "other"}])
def test_neither_have_reviews_and_rounds_of_other_content(how: dict[str, str]) -> None:
    assert code(**how) == ""  # type: ignore[arg-type]


def test_nor_has_what_fits_into_none() -> None:
    assert code(replace(REQUEST, seed=CODE_SEEDS)) == ""

"""What a round asks: plans that make no sense, seeds of questions, other options next time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.plan import Question, again, question, questions, time_limit
from tests.game.stubs import StubBank, make_plan


@pytest.mark.parametrize(
    "wrong",
    [
        {"mode": "arcade"},
        {"level": "brutal"},
        {"questions": ()},
        {"limit": 20.0},
        {"mode": "timed", "limit": None},
        {"mode": "timed", "limit": 0.0},
        {"mode": "timed", "limit": float("nan")},
        {"mode": "timed", "limit": 86_400.0},
    ],
)
def test_a_plan_must_make_sense(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        make_plan(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", [0.5, 20.0, 86_399.0])
def test_a_timed_round_has_its_limit(limit: float) -> None:
    assert make_plan("timed", limit=limit).limit == limit


def test_seeds_do_not_change_from_release_to_release() -> None:
    """Codes name rounds by their seed: the same question must come with the same options."""
    assert questions(["t/a", "t/b"], 7) == (
        Question("t/a", 1011058672),
        Question("t/b", 1823862088),
    )
    assert questions(["t/a"], 8) != questions(["t/a"], 7)


@given(st.integers(0, 2**63))
def test_questions_have_seeds_of_their_own_that_the_round_decides(seed: int) -> None:
    items = [f"t/f{number}" for number in range(8)]
    made = questions(items, seed)
    assert made == questions(items, seed)
    assert made[3] == questions(items[3:], seed)[0]
    assert len({each.seed for each in made}) == len(items)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_missed_item_comes_back_with_other_options(seed: int, before: int) -> None:
    bank = StubBank({"dates": ["t/a", "t/b"]})
    last = {"t/a": question("t/a", before).seed}
    made = again(bank, ["t/a", "t/b"], lang="en", level="easy", seed=seed, last=last)

    def options(item: str, seed: int) -> set[str]:
        return set(bank.item(item, lang="en", seed=seed, level="easy").options)

    assert [each.item for each in made] == ["t/a", "t/b"]
    assert options("t/a", made[0].seed) != options("t/a", last["t/a"])
    assert made[1] == question("t/b", seed)


def test_an_item_that_is_gone_is_an_error() -> None:
    with pytest.raises(KeyError):
        again(StubBank({"x": []}), ["t/a"], lang="en", level="easy", seed=1, last={"t/a": 3})


def test_time_by_level_and_pace() -> None:
    assert time_limit("practice", "easy") is None
    assert time_limit("timed", "easy") == 30.0
    assert time_limit("timed", "hard", 1.5) == 30.0

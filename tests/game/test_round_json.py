"""Rounds as text: what does not come from ``dump`` is refused, never half read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.round import Round
from azun_quiz.game.round_json import SavedRoundError, dump, load
from tests.game.stubs import make_item, make_plan

TEXT = dump(Round.start(make_plan(count=2)))

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["format", "plan", "answers", "x"]), inner, max_size=4)
    ),
    max_leaves=10,
)


@given(st.text() | json_values.map(json.dumps))
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(SavedRoundError):
        load(text)


@given(st.data())
def test_a_damaged_round_is_refused_or_still_a_round(data: st.DataObject) -> None:
    saved = json.loads(TEXT)
    where = data.draw(st.sampled_from([saved, saved["plan"], saved["plan"]["questions"][0]]))
    key = data.draw(st.sampled_from(sorted(where)))
    where[key] = data.draw(json_values)
    try:
        loaded = load(json.dumps(saved))
    except SavedRoundError:
        return
    assert len(loaded.answers) == len(loaded.plan.questions) >= loaded.place


def test_a_round_is_taken_up_as_it_was_left() -> None:
    game = Round.start(make_plan("practice", 2)).spend(1.25)
    item = make_item(game.plan.questions[0].item, game.plan.questions[0].seed)
    game = game.hint(item).answer(item, item.key, seconds=1.0, at=5).undo(at=6)
    game = game.answer(item, item.key, seconds=1.0, at=7).advance().skip()
    for each in (game, game.finish(at=9)):
        assert each.place == len(each.plan.questions)
        assert each.undone
        assert load(dump(each)) == each


def test_what_stays_the_same_is_written_once() -> None:
    assert dump(Round.start(make_plan())).count('"plan":') == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("place", 0.5),
        ("place", 3),
        ("place", -1),
        ("answers", [None]),
        ("skipped", [False, False, False]),
        ("hidden", [[]]),
        ("hidden", [[0.5], []]),
        ("spent", ["1", 0.0]),
        ("spent", [0.0]),
        ("ended", 1.5),
        ("ended", 1 << 62),
    ],
)
def test_a_value_that_no_round_has_is_refused(field: str, value: object) -> None:
    saved = json.loads(TEXT)
    assert field in saved
    with pytest.raises(SavedRoundError):
        load(json.dumps(saved | {field: value}))


def test_the_largest_number_a_round_holds() -> None:
    largest = Round.start(make_plan(seed=(1 << 62) - 1))
    assert load(dump(largest)) == largest
    with pytest.raises(SavedRoundError):
        load(dump(Round.start(make_plan(seed=1 << 62))))


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(SavedRoundError):
        load(TEXT.replace('"format":1', '"format":2'))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(SavedRoundError):
        load("[" * 100_000)

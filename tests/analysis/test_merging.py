"""Files put together: no answer counts twice, whatever their order."""

from __future__ import annotations

from itertools import permutations

from azun_quiz.analysis.merging import Merged, merge
from tests.analysis.classes import answer, played, results


def given(merged: Merged, player: str = "p") -> list[tuple[int, str, int | None]]:
    participant = next(each for each in merged.participants if each.id == player)
    return [(g.answer.number, g.answer.item, g.answer.chosen) for g in participant.given]


EARLY = results("p", played(answer(1, "a", 1), answer(2, "b", 0)), name="Leyla")
LATE = results(
    "p",
    played(answer(1, "a", 1), answer(2, "b", 0), answer(3, "c", 2)),
    played(answer(4, "a", 0, place=0), number=2),
)
OTHER = results("q", played(answer(1, "a", 3)))


def test_overlapping_files_count_each_answer_once_in_any_order() -> None:
    for files in permutations([EARLY, LATE, OTHER, LATE]):
        merged = merge(files)
        assert given(merged) == [(1, "a", 1), (2, "b", 0), (3, "c", 2)]
        assert given(merged, "q") == [(1, "a", 3)]
        assert (merged.twice, merged.disputed, merged.repeated) == (6, 0, 1)
        assert [each.name for each in merged.participants] == ["Leyla", ""]


def test_the_last_attempt_can_count_instead() -> None:
    merged = merge([LATE], attempts="last")
    assert given(merged) == [(2, "b", 0), (3, "c", 2), (4, "a", 0)]


def test_an_answer_taken_back_gives_way_to_the_one_that_replaced_it() -> None:
    before = results("p", played(answer(1, "a", 1)))
    after = results("p", played(answer(2, "a", 0, place=0)))
    for files in permutations([before, after]):
        assert given(merge(files)) == [(2, "a", 0)]


def test_files_that_contradict_each_other_are_told_and_one_is_taken() -> None:
    one = results("p", played(answer(1, "a", 1)))
    two = results("p", played(answer(1, "a", 2)))
    found = {tuple(given(merge(files))) for files in permutations([one, two, one])}
    assert len(found) == 1
    assert merge([one, two, one]).disputed == 1
    assert merge([one, two, one]).twice == 1


def test_what_a_later_file_no_longer_knows_is_kept() -> None:
    knows = results("p", played(answer(1, "a", 1, options="m")))
    forgot = results("p", played(answer(1, "a", 1, key=None)))
    for files in permutations([knows, forgot]):
        merged = merge(files)
        assert (merged.twice, merged.disputed) == (1, 0)
        (kept,) = merged.participants[0].given
        assert (kept.answer.key, kept.answer.options) == (0, "m")


def test_only_wanted_rounds_count() -> None:
    merged = merge([LATE, OTHER], wanted=lambda each: each.number == 2)
    assert given(merged) == [(4, "a", 0)]
    assert len(merged.participants) == 1

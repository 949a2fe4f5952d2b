"""Which items are pointed out, and which are not."""

from __future__ import annotations

from azun_quiz.analysis.analysis import ItemAnalysis, analyse
from azun_quiz.analysis.merging import merge
from azun_quiz.analysis.results import Results
from azun_quiz.analysis.sample import Shown
from azun_quiz.text.catalog import messages
from tests.analysis.classes import StubQuestions, answer, played, results

OTHERS = [f"t/other-{number}" for number in range(6)]


def class_with(choices: list[int | None]) -> list[Results]:
    """A class in which each player knows more than the one before; the choices are theirs to the
    item "t/x", whose right option is 0."""
    files = []
    for rank, chosen in enumerate(choices):
        known = round(rank * len(OTHERS) / len(choices))
        rest = [answer(2 + n, item, 0 if n < known else 1) for n, item in enumerate(OTHERS)]
        files.append(results(f"p{rank:03}", played(answer(1, "t/x", chosen), *rest)))
    return files


def analysed(files: list[Results], questions: StubQuestions | None = None) -> ItemAnalysis:
    questions = questions or StubQuestions(["t/x", *OTHERS])
    found = analyse(merge(files), questions, files=len(files))
    assert found is not None
    return next(each for each in found.items if each.item == "t/x")


def codes(choices: list[int | None]) -> list[str]:
    return [reason.code for reason in analysed(class_with(choices)).reasons]


def test_a_wrong_key_is_found_and_the_option_that_may_be_right() -> None:
    each = analysed(class_with([0] * 20 + [2] * 20))
    assert [reason.code for reason in each.reasons][:2] == ["negative", "rival"]
    assert each.urgency == 3
    assert "“c”" in each.reasons[1].sentence(messages("en"))
    assert "«c»" in each.reasons[1].sentence(messages("ar"))


def test_what_may_be_chance_is_told_as_such() -> None:
    assert codes([0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 1, 3]) == ["perhaps-negative"]


def test_a_good_item_is_not_pointed_out() -> None:
    assert codes([1, 2, 3] * 7 + [0] * 20) == []


def test_an_item_that_everybody_gets_right_or_nobody() -> None:
    assert codes([0] * 40) == ["easy"]
    assert codes([1, 2, 3, None] * 10) == ["guessed"]


def test_an_option_that_nobody_takes() -> None:
    each = analysed(class_with([1, 2] * 10 + [0] * 20))
    assert [reason.code for reason in each.reasons] == ["idle"]
    assert each.distractors == 2 / 3
    assert [(o.text, o.chosen, o.shown) for o in each.options] == [
        ("a", 20, 40), ("b", 10, 40), ("c", 10, 40), ("d", 0, 40),
    ]  # fmt: skip


def test_few_players_are_judged_by_nothing() -> None:
    assert codes([1] * 9) == []


def test_options_are_known_by_their_text_whatever_their_place() -> None:
    shown = {1: Shown(("b", "a", "e"), 1), 2: Shown(("a", "b", "c", "d"), 0)}
    questions = StubQuestions(["t/x", *OTHERS], shown)
    files = [
        results("p1", played(answer(1, "t/x", 0, seed=1, key=1, right=False))),
        results("p2", played(answer(1, "t/x", 1, seed=1, key=1, right=True))),
        results("p3", played(answer(1, "t/x", 1, seed=2))),
    ]
    each = analysed(files, questions)
    assert [(o.text, o.is_key, o.chosen, o.shown) for o in each.options] == [
        ("a", True, 1, 3), ("b", False, 2, 3), ("c", False, 0, 1), ("d", False, 0, 1),
        ("e", False, 0, 2),
    ]  # fmt: skip
    assert each.figures.guess == (1 / 3 + 1 / 3 + 1 / 4) / 3


def test_what_does_not_fit_is_left_out_and_other_content_has_no_options() -> None:
    files = [
        results("p1", played(answer(1, "t/x", 7), answer(2, "t/gone"), answer(3, OTHERS[0]))),
        results("p2", played(answer(1, "t/x", 3), digest="other")),
        results("p3", played(answer(1, "t/x", 1, hints=3))),
        results("p4", played(answer(1, "t/x", 1, key=2))),
        results("p5", played(answer(1, "t/x", 1, options="mark-of-abcd"), digest="other")),
        results("p6", played(answer(1, "t/x", 1, options="another-mark"), digest="other")),
    ]
    found = analyse(merge(files), StubQuestions(["t/x", *OTHERS]), files=4)
    assert found is not None
    out = found.left_out
    assert (out.misfits, out.unknown, out.changed) == (3, 1, 2)
    assert [player.id for player in found.players] == ["p1", "p2", "p5", "p6"]
    each = next(each for each in found.items if each.item == "t/x")
    assert each.figures.answered == 3
    assert [(o.text, o.shown, o.chosen) for o in each.options if o.chosen] == [("b", 1, 1)]

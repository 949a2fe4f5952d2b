"""Whatever is typed: nothing raises, the last line is the score, the store holds what was said."""

from __future__ import annotations

import io
import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from azun_quiz.game.attempt import Attempt
from azun_quiz.generator.bank import Bank
from azun_quiz.plain.asking import RoundPlayer
from azun_quiz.plain.console import Console
from azun_quiz.plain.menu import Menu
from azun_quiz.session import Session, Wish
from azun_quiz.store.store import Store
from azun_quiz.text.catalog import messages
from tests.plain.reading import SCORE, read
from tests.plain.script import Clock, Typing, Wait, small_bank

bank = cache(small_bank)

commands = st.sampled_from(
    ["?", "s", "q", "h", "u", "f", "f note", "r", "x", "g 2", "g1", "", "zz"]
)
choices = st.sampled_from(["1", "2", "3", "4", "a", "B", "ج", "٢", "5", "9", "0"])
waits = st.sampled_from([Wait(5), Wait(11), Wait(40)])
in_rounds = st.lists(st.one_of(choices, choices, choices, commands, waits, st.text()), max_size=25)
in_menus = st.lists(
    st.one_of(
        choices,
        commands,
        st.sampled_from(["c", "6", "7", "8", "9", "p", "d", "k 1", "u", "/a", "r 1", "x 1", "y"]),
    ),
    max_size=30,
)


def play(lines: list[str | Wait], wish: Wish, store: Store) -> tuple[list[str], Session, int]:
    """A round played with these lines; what stands on the paper, and the round's key."""
    clock, paper = Clock(), io.StringIO()
    session = Session(bank(), store, "en", clocks=clock.both)
    sitting = session.new_round(wish)
    typing = Typing([line for line in lines if _is_one_line(line)], clock, paper)
    console = Console(typing, paper, messages("en"), prompts=False)
    RoundPlayer(console, session, sitting).play()
    return paper.getvalue().splitlines(), session, sitting.key


def _is_one_line(line: str | Wait) -> bool:
    return isinstance(line, Wait) or len(f"{line}.".splitlines()) == 1


def acknowledged(lines: list[str]) -> dict[int, str]:
    """The verdicts that were told, by question."""
    return {number: said.verdict for number, said in read(lines).said.items()}


def told(attempt: Attempt) -> str:
    if attempt.chosen is None:
        return "late"
    return "right" if attempt.right else "wrong"


@settings(max_examples=60, deadline=None)
@given(
    in_rounds,
    st.sampled_from(["practice", "timed"]),
    st.integers(1, 6),
    st.integers(0, 99),
)
def test_the_store_holds_exactly_what_was_acknowledged(
    lines: list[str | Wait], mode: str, count: int, seed: int
) -> None:
    with Store.in_memory() as store:
        paper, _, key = play(lines, Wish(mode=mode, count=count, seed=seed), store)
        stored = {attempt.place + 1: told(attempt) for attempt in store.answers_of(key)}
        assert stored == acknowledged(paper)
        score = SCORE.fullmatch(paper[-1])
        assert score is not None
        assert int(score[2]) == sum(each == "right" for each in stored.values())


@settings(max_examples=40, deadline=None)
@given(in_rounds, st.integers(1, 4), st.integers(0, 99))
def test_an_exam_keeps_what_it_noted(lines: list[str | Wait], count: int, seed: int) -> None:
    with Store.in_memory() as store:
        paper, session, key = play(lines, Wish(mode="exam", count=count, seed=seed), store)
        results = next(
            (i for i, line in enumerate(paper) if re.match(r"Question \d+:", line)), None
        )
        noted = set(acknowledged(paper[:results]))
        waiting = session.unfinished()
        if waiting is None:
            assert {attempt.place + 1 for attempt in store.answers_of(key)} == noted
        else:
            answers = waiting.round.answers
            assert {n for n, each in enumerate(answers, start=1) if each is not None} == noted
            assert paper[-1] == f"Score: 0 (0/{len(noted)} correct)"
        assert SCORE.fullmatch(paper[-1])


@settings(max_examples=40, deadline=None)
@given(in_menus, st.sampled_from(["en", "ar", "az"]))
def test_the_menu_takes_any_lines(lines: list[str], lang: str) -> None:
    clock, paper = Clock(), io.StringIO()
    with Store.in_memory() as store:
        session = Session(bank(), store, lang, clocks=clock.both)
        console = Console(Typing(lines, clock, paper), paper, messages(lang), prompts=False)
        Menu(console, session, Wish(count=2)).run()
    t = console.t  # the language may have been changed
    pattern = t("Score: {points} ({correct}/{asked} correct)")
    last = paper.getvalue().splitlines()[-1]
    assert re.fullmatch(re.sub(r"\\\{\w+\\\}", r"\\d+", re.escape(pattern)), last)


def test_the_small_bank_has_enough_to_ask() -> None:
    assert isinstance(bank(), Bank)
    assert len(bank()) == 20

"""A session and its rounds: the same for the screens and for the line-by-line game."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from azun_quiz.errors import UserError
from azun_quiz.game.plan import Plan
from azun_quiz.game.round_code import CodeContentError
from azun_quiz.names import DEFAULT_PLAYER
from azun_quiz.paths import STORE
from azun_quiz.roster import is_named
from azun_quiz.session import Session, Wish
from azun_quiz.settings import Settings
from azun_quiz.sitting import Sitting
from azun_quiz.store.errors import (
    PlayerGoneError,
    PlayerNameError,
    PlayerNameTakenError,
    RoundMovedError,
)
from azun_quiz.store.store import Store
from tests.plain.script import Clock, small_bank

bank = cache(small_bank)
DAY = 86_400


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / STORE, now_ms=0) as opened:
        yield opened


@pytest.fixture
def session(store: Store, clock: Clock) -> Session:
    return Session(bank(), store, "en", "Leyla", clock.both)


def other_session(clock: Clock, lang: str = "en", name: str = "Rauf") -> Session:
    """Somebody else, at another machine."""
    return Session(bank(), Store.in_memory(), lang, name, clock.both)


def asked(plan: Plan) -> list[tuple[str, int]]:
    return [(question.item, question.seed) for question in plan.questions]


def answer(sitting: Sitting, right: bool) -> None:
    key, count = sitting.item().key, len(sitting.item().options)
    sitting.answer(key if right else (key + 1) % count)


def play_all(sitting: Sitting, right: bool = True) -> Sitting:
    while sitting.round.current is not None:
        answer(sitting, right)
        sitting.go_on()
    sitting.finish()
    return sitting


# Rounds


def test_a_wish_becomes_a_round(session: Session) -> None:
    sitting = session.new_round(Wish(("members",), 3, "hard", "timed", 2.0, 11))
    plan = sitting.round.plan
    assert (plan.topics, plan.level, plan.mode, plan.seed) == (("members",), "hard", "timed", 11)
    assert (plan.limit, sitting.total, sitting.place, sitting.mode) == (40.0, 3, 0, "timed")
    assert sitting.topic() == "members"
    assert sitting.open


def test_unknown_topics_are_passed_over_and_none_are_the_usual_ones(session: Session) -> None:
    assert session.new_round(Wish(("gone",), 2)).round.plan.topics == bank().default_topics


def test_the_usual_wish_is_the_one_of_the_settings() -> None:
    settings = Settings(topics=("members",), count=3, level="hard", mode="timed", pace="1.5")
    assert Wish.usual(settings) == Wish(("members",), 3, "hard", "timed", 1.5)
    assert Wish.usual(Settings()) == Wish()


def test_what_was_seen_of_late_waits(session: Session, clock: Clock) -> None:
    first = play_all(session.new_round(Wish(count=6)))
    clock.seconds += 60
    second = session.new_round(Wish(count=6))
    items = [{item for item, _ in asked(each.round.plan)} for each in (first, second)]
    assert items[0].isdisjoint(items[1])


@pytest.mark.parametrize("mode", ["practice", "timed", "exam"])
def test_a_round_is_taken_up_where_it_was_left(
    session: Session, store: Store, clock: Clock, tmp_path: Path, mode: str
) -> None:
    sitting = session.new_round(Wish(count=4, mode=mode))
    answer(sitting, True)
    sitting.go_on()
    if mode != "exam":
        sitting.hint()
    clock.seconds += 7
    sitting.pause()
    options, left, score = sitting.item().options, sitting.seconds_left(), sitting.round.score
    store.close()
    clock.seconds += 3 * DAY
    with Store.open(tmp_path / STORE, now_ms=0) as again:
        later = Session(bank(), again, "en", "leyla", clock.both)
        taken_up = later.unfinished()
        assert taken_up is not None
        assert taken_up.round == sitting.round
        assert (taken_up.place, taken_up.item().options) == (1, options)
        assert (taken_up.seconds_left(), taken_up.round.score) == (left, score)
        assert left == (18.0 if mode == "timed" else 0.0)
        answer(taken_up, True)


def test_the_last_round_left_comes_first(session: Session, clock: Clock) -> None:
    first = session.new_round(Wish(count=2))
    clock.seconds += 1
    second = session.new_round(Wish(count=2))
    clock.seconds += 1
    waiting = session.unfinished()
    assert waiting is not None
    assert waiting.key == second.key
    play_all(waiting)
    waiting = session.unfinished()
    assert waiting is not None
    assert waiting.key == first.key


def test_two_windows_on_one_round(session: Session, tmp_path: Path, clock: Clock) -> None:
    sitting = session.new_round(Wish(count=2))
    with Store.open(tmp_path / STORE, now_ms=0) as again:
        elsewhere = Session(bank(), again, "en", "Leyla", clock.both).unfinished()
        assert elsewhere is not None
        answer(elsewhere, True)
    with pytest.raises(RoundMovedError):
        answer(sitting, True)
    assert sitting.round.attempt is None


def test_time_is_counted_while_the_round_is_open(session: Session, clock: Clock) -> None:
    sitting = session.new_round(Wish(count=2, mode="timed"))
    clock.seconds += 5
    assert sitting.seconds_left() == 20
    sitting.pause()
    clock.seconds += 1000
    sitting.resume()
    clock.seconds += 2
    assert sitting.seconds_left() == 18
    answer(sitting, True)
    attempt = sitting.round.attempt
    assert attempt is not None
    assert attempt.seconds == 7


def test_hints_and_undo_are_offered_while_they_can_be_had(session: Session, clock: Clock) -> None:
    sitting = session.new_round(Wish(count=2))
    hints = 0
    while sitting.can_hint():
        sitting.hint()
        hints += 1
    assert hints == len(sitting.item().options) - 2
    assert not sitting.can_undo()
    answer(sitting, True)
    assert not sitting.can_hint()
    clock.seconds += sitting.undo_seconds
    assert sitting.can_undo()
    clock.seconds += 1
    assert not sitting.can_undo()


# Codes and the round of the day


def test_a_code_gives_the_same_round_elsewhere(session: Session, clock: Clock) -> None:
    code = session.new_code(Wish(("members", "decisions"), 5, "hard"))
    mine = session.by_code(code)
    theirs = other_session(clock, "az").by_code(f" {code.lower().replace('-', ' ')} ")
    assert asked(mine.round.plan) == asked(theirs.round.plan)
    assert mine.item().key == theirs.item().key
    assert (mine.round.plan.level, mine.round.plan.origin) == ("hard", "code")
    assert mine.code == theirs.code == code


def test_a_round_tells_its_code_when_others_can_play_the_same(
    session: Session, clock: Clock
) -> None:
    first = play_all(session.new_round(Wish(count=3)))
    assert asked(other_session(clock).by_code(first.code).round.plan) == asked(first.round.plan)
    clock.seconds += 60
    avoiding = session.new_round(Wish(count=3))
    plan = avoiding.round.plan
    if avoiding.code:
        assert asked(other_session(clock).by_code(avoiding.code).round.plan) == asked(plan)
    play_all(avoiding, right=False)
    assert session.practise(avoiding.missed, level="medium").code == ""


def test_a_code_keeps_the_wish_for_a_mode(session: Session) -> None:
    sitting = session.by_code(session.new_code(Wish(count=2)), mode="timed", pace=2.0)
    assert (sitting.mode, sitting.round.plan.limit) == ("timed", 50.0)


def test_a_code_of_other_content_is_recognised(session: Session) -> None:
    code = session.new_code(Wish(count=2))
    changed = small_bank()
    changed.digest = "another"
    with pytest.raises(CodeContentError):
        Session(changed, session.store, "en").by_code(code)


def test_the_round_of_the_day_is_the_same_for_all(session: Session, clock: Clock) -> None:
    play_all(session.new_round(Wish(count=6)))  # what was seen does not matter
    mine, theirs = session.daily(), other_session(clock, "ar").daily()
    assert asked(mine.round.plan) == asked(theirs.round.plan)
    clock.seconds += DAY
    assert asked(session.daily().round.plan) != asked(mine.round.plan)


def test_the_round_of_the_day_is_taken_up_and_counts_once(session: Session) -> None:
    first = session.daily()
    answer(first, True)
    assert session.daily().key == first.key
    assert session.daily_result() is None
    first.go_on()
    play_all(first)
    result = session.daily_result()
    assert result is not None
    assert (result.id, result.right) == (first.key, first.total)
    play_all(session.daily(), right=False)
    assert session.daily_result() == result


# Review


def test_what_was_missed_comes_back_with_other_options(session: Session, clock: Clock) -> None:
    sitting = session.new_round(Wish(("decisions",), 4, seed=5))
    shown = {}
    while sitting.round.current is not None:
        shown[sitting.item().id] = set(sitting.item().options)
        answer(sitting, False)
        sitting.go_on()
    sitting.finish()
    assert [record.item for record in session.missed()]
    assert session.missed(["members"]) == []
    clock.seconds += DAY
    assert set(session.due()) == set(shown) == set(sitting.missed)
    assert session.due_count() == len(shown)
    again = session.practise(session.due(), level="medium")
    for place in range(again.total):
        item = again.item(place)
        assert set(item.options) != shown[item.id]
        assert item.answer in shown[item.id]
    assert again.round.plan.origin == "review"


def test_a_missed_item_is_shown_as_it_was_asked(session: Session) -> None:
    sitting = session.new_round(Wish(count=1, seed=3))
    item = sitting.item()
    answer(sitting, False)
    (record,) = session.missed()
    assert session.missed_item(record) == item
    session.mark_known(item.id)
    assert session.missed() == []


def test_nothing_to_practise(session: Session) -> None:
    with pytest.raises(UserError, match="nothing to practise"):
        session.practise(["gone/for-ever"], level="easy")


def test_flags_stand_until_they_are_dealt_with(session: Session) -> None:
    sitting = session.new_round(Wish(count=1))
    sitting.flag("unclear")
    (flag,) = session.flags()
    assert (flag.note, session.flagged_item(flag)) == ("unclear", sitting.item())
    assert session.flagged_item(flag._replace(item="gone")) is None
    session.close_flag(flag)
    assert session.flags() == ()


# Results


def test_the_best_round_of_a_kind(session: Session, clock: Clock) -> None:
    first = play_all(session.new_round(Wish(count=2)), right=False)
    assert (first.best_before, first.is_best) == (None, False)
    clock.seconds += 60
    second = session.new_round(Wish(count=2))
    assert second.best_before is not None
    assert second.best_before.id == first.key
    assert not second.is_best
    play_all(second)
    assert second.is_best
    assert second.best_before.id == first.key
    best = session.best(second.round.plan)
    assert best is not None
    assert best.id == second.key
    clock.seconds += 60
    third = play_all(session.new_round(Wish(count=2)))
    assert third.best_before is not None
    assert third.best_before.id == second.key
    assert not third.is_best


def test_the_streak_forgives_a_day(session: Session, clock: Clock) -> None:
    for days in (0, 1, 2):  # the second day is left out
        clock.seconds += days * DAY
        play_all(session.new_round(Wish(count=1)))
    assert session.streak() == 3


def test_players_have_histories_of_their_own(session: Session) -> None:
    play_all(session.new_round(Wish(count=2)), right=False)
    session.switch("Rauf")
    assert session.players() == ["Rauf", "Leyla"]
    assert session.missed() == []
    assert session.unfinished() is None
    session.switch("LEYLA")
    assert session.player == "Leyla"
    assert len(session.missed()) == 2


# Languages


def test_another_language_asks_the_same_with_the_same_key(session: Session) -> None:
    sitting = session.new_round(Wish(count=4))
    for _ in range(sitting.total):
        seen = {}
        for lang in ("en", "ar", "az"):
            session.lang = lang
            item = sitting.item()
            assert item.lang == lang
            seen[item.stem] = (item.id, item.key, len(item.options), item.holders)
        assert len(seen) == 3
        assert len(set(seen.values())) == 1
        answer(sitting, True)
        sitting.go_on()
    assert sitting.round.score.right == 4


def test_an_item_that_a_language_lacks_comes_in_another(session: Session) -> None:
    sitting = session.new_round(Wish(count=1))
    session.lang = "eo"
    assert sitting.item().lang == "en"
    assert (session.topics, session.askable) == ((), frozenset())
    with pytest.raises(UserError, match="no questions"):
        session.new_round(Wish(count=1))
    assert session.languages == ("en", "ar", "az")


# Players


def test_the_present_player_gets_another_name(session: Session, clock: Clock) -> None:
    play_all(session.new_round(Wish(count=2)))
    assert session.rename("LEYLA", " Leyla  B ") == "Leyla B"
    assert (session.player, session.players()) == ("Leyla B", ["Leyla B"])
    assert session.answers_of("Leyla B") == 2


def test_another_player_gets_another_name(session: Session) -> None:
    session.switch("Rauf")
    session.rename("Leyla", "Aysel")
    assert (session.player, session.players()) == ("Rauf", ["Rauf", "Aysel"])
    with pytest.raises(PlayerNameTakenError):
        session.rename("Aysel", "rauf")


@pytest.mark.parametrize("name", ["player", "PLAYER", "", "\u200b", "x" * 61])
def test_names_that_are_not_given(session: Session, name: str) -> None:
    with pytest.raises(PlayerNameError):
        session.rename("Leyla", name)
    assert session.players() == ["Leyla"]


def test_a_player_is_removed_with_rounds_flags_and_marks(session: Session, clock: Clock) -> None:
    sitting = session.new_round(Wish(count=2))
    answer(sitting, False)
    sitting.flag("hm")
    session.mark_known(sitting.item().id)
    session.switch("Rauf")
    answer(session.new_round(Wish(count=2)), True)
    assert session.answers_of("Leyla") == 1
    session.remove("leyla")
    assert session.players() == ["Rauf"]
    assert session.unfinished() is not None
    session.switch("Leyla")
    assert session.answers_of("Leyla") == 0
    assert (session.unfinished(), session.flags(), session.missed()) == (None, (), [])


def test_after_the_present_player_the_one_without_a_name_plays(session: Session) -> None:
    session.new_round(Wish(count=2))
    before = session.player_id
    session.remove("Leyla")
    assert (session.player, session.shown_name) == (DEFAULT_PLAYER, "")
    assert session.unfinished() is None
    assert session.player_id != before


def test_who_is_gone_is_neither_renamed_nor_removed(session: Session) -> None:
    for change in (
        lambda: session.rename("Rauf", "Omar"),
        lambda: session.remove("Rauf"),
        lambda: session.answers_of("Rauf"),
    ):
        with pytest.raises(PlayerGoneError):
            change()
    assert session.players() == ["Leyla"]


@pytest.mark.parametrize(
    ("name", "remembered", "same"),
    [("Leyla", "LEYLA", True), ("Leyla", "", False), (DEFAULT_PLAYER, "", True)],
)
def test_whom_the_settings_remember(name: str, remembered: str, same: bool) -> None:
    assert is_named(name, remembered) == same


def test_what_was_called_known_is_missed_again(session: Session) -> None:
    sitting = session.new_round(Wish(count=1))
    answer(sitting, False)
    item = sitting.item().id
    session.mark_known(item)
    assert session.missed() == []
    session.unmark_known(item)
    assert [record.item for record in session.missed()] == [item]

"""A player's answers in order, and the pseudonym they go out under."""

from __future__ import annotations

from azun_quiz.game.round import Round
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.store.playing import NOON, answered, play


def test_answers_keep_their_numbers_when_one_is_taken_back(store: Store, player: int) -> None:
    game = Round.start(make_plan(count=2))
    number = store.begin(player, game, at=NOON)
    game = answered(game, False)
    store.keep(number, game, at=NOON)
    game = game.undo(at=NOON + 1000)
    store.keep(number, game, at=NOON + 1000)
    game = answered(game, True, at=NOON + 2000)
    store.keep(number, game, at=NOON + 2000)
    (past,) = store.history(player)
    assert [(each.number, each.attempt.right) for each in past.answers] == [(2, True)]


def test_rounds_of_one_player_are_numbered_and_empty_ones_left_out(
    store: Store, player: int
) -> None:
    other = store.player("Anar", at=NOON).id
    play(store, player, [True, False])
    play(store, other, [True])
    store.begin(player, Round.start(make_plan(count=1)), at=NOON)
    play(store, player, [False])
    history = store.history(player)
    assert [(each.number, each.count) for each in history] == [(1, 2), (3, 1)]
    assert [answer.number for each in history for answer in each.answers] == [1, 2, 3]
    assert history[0].answers[1].attempt.right is False
    assert store.history(other)[0].answers[0].number == 1


def test_a_pseudonym_is_drawn_once_and_goes_with_its_player(store: Store, player: int) -> None:
    other = store.player("Anar", at=NOON).id
    first = store.pseudonym(player)
    assert store.pseudonym(player) == first
    assert store.pseudonym(other) != first
    store.remove_player(player)
    again = store.player("Leyla", at=NOON).id
    assert store.pseudonym(again) != first

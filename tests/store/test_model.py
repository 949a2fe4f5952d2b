"""Store, game and review against a plain model: lists from which everything is computed anew.

Two windows are open on one file, each with a store of its own; a third one looks on. What a window
does not know of, because the other one did it or a backup was restored, it may not overwrite.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
)

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.errors import RoundError
from azun_quiz.game.memory import Memory, next_state, rating
from azun_quiz.game.plan import Plan
from azun_quiz.game.round import Round
from azun_quiz.paths import STORE
from azun_quiz.store.errors import PlayerNameTakenError, RoundMovedError
from azun_quiz.store.recovery import restore
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.store.playing import DAY, MEMORY, NOON, answered, faults, item_of


@dataclass
class Game:
    """A round as the model has it."""

    id: int
    player: int
    round: Round
    state: str = "open"
    revision: int = 0
    seen: dict[int, int] = field(default_factory=dict)
    """The revision that each window saw last."""


@dataclass
class Model:
    """All answers that stand, in the order in which they were stored."""

    answers: list[tuple[int, int, Plan, Attempt]] = field(default_factory=list)
    known: dict[tuple[int, str], int] = field(default_factory=dict)
    flags: list[tuple[int, int, str, bool]] = field(default_factory=list)
    """Number, player, note, and whether it still stands."""

    def of(self, player: int) -> dict[str, list[tuple[Plan, Attempt]]]:
        found: dict[str, list[tuple[Plan, Attempt]]] = defaultdict(list)
        for _, owner, plan, attempt in self.answers:
            if owner == player:
                found[attempt.item].append((plan, attempt))
        return found

    def memory(self, given: list[tuple[Plan, Attempt]]) -> Memory | None:
        memory = None
        for plan, attempt in given:
            rated = rating(attempt, limit=plan.limit)
            if rated is not None:
                memory = next_state(memory, rated, attempt.at)
        return memory

    def known_now(self, player: int, item: str) -> bool:
        at = self.known.get((player, item))
        wrong = [each.at for _, each in self.of(player)[item] if not each.right]
        return at is not None and (not wrong or wrong[-1] <= at)


class StoreMachine(RuleBasedStateMachine):
    games = Bundle("games")

    @initialize()
    def begin(self) -> None:
        self.home = Path(tempfile.mkdtemp(dir=MEMORY))
        self.now = NOON
        self.model = Model()
        self.all: list[Game] = []
        self.backup: tuple[Model, list[tuple[Game, Round, str]], list[int], list[str]] | None = None
        self.begun = 0
        self.windows = [self.opened(), self.opened()]
        self.window = 0
        self.reader = self.opened()
        self.names = ["a", "b"]
        self.players = [self.store.player(name, at=NOON).id for name in self.names]

    def opened(self) -> Store:
        return Store.open(self.home / STORE, now_ms=self.now)

    @property
    def store(self) -> Store:
        """The store of the window in front."""
        return self.windows[self.window]

    @rule()
    def other_window(self) -> None:
        self.window = 1 - self.window

    @rule(
        target=games,
        player=st.integers(0, 1),
        mode=st.sampled_from(["practice", "practice", "timed", "exam"]),
        count=st.integers(1, 3),
        level=st.sampled_from(["easy", "hard"]),
    )
    def start(self, player: int, mode: str, count: int, level: str) -> Game:
        self.begun += 1
        game = Round.start(make_plan(mode, count, level=level, seed=self.begun))
        number = self.store.begin(self.players[player], game, at=self.now)
        self.all.append(Game(number, self.players[player], game, seen={self.window: 0}))
        return self.all[-1]

    def look(self, player: int) -> None:
        """The window in front sees how far all rounds of a player are."""
        self.store.open_rounds(player)
        for game in self.all:
            if game.player == player and game.state == "open":
                game.seen[self.window] = game.revision

    def moved(self, game: Game, move: str, *args: object, **values: object) -> None:
        """Make a move in the rules, the store and the model; what is refused changes nothing."""
        if game.state != "open":
            return
        before = game.round
        try:
            game.round = getattr(before, move)(*args, **values)
        except RoundError:
            return
        if game.seen.get(self.window) != game.revision:
            with pytest.raises(RoundMovedError):
                self.store.keep(game.id, game.round, at=self.now)
            self.look(game.player)
        self.store.keep(game.id, game.round, at=self.now)
        game.revision += 1
        game.seen[self.window] = game.revision
        plan = game.round.plan
        if plan.mode == "exam" and not game.round.finished:
            return
        mine = [each for each in self.model.answers if each[0] == game.id]
        for old in mine:
            if old[3] not in game.round.answers:
                self.model.answers.remove(old)
        for new in game.round.answers:
            if new is not None and (game.id, game.player, plan, new) not in mine:
                self.model.answers.append((game.id, game.player, plan, new))
        if game.round.finished:
            game.state = "finished"

    @rule(game=games, right=st.booleans(), wait=st.integers(0, 20_000), seconds=st.floats(0, 400))
    def answer(self, game: Game, right: bool, wait: int, seconds: float) -> None:
        self.now += wait
        if game.state == "open" and game.round.current is not None:
            item = item_of(game.round)
            chosen = item.key if right else (item.key + 1) % 4
            self.moved(game, "answer", item, chosen, seconds=seconds, at=self.now)
            self.moved(game, "advance")

    @rule(game=games)
    def expire(self, game: Game) -> None:
        self.moved(game, "expire", at=self.now)
        self.moved(game, "advance")

    @rule(
        target=games,
        player=st.integers(0, 1),
        right=st.booleans(),
        wait=st.integers(0, 11_000),
        known=st.booleans(),
    )
    def slip(self, player: int, right: bool, wait: int, known: bool) -> Game:
        """Answer and take it back, after calling the item known perhaps."""
        game = self.start(player, "practice", 1, "easy")
        self.answer(game, right, 0, 1.0)
        if known:
            self.know(player, 0)
        self.now += wait
        self.moved(game, "undo", at=self.now)
        return game

    @rule(game=games)
    def skip(self, game: Game) -> None:
        self.moved(game, "skip")

    @rule(game=games, place=st.integers(0, 2))
    def visit(self, game: Game, place: int) -> None:
        self.moved(game, "visit", place)

    @rule(game=consumes(games))
    def finish(self, game: Game) -> None:
        self.moved(game, "finish", at=self.now)

    @rule(game=consumes(games))
    def discard(self, game: Game) -> None:
        if game.state == "open":
            self.store.discard(game.id, at=self.now)
            game.state = "given up"

    @rule(player=st.integers(0, 1), number=st.integers(0, 2))
    def know(self, player: int, number: int) -> None:
        owner, item = self.players[player], f"t/f{number}"
        self.store.mark_known(owner, item, at=self.now)
        if self.model.of(owner)[item] or (owner, item) in self.model.known:
            self.model.known[owner, item] = self.now

    @rule(player=st.integers(0, 1), number=st.integers(0, 2))
    def unknow(self, player: int, number: int) -> None:
        owner, item = self.players[player], f"t/f{number}"
        self.store.unmark_known(owner, item)
        self.model.known.pop((owner, item), None)

    @rule(game=games)
    def hint(self, game: Game) -> None:
        if game.state == "open" and game.round.current is not None:
            self.moved(game, "hint", item_of(game.round))

    @rule(player=st.integers(0, 1), note=st.sampled_from(["", "which year?", "أيّ سنة؟"]))
    def flag(self, player: int, note: str) -> None:
        number = self.store.flag(
            self.players[player], "t/f0", seed=1, level="easy", lang="en", digest="d",
            reason="other", note=note, at=self.now,
        )  # fmt: skip
        self.model.flags.append((number, self.players[player], note, True))

    @rule()
    def close_flag(self) -> None:
        for place, (number, player, note, stands) in enumerate(self.model.flags):
            if stands:
                self.store.close_flag(number, at=self.now)
                self.model.flags[place] = (number, player, note, False)
                return

    @rule(player=st.integers(0, 1), name=st.sampled_from(["a", "b", "ç"]))
    def rename(self, player: int, name: str) -> None:
        if self.names[1 - player] == name:
            with pytest.raises(PlayerNameTakenError):
                self.store.rename_player(self.players[player], name)
        else:
            assert self.store.rename_player(self.players[player], name).name == name
            self.names[player] = name

    @rule(player=st.integers(0, 1))
    def remove(self, player: int) -> None:
        """Everything of a player goes; the name begins anew, and what was open has gone."""
        gone = self.players[player]
        self.store.remove_player(gone)
        model = self.model
        model.answers = [each for each in model.answers if each[1] != gone]
        model.flags = [each for each in model.flags if each[1] != gone]
        model.known = {key: at for key, at in model.known.items() if key[0] != gone}
        for game in self.all:
            game.state = "gone" if game.player == gone else game.state
        self.all = [game for game in self.all if game.player != gone]
        self.players[player] = self.store.player(self.names[player], at=self.now).id
        assert gone not in self.players

    @rule()
    def back_up(self) -> None:
        self.store.backup(self.home / "mine.db")
        games = [(game, game.round, game.state) for game in self.all]
        self.backup = (deepcopy(self.model), games, [*self.players], [*self.names])

    @rule()
    def restore(self) -> None:
        """All windows see the backup; what they had open has gone on elsewhere."""
        if self.backup is None:
            return
        assert restore(self.home / STORE, self.home / "mine.db", now_ms=self.now) is not None
        model, games, players, names = self.backup
        self.model, self.players, self.names = deepcopy(model), [*players], [*names]
        for game in self.all:
            game.state = "gone"
        for game, round_, state in games:
            game.round, game.state = round_, state
            game.seen.clear()
        self.all = [game for game, _, _ in games]

    @rule(days=st.integers(1, 400))
    def wait(self, days: int) -> None:
        self.now += days * DAY

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.windows[self.window] = self.opened()
        for player in self.players:
            self.look(player)

    @invariant()
    def records_follow_from_the_answers(self) -> None:
        for player in getattr(self, "players", ()):
            records = {each.item: each for each in self.reader.items(player)}
            expected = self.model.of(player)
            assert {name for name, each in records.items() if each.asked} == set(expected)
            for item, given in expected.items():
                record = records[item]
                attempts = [each for _, each in given]
                assert record.asked == len(attempts)
                assert record.right == sum(each.right for each in attempts)
                assert record.last == attempts[-1].at
                assert record.memory == self.model.memory(given)
                wrong = [each.at for each in attempts if not each.right]
                assert (record.miss and record.miss.at) == (wrong[-1] if wrong else None)

    @invariant()
    def lists_follow_from_the_answers(self) -> None:
        for player in getattr(self, "players", ()):
            expected = self.model.of(player)
            fresh = {item for item in expected if not self.model.known_now(player, item)}
            missed = {item for item in fresh if not expected[item][-1][1].right}
            assert {each.item for each in self.reader.missed(player)} == missed
            memories = {item: self.model.memory(expected[item]) for item in fresh}
            due = sorted(
                (memory.due, item)
                for item, memory in memories.items()
                if memory is not None and memory.due <= self.now
            )
            assert [each.item for each in self.reader.due(player, self.now)] == [
                item for _, item in due
            ]
            assert self.reader.due_count(player, self.now) == len(due)

    @invariant()
    def days_and_rounds_follow_from_the_answers(self) -> None:
        for player in getattr(self, "players", ()):
            days: dict[date, list[bool]] = defaultdict(list)
            for given in self.model.of(player).values():
                for _, each in given:
                    days[datetime.fromtimestamp(each.at / 1000).date()].append(each.right)
            assert {each.day: (each.asked, each.right) for each in self.reader.days(player)} == {
                day: (len(results), sum(results)) for day, results in days.items()
            }
            mine = [each for each in self.all if each.player == player]
            open_rounds = {each.id: each.round for each in self.reader.open_rounds(player)}
            assert open_rounds == {each.id: each.round for each in mine if each.state == "open"}
            assert {each.id: each.score for each in self.reader.rounds(player)} == {
                each.id: each.round.score.total for each in mine if each.state == "finished"
            }

    @invariant()
    def answers_taken_back_are_remembered(self) -> None:
        for game in getattr(self, "all", ()):
            undone = self.reader.answers_of(game.id, undone=True)
            assert sorted(undone, key=lambda each: each.at) == sorted(
                game.round.undone, key=lambda each: each.at
            )

    @invariant()
    def players_are_called_as_they_were_named(self) -> None:
        if hasattr(self, "names"):
            called = {each.id: each.name for each in self.reader.players()}
            assert called == dict(zip(self.players, self.names, strict=True))

    @invariant()
    def flags_are_those_that_were_set(self) -> None:
        for player in getattr(self, "players", ()):
            mine = [each for each in self.model.flags if each[1] == player]
            assert {each.id: each.note for each in self.reader.flags(player)} == {
                number: note for number, _, note, stands in mine if stands
            }
            assert len(self.reader.flags(player, closed=True)) == len(mine)

    def teardown(self) -> None:
        for store in (*self.windows, self.reader):
            store.close()
        assert faults(self.home / STORE) == ""
        shutil.rmtree(self.home)


TestStoreMachine = StoreMachine.TestCase
TestStoreMachine.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)


def test_an_answer_is_kept_with_its_time() -> None:
    with Store.in_memory() as store:
        player = store.player("a", at=NOON).id
        game = Round.start(make_plan("timed", 1))
        number = store.begin(player, game, at=NOON)
        game = answered(game, True, seconds=12.3456)
        store.keep(number, game, at=NOON)
        assert store.answers_of(number) == game.answers

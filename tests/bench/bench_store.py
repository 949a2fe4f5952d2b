"""What a long history costs: python -m tests.bench.bench_store [ANSWERS]

Makes a store with 1,000,000 answers (or as many as given; it takes some minutes) and an empty one,
and prints how long the same things take in both. Nothing here is a test; the figures are for
people.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from azun_quiz.game.attempt import Attempt
from azun_quiz.game.memory import AGAIN, GOOD, next_state
from azun_quiz.game.records import ItemRecord
from azun_quiz.game.round import Round
from azun_quiz.generator.chance import Chance
from azun_quiz.store.database import connect
from azun_quiz.store.rows import SAVE_ATTEMPT, SAVE_ITEM, attempt_row, item_row
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.store.playing import DAY, NOON, answered

ITEMS = 2_000
PER_ROUND = 10
PER_DAY = 500


def filled(path: Path, answers: int) -> int:
    """A store with so many answers of one player; returns the player's id."""
    with Store.open(path, now_ms=NOON) as store:
        player = store.player("Leyla", at=NOON).id
        number = store.begin(player, Round.start(make_plan(count=PER_ROUND)), at=NOON)
        store.discard(number, at=NOON)
    chance = Chance(1, "bench")
    days = answers // PER_DAY + 1
    memories = {
        rated: next_state(next_state(None, GOOD, NOON), rated, NOON + DAY)
        for rated in (AGAIN, GOOD)
    }
    records = {f"template-{n % 40}/fact-{n}": ItemRecord(f"template-{n % 40}/fact-{n}")
               for n in range(min(ITEMS, max(answers // 3, 1)))}  # fmt: skip
    names = list(records)
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        for count in range(answers):
            item, right = names[chance.below(len(names))], chance.below(10) > 1
            at = NOON - days * DAY + count * DAY // PER_DAY
            given = Attempt(count % PER_ROUND, item, count, 1, right, 4.0, 0, at)
            row = (2 + count // PER_ROUND, player, at // DAY + 719_163, GOOD if right else AGAIN)
            connection.execute(SAVE_ATTEMPT, (*attempt_row(given), *row))
            memory = replace(
                memories[GOOD if right else AGAIN], due=at + chance.below(90) * DAY, last=at
            )
            after = records[item].after(given, None, level="easy", lang="en")
            records[item] = replace(after, memory=memory)
        connection.executemany(SAVE_ITEM, [(*item_row(each), player) for each in records.values()])
        connection.execute(
            "INSERT INTO day SELECT player, day, count(*), sum(correct), sum(ms) FROM answer"
            " GROUP BY player, day"
        )
        connection.execute(
            "INSERT INTO round (id, player, mode, level, lang, topics, seed, digest, origin, count,"
            " started, touched, ended, score, correct, answered)"
            " SELECT round, player, 'practice', 'easy', 'en', '[]', 1, 'd', 'new', count(*),"
            " min(at), max(at), max(at), sum(correct) * 100, sum(correct), count(*)"
            " FROM answer GROUP BY round"
        )
        connection.execute("COMMIT")
    return player


@dataclass(frozen=True)
class Measured:
    name: str
    run: Callable[[Store, Path, int], object]
    times: int = 30


def opening(_store: Store, path: Path, _player: int) -> None:
    Store.open(path, now_ms=NOON).close()


def answering(store: Store, _path: Path, player: int) -> None:
    game = Round.start(make_plan(count=PER_ROUND))
    number = store.begin(player, game, at=NOON)
    store.keep(number, answered(game, True), at=NOON)
    store.discard(number, at=NOON)


MEASURED = (
    Measured("open and close", opening),
    Measured("begin, answer and give up a round", answering),
    Measured("next due item", lambda store, _, player: store.due(player, NOON, limit=1)),
    Measured("number of due items", lambda store, _, player: store.due_count(player, NOON)),
    Measured("list of missed items", lambda store, _, player: store.missed(player)),
    Measured("records of all items", lambda store, _, player: store.items(player)),
    Measured("days", lambda store, _, player: store.days(player)),
    Measured(
        "personal best",
        lambda store, _, player: store.best(player, mode="practice", level="easy", count=10),
    ),
    Measured("last 100 rounds", lambda store, _, player: store.rounds(player)),
    Measured("open rounds", lambda store, _, player: store.open_rounds(player)),
    Measured("backup", lambda store, path, _: store.backup(path.with_name("copy.db")), times=3),
)


def taken(measured: Measured, store: Store, path: Path, player: int) -> float:
    """The median time in milliseconds."""
    times = []
    for _ in range(measured.times):
        start = time.perf_counter()
        measured.run(store, path, player)
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def main() -> None:
    answers = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as home:
        empty, full = Path(home, "empty", "learner.db"), Path(home, "full", "learner.db")
        player = filled(empty, 1)
        filled(full, answers)
        print(f"{answers:,} answers, {full.stat().st_size / 1e6:.0f} MB")
        print(f"{'':36}{'empty ms':>10}{'full ms':>10}{'ratio':>8}{'more ms':>10}")
        with Store.open(empty, now_ms=NOON) as small, Store.open(full, now_ms=NOON) as large:
            for each in MEASURED:
                one, other = taken(each, small, empty, player), taken(each, large, full, player)
                print(
                    f"{each.name:36}{one:10.3f}{other:10.3f}{other / one:8.1f}{other - one:10.3f}"
                )


if __name__ == "__main__":
    main()

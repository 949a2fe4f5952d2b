"""Eight processes at one store: they play, review, look at statistics, export and make backups.

    python -m tests.load [SECONDS]

lets them work for so long (60 seconds). Three of them are windows of one player. Then every answer
that was acknowledged must be stored once, what follows from the answers must fit them, every
backup must be whole, and nobody may have been told that the store is busy. The last line sums up;
the exit code is 1 if anything is wrong.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from random import Random

from azun_quiz.errors import UserError
from azun_quiz.export.registry import format_named
from azun_quiz.export.sheet import Sheet
from azun_quiz.game.errors import WordedError
from azun_quiz.paths import STORE
from azun_quiz.session import Session, Wish
from azun_quiz.sitting import Sitting
from azun_quiz.store import backups
from azun_quiz.store.database import connect_to_read
from azun_quiz.store.store import Store
from azun_quiz.text.catalog import messages
from azun_quiz.writing import write_whole
from tests.plain.script import small_bank
from tests.store.playing import faults

PLAYERS = ("Leyla", "Leyla", "Leyla", "عمر", "Rəşad", "Ann", "Bob", "Eve")
"""Who sits at each process."""


@dataclass
class Done:
    """What one process did: ``answers`` that were acknowledged, by round and place."""

    answers: list[tuple[int, int]] = field(default_factory=list)
    finished: int = 0
    other: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


class Worker:
    """Somebody who never rests."""

    def __init__(self, path: Path, number: int, store: Store) -> None:
        self.path = path
        self.number = number
        self.chance = Random(number)
        self.session = Session(small_bank(), store, "en", PLAYERS[number])
        self.done = Done()

    def work(self, goes_on: Callable[[int], bool]) -> Done:
        """Do one thing after the other for as long as ``goes_on`` says of the number of rounds."""
        acts = [self._play] * 4 + [self._review, self._look, self._back_up, self._export]
        while goes_on(self.done.finished):
            act = self.chance.choice(acts)
            try:
                act()
            except (WordedError, UserError, OSError) as error:
                self.done.errors.append(f"{PLAYERS[self.number]}: {act.__name__}: {error!r}")
            self.done.other[act.__name__.strip("_")] += 1
        return self.done

    def _play(self) -> None:
        mode = self.chance.choice(["practice", "practice", "timed", "exam"])
        self._through(self.session.new_round(Wish(count=5, mode=mode)))

    def _review(self) -> None:
        missed = [record.item for record in self.session.missed()]
        if missed:
            self._through(self.session.practise(missed[:5], level="medium"))
            self.session.mark_known(missed[0])

    def _through(self, sitting: Sitting) -> None:
        """Play a round to its end, each answer once, some taken back before that."""
        given: list[tuple[int, int]] = []
        while sitting.round.current is not None and sitting.open:
            place = sitting.place
            sitting.answer(self.chance.randrange(len(sitting.item().options)))
            if sitting.mode == "practice" and self.chance.random() < 0.2:
                sitting.undo()
                sitting.answer(self.chance.randrange(len(sitting.item().options)))
            given.append((sitting.key, place))
            if sitting.mode == "exam" and place + 1 == sitting.total:
                break
            sitting.go_on()
        sitting.finish()
        self.done.answers += given
        self.done.finished += 1

    def _look(self) -> None:
        self.session.statistics()
        self.session.due_count()
        self.session.unfinished()

    def _back_up(self) -> None:
        backups.automatic(self.path, self.session.at(), always=True)
        backups.save(self.path, self.path.with_name(f"mine-{self.number}.db"))

    def _export(self) -> None:
        bank = self.session.bank
        items = (bank.item(name, lang="en", seed=0, level="medium") for name in bank.ids())
        sheet = Sheet(items, messages("en"), "all")
        write_whole(self.path.with_name("items.jsonl"), format_named("jsonl").pieces(sheet))


def work(path: Path, number: int, seconds: float, rounds: int) -> Done:
    """One process: until ``rounds`` are played, or for ``seconds`` where that is 0."""
    end = time.monotonic() + seconds
    with Store.open(path, now_ms=round(time.time() * 1000)) as store:
        worker = Worker(path, number, store)
        return worker.work(lambda done: done < rounds if rounds else time.monotonic() < end)


def run(
    home: Path, *, seconds: float = 0.0, rounds: int = 0, count: int = len(PLAYERS)
) -> tuple[list[Done], list[str]]:
    """Let so many work; what they did, and everything that is wrong afterwards."""
    path = home / "data" / STORE
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        everyone = list(
            pool.map(work, [path] * count, range(count), [seconds] * count, [rounds] * count)
        )
    return everyone, [*wrong(path, everyone)]


def wrong(path: Path, everyone: list[Done]) -> Iterator[str]:
    """What is not as it was acknowledged."""
    for done in everyone:
        yield from done.errors
    told = Counter(answer for done in everyone for answer in done.answers)
    with closing(connect_to_read(path)) as connection:
        rows = connection.execute("SELECT round, place FROM answer WHERE undone IS NULL").fetchall()
        (finished,) = connection.execute(
            "SELECT count(*) FROM round WHERE score IS NOT NULL"
        ).fetchone()
    stored = Counter(rows)
    if stored != told:
        yield f"lost: {told - stored}; doubled or never given: {stored - told}"
    if finished != sum(done.finished for done in everyone):
        yield f"{finished} rounds are finished"
    found = faults(path)
    if found:
        yield found
    for file in (*(file for _, file in backups.existing(path)), *path.parent.glob("mine-*.db")):
        backups.check(file)


def told(everyone: list[Done], problems: list[str], seconds: float) -> str:
    """The line that sums up."""
    answers = sum(len(done.answers) for done in everyone)
    acts = sum((done.other for done in everyone), Counter[str]())
    return (
        f"{len(everyone)} processes, {seconds:.0f} s: {answers} answers acknowledged and stored"
        f" ({answers / seconds:.0f} a second), {acts['review']} reviews, {acts['look']} looks at"
        f" statistics, {acts['back_up'] * 2} backups, {acts['export']} exports;"
        f" {len(problems)} problems"
    )


def main(seconds: float = 60.0) -> int:
    """Run and tell."""
    with tempfile.TemporaryDirectory() as home:
        begun = time.monotonic()
        everyone, problems = run(Path(home), seconds=seconds)
    for problem in problems:
        print(problem)
    print(told(everyone, problems, time.monotonic() - begun))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))

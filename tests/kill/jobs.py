"""Work that is done over and over in a process of its own, until that is killed.

Each job prepares a directory, works in it while it says what is done, and afterwards checks that
all of that is there, and that no file is half written.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import ClassVar, NoReturn

from azun_quiz.game.round import Round
from azun_quiz.paths import STORE
from azun_quiz.settings import THEMES, Settings, load, save
from azun_quiz.store import backups, schema
from azun_quiz.store.database import connect_to_read
from azun_quiz.store.errors import StoreError
from azun_quiz.store.recovery import restore
from azun_quiz.store.store import Store
from tests.game.stubs import make_plan
from tests.kill.counting import Count, Lost
from tests.plain.script import Desk
from tests.store.playing import DAY, NOON, answered, answers_in, faults, play, used
from tests.store.upgrader import COLUMNS, upgrade
from tests.store.versions import fixture

Say = Callable[[str], None]


class Job:
    """One kind of work. ``home`` is an empty directory that is there for one trial."""

    name: ClassVar[str]

    def prepare(self, home: Path, chance: Random) -> None:
        """Lay out what the work begins with."""

    def work(self, home: Path, say: Say) -> None:
        """Work, and say what is done as soon as it is done."""
        raise NotImplementedError

    def check(self, home: Path, said: list[str]) -> None:
        """Lost if anything that was said is not there, or a file is half written."""
        raise NotImplementedError


class Finishing(Job):
    """Answers, taking back, skipping and finishing, in all modes."""

    name = "finish"

    def work(self, home: Path, say: Say) -> None:
        with Store.open(home / STORE, now_ms=NOON) as store:
            player = store.player("a", at=NOON).id
            for turn in range(1000):
                self._round(store, player, turn, say)

    def _round(self, store: Store, player: int, turn: int, say: Say) -> None:
        mode, at = ("practice", "timed", "exam")[turn % 3], NOON + turn * 60_000
        game = Round.start(make_plan(mode, 4, seed=turn))
        number = store.begin(player, game, at=at)
        for place in range(3):
            game = answered(game, place != 1, at=at)
            store.keep(number, game, at=at)
            say(f"answer {number} {place}")
            if place == 1 and mode == "practice":
                store.keep(number, game := game.undo(at=at), at=at)
                store.keep(number, game := answered(game, True, at=at), at=at)
            game = game.visit(place + 1) if mode == "exam" else game.advance()
            store.keep(number, game, at=at)
        if mode != "exam":
            store.keep(number, game := game.skip(), at=at)
        store.keep(number, game.finish(at=at), at=at)
        say(f"finish {number}")

    def check(self, home: Path, said: list[str]) -> None:
        with Store.open(home / STORE, now_ms=NOON) as store:
            players = store.players()
            player = players[0].id if players else 0
            finished = {each.id for each in store.rounds(player, limit=10_000)}
            waiting = {each.id: each.round for each in store.open_rounds(player)}
            for word, *numbers in map(str.split, said):
                number = int(numbers[0])
                if word == "finish" and number not in finished:
                    raise Lost(f"round {number} is not finished")
                if word == "answer" and not self._has(store, waiting, number, int(numbers[1])):
                    raise Lost(f"answer {numbers[1]} of round {number} is not there")
        found = faults(home / STORE)
        if found:
            raise Lost(found)

    def _has(self, store: Store, waiting: dict[int, Round], number: int, place: int) -> bool:
        if number in waiting and waiting[number].answers[place] is not None:
            return True
        given = (*store.answers_of(number), *store.answers_of(number, undone=True))
        return any(each.place == place for each in given)


class Migrating(Job):
    """A store of the first version is brought up to date, with a long step that does not exist."""

    name = "migrate"

    def prepare(self, home: Path, chance: Random) -> None:
        fixture(1, home / STORE)

    def work(self, home: Path, say: Say) -> None:
        upgrade(home / STORE)
        say("upgraded")

    def check(self, home: Path, said: list[str]) -> None:
        with closing(connect_to_read(home / STORE)) as connection:
            version = backups.identity(connection)[1]
            (answers,) = connection.execute("SELECT count(*) FROM answer").fetchone()
            columns = len(connection.execute("PRAGMA table_info(player)").fetchall())
        if (version, columns) not in ((1, 4), (schema.version() + 1, 4 + COLUMNS)) or answers != 8:
            raise Lost(f"version {version} has {columns} columns and {answers} answers")
        if said and version == 1:
            raise Lost("the new version was acknowledged")
        if version != 1 and not backups.existing(home / STORE):
            raise Lost("there was no backup before")
        _check_files(file for _, file in backups.existing(home / STORE))
        found = faults(home / STORE)
        if found:
            raise Lost(found)


class BackingUp(Job):
    """Backups, automatic and asked for, while answers come in."""

    name = "backup"

    def work(self, home: Path, say: Say) -> None:
        path = home / STORE
        with Store.open(path, now_ms=NOON) as store:
            for turn in range(200):
                play(store, store.player("a", at=NOON).id, [True], at=NOON + turn * DAY // 8)
                store.backup(home / "mine.db")
                say("mine.db")
                backups.automatic(path, NOON + turn * DAY // 8, always=turn % 3 == 0)

    def check(self, home: Path, said: list[str]) -> None:
        mine = home / "mine.db"
        if said and not mine.exists():
            raise Lost("the backup is not there")
        _check_files(file for _, file in backups.existing(home / STORE))
        if mine.exists():
            _check_files([mine])
            if answers_in(mine) < len(said):
                raise Lost(f"{answers_in(mine)} answers of {len(said)} are in the backup")


class Restoring(Job):
    """Two backups take turns in the place of the store."""

    name = "restore"

    def prepare(self, home: Path, chance: Random) -> None:
        used(home / STORE, [True])
        backups.copy(home / STORE, home / "1.db")
        used(home / STORE, [True] * chance.choice([2, 50]))
        backups.copy(home / STORE, home / "2.db")

    def work(self, home: Path, say: Say) -> None:
        for turn in range(200):
            name = f"{turn % 2 + 1}.db"
            restore(home / STORE, home / name, now_ms=NOON + turn * DAY // 8)
            say(name)

    def check(self, home: Path, said: list[str]) -> None:
        known = {f"{number}.db": answers_in(home / f"{number}.db") for number in (1, 2)}
        found = answers_in(home / STORE)
        if found not in known.values():
            raise Lost(f"{found} answers are there, and not one of {known}")
        _check_files(file for _, file in backups.existing(home / STORE))
        if list(home.glob("*damaged*")):
            raise Lost("a sound store was set aside")


class Exporting(Job):
    """Exports in all formats, each in place of the one before."""

    name = "export"

    def __init__(self) -> None:
        from azun_quiz.export.registry import FORMATS

        self._formats = tuple(FORMATS)
        self._known: dict[str, set[bytes]] = {}

    def prepare(self, home: Path, chance: Random) -> None:
        for name in () if self._known else self._formats:
            self._known[name] = {
                self._written(home, name, seed, home / f"first.{name}") for seed in (1, 2)
            }

    def _written(self, home: Path, name: str, seed: int, file: Path) -> bytes:
        desk = Desk(home)
        wish = ("--all", "--seed", str(seed), "-o", str(file))
        assert desk.call("export", name, *wish) == 0, desk.said()
        return file.read_bytes()

    def work(self, home: Path, say: Say) -> None:
        for turn in range(200):
            for name in self._formats:
                self._written(home, name, turn % 2 + 1, home / f"items.{name}")
                say(name)

    def check(self, home: Path, said: list[str]) -> None:
        for name in self._formats:
            file = home / f"items.{name}"
            if name in said and not file.exists():
                raise Lost(f"{file.name} is not there")
            if file.exists() and file.read_bytes() not in self._known[name]:
                raise Lost(f"{file.name} is half written")


class Settling(Job):
    """Settings that change all the time."""

    name = "settings"

    def work(self, home: Path, say: Say) -> None:
        for turn in range(2000):
            player = "x" * (turn % 2 * 100_000)
            save(home / "settings.toml", Settings(theme=THEMES[turn % 2], player=player))
            say("saved")

    def check(self, home: Path, said: list[str]) -> None:
        settings, troubles = load(home / "settings.toml")
        whole = settings.player == "x" * (THEMES.index(settings.theme) * 100_000)
        if troubles or not whole or (said and not (home / "settings.toml").exists()):
            raise Lost(f"the settings are {troubles or 'half written'}")


JOBS: tuple[type[Job], ...] = (Finishing, Migrating, BackingUp, Restoring, Exporting, Settling)
MAX_DELAY = 0.8
"""Seconds after which a job is killed at the latest."""


def run(job: Job, times: int, home: Path, *, seed: int = 0) -> Count:
    """Do the job and kill it, so many times."""
    count = Count()
    for number in range(times):
        chance = Random(f"{seed} {job.name} {number}")
        place = home / f"{job.name}-{number}"
        place.mkdir(parents=True)
        job.prepare(place, chance)
        # The beginning is gone through often: there most files are made.
        said = _killed(job, place, chance.choice([0.01, 0.1, MAX_DELAY]) * chance.random())
        count.kills += 1
        count.acknowledged += len(said)
        try:
            job.check(place, said)
        except (Lost, StoreError) as error:
            count.lost.append(f"{job.name} {number}: {error}")
        else:
            shutil.rmtree(place)
    return count


def _killed(job: Job, home: Path, seconds: float) -> list[str]:
    """Let a child do the job for a while; what it had said when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(job, home, writing)
    os.close(writing)
    with open(reading, "rb") as said:
        assert said.readline() == b"begun\n"
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        text = said.read().decode()
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, -signal.SIGKILL):
        raise RuntimeError(f"{job.name} failed: {text}")
    return text.rpartition("\n")[0].splitlines()


def _work(job: Job, home: Path, writing: int) -> NoReturn:
    """What the child does; it never returns into the program of its parent."""
    code = 1

    def say(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        say("begun")
        job.work(home, say)
        code = 0
    except BaseException as error:
        os.write(writing, repr(error).encode())
    finally:
        os._exit(code)


def _check_files(files: Iterable[Path]) -> None:
    """Lost if a file is no whole backup."""
    for file in files:
        try:
            backups.check(file)
        except StoreError as error:
            raise Lost(f"{file.name}: {error}") from error

"""Simulates a class and prints how well the item analysis recovers what is known of it.

    python -m tests.results.simulate [SEED]

A class of 300 answers 30 questions of the built-in content. Their difficulties and slopes are
known (two-parameter logistic model), four of them have planted faults. Each player's answers are
written to a file of results; `azun-quiz results analyse` reads them all. Printed are, for each
question, what a class without end would show, what was found, and the difference in standard
errors; then what was found of the faults.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import atanh, sqrt
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from azun_quiz.analysis.results import Answer, PlayedRound, Results, written
from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.game.draw import draw
from azun_quiz.game.plan import questions
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.item import Item
from azun_quiz.library import open_library
from azun_quiz.paths import built_in
from tests.results.model import Expected, Numbers, drawn, expected

PLAYERS, ITEMS = 300, 30
MISKEYED, GUESSED, EASY, IDLE = 0, 1, 2, 3
"""The items with faults: the wrong key, nobody knows it, everybody does, an option nobody takes."""


@dataclass(frozen=True)
class Simulated:
    """A class: its files, and what is known of it. ``sound`` items have no fault."""

    files: tuple[Results, ...]
    asked: tuple[Item, ...]
    slopes: Numbers
    places: Numbers

    @property
    def sound(self) -> range:
        return range(IDLE, ITEMS)

    @property
    def known(self) -> Expected:
        """What a class without end would show."""
        return expected(self.slopes, self.places)


def parameters() -> tuple[Numbers, Numbers]:
    """Slopes from 0.7 to 1.8 and difficulties from -1.8 to 1.8, mixed; then those with faults."""
    slopes = np.array([0.7 + 1.1 * (index * 7 % ITEMS) / (ITEMS - 1) for index in range(ITEMS)])
    places = np.array([-1.8 + 3.6 * (index * 11 % ITEMS) / (ITEMS - 1) for index in range(ITEMS)])
    slopes[MISKEYED], places[MISKEYED] = -1.2, 0.5
    slopes[GUESSED], places[GUESSED] = 0.01, 140.0  # right with a chance of 0.2, whoever asks
    slopes[EASY], places[EASY] = 1.0, -5.0
    slopes[IDLE], places[IDLE] = 1.2, 0.0
    return slopes, places


def simulated(bank: Bank, seed: int) -> Simulated:
    """A class of a seed."""
    slopes, places = parameters()
    asked = []
    for question in questions(draw(bank, topics=None, count=4 * ITEMS, seed=1, lang="en"), 1):
        item = bank.item(question.item, lang="en", seed=question.seed)
        if len(item.options) == 4 and len(asked) < ITEMS:
            asked.append(item)
    random = Random(seed + 1)
    files = [
        Results(f"{index:020x}", "", (_round(index, row, asked, bank.digest, random),))
        for index, row in enumerate(drawn(slopes, places, PLAYERS, seed))
    ]
    return Simulated(tuple(files), tuple(asked), slopes, places)


def _round(
    index: int, row: list[int], asked: list[Item], digest: str, random: Random
) -> PlayedRound:
    answers = tuple(
        Answer(
            number=place + 1,
            place=place,
            item=item.id,
            seed=item.seed,
            chosen=_choice(place, item, right, random),
            key=item.key,
            right=bool(right),
            ms=random.randrange(2_000, 30_000),
            hints=0,
        )
        for place, (item, right) in enumerate(zip(asked, row, strict=True))
    )
    day = date(2026, 11, 24)
    return PlayedRound(
        1, day, "exam", "medium", "en", "code", "", len(asked), digest, answers
    )  # fmt: skip


def idle_option(item: Item) -> int:
    """The wrong option of an item that nobody takes."""
    return (item.key + 1) % len(item.options)


def rival_option(item: Item) -> int:
    """The option that those who know take where the key is wrong."""
    return (item.key + 2) % len(item.options)


def _choice(place: int, item: Item, right: int, random: Random) -> int:
    if right:
        return item.key
    if place == MISKEYED:
        return rival_option(item)
    wrong = [index for index in range(len(item.options)) if index != item.key]
    if place == IDLE:
        wrong.remove(idle_option(item))
    return random.choice(wrong)


def differences(found: dict[str, dict[str, Any]], made: Simulated) -> Iterator[tuple[float, float]]:
    """Found less expected, in standard errors, for facility and discrimination of each item.

    The standard error of a facility is sqrt(p(1 - p) / n); that of the inverse hyperbolic tangent
    of a correlation is taken as 1 / sqrt(n - 3).
    """
    known = made.known
    for index, item in enumerate(made.asked):
        entry = found[item.id]
        p, r = known.facilities[index], known.discriminations[index]
        of_facility = (entry["facility"] - p) / sqrt(p * (1 - p) / PLAYERS)
        of_discrimination = atanh(entry["discrimination"]["rest"]) - atanh(r)
        yield of_facility, of_discrimination * sqrt(PLAYERS - 3)


def analysed(made: Simulated) -> dict[str, Any]:
    """The analysis by the command line, from files."""
    with tempfile.TemporaryDirectory() as directory:
        for index, results in enumerate(made.files):
            path = Path(directory) / f"{index:03}.json"
            path.write_bytes(b"".join(written(results)))
        command = ["results", "analyse", directory, "--format", "json", "--lang", "en"]
        done = subprocess.run(
            [sys.executable, "-m", "azun_quiz", *command],
            capture_output=True,
            check=True,
            env={**os.environ, "AZUN_QUIZ_HOME": f"{directory}/home"},
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Simulate, analyse, and print."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    made = simulated(open_library([Pack(BUILT_IN, built_in())]).bank, seed)
    report = analysed(made)
    found = {entry["item"]: entry for entry in report["items"]}
    known, gaps = made.known, list(differences(found, made))
    print(f"{PLAYERS} players, {ITEMS} questions, seed {seed}")
    print("question  facility: known found (s.e.)   discrimination: known found (s.e.)")
    for index, item in enumerate(made.asked):
        entry, (first, second) = found[item.id], gaps[index]
        print(
            f"{index:8}  {known.facilities[index]:15.3f} {entry['facility']:5.3f} ({first:+.2f})"
            f"   {known.discriminations[index]:21.3f} {entry['discrimination']['rest']:5.3f}"
            f" ({second:+.2f})   {' '.join(reason['code'] for reason in entry['reasons'])}"
        )
    for name, column in (("facility", 0), ("discrimination", 1)):
        squares = [gap[column] ** 2 for gap in gaps]
        largest = max(abs(gap[column]) for gap in gaps)
        mean_square = sum(squares) / len(squares)
        print(f"{name}: mean square {mean_square:.2f} (1 is expected), largest {largest:.2f}")
    print(f"KR-20: known {known.kr20:.3f}, found {report['reliability']['kr20']:.3f}")


if __name__ == "__main__":
    main()

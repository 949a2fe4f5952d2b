"""Games on a pseudo-terminal: played, killed, looked at and gone on with."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from azun_quiz.game.round import Round
from tests.kill.counting import Count, Lost
from tests.kill.plain_front import PlainFront
from tests.kill.screen_front import ScreenFront
from tests.kill.table import Kept, Seen, Table, Wish

STARTING = 0.1
"""The part of the processes that are killed while they start."""

Front = PlainFront | ScreenFront
FRONTS: tuple[type[Front], ...] = (PlainFront, ScreenFront)


def run(
    front: Front, times: int, home: Path, content: Sequence[str] = (), *, seed: int = 0
) -> Count:
    """Play and kill, so many times."""
    table, count = Table(home, content), Count()
    for number in range(times):
        chance = Random(f"{seed} {front.name} {number}")
        wish = Wish(
            f"{front.name} {number}",
            chance.randrange(1 << 19),
            chance.choice(["practice", "practice", "timed", "exam"]),
            chance.choice([2, 3, 8]),
            chance.choice(front.languages),
        )
        try:
            trial(front, table, wish, chance, count)
        except (Lost, TimeoutError, EOFError) as error:
            count.lost.append(f"{wish}: {error}")
    return count


def trial(front: Front, table: Table, wish: Wish, chance: Random, count: Count) -> None:
    """Play, kill, look, resume."""
    with front.begin(table, wish) as talk:
        if chance.random() < STARTING:
            time.sleep(chance.uniform(0.0, 1.2))
            seen = Seen()
        else:
            seen = front.play(talk, wish, chance)
            time.sleep(chance.choice([0.0, chance.uniform(0.0, 0.01), chance.uniform(0.0, 0.1)]))
        talk.kill()
        seen = front.seen(talk, seen, wish)
    count.kills += 1
    count.acknowledged += len(seen.answers)
    kept = table.kept(wish.player)
    if kept is None:
        if seen.number:
            raise Lost("there is no round")
        count.unbegun += 1
        return
    _compare(kept, seen, wish, count)
    if kept.round is None:
        _compare_result(kept, seen)
        count.finished += 1
        return
    if seen.finished:
        raise Lost("the round was over")
    _resume(front, table, wish, kept.round, seen)
    count.resumed += 1


def _compare(kept: Kept, seen: Seen, wish: Wish, count: Count) -> None:
    """What was acknowledged must be stored; beyond that only what was typed last may be."""
    exam = wish.mode == "exam"
    stored = {
        each.place + 1: (each.chosen + 1, each.right)
        for each in kept.answers
        if each.chosen is not None
    }
    for number, (chosen, right) in seen.answers.items():
        found = stored.get(number)
        changed = exam and number == seen.number and seen.last.isdecimal()
        if found is None or (found[0] != chosen and not changed):
            raise Lost(f"question {number}: option {chosen} was told, {found} is stored")
        if right is not None and found[1] != right:
            raise Lost(f"question {number} was told to be {'right' if right else 'wrong'}")
    more = {number: found for number, found in stored.items() if number not in seen.answers}
    if more:
        if more.keys() != {seen.number} or str(more[seen.number][0]) != seen.last:
            raise Lost(f"{more} are stored and were never typed")
        count.unseen += 1


def _compare_result(kept: Kept, seen: Seen) -> None:
    """The result must be the one that was told."""
    record = kept.record
    assert record is not None
    if record.answered != len(kept.answers) or record.right != sum(a.right for a in kept.answers):
        raise Lost(f"the result counts {record.right} of {record.answered}: {kept.answers}")
    if seen.points is not None and seen.points != record.score:
        raise Lost(f"{seen.points} points were told, {record.score} are stored")


def _resume(front: Front, table: Table, wish: Wish, kept: Round, seen: Seen) -> None:
    """The round must go on where it was."""
    number, options, points = front.resume(table, wish, kept)
    if number != front.number(kept):
        raise Lost(f"it goes on at question {number} instead of {front.number(kept)}")
    if points != (0 if kept.plan.mode == "exam" else kept.score.total):
        raise Lost(f"{points} points instead of {kept.score.total}")
    if number > len(kept.plan.questions):
        return
    expected = table.left(kept, number, wish.lang)
    if options not in (expected, table.item(kept, number, wish.lang).options):
        raise Lost(f"the options are {options} instead of {expected}")
    as_seen = {*seen.options}
    hint_unseen = seen.last == "h" and len(as_seen - {*options}) == 1 and {*options} < as_seen
    if number == seen.number and as_seen and {*options} != as_seen and not hint_unseen:
        raise Lost(f"the options are {options} instead of {seen.options}")

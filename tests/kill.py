"""Kills the program while somebody plays, and looks whether anything is lost.

    python -m tests.kill [TIMES] [plain|screen]

Each time a round is begun on a real pseudo-terminal, answered at random, and the process killed
(SIGKILL) at a random moment: half of the times in the line-by-line game, half on the full screen,
unless one of them is named. Then every answer that the screen had acknowledged must be in the
store, and the round must go on at the right question, with the same options and score. The last
line sums up; the exit code is 1 if anything was lost.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from azun_quiz.game.round import Round
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.item import Item
from azun_quiz.library import open_library, packs
from azun_quiz.paths import places
from azun_quiz.store.store import FILE, Store
from tests.plain.reading import SCORE, read
from tests.plain.talk import Talk

QUESTIONS = 8
MOVES = 6
"""At most so many moves before the last one, so that the round is never finished."""
STARTING = 0.1
"""The part of the processes that are killed while they start."""

_ESCAPES = re.compile(
    r"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>()][0B]?"
)
_RIGHT, _WRONG = "✓ Right", "✗ Not right"


class Lost(Exception):  # noqa: N818 (it is what this program looks for)
    """Something that was on the screen is not there any more."""


@dataclass
class Seen:
    """What a player had seen when the process was killed.

    ``answers`` are those acknowledged, by question: the option's number and whether it was right.
    ``number`` is the question shown last with its ``options`` (those that were left), and
    ``last`` what was typed last, whose effect may not have been shown.
    """

    answers: dict[int, tuple[int, bool]] = field(default_factory=dict)
    number: int = 0
    options: tuple[str, ...] = ()
    last: str = ""


@dataclass
class Count:
    """What came of all trials."""

    kills: int = 0
    acknowledged: int = 0
    resumed: int = 0
    unbegun: int = 0
    unseen: int = 0
    lost: list[str] = field(default_factory=list)


class Table:
    """A home, the content, and the bank that the program has too."""

    def __init__(self, home: Path, content: Sequence[str] = ()) -> None:
        self.home = home
        self.content = tuple(content)
        extra = [Path(name) for name in content if not name.startswith("-")]
        in_use = packs(places({"AZUN_QUIZ_HOME": str(home)}), extra, only=bool(extra))
        self.bank: Bank = open_library(in_use).bank

    def item(self, kept: Round, number: int) -> Item:
        question = kept.plan.questions[number - 1]
        return self.bank.item(question.item, lang="en", seed=question.seed, level=kept.plan.level)


class PlainFront:
    """The line-by-line game."""

    name = "plain"

    def number(self, kept: Round) -> int:
        """Where a round goes on: after an answer at the next question, in an exam at the same."""
        answered = kept.attempt is not None and kept.plan.mode != "exam"
        return (kept.advance() if answered else kept).place + 1

    def begin(self, table: Table, player: str, seed: int, mode: str) -> Talk:
        wish = ("--questions", str(QUESTIONS), "--seed", str(seed), "--mode", mode)
        who = ("--player", player, "--lang", "en", "--plain")
        return Talk(*table.content, "play", *who, *wish, home=table.home)

    def play(self, talk: Talk, chance: Random) -> Seen:
        """Make moves, each when the last one is answered, and one that nobody waits for."""
        start = 0
        for _ in range(chance.randint(0, MOVES)):
            talk.until("Your answer: ", start=start)
            start = len(talk.said)
            talk.type(self._move(chance, undo=True))
        talk.until("Your answer: ", start=start)
        last = self._move(chance, undo=False)
        talk.type(last)
        return Seen(last=last.strip())

    def _move(self, chance: Random, *, undo: bool) -> str:
        commands = ["s", "h", "r", "f a note", *(["u"] if undo else [])]
        return chance.choice([*"123412341234", *commands]) + "\n"

    def seen(self, talk: Talk, seen: Seen) -> Seen:
        reading = read(talk.said.splitlines())
        seen.answers = {
            number: (int(said.typed), said.verdict == "right")
            for number, said in reading.said.items()
        }
        seen.number = reading.number
        if talk.said.count("Your answer: ") and reading.options:
            seen.options = tuple(reading.options.values())
        return seen

    def resume(self, table: Table, player: str, kept: Round) -> tuple[int, tuple[str, ...], int]:
        who = ("--player", player, "--lang", "en", "--plain")
        with Talk(*table.content, *who, home=table.home) as talk:
            talk.until("Your choice: ")
            if "c: Continue the round" not in talk.said:
                raise Lost("the round is not offered")
            start = len(talk.said)
            talk.type("c\n")
            talk.until("Your answer: ", start=start)
            reading = read(talk.said[start:].splitlines())
            talk.type("q\n")
            start = len(talk.said)
            talk.until("Your choice: ", start=start)
            score = SCORE.search(talk.said)
            assert score is not None
        if int(score[2]) != (0 if kept.plan.mode == "exam" else kept.score.right):
            raise Lost(f"{score[0]}, but {kept.score.right} answers were right")
        return reading.number, tuple(reading.options.values()), int(score[1])


class ScreenFront:
    """The full screen."""

    name = "screen"

    def number(self, kept: Round) -> int:
        """Where a round goes on: at the question on the screen; an answered one tells why."""
        return kept.place + 1

    def __init__(self) -> None:
        self._answers: dict[int, tuple[int, bool]] = {}
        self._number = 0
        self._typed = 0

    def begin(self, table: Table, player: str, seed: int, mode: str) -> Talk:
        wish = ("--questions", str(QUESTIONS), "--seed", str(seed), "--mode", "practice")
        who = ("--player", player, "--lang", "en")
        self._answers, self._number, self._typed = {}, 0, 0
        return self._talk(*table.content, "play", *who, *wish, home=table.home)

    def _talk(self, *arguments: str, home: Path) -> Talk:
        return Talk(*arguments, home=home, TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")

    def play(self, talk: Talk, chance: Random) -> Seen:
        for number in range(1, chance.randint(1, MOVES) + 1):
            talk.until(f"Question {number} of", start=self._typed)
            self._number = number
            if number > 1 and chance.random() < 0.2:
                break
            self._typed = len(talk.said)
            chosen = chance.choice("123")
            talk.type(chosen)
            if chance.random() < 0.15:
                return Seen(last=chosen)
            verdict = talk.until(_RIGHT, _WRONG, start=self._typed)
            self._answers[number] = (int(chosen), verdict == _RIGHT)
            talk.until("Next", start=self._typed)  # among the keys: from now on Enter goes on
            self._typed = len(talk.said)
            talk.type("\r")
        return Seen()

    def seen(self, talk: Talk, seen: Seen) -> Seen:
        rest = talk.said[self._typed :]
        if seen.last and (_RIGHT in rest or _WRONG in rest):
            self._answers[self._number] = (int(seen.last), _RIGHT in rest)
        following = re.findall(r"Question (\d+) of", _ESCAPES.sub("", rest))
        seen.answers = dict(self._answers)
        seen.number = int(following[-1]) if following else self._number
        return seen

    def resume(self, table: Table, player: str, kept: Round) -> tuple[int, tuple[str, ...], int]:
        who = ("--player", player, "--lang", "en")
        with self._talk(*table.content, *who, home=table.home) as talk:
            talk.until("Question")  # beside the entry "Continue"
            start = len(talk.said)
            talk.type("c")
            number = self.number(kept)
            talk.until(f"Question {number} of", start=start)
            item = table.item(kept, number)
            deadline = time.monotonic() + 5
            while time.monotonic() < deadline:
                painted = _squeezed(talk.said[start:])
                if all(_squeezed(text) in painted for text in (item.stem, *item.options)):
                    break
                with suppress(TimeoutError):
                    talk.listen(0.05)
            else:
                texts = (item.stem, *item.options)
                missing = [text for text in texts if _squeezed(text) not in painted]
                raise Lost(f"question {number}: not painted are {missing}")
            points = re.search(r"(\d+) points?", _ESCAPES.sub("", talk.said[start:]))
            assert points is not None
        return number, item.options, int(points[1])


def _squeezed(text: str) -> str:
    """Text without escape sequences, spaces, frames and the notes beside options, so that words
    that go on in the next row are found."""
    words = re.sub(r"your answer|right answer|taken away", "", _ESCAPES.sub("", text))
    return re.sub(r"[\s│║┃|]", "", words)


Front = PlainFront | ScreenFront


def trial(front: Front, table: Table, player: str, chance: Random, count: Count) -> None:
    """Play, kill, look, resume."""
    mode = chance.choice(["practice", "practice", "timed", "exam"])
    with front.begin(table, player, chance.randrange(1 << 19), mode) as talk:
        if chance.random() < STARTING:
            time.sleep(chance.uniform(0.0, 1.2))
            seen = Seen()
        else:
            seen = front.play(talk, chance)
            time.sleep(chance.choice([0.0, chance.uniform(0.0, 0.01), chance.uniform(0.0, 0.1)]))
        talk.kill()
        seen = front.seen(talk, seen)
    count.kills += 1
    count.acknowledged += len(seen.answers)
    kept = _kept(table, player)
    if kept is None:
        if seen.number:
            raise Lost("there is no round")
        count.unbegun += 1
        return
    _compare(kept, seen, count)
    number, options, points = front.resume(table, player, kept)
    if number != front.number(kept):
        raise Lost(f"it goes on at question {number} instead of {front.number(kept)}")
    if points != (0 if kept.plan.mode == "exam" else kept.score.total):
        raise Lost(f"{points} points instead of {kept.score.total}")
    expected = _left(table, kept, number)
    if options not in (expected, table.item(kept, number).options):
        raise Lost(f"the options are {options} instead of {expected}")
    as_seen = {*seen.options}
    hint_unseen = seen.last == "h" and len(as_seen - {*options}) == 1 and {*options} < as_seen
    if number == seen.number and as_seen and {*options} != as_seen and not hint_unseen:
        raise Lost(f"the options are {options} instead of {seen.options}")
    count.resumed += 1


def _left(table: Table, kept: Round, number: int) -> tuple[str, ...]:
    """The options that hints have left."""
    hidden = kept.hidden[number - 1]
    options = table.item(kept, number).options
    return tuple(text for index, text in enumerate(options) if index not in hidden)


def _kept(table: Table, player: str) -> Round | None:
    """The round as the store has it; its answers must be those of the table of answers."""
    file = table.home / "data" / FILE
    if not file.exists():
        return None
    with Store.open(file, now_ms=0) as store:
        owners = [each.id for each in store.players() if each.name == player]
        waiting = store.open_rounds(owners[0]) if owners else ()
        if not waiting:
            return None
        kept, answers = waiting[0].round, store.answers_of(waiting[0].id)
    if kept.plan.mode != "exam" and answers != tuple(each for each in kept.answers if each):
        raise Lost("the answers and the round differ")
    return kept


def _compare(kept: Round, seen: Seen, count: Count) -> None:
    """What was acknowledged must be stored; beyond that only what was typed last may be."""
    stored = {
        number: ((attempt.chosen or 0) + 1, attempt.right)
        for number, attempt in enumerate(kept.answers, start=1)
        if attempt is not None and attempt.chosen is not None
    }
    for number, (chosen, right) in seen.answers.items():
        found = stored.get(number)
        changed = kept.plan.mode == "exam" and number == seen.number and seen.last.isdecimal()
        if found is None or (found[0] != chosen and not changed):
            raise Lost(f"question {number}: option {chosen} was told, {found} is stored")
        if kept.plan.mode != "exam" and found[1] != right:
            raise Lost(f"question {number} was told to be {'right' if right else 'wrong'}")
    more = {number: found for number, found in stored.items() if number not in seen.answers}
    if more:
        if more.keys() != {seen.number} or str(more[seen.number][0]) != seen.last:
            raise Lost(f"{more} are stored and were never typed")
        count.unseen += 1


def run(
    times: int, fronts: Sequence[Front], home: Path, content: Sequence[str] = (), *, seed: int = 0
) -> Count:
    """So many trials, shared among the fronts."""
    table, count = Table(home, content), Count()
    for number in range(times):
        front = fronts[number * len(fronts) // times]
        chance = Random(f"{seed} {front.name} {number}")
        try:
            trial(front, table, f"player {number}", chance, count)
        except (Lost, TimeoutError, EOFError) as error:
            count.lost.append(f"{front.name} {number}: {error}")
    return count


def told(count: Count, fronts: Sequence[Front]) -> str:
    """The line that sums up."""
    names = " and ".join(front.name for front in fronts)
    return (
        f"{count.kills} kills ({names}): {count.acknowledged} answers acknowledged,"
        f" {count.unseen} stored but not yet shown; {count.resumed} rounds resumed,"
        f" {count.unbegun} not yet begun; {len(count.lost)} lost"
    )


def main(times: int = 200, *names: str) -> int:
    """Run and tell."""
    fronts: list[Front] = [PlainFront(), ScreenFront()]
    chosen = [front for front in fronts if not names or front.name in names]
    with tempfile.TemporaryDirectory() as home:
        count = run(times, chosen, Path(home), seed=int(time.time()))
    for line in count.lost:
        print(line)
    print(told(count, chosen))
    return 1 if count.lost else 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) if word.isdecimal() else word for word in sys.argv[1:])))  # type: ignore[arg-type]

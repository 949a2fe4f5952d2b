"""The line-by-line game, played at random."""

from __future__ import annotations

from random import Random

from azun_quiz.game.round import Round
from tests.kill.counting import Lost
from tests.kill.table import Seen, Table, Wish
from tests.plain.reading import SCORE, read
from tests.plain.talk import Talk

MAX_MOVES = 7

_ANSWER, _CHOICE, _AFTER_LAST, _SCORE = (
    "Your answer: ", "Your choice: ", "Enter: result; u: take back ", "Score: "
)  # fmt: skip


class PlainFront:
    """The line-by-line game in English."""

    name = "plain"
    languages = ("en",)

    def number(self, kept: Round) -> int:
        """Where a round goes on: after an answer at the next question, in an exam at the same."""
        answered = kept.attempt is not None and kept.plan.mode != "exam"
        return (kept.advance() if answered else kept).place + 1

    def begin(self, table: Table, wish: Wish) -> Talk:
        """Begin the round."""
        how = ("--questions", str(wish.questions), "--seed", str(wish.seed), "--mode", wish.mode)
        who = ("--player", wish.player, "--lang", wish.lang, "--plain")
        return Talk(*table.content, "play", *who, *how, home=table.home)

    def play(self, talk: Talk, wish: Wish, chance: Random) -> Seen:
        """Make moves, each when the last one is answered, and one that nobody waits for."""
        start, last, moves = 0, "", chance.randint(0, MAX_MOVES)
        for move in range(moves + 1):
            prompt = talk.until(_ANSWER, _CHOICE, _AFTER_LAST, _SCORE, start=start)
            if prompt == _SCORE:
                break
            start = len(talk.said)
            if prompt == _CHOICE:
                last = "x"  # at the end of an exam only handing in leads on
            elif prompt == _AFTER_LAST:
                last = chance.choice(["", "u"] if move < moves else [""])
            else:
                last = self._move(chance, undo=move < moves)
            talk.type(f"{last}\n")
        return Seen(last=last)

    def _move(self, chance: Random, *, undo: bool) -> str:
        commands = ["s", "h", "r", "f a note", *(["u"] if undo else [])]
        return chance.choice([*"123412341234", *commands])

    def seen(self, talk: Talk, seen: Seen, wish: Wish) -> Seen:
        """What can be read of all that was written until the end."""
        reading = read(talk.said.splitlines())
        seen.answers = {
            number: (int(said.typed), None if said.verdict == "noted" else said.verdict == "right")
            for number, said in reading.said.items()
            if said.typed.isdecimal()
        }
        seen.number = reading.number
        if _ANSWER in talk.said and reading.options:
            seen.options = tuple(reading.options.values())
        score = SCORE.search(talk.said)
        if score is not None:
            seen.finished, seen.points = True, int(score[1])
        return seen

    def resume(self, table: Table, wish: Wish, kept: Round) -> tuple[int, tuple[str, ...], int]:
        """Go on with the round: the number of its question, its options, and the points."""
        who = ("--player", wish.player, "--lang", wish.lang, "--plain")
        with Talk(*table.content, *who, home=table.home) as talk:
            talk.until(_CHOICE)
            if "c: Continue the round" not in talk.said:
                raise Lost("the round is not offered")
            start = len(talk.said)
            talk.type("c\n")
            prompt = talk.until(_ANSWER, _AFTER_LAST, _CHOICE, start=start)
            if prompt == _AFTER_LAST:
                talk.type("\n")
                prompt = talk.until(_CHOICE, start=len(talk.said))
            reading = read(talk.said[start:].splitlines())
            number = reading.number
            if prompt == _CHOICE:  # all was answered: the round is finished, or an exam waits
                number = len(kept.plan.questions) + 1
                reading.options.clear()
            if prompt == _ANSWER or kept.plan.mode == "exam":
                talk.type("q\n")
                start = len(talk.said)
                talk.until(_CHOICE, start=start)
            score = SCORE.search(talk.said)
            assert score is not None
        if int(score[2]) != (0 if kept.plan.mode == "exam" else kept.score.right):
            raise Lost(f"{score[0]}, but {kept.score.right} answers were right")
        return number, tuple(reading.options.values()), int(score[1])

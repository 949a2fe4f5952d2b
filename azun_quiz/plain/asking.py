"""A round played line by line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto

from azun_quiz.game.errors import WordedError
from azun_quiz.plain import keys
from azun_quiz.plain.console import Console, EndOfInput
from azun_quiz.plain.score import Tally, result_of, words
from azun_quiz.plain.telling import Teller
from azun_quiz.session import Session
from azun_quiz.sitting import Sitting
from azun_quiz.store.errors import RoundMovedError, StoreError
from azun_quiz.text.catalog import N_


class Next(Enum):
    """What follows a line."""

    ASK = auto()
    """The same question waits for another line."""
    STEP = auto()
    """The round goes on from where it stands now."""
    LEAVE = auto()
    """The player leaves the round."""


class RoundPlayer:
    """Asks the questions of one sitting until they are through or the player leaves.

    Nothing is told before it is stored. What cannot be stored is said, and has not happened.
    """

    def __init__(
        self, console: Console, session: Session, sitting: Sitting, tally: Tally | None = None
    ) -> None:
        self.console = console
        self.session = session
        self.sitting = sitting
        self.tally = Tally() if tally is None else tally
        self.teller = Teller(console, sitting)

    def play(self) -> bool:
        """Play on from where the round stands; the last line is the score.

        Returns whether the player is still there: False at the end of the input.
        """
        self.teller.beginning()
        there = True
        try:
            while not self.sitting.round.finished and self._step() is not Next.LEAVE:
                pass
        except EndOfInput:
            there = False
            self._leave(N_("The input has ended. The round is kept, and can be continued."))
        except KeyboardInterrupt:
            self.console.end_prompt()
            self._leave(N_("The round is kept, and can be continued."))
            self._tell_score()
            raise
        with suppress(StoreError):
            self._tell_remarks()
        self._tell_score()
        return there

    # One step: a question, or what comes after the last one

    def _step(self) -> Next:
        sitting = self.sitting
        if sitting.round.current is None:
            return self._at_the_end() if sitting.mode == "exam" else self._try(self._finish)
        if not sitting.open:
            if self._may_think_again():
                return self._listen(N_("Enter: result; u: take back"), self._do_after_last)
            return self._try(sitting.go_on)
        self.teller.question()
        sitting.resume()
        return self._listen(N_("Your answer:"), self._do)

    def _listen(self, prompt: str, do: Callable[[str], Next]) -> Next:
        """Read lines and do what they say until the round goes on or is left."""
        while True:
            line = self.console.ask(self.console.t(prompt))
            try:
                found = do(line)
            except WordedError as error:
                found = self._explain(error)
            if found is not Next.ASK:
                return found

    def _try(self, move: Callable[[], None]) -> Next:
        """Make a move that the player did not ask for; if it cannot be stored, wait for them."""
        try:
            move()
        except WordedError as error:
            if self._explain(error) is Next.LEAVE:
                return Next.LEAVE
            self.console.say("Press Enter to try again, or type q to quit.")
            line = self.console.ask(self.console.t("Your choice:"))
            return self._quit() if line.lower() == keys.QUIT else Next.STEP
        return Next.STEP

    def _explain(self, error: WordedError) -> Next:
        """Say what went wrong; a round that has gone on elsewhere is left."""
        self.console.explain(error)
        if isinstance(error, StoreError):
            self.console.say("This was not stored.")
        return Next.LEAVE if isinstance(error, RoundMovedError) else Next.ASK

    # What a line says

    def _do(self, line: str) -> Next:
        word = line.lower()
        note = keys.note(line)
        simple = self._commands().get(word)
        if simple is not None:
            return simple()
        if note is not None:
            self.sitting.flag(note)
            self.console.say("The question is flagged. Thank you.")
            return Next.ASK
        if self._go_to(line):
            return Next.STEP
        return self._answer(line)

    def _commands(self) -> dict[str, Callable[[], Next]]:
        """The commands of one letter."""
        found = {
            keys.QUIT: self._quit,
            keys.SKIP: lambda: self._moved(self.sitting.skip),
            keys.HINT: self._hint,
            keys.UNDO: self._undo,
            keys.REPEAT: self._repeat,
            **dict.fromkeys(keys.HELP, self._help),
        }
        if self.sitting.mode == "exam":
            found[keys.HAND_IN] = lambda: self._moved(self._finish)
        return found

    def _moved(self, move: Callable[[], None]) -> Next:
        move()
        return Next.STEP

    def _hint(self) -> Next:
        self.sitting.hint()
        taken = self.sitting.round.hidden[self.sitting.place][-1]
        self.console.say("Option {number} is taken away: it is wrong.", number=taken + 1)
        return Next.ASK

    def _undo(self) -> Next:
        self.sitting.undo()
        self.console.say("Your last answer is taken back.")
        return Next.STEP

    def _may_think_again(self) -> bool:
        """Whether somebody at a terminal can still take back the last answer of the round."""
        sitting = self.sitting
        is_last = sitting.place + 1 == sitting.total
        return is_last and self.console.prompts and sitting.can_undo()

    def _do_after_last(self, line: str) -> Next:
        word = line.lower()
        if word == keys.UNDO:
            return self._undo()
        return self._quit() if word == keys.QUIT else self._moved(self.sitting.go_on)

    def _repeat(self) -> Next:
        self.teller.question()
        return Next.ASK

    def _help(self) -> Next:
        self.teller.help()
        return Next.ASK

    def _answer(self, line: str) -> Next:
        sitting = self.sitting
        count = len(sitting.item().options)
        index = keys.choice(line, count)
        if index is None:
            self.console.line(
                self.console.t.plural(
                    "Type a number from 1 to {count}, or ? for help.",
                    "Type a number from 1 to {count}, or ? for help.",
                    count,
                )
            )
            return Next.ASK
        if sitting.mode == "timed" and sitting.seconds_left() <= 0:
            sitting.run_out()
        else:
            sitting.answer(index)
        if sitting.mode == "exam":
            self.console.say("Noted.")
            return self._try(sitting.go_on)
        self.teller.feedback()
        return Next.STEP

    def _go_to(self, line: str) -> bool:
        """Go to a question of an exam, if the line says so."""
        wanted = keys.after(keys.GO, line) if self.sitting.mode == "exam" else None
        place = None if wanted is None else keys.number(wanted, self.sitting.total)
        if place is None:
            return False
        self.sitting.go_to(place - 1)
        return True

    # The end

    def _at_the_end(self) -> Next:
        """All questions of an exam were shown: it is handed in only when the player says so."""
        missing = len(self.sitting.round.unanswered)
        self.console.line()
        if missing:
            self.console.line(
                self.console.t.plural(
                    "That was the last question. {count} is not answered.",
                    "That was the last question. {count} are not answered.",
                    missing,
                )
            )
        else:
            self.console.say("All questions are answered.")
        self._explain_end()
        return self._listen(N_("Your choice:"), self._do_at_end)

    def _do_at_end(self, line: str) -> Next:
        word = line.lower()
        if word == keys.HAND_IN:
            return self._moved(self._finish)
        if word == keys.QUIT:
            return self._quit()
        if self._go_to(line):
            return Next.STEP
        self._explain_end()
        return Next.ASK

    def _explain_end(self) -> None:
        self.console.say("x hands the exam in; g and a number goes to that question; q quits.")

    def _finish(self) -> None:
        self.sitting.finish()
        if self.sitting.mode == "exam":
            for place in range(self.sitting.total):
                self.teller.result(place)

    def _quit(self) -> Next:
        self._leave(N_("The round is kept, and can be continued."))
        return Next.LEAVE

    def _leave(self, message: str) -> None:
        """Store the time that was spent, and say that the round is kept."""
        sitting = self.sitting
        if sitting.round.finished:
            return
        try:
            sitting.pause()
        except RoundMovedError:
            pass  # what is stored is further on
        except StoreError as error:
            self.console.explain(error)
        if sitting.kept:
            self.console.say(message)
        else:
            self.console.say("The round cannot be kept, because nothing can be written.")

    def _tell_remarks(self) -> None:
        """What else is to be said of a finished round."""
        remarks = self.teller.remarks(self.session.streak()) if self.sitting.round.finished else []
        if remarks:
            self.console.line()
        for remark in remarks:
            self.console.line(remark)

    def _tell_score(self) -> None:
        self.tally.add(self.sitting)
        self.console.line()
        self.console.line(words(self.console, result_of(self.sitting)))

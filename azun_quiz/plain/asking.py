"""A round played line by line."""

from __future__ import annotations

from azun_quiz.game.errors import PlainError
from azun_quiz.game.round import UNDO_SECONDS
from azun_quiz.generator.item import Item
from azun_quiz.names import level_name, mode_name, topic_name
from azun_quiz.plain import keys
from azun_quiz.plain.console import Console, EndOfInput
from azun_quiz.sitting import Sitting


class RoundPlayer:
    """Asks the questions of one sitting until they are through or the player leaves."""

    def __init__(self, console: Console, sitting: Sitting) -> None:
        self.console = console
        self.sitting = sitting
        self.t = console.t

    def play(self) -> bool:
        """Play on from where the round stands; the last line is the score.

        Returns whether the player is still there: False at the end of the input.
        """
        self._introduce()
        there = True
        try:
            while not self.sitting.round.finished and self._step():
                pass
        except EndOfInput:
            there = False
            self._keep_for_later(
                self.t("The input has ended. The round is kept, and can be continued.")
            )
        self._tell_score()
        return there

    def _introduce(self) -> None:
        sitting, console = self.sitting, self.console
        plan = sitting.round.plan
        topics = self.t.joined([topic_name(sitting.bank, topic, self.t) for topic in plan.topics])
        level, mode = level_name(plan.level, self.t), mode_name(plan.mode, self.t)
        console.line(
            self.t.plural(
                "{count} question. Topics: {topics}. Level: {level}. Mode: {mode}.",
                "{count} questions. Topics: {topics}. Level: {level}. Mode: {mode}.",
                sitting.total,
                topics=topics,
                level=level,
                mode=mode,
            )
        )
        if plan.limit is not None:
            console.line(
                self.t.plural(
                    "{count} second for each question.",
                    "{count} seconds for each question.",
                    round(plan.limit),
                )
            )
        console.say("Type the number or letter of an option. ? help, s skip, q quit.")

    # One step: a question, or what comes after the last one

    def _step(self) -> bool:
        """Ask once and do what was typed; False when the player leaves."""
        sitting = self.sitting
        if sitting.round.current is None:
            return self._at_the_end()
        if not sitting.open:
            sitting.go_on()
            return True
        item = sitting.item()
        self._show(item)
        sitting.resume()
        while True:
            line = self.console.ask(self.t("Your answer:"))
            done = self._do(line, item)
            if done is not None:
                return done

    def _at_the_end(self) -> bool:
        """All questions are through: an exam is handed in only when the player says so."""
        sitting = self.sitting
        if sitting.mode != "exam":
            sitting.finish()
            return True
        missing = len(sitting.round.unanswered)
        self.console.line(
            self.t.plural(
                "That was the last question. {count} is not answered.",
                "That was the last question. {count} are not answered.",
                missing,
            )
        )
        self.console.say("x hands the exam in; g and a number goes to that question; q quits.")
        while True:
            line = self.console.ask(self.t("Your choice:"))
            if line.lower() == keys.HAND_IN:
                self._hand_in()
                return True
            if line.lower() == keys.QUIT:
                return self._quit()
            if self._go_to(line):
                return True
            self.console.say("x hands the exam in; g and a number goes to that question; q quits.")

    def _show(self, item: Item) -> None:
        sitting, console = self.sitting, self.console
        console.line()
        console.say(
            "Question {number} of {total}. {topic}.",
            number=sitting.place + 1,
            total=sitting.total,
            topic=topic_name(sitting.bank, item.topic, self.t),
        )
        console.line(item.stem)
        hidden = sitting.round.hidden[sitting.place]
        for index, option in enumerate(item.options):
            if index not in hidden:
                console.say("Option {number}: {text}", number=index + 1, text=option)
        attempt = sitting.round.attempt
        if attempt is not None and attempt.chosen is not None:
            console.say("Your answer so far: option {number}.", number=attempt.chosen + 1)

    def _do(self, line: str, item: Item) -> bool | None:
        """Do what a line says: True to go on, False to leave, None to ask again."""
        word = line.lower()
        try:
            if word == keys.QUIT:
                return self._quit()
            if word == keys.SKIP:
                self.sitting.skip()
                return True
            if word == keys.HAND_IN and self.sitting.mode == "exam":
                self._hand_in()
                return True
            if word == keys.HELP:
                self._help()
            elif word == keys.HINT:
                self.sitting.hint()
                self._show(item)
            elif word == keys.UNDO:
                self.sitting.undo()
                return True
            elif word.startswith(keys.FLAG) and word[1:2] in ("", " "):
                self.sitting.flag(line[1:].strip())
                self.console.say("The question is flagged. Thank you.")
            elif self._go_to(line):
                return True
            else:
                return self._answer(line, item)
        except PlainError as error:
            self.console.say(error.message, **error.params)
        return None

    def _answer(self, line: str, item: Item) -> bool | None:
        index = keys.choice(line, len(item.options))
        if index is None:
            self.console.line(
                self.t.plural(
                    "Type a number from 1 to {count}, or ? for help.",
                    "Type a number from 1 to {count}, or ? for help.",
                    len(item.options),
                )
            )
            return None
        sitting = self.sitting
        if sitting.mode == "timed" and sitting.seconds_left() <= 0:
            sitting.run_out()
            self.console.say("The time for this question was over.")
        else:
            sitting.answer(index)
        if sitting.mode == "exam":
            self.console.say("Noted.")
        else:
            self._feedback(item)
        sitting.go_on()
        return True

    def _feedback(self, item: Item) -> None:
        console, attempt = self.console, self.sitting.round.attempt
        assert attempt is not None
        if attempt.right:
            console.say("Right.")
        else:
            console.say("Wrong.")
            console.say(
                "The right answer is option {number}: {text}", number=item.key + 1, text=item.answer
            )
            if attempt.chosen is not None:
                remark = self.sitting.remark(item, attempt.chosen)
                if remark and remark not in item.explanation:
                    console.say("Your option belongs elsewhere: {remark}", remark=remark)
        if item.explanation:
            console.line(item.explanation)
        console.say("Sources: {sources}", sources="; ".join(item.sources))

    def _go_to(self, line: str) -> bool:
        """Go to a question of an exam, if the line says so."""
        if self.sitting.mode != "exam" or line[:1].lower() != keys.GO:
            return False
        place = keys.number(line[1:].strip(), self.sitting.total)
        if place is None:
            return False
        self.sitting.go_to(place - 1)
        return True

    def _hand_in(self) -> None:
        self.sitting.finish()
        for place in range(self.sitting.total):
            self._tell_result(place)

    def _tell_result(self, place: int) -> None:
        """One question of a finished exam, with what was chosen and what is right."""
        console, item = self.console, self.sitting.item(place)
        attempt = self.sitting.round.answers[place]
        console.line()
        console.say("Question {number}: {stem}", number=place + 1, stem=item.stem)
        if attempt is None or attempt.chosen is None:
            console.say("Not answered.")
        else:
            console.say("You chose: {text}", text=item.options[attempt.chosen])
            console.say("Right.") if attempt.right else console.say("Wrong.")
        console.say(
            "The right answer is option {number}: {text}", number=item.key + 1, text=item.answer
        )
        if item.explanation:
            console.line(item.explanation)
        console.say("Sources: {sources}", sources="; ".join(item.sources))

    def _help(self) -> None:
        say = self.console.say
        say("1 to 5, or a to e: choose this option.")
        say("s: skip the question.")
        say("h: take away a wrong option; it costs points.")
        if self.sitting.mode == "practice":
            say("u: take the last answer back, within {seconds} seconds.", seconds=UNDO_SECONDS)
        if self.sitting.mode == "exam":
            say("g and a number: go to that question. x: hand the exam in.")
        say("f and a note: flag the question as wrong or unclear.")
        say("q: quit; the round is kept and can be continued.")

    # The end

    def _quit(self) -> bool:
        self._keep_for_later(self.t("The round is kept, and can be continued."))
        return False

    def _keep_for_later(self, text: str) -> None:
        if not self.sitting.round.finished:
            self.sitting.pause()
            self.console.line(text)

    def _tell_score(self) -> None:
        """The last line: points, right answers, and the questions that were reached."""
        played = self.sitting.round
        score = played.score
        asked = score.asked if played.finished else _reached(self.sitting)
        points, right = (score.total, score.right) if played.shows_feedback else (0, 0)
        self.console.line()
        self.console.say(
            "Score: {points} ({correct}/{asked} correct)", points=points, correct=right, asked=asked
        )


def _reached(sitting: Sitting) -> int:
    """How many questions were answered or passed over."""
    return sum(
        attempt is not None or skipped
        for attempt, skipped in zip(sitting.round.answers, sitting.round.skipped, strict=True)
    )

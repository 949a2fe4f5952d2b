"""A round in words: its questions, what is right, and the score."""

from __future__ import annotations

from azun_quiz.game.round import UNDO_SECONDS
from azun_quiz.generator.item import Item
from azun_quiz.names import level_name, mode_name, topic_name
from azun_quiz.plain.console import Console
from azun_quiz.sitting import Sitting
from azun_quiz.text.sources import source_name

_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


class Teller:
    """Tells a sitting on a console, one thing a line."""

    def __init__(self, console: Console, sitting: Sitting) -> None:
        self.console = console
        self.sitting = sitting

    def beginning(self) -> None:
        """What kind of round this is."""
        sitting, console, t = self.sitting, self.console, self.console.t
        plan = sitting.round.plan
        topics = t.joined([topic_name(sitting.bank, topic, t) for topic in plan.topics])
        level, mode = level_name(plan.level, t), mode_name(plan.mode, t)
        console.line(
            t.plural(
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
                t.plural(
                    "{count} second for each question.",
                    "{count} seconds for each question.",
                    round(plan.limit),
                )
            )
        console.say("Type the number or letter of an option. ? help, s skip, q quit.")

    def question(self) -> None:
        """The present question with its options; those that hints took away are left out."""
        sitting, console = self.sitting, self.console
        item = sitting.item()
        console.line()
        console.say(
            "Question {number} of {total}. {topic}.",
            number=sitting.place + 1,
            total=sitting.total,
            topic=topic_name(sitting.bank, item.topic, console.t),
        )
        console.line(item.stem)
        hidden = sitting.round.hidden[sitting.place]
        for index, option in enumerate(item.options):
            if index not in hidden:
                console.say("Option {number}: {text}", number=index + 1, text=option)
        attempt = sitting.round.attempt
        if attempt is not None and attempt.chosen is not None:
            console.say("Your answer so far: option {number}.", number=attempt.chosen + 1)
        limit, left = sitting.round.plan.limit, round(sitting.seconds_left())
        if limit is not None and left < round(limit):
            console.line(
                console.t.plural("{count} second is left.", "{count} seconds are left.", left)
            )

    def feedback(self) -> None:
        """Whether the present question's answer is right, and why."""
        sitting, console = self.sitting, self.console
        item, attempt = sitting.item(), sitting.round.attempt
        assert attempt is not None
        if attempt.right:
            earned = sitting.earned(sitting.place).total
            console.line(
                console.t.plural("Right. {count} point.", "Right. {count} points.", earned)
            )
        elif attempt.chosen is None:
            console.say("The time for this question was over.")
        else:
            console.say("Wrong.")
        if not attempt.right:
            self._right_answer(item, attempt.chosen)
        reasons(console, item)

    def result(self, place: int) -> None:
        """One question of a finished exam: what was chosen, and what is right."""
        console, item = self.console, self.sitting.item(place)
        attempt = self.sitting.round.answers[place]
        console.line()
        console.say("Question {number}: {stem}", number=place + 1, stem=item.stem)
        if attempt is None or attempt.chosen is None:
            console.say("Not answered.")
            self._right_answer(item, None)
        else:
            console.say("You chose: {text}", text=item.options[attempt.chosen])
            if attempt.right:
                console.say("Right.")
            else:
                console.say("Wrong.")
                self._right_answer(item, attempt.chosen)
        reasons(console, item)

    def _right_answer(self, item: Item, chosen: int | None) -> None:
        """The right answer, and where the chosen option belongs."""
        console = self.console
        console.say(
            "The right answer is option {number}: {text}", number=item.key + 1, text=item.answer
        )
        remark = "" if chosen is None else self.sitting.remark(item, chosen)
        if remark and remark not in item.explanation:
            console.say("Your option belongs elsewhere: {remark}", remark=remark)

    def help(self) -> None:
        """What can be typed."""
        say = self.console.say
        say("1 to 5, or a to e: choose this option.")
        say("s: skip the question.")
        if self.sitting.mode != "exam":
            say("h: take away a wrong option; it costs points.")
        if self.sitting.mode == "practice":
            say("u: take the last answer back, within {seconds} seconds.", seconds=UNDO_SECONDS)
        if self.sitting.mode == "exam":
            say("g and a number: go to that question. x: hand the exam in.")
        say("r: read the question again.")
        say("f and a note: flag the question as wrong or unclear.")
        say("q: quit; the round is kept and can be continued.")

    def remarks(self, streak: int) -> list[str]:
        """What else is to be said of a finished round: a best, days in a row, its code."""
        sitting, t = self.sitting, self.console.t
        best, code = sitting.best_before, sitting.code
        found = []
        if sitting.is_best and best is not None:
            found.append(
                t("Your best round of this kind; before it was {points}.", points=best.score)
            )
        if streak > 1:
            found.append(t.plural("{count} day in a row", "{count} days in a row", streak))
        if code:
            found.append(t("Code of this round: {code}", code=code))
        return found


def reasons(console: Console, item: Item) -> None:
    """Why an answer is right, and who says so."""
    if item.explanation:
        console.line(item.explanation)
    t = console.t
    names = [source_name(source, t) for source in item.sources]
    if t.right_to_left:  # symbols such as S/RES/853 (1993) keep their own order
        names = [f"{_LEFT_TO_RIGHT}{n}{_LEFT_TO_RIGHT}" if n.isascii() else n for n in names]
    console.say("Sources: {sources}", sources=t.context("list", "; ").join(names))

"""The line-by-line game from the start: what to do, and how a round should be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from azun_quiz.errors import UserError
from azun_quiz.game.errors import PlainError
from azun_quiz.game.plan import MODES
from azun_quiz.game.scoring import LEVELS
from azun_quiz.names import level_name, mode_name, topic_name
from azun_quiz.plain import keys
from azun_quiz.plain.asking import RoundPlayer
from azun_quiz.plain.console import Console, EndOfInput
from azun_quiz.plain.reviewing import Reviewer
from azun_quiz.session import Session, Wish
from azun_quiz.sitting import Sitting

MOST = 200


class Menu:
    """What somebody meets who starts the game without a command."""

    def __init__(self, console: Console, session: Session, wish: Wish) -> None:
        self.console = console
        self.session = session
        self.wish = wish
        self.t = console.t

    def run(self) -> None:
        """Offer what can be done until the player leaves or the input ends."""
        try:
            while self._offer():
                pass
        except EndOfInput:
            return

    def _offer(self) -> bool:
        entries = self._entries()
        self.console.line()
        for index, (text, _) in enumerate(entries, start=1):
            self.console.line(f"{index}: {text}")
        self.console.say("q: quit")
        while True:
            line = self.console.ask(self.t("Your choice:"))
            if line.lower() == keys.QUIT:
                return False
            number = keys.number(line, len(entries))
            if number is not None:
                try:
                    return entries[number - 1][1]()
                except (UserError, PlainError) as error:
                    self.console.say(error.message, **error.params)
                    return True
            self.console.say("Type one of the numbers, or q.")

    def _entries(self) -> list[tuple[str, Callable[[], bool]]]:
        """What can be done now: a text and the action, which says whether to go on."""
        t, session = self.t, self.session
        entries: list[tuple[str, Callable[[], bool]]] = []
        waiting = session.unfinished()
        if waiting is not None:
            text = t(
                "Continue the round, question {number} of {total}",
                number=waiting.place + 1,
                total=waiting.total,
            )
            entries.append((text, lambda: self._play(waiting)))
        entries.append((t("New round"), self._new))
        missed = len(session.missed())
        entries.append(
            (
                t.plural(
                    "Review, {count} question missed", "Review, {count} questions missed", missed
                ),
                self._review,
            )
        )
        due = session.due()
        if due:
            text = t.plural(
                "Practise what is due, {count} question",
                "Practise what is due, {count} questions",
                len(due),
            )
            entries.append((text, lambda: self._play(self._practice(due))))
        return entries

    def _practice(self, items: Sequence[str]) -> Sitting:
        return self.session.practise(items, level=self.wish.level)

    def _play(self, sitting: Sitting) -> bool:
        return RoundPlayer(self.console, sitting).play()

    def _review(self) -> bool:
        return Reviewer(self.console, self.session, self.wish.level).run()

    def _new(self) -> bool:
        """Ask how the round should be; an empty line takes what is usual."""
        bank = self.session.bank
        topics = self._choose_topics([*bank.topics])
        level = self._choose(
            self.t("Level:"), LEVELS, [level_name(x, self.t) for x in LEVELS], self.wish.level
        )
        mode = self._choose(
            self.t("Mode:"), MODES, [mode_name(x, self.t) for x in MODES], self.wish.mode
        )
        count = self._choose_count()
        wish = Wish(topics, count, level, mode, self.wish.pace)
        return self._play(self.session.new_round(wish))

    def _choose_topics(self, known: list[str]) -> tuple[str, ...]:
        bank = self.session.bank
        self.console.say("Topics:")
        for index, topic in enumerate(known, start=1):
            self.console.line(f"{index}: {topic_name(bank, topic, self.t)}")
        self.console.say("Type numbers with spaces between, or nothing for the usual topics.")
        while True:
            words = self.console.ask(self.t("Topics:")).replace(",", " ").split()
            numbers = [keys.number(word, len(known)) for word in words]
            if None not in numbers:
                chosen = [known[number - 1] for number in numbers if number is not None]
                return tuple(dict.fromkeys(chosen)) or self.wish.topics
            self.console.say("Type numbers from the list.")

    def _choose(
        self, title: str, values: Sequence[str], names: Sequence[str], usual: str
    ) -> str:
        self.console.line(title)
        for index, name in enumerate(names, start=1):
            self.console.line(f"{index}: {name}")
        self.console.say(
            "Type a number, or nothing for {usual}.", usual=names[list(values).index(usual)]
        )
        while True:
            line = self.console.ask(title)
            if not line:
                return usual
            number = keys.number(line, len(values))
            if number is not None:
                return values[number - 1]
            self.console.say("Type numbers from the list.")

    def _choose_count(self) -> int:
        self.console.say(
            "How many questions? Type a number, or nothing for {usual}.", usual=self.wish.count
        )
        while True:
            line = self.console.ask(self.t("Number:"))
            if not line:
                return self.wish.count
            number = keys.number(line, MOST)
            if number is not None:
                return number
            self.console.say("Type a number from 1 to {most}.", most=MOST)

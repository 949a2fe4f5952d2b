"""The line-by-line game from the start: everything that can be done, by fixed numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from azun_quiz.errors import UserError
from azun_quiz.game.errors import WordedError
from azun_quiz.game.scoring import rules
from azun_quiz.names import player_name
from azun_quiz.plain import keys
from azun_quiz.plain.asking import RoundPlayer
from azun_quiz.plain.console import Console, EndOfInput
from azun_quiz.plain.figures import tell_figures
from azun_quiz.plain.flagging import settle_flags
from azun_quiz.plain.players import Players
from azun_quiz.plain.reviewing import Reviewer
from azun_quiz.plain.score import Tally
from azun_quiz.plain.wishing import Wisher
from azun_quiz.session import Session, Wish
from azun_quiz.sitting import Sitting
from azun_quiz.text.catalog import available, messages
from azun_quiz.text.languages import DEFAULT, language

Entry = tuple[str, Callable[[], bool]]
"""What can be done: its words, and the doing, which tells whether the player is still there."""

CONTINUE = "c"


def _forgotten(**values: object) -> None:
    """Settings that last as long as the program."""


class Menu:
    """What somebody meets who starts the game without a command.

    ``usual`` is the round that the settings speak of, ``remembered`` the player; ``keep`` is told
    of settings that change.
    """

    def __init__(
        self,
        console: Console,
        session: Session,
        usual: Wish,
        keep: Callable[..., None] = _forgotten,
        remembered: str = "",
    ) -> None:
        self.console = console
        self.session = session
        self.usual = usual
        self.tally = Tally()
        self._keep = keep
        self._players = Players(console, session, keep, remembered)

    def run(self) -> None:
        """Offer what can be done until the player leaves or the input ends; then the score."""
        try:
            while self._offer():
                pass
        except EndOfInput:
            pass
        self.tally.tell(self.console)

    def _offer(self) -> bool:
        console, entries = self.console, self._entries()
        waiting = self.session.unfinished()
        console.line()
        if waiting is not None:
            console.say(
                "c: Continue the round, question {number} of {total}",
                number=waiting.place + 1,
                total=waiting.total,
            )
        for index, (text, _) in enumerate(entries, start=1):
            console.line(f"{index}: {text}")
        console.say("Type a number; ? tells how points are counted; q quits.")
        while True:
            line = console.ask(console.t("Your choice:"))
            if line.lower() == keys.QUIT:
                return False
            if line.lower() == CONTINUE and waiting is not None:
                return self._play(waiting)
            number = keys.number(line, len(entries))
            if number is not None:
                return self._do(entries[number - 1])
            if line in keys.HELP:
                for rule in rules():
                    console.line(console.t(rule.message, **rule.params))
            else:
                console.say("Type one of the numbers, or q.")

    def _do(self, entry: Entry) -> bool:
        """Do what was chosen; what goes wrong is told."""
        try:
            return entry[1]()
        except (UserError, WordedError) as error:
            self.console.explain(error)
            return True

    def _entries(self) -> list[Entry]:
        """What can be done, always in the same order."""
        t, session = self.console.t, self.session
        reviewer = Reviewer(self.console, session, self.usual.level, tally=self.tally)
        missed, due = len(session.missed()), session.due_count()
        review = t.plural(
            "Review, {count} question missed", "Review, {count} questions missed", missed
        )
        practise = t.plural(
            "Practise what is due, {count} question", "Practise what is due, {count} questions", due
        )
        player = player_name(session.player, t)
        name = language(session.lang).name
        return [
            (t("New round"), self._new),
            (t("Daily round"), self._daily),
            (t("Round with a code"), self._by_code),
            (review, reviewer.run),
            (practise, reviewer.practise_due),
            (t("Statistics"), self._statistics),
            (t("Flagged questions"), self._flags),
            (t("Player: {name}", name=player), self._players.run),
            (t("Language: {language}", language=name), self._switch_language),
        ]

    # Rounds

    def _play(self, sitting: Sitting) -> bool:
        return RoundPlayer(self.console, self.session, sitting, self.tally).play()

    def _new(self) -> bool:
        wish = Wisher(self.console, self.session, self.usual).wish()
        return wish is None or self._play(self.session.new_round(wish))

    def _daily(self) -> bool:
        if self.session.daily_result() is not None:
            self.console.say("Today's round is played; this one is for practice.")
        return self._play(self.session.daily())

    def _by_code(self) -> bool:
        """A round that others play too: by their code, or by a new one for them."""
        console, session, usual = self.console, self.session, self.usual
        console.say("Type the code of a round, or nothing for a new code; q goes back.")
        code = console.ask(console.t("Code:"))
        if code.lower() == keys.QUIT:
            return True
        if not code:
            code = session.new_code(replace(usual, seed=None))
            console.say("Code of this round: {code}", code=code)
        return self._play(session.by_code(code, mode=usual.mode, pace=usual.pace))

    # The rest

    def _statistics(self) -> bool:
        self.console.line()
        tell_figures(self.console, self.session)
        return True

    def _flags(self) -> bool:
        settle_flags(self.console, self.session)
        return True

    def _switch_language(self) -> bool:
        """Another language, for questions and program."""
        codes = self.session.languages
        names = [language(code).name for code in codes]
        index = self.console.choose(names, "Your choice:")
        if index is not None:
            code = codes[index]
            self.session.lang = code
            self.console.t = messages(code if code in available() else DEFAULT)
            self._keep(language=code)
        return True

"""What was missed, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from azun_quiz.errors import UserError
from azun_quiz.game.errors import WordedError
from azun_quiz.game.records import ItemRecord
from azun_quiz.names import topic_name
from azun_quiz.plain import keys
from azun_quiz.plain.asking import RoundPlayer
from azun_quiz.plain.console import Console, EndOfInput
from azun_quiz.plain.score import Tally
from azun_quiz.plain.telling import reasons
from azun_quiz.session import Session

PRACTISE, DUE, KNOWN, MORE, SEARCH = "p", "d", "k", "m", "/"
PAGE = 20
"""So many questions are listed at once."""


class Reviewer:
    """Tells the missed questions and lets them be practised."""

    def __init__(
        self,
        console: Console,
        session: Session,
        level: str,
        topics: Sequence[str] = (),
        tally: Tally | None = None,
    ) -> None:
        self.console = console
        self.session = session
        self.level = level
        self.topics = topics
        self.tally = Tally() if tally is None else tally
        self._words: list[str] = []
        self._shown = PAGE
        self._called_known: list[str] = []

    def practise_due(self) -> bool:
        """Start with what is due; returns whether the player is still there."""
        due = self.session.due(self.topics)
        if not due:
            self.console.say("Nothing is due now.")
            return True
        return self._practise(due)

    def run(self) -> bool:
        """List what was missed and do what is asked; whether the player is still there."""
        try:
            while self._round():
                pass
        except EndOfInput:
            return False
        return True

    def _round(self) -> bool:
        """List the questions and do one thing; False to go back."""
        records = [r for r in self.session.missed(self.topics) if self._is_wanted(r)]
        self._list(records)
        if records or self._words:
            self._explain()
        elif self._called_known:
            self.console.say("u takes the last mark back; q goes back.")
        else:
            return False
        return self._listen(records)

    def _is_wanted(self, record: ItemRecord) -> bool:
        if not self._words:
            return True
        item = self.session.missed_item(record)
        text = self.console.t.language.fold(f"{item.stem} {item.answer}")
        return all(word in text for word in self._words)

    def _list(self, records: Sequence[ItemRecord]) -> None:
        console, t = self.console, self.console.t
        if not records:
            if self._words:
                console.say("No missed question has these words.")
            else:
                console.say("Nothing is waiting to be reviewed.")
            return
        console.line(
            t.plural("{count} missed question.", "{count} missed questions.", len(records))
        )
        for number, record in enumerate(records[: self._shown], start=1):
            console.line(f"{number}: {self.session.missed_item(record).stem}")
        rest = len(records) - self._shown
        if rest > 0:
            console.line(t.plural("{count} more: m lists it.", "{count} more: m lists them.", rest))

    def _explain(self) -> None:
        console = self.console
        console.say(
            "A number tells more; p practises all; k and a number marks as known; q goes back."
        )
        console.say("d practises what is due; / and words searches; / alone lists all again.")

    def _listen(self, records: Sequence[ItemRecord]) -> bool:
        """Do what lines say until the list has changed; False to go back."""
        while True:
            line = self.console.ask(self.console.t("Your choice:"))
            if line.lower() == keys.QUIT:
                return False
            try:
                if self._do(line, records):
                    return True
            except (UserError, WordedError) as error:
                self.console.explain(error)

    def _do(self, line: str, records: Sequence[ItemRecord]) -> bool:
        """Do what a line says; whether the list has to be told again."""
        word = line.lower()
        if word == PRACTISE and records:
            return self._stay(self._practise([record.item for record in records]))
        if word == DUE:
            return self._stay(self.practise_due())
        if word == MORE:
            self._shown += PAGE
            return True
        if word.startswith(SEARCH):
            self._words = self.console.t.language.fold(line[1:]).split()
            self._shown = PAGE
            return True
        text = keys.after(KNOWN, line)
        known = None if text is None else keys.number(text, len(records))
        if known is not None:
            self._know(records[known - 1].item)
            return True
        if word == keys.UNDO and self._called_known:
            self._unknow()
            return True
        number = keys.number(line, len(records))
        if number is None:
            self._explain()
        else:
            self._tell(records[number - 1])
        return False

    def _know(self, item: str) -> None:
        self.session.mark_known(item)
        self._called_known.append(item)
        self.console.say("Marked as known; {key} takes it back.", key=keys.UNDO)

    def _unknow(self) -> None:
        self.session.unmark_known(self._called_known[-1])
        self._called_known.pop()
        self.console.say("The mark is taken back.")

    def _practise(self, items: Sequence[str]) -> bool:
        sitting = self.session.practise(items, level=self.level)
        return RoundPlayer(self.console, self.session, sitting, self.tally).play()

    def _stay(self, there: bool) -> bool:
        if not there:
            raise EndOfInput
        return True

    def _tell(self, record: ItemRecord) -> None:
        """One missed question in full."""
        console, item, miss = self.console, self.session.missed_item(record), record.miss
        say, t = console.say, console.t
        say("Topic: {topic}", topic=topic_name(self.session.bank, item.topic, t))
        say("Question: {stem}", stem=item.stem)
        if miss is not None and miss.chosen is not None and miss.chosen < len(item.options):
            say("You chose: {text}", text=item.options[miss.chosen])
            remark = self.session.bank.remark(item, miss.chosen)
            if remark:
                say("Your option belongs elsewhere: {remark}", remark=remark)
        say("Right answer: {text}", text=item.answer)
        reasons(console, item)
        console.line(t.plural("Missed {count} time.", "Missed {count} times.", record.missed))

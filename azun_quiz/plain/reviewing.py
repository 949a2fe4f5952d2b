"""What was missed, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from azun_quiz.game.records import ItemRecord
from azun_quiz.names import topic_name
from azun_quiz.plain import keys
from azun_quiz.plain.asking import RoundPlayer
from azun_quiz.plain.console import Console, EndOfInput
from azun_quiz.session import Session

PRACTISE, KNOWN = "p", "k"


class Reviewer:
    """Tells the missed questions and lets them be practised."""

    def __init__(
        self, console: Console, session: Session, level: str, topics: Sequence[str] = ()
    ) -> None:
        self.console = console
        self.session = session
        self.level = level
        self.topics = topics
        self.t = console.t

    def practise_due(self) -> bool:
        """Start with what is due; returns whether the player is still there."""
        due = self.session.due(self.topics)
        if not due:
            self.console.say("Nothing is due now.")
            return True
        sitting = self.session.practise(due, level=self.level)
        return RoundPlayer(self.console, sitting).play()

    def run(self) -> bool:
        """List what was missed and do what is asked; whether the player is still there."""
        while True:
            records = self.session.missed(self.topics)
            self._list(records)
            if not records:
                return True
            self.console.say(
                "A number tells more; p practises all; k and a number marks as known; q goes back."
            )
            try:
                if not self._listen(records):
                    return True
            except EndOfInput:
                return False

    def _list(self, records: Sequence[ItemRecord]) -> None:
        if not records:
            self.console.say("Nothing is waiting to be reviewed.")
            return
        self.console.line(
            self.t.plural(
                "{count} missed question.", "{count} missed questions.", len(records)
            )
        )
        for number, record in enumerate(records, start=1):
            item = self.session.missed_item(record)
            self.console.line(f"{number}: {item.stem}")

    def _listen(self, records: Sequence[ItemRecord]) -> bool:
        """Do what lines say until the list has changed; False to go back."""
        while True:
            line = self.console.ask(self.t("Your choice:")).lower()
            if line == keys.QUIT:
                return False
            if line == PRACTISE:
                items = [record.item for record in records]
                sitting = self.session.practise(items, level=self.level)
                if not RoundPlayer(self.console, sitting).play():
                    raise EndOfInput
                return True
            known = keys.number(line[1:].strip(), len(records)) if line[:1] == KNOWN else None
            if known is not None:
                self.session.mark_known(records[known - 1].item)
                self.console.say("Marked as known.")
                return True
            number = keys.number(line, len(records))
            if number is None:
                self.console.say("Type a number from the list, p, k and a number, or q.")
            else:
                self._tell(records[number - 1])

    def _tell(self, record: ItemRecord) -> None:
        """One missed question in full."""
        say, item, miss = self.console.say, self.session.missed_item(record), record.miss
        say("Topic: {topic}", topic=topic_name(self.session.bank, item.topic, self.t))
        say("Question: {stem}", stem=item.stem)
        if miss is not None and miss.chosen is not None and miss.chosen < len(item.options):
            say("You chose: {text}", text=item.options[miss.chosen])
            remark = self.session.bank.remark(item, miss.chosen)
            if remark:
                say("Your option belongs elsewhere: {remark}", remark=remark)
        say("Right answer: {text}", text=item.answer)
        if item.explanation:
            self.console.line(item.explanation)
        say("Sources: {sources}", sources="; ".join(item.sources))
        self.console.line(
            self.t.plural("Missed {count} time.", "Missed {count} times.", record.missed)
        )

"""The shelf of missed and flagged questions: which are shown, in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from azun_quiz.text.catalog import N_
from azun_quiz.tui import phrases
from azun_quiz.tui.widgets.account_lines import Account
from azun_quiz.tui.widgets.feedback import Verdict

if TYPE_CHECKING:
    from azun_quiz.game.records import ItemRecord
    from azun_quiz.generator.item import Item
    from azun_quiz.moments import Milliseconds
    from azun_quiz.session import Session
    from azun_quiz.store.flags import Flag
    from azun_quiz.text.catalog import Messages

ORDERS: Mapping[str, str] = {
    "due": N_("due first"),
    "times": N_("most often missed first"),
    "late": N_("last missed first"),
}

_NEVER = float("inf")


@dataclass(frozen=True)
class Missed:
    """A question that was missed, or flagged.

    ``question`` is the item as it was asked, ``times`` is how often it was missed, ``at`` when the
    last time, ``wait`` the seconds until it should come back.
    """

    item: str
    question: Item
    topic: str
    times: int
    at: Milliseconds
    wait: float
    words: str
    account: Account

    @property
    def is_due(self) -> bool:
        """Whether it should come back now."""
        return self.wait <= 0


_KEYS: Mapping[str, Callable[[Missed], Any]] = {
    "due": lambda entry: (entry.wait, -entry.times, entry.item),
    "times": lambda entry: (-entry.times, -entry.at, entry.item),
    "late": lambda entry: (-entry.at, entry.item),
}


class Shelf:
    """All that was missed, with a search, a topic and an order."""

    def __init__(self, session: Session, topic: str = "") -> None:
        self._session = session
        self.all: list[Missed] = []
        self.words = ""
        self.topic = topic
        self.order = "due"
        self.flagged = False

    def take(self, t: Messages) -> None:
        """Take the entries from the store, in the language of the messages."""
        session = self._session
        if self.flagged:
            flags = ((flag, session.flagged_item(flag)) for flag in session.flags())
            self.all = [_of_flag(session, t, flag, item) for flag, item in flags if item]
        else:
            self.all = [_of_record(session, t, record) for record in session.missed()]

    def found(self, t: Messages) -> list[Missed]:
        """The entries that are to be shown, in order."""
        words = t.language.fold(self.words).split()
        entries = [
            entry
            for entry in self.all
            if self.topic in ("", entry.topic) and _fits(t, entry.account, words)
        ]
        return sorted(entries, key=_KEYS[self.order])

    def next_topic(self) -> None:
        """The next topic that has entries, or all topics."""
        topics = ["", *sorted({entry.topic for entry in self.all})]
        place = topics.index(self.topic) if self.topic in topics else 0
        self.topic = topics[(place + 1) % len(topics)]

    def next_order(self) -> None:
        """The next order."""
        names = list(ORDERS)
        self.order = names[(names.index(self.order) + 1) % len(names)]


def _fits(t: Messages, account: Account, words: list[str]) -> bool:
    text = t.language.fold(f"{account.stem} {account.answer} {account.chosen}")
    return all(word in text for word in words)


def _of_record(session: Session, t: Messages, record: ItemRecord) -> Missed:
    miss = record.miss
    assert miss is not None
    now = session.at()
    item = session.missed_item(record)
    wait = _NEVER if record.memory is None else (record.memory.due - now) / 1000
    times = t.plural("Missed {count} time.", "Missed {count} times.", record.missed)
    last = t("Last missed: {when}.", when=phrases.ago(t, (now - miss.at) / 1000))
    known = t("Not planned yet") if wait == _NEVER else phrases.until(t, wait)
    return Missed(
        item=record.item,
        question=item,
        topic=item.topic,
        times=record.missed,
        at=miss.at,
        wait=wait,
        words=known,
        account=_account(session, item, miss.chosen, f"{times} {last}"),
    )


def _of_flag(session: Session, t: Messages, flag: Flag, item: Item) -> Missed:
    when = phrases.ago(t, (session.at() - flag.at) / 1000)
    said = t("Flagged {when}: {note}", when=when, note=flag.note or t("no note"))
    facts = t.context("list", "; ").join(item.facts)
    place = t("For the teacher: question {item}, facts {facts}.", item=flag.item, facts=facts)
    account = _account(session, item, None, f"{said} {place}")
    return Missed(flag.item, item, item.topic, 0, flag.at, _NEVER, when, account)


def _account(session: Session, item: Item, chosen: int | None, note: str) -> Account:
    """The account of an item; a chosen option that the content no longer has is left out."""
    if chosen is None or not 0 <= chosen < len(item.options):
        said = Verdict(None, "", "", item.explanation, "", item.sources)
        return Account(0, item.stem, item.answer, "", said, note)
    right = chosen == item.key
    remark = "" if right else session.bank.remark(item, chosen)
    said = Verdict(right, "", "", item.explanation, remark, item.sources)
    return Account(0, item.stem, item.answer, item.options[chosen], said, note)

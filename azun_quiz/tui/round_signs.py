"""How a round stands, as signs and words to show. The rules themselves are the round's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azun_quiz.tui.widgets.account_lines import Account
from azun_quiz.tui.widgets.band import Knot
from azun_quiz.tui.widgets.feedback import Verdict
from azun_quiz.tui.widgets.option_row import Mark

if TYPE_CHECKING:
    from azun_quiz.generator.item import Item
    from azun_quiz.sitting import Sitting
    from azun_quiz.text.catalog import Messages


def knots(sitting: Sitting) -> list[Knot]:
    """One knot a question."""
    return [_knot(sitting, place) for place in range(sitting.total)]


def _knot(sitting: Sitting, place: int) -> Knot:
    attempt = sitting.round.answers[place]
    present = place == sitting.place and not sitting.round.finished
    if attempt is None:
        if present:
            return Knot.PRESENT
        passed = sitting.round.skipped[place] or sitting.round.finished
        return Knot.SKIPPED if passed else Knot.OPEN
    if not sitting.round.shows_feedback:
        return Knot.PRESENT if present else Knot.ANSWERED
    if attempt.chosen is None:
        return Knot.SKIPPED
    return Knot.RIGHT if attempt.right else Knot.WRONG


def marks(sitting: Sitting) -> list[Mark]:
    """One mark for each option of the current question."""
    item, attempt = sitting.item(), sitting.round.attempt
    hidden = sitting.round.hidden[sitting.place]
    found = []
    for index in range(len(item.options)):
        chosen = attempt is not None and attempt.chosen == index
        if attempt is not None and sitting.round.shows_feedback:
            found.append(closed_mark(index == item.key, chosen, index in hidden))
        elif index in hidden:
            found.append(Mark.TAKEN_AWAY)
        else:
            found.append(Mark.CHOSEN if chosen else Mark.NONE)
    return found


def possible_marks(sitting: Sitting) -> list[list[Mark]]:
    """The marks for each answer that may be given, where they are shown at once."""
    if not (sitting.open and sitting.round.shows_feedback):
        return []
    key, hidden = sitting.item().key, sitting.round.hidden[sitting.place]
    places = range(len(sitting.item().options))
    return [
        [closed_mark(index == key, index == chosen, index in hidden) for index in places]
        for chosen in places
        if chosen not in hidden
    ]


def closed_mark(right: bool, chosen: bool, hidden: bool) -> Mark:
    """The mark of an option of a question that is closed."""
    if right:
        return Mark.CHOSEN_RIGHT if chosen else Mark.RIGHT
    if chosen:
        return Mark.CHOSEN_WRONG
    return Mark.TAKEN_AWAY if hidden else Mark.NONE


def verdict(t: Messages, sitting: Sitting) -> Verdict | None:
    """What is said after the answer to the current question."""
    attempt = sitting.round.attempt
    if attempt is None or not sitting.round.shows_feedback:
        return None
    item = sitting.item()
    if attempt.chosen is None:
        return Verdict(None, t("The time is over"), "", item.explanation, "", item.sources)
    if attempt.right:
        earned = sitting.earned(sitting.place).total
        words = t.plural("+{count} point", "+{count} points", earned)
        return Verdict(True, t("Right"), words, item.explanation, "", item.sources)
    return _wrong(t, item, sitting.remark(item, attempt.chosen))


def _wrong(t: Messages, item: Item, remark: str) -> Verdict:
    return Verdict(False, t("Not right"), "", item.explanation, remark, item.sources)


def possible_verdicts(t: Messages, sitting: Sitting) -> list[Verdict]:
    """A verdict for each wrong option, to know beforehand how much room the longest takes."""
    item = sitting.item()
    return [
        _wrong(t, item, sitting.remark(item, index))
        for index in range(len(item.options))
        if index != item.key
    ]


def account(sitting: Sitting, place: int) -> Account:
    """A question of a finished round as the result tells it."""
    item, attempt = sitting.item(place), sitting.round.answers[place]
    chosen = attempt.chosen if attempt is not None else None
    if attempt is None or chosen is None:
        said = Verdict(None, "", "", item.explanation, "", item.sources)
        return Account(place + 1, item.stem, item.answer, "", said)
    remark = "" if attempt.right else sitting.remark(item, chosen)
    said = Verdict(attempt.right, "", "", item.explanation, remark, item.sources)
    return Account(place + 1, item.stem, item.answer, item.options[chosen], said)

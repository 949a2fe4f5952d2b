"""A question that was answered: what was asked, chosen and right, and what explains it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from azun_quiz.tui import signs
from azun_quiz.tui.widgets.feedback import Verdict
from azun_quiz.tui.widgets.lines import Lines, hanging


@dataclass(frozen=True)
class Account:
    """A question as it is told afterwards.

    ``number`` is its place in a round, or 0; ``chosen`` is empty where nothing was answered;
    ``note`` says more about it.
    """

    number: int
    stem: str
    answer: str
    chosen: str
    verdict: Verdict
    note: str = ""


class AccountLines(Lines):
    """Composes the lines of an account."""

    ALLOW_SELECT = True

    def account_lines(self, account: Account, width: int, *, opened: bool) -> list[Content]:
        """Sign, number and stem; the answers; if opened, what explains them."""
        verdict = account.verdict
        first = Content.styled(f"{verdict.sign} ", f"bold {verdict.ink}")
        if account.number:
            first += Content.styled(f"{account.number:>2}  ", "$quiet")
        lines = hanging(first, self.say(account.stem, "bold" if opened else ""), width)
        indent = Content(" " * first.cell_length)
        if verdict.right is not True and account.chosen:
            chosen = self.say(f"{signs.WRONG} {account.chosen}", "$wrong")
            lines += hanging(indent, chosen, width)
        lines += hanging(indent, self.say(f"{signs.RIGHT} {account.answer}", "$right"), width)
        return lines + (self._explained(account, indent, width) if opened else [])

    def _explained(self, account: Account, indent: Content, width: int) -> list[Content]:
        verdict = account.verdict
        lines: list[Content] = []
        if account.note:
            lines += hanging(indent, self.say(account.note, "$gold"), width)
        for text in (verdict.explanation, verdict.remark):
            if text:
                lines += hanging(indent, self.say(text), width)
        if verdict.sources:
            room = width - indent.cell_length
            lines += [indent + line for line in self.sources(verdict.sources, room)]
        return lines


class AccountCard(AccountLines):
    """One account in full, or nothing."""

    _account: Account | None = None

    def show(self, account: Account | None) -> None:
        """Tell another account."""
        if account != self._account:
            self._account = account
            self.remake()

    def lines(self, width: int) -> list[Content]:
        """All there is to tell."""
        return (
            self.account_lines(self._account, width, opened=True)
            if self._account
            else [Content("")]
        )

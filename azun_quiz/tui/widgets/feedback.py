"""What is said after an answer: right or wrong, why, and by which source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from azun_quiz.tui import signs
from azun_quiz.tui.widgets.lines import Lines, ends, hanging


@dataclass(frozen=True)
class Verdict:
    """The words of a feedback. ``right`` is None where the question was skipped."""

    right: bool | None
    words: str
    earned: str = ""
    explanation: str = ""
    remark: str = ""
    sources: Sequence[str] = ()


_SIGN = {True: signs.RIGHT, False: signs.WRONG, None: signs.SKIPPED}
_INK = {True: "$right", False: "$wrong", None: "$quiet"}
_CLASS = {True: "-right", False: "-wrong", None: "-skipped"}


class Feedback(Lines):
    """The verdict on an answer; empty, and of the same size, while there is none."""

    DEFAULT_CSS = """
    Feedback {
        padding: 0 1;
        border-left: blank;
        &.-right { border-left: thick $right; }
        &.-wrong { border-left: double $wrong; }
        &.-skipped { border-left: vkey $quiet; }
    }
    """

    _verdict: Verdict | None = None

    def show(self, verdict: Verdict | None) -> None:
        """Say a verdict, or nothing."""
        if verdict == self._verdict:
            return
        self._verdict = verdict
        for right, name in _CLASS.items():
            self.set_class(verdict is not None and verdict.right is right, name)
        self.remake()

    def lines(self, width: int) -> list[Content]:
        """Verdict, explanation, where the wrong option belongs, sources."""
        verdict = self._verdict
        if verdict is None:
            return [Content("")]
        ink = _INK[verdict.right]
        words = self.say(f"{_SIGN[verdict.right]} {verdict.words}", f"bold {ink}")
        lines = [ends(words, self.say(verdict.earned, "$gold"), width)]
        if verdict.explanation:
            lines += self.say(verdict.explanation).wrap(width)
        if verdict.remark:
            lines += self.say(verdict.remark).wrap(width)
        if verdict.sources:
            label = self.t.plural("Source:", "Sources:", len(verdict.sources))
            lines += hanging(
                self.say(label + " ", "$quiet"),
                self.say(self.t.context("list", "; ").join(verdict.sources), "$quiet"),
                width,
            )
        return lines

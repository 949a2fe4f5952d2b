"""What is said after an answer: right or wrong, why, and by which source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual.content import Content

from azun_quiz.tui import signs
from azun_quiz.tui.widgets.lines import Lines


@dataclass(frozen=True)
class Verdict:
    """The words of a feedback. ``right`` is None where the question was skipped."""

    right: bool | None
    words: str
    earned: str = ""
    explanation: str = ""
    remark: str = ""
    sources: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """The sign before the words."""
        return _SIGN[self.right]

    @property
    def ink(self) -> str:
        """The style of sign and words."""
        return _INK[self.right]


_SIGN = {True: signs.RIGHT, False: signs.WRONG, None: signs.SKIPPED}
_INK = {True: "$right", False: "$wrong", None: "$quiet"}
_RULE = {True: "▌", False: "║", None: "┆"}


def _rule(verdict: Verdict) -> Content:
    """What stands before each line, another for right and wrong."""
    return Content.styled(_RULE[verdict.right], verdict.ink) + Content(" ")


class Feedback(Lines):
    """The verdict on an answer; empty while there is none.

    It always takes all the room below the options, so that nothing moves when it comes. What does
    not fit is scrolled within.
    """

    DEFAULT_CSS = "Feedback { height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._verdict: Verdict | None = None
        self._first = 0
        self._wrapped: dict[tuple[str, int], list[Content]] = {}
        self._heads: dict[tuple[Verdict, int], Content] = {}
        self._bodies: dict[tuple[Verdict, int], list[Content]] = {}

    def show(self, verdict: Verdict | None) -> None:
        """Say a verdict, or nothing."""
        if verdict != self._verdict:
            self._verdict = verdict
            self._first = 0
            self.repaint()

    def lines(self, width: int) -> list[Content]:
        """The lines that there is room for, behind a rule that is another for right and wrong."""
        verdict, height = self._verdict, self.size.height
        if verdict is None or not height:
            return []
        shown = self._all_lines(verdict, width)
        self._first = max(0, min(self._first, len(shown) - height))
        beyond = len(shown) - self._first > height
        shown = shown[self._first : self._first + height]
        if beyond:
            more = self.say(self.t("More: Page Down"), "$quiet")
            shown[-1] = _rule(verdict) + more
        return shown

    def _all_lines(self, verdict: Verdict, width: int) -> list[Content]:
        """Verdict, explanation, where the wrong option belongs, sources."""
        return [self._head(verdict, width), *self._body(verdict, width)]

    def _head(self, verdict: Verdict, width: int) -> Content:
        """The first line; the same one for the same words."""
        key = (replace(verdict, explanation="", remark="", sources=()), width)
        known = self._heads.get(key)
        if known is None:
            ink = f"bold {verdict.ink}"
            words = self.say(f"{verdict.sign} {verdict.words}", ink)
            line = self.ends(words, self.say(verdict.earned, "$gold"), width - 2)
            known = self._heads[key] = _rule(verdict) + line
        return known

    def _body(self, verdict: Verdict, width: int) -> list[Content]:
        """All lines but the first; the same ones for the same text."""
        key = (replace(verdict, words="", earned=""), width)
        known = self._bodies.get(key)
        if known is None:
            lines: list[Content] = []
            for text in (verdict.explanation, verdict.remark):
                if text:
                    lines += self._wrap(text, width - 2)
            if verdict.sources:
                lines += self.sources(verdict.sources, width - 2)
            rule = _rule(verdict)
            known = self._bodies[key] = [rule + line for line in lines]
        return known

    def _wrap(self, text: str, width: int) -> list[Content]:
        known = self._wrapped.get((text, width))
        if known is None:
            known = self._wrapped[text, width] = self.say(text).wrap(width)
        return known

    def height_for(self, verdicts: Iterable[Verdict], width: int) -> int:
        """How many lines the longest of these verdicts would take."""
        self._wrapped.clear()
        self._heads.clear()
        self._bodies.clear()
        return max((len(self._all_lines(verdict, width)) for verdict in verdicts), default=0)

    def prepare(self, verdicts: Iterable[Verdict]) -> None:
        """Make ready what may soon be said."""
        width = self.content_size.width
        self.prepaint(line for verdict in verdicts for line in self._all_lines(verdict, width))

    def scroll_pages(self, pages: int) -> None:
        """Scroll by what fits, up or down."""
        self._first = max(0, self._first + pages * max(1, self.size.height - 1))
        self.repaint()

    def on_resize(self) -> None:
        """Fit the lines anew."""
        self.repaint()

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_pages(1)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_pages(-1)

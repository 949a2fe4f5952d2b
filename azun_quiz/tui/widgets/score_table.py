"""The points of a round and the parts they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from azun_quiz.game.scoring import Score

_WIDEST = 44


class ScoreTable(Lines):
    """One line a part that counts for something, and the sum."""

    DEFAULT_CSS = "ScoreTable { margin-bottom: 1; }"

    _score: Score | None = None

    def show(self, score: Score) -> None:
        """Show a score."""
        self._score = score
        self.remake()

    def lines(self, width: int) -> list[Content]:
        """Right answers, hints, speed, run, and the sum."""
        score, t = self._score, self.t
        if score is None:
            return [Content("")]
        right = t("{right} of {total} right", right=score.right, total=score.asked)
        rows = [(right, score.worth)]
        if score.hints:
            rows.append((t("Hints"), score.hints))
        if score.speed:
            rows.append((t("Speed"), score.speed))
        if score.run_bonus:
            run = t.plural("{count} right in a row", "{count} right in a row", score.run)
            rows.append((run, score.run_bonus))
        room = min(width, _WIDEST)
        lines = [
            self.ends(self.say(words), self.say(_signed(value)), room) for words, value in rows
        ]
        total = t.plural("{count} point", "{count} points", score.total)
        return [self.say(total, "bold $gold"), *lines]


def _signed(value: int) -> str:
    return f"+{value}" if value >= 0 else f"\N{MINUS SIGN}{-value}"

"""The score as the last line of a game: of one round, or of all rounds that were played."""

from __future__ import annotations

from typing import NamedTuple

from azun_quiz.plain.console import Console
from azun_quiz.sitting import Sitting


class Result(NamedTuple):
    """Points, right answers, and the questions that were reached."""

    points: int
    right: int
    asked: int


def result_of(sitting: Sitting) -> Result:
    """How a round stands; an exam tells nothing before it is handed in."""
    played = sitting.round
    score = played.score
    asked = score.asked if played.finished else sitting.reached
    return Result(score.total, score.right, asked) if played.shows_feedback else Result(0, 0, asked)


class Tally:
    """The rounds of one evening, added up."""

    def __init__(self) -> None:
        self._results: dict[int, Result] = {}

    def __bool__(self) -> bool:
        return bool(self._results)

    def add(self, sitting: Sitting) -> None:
        """Count a round as it stands; one that was continued counts once."""
        self._results[sitting.key] = result_of(sitting)

    @property
    def total(self) -> Result:
        """All rounds together."""
        results = self._results.values()
        return Result(
            sum(each.points for each in results),
            sum(each.right for each in results),
            sum(each.asked for each in results),
        )

    def tell(self, console: Console) -> None:
        """Write the last line, unless it stands there already."""
        text = words(console, self.total)
        if console.last != text:
            console.line()
            console.line(text)


def words(console: Console, result: Result) -> str:
    """The line that tells a score."""
    return console.t(
        "Score: {points} ({correct}/{asked} correct)",
        points=result.points,
        correct=result.right,
        asked=result.asked,
    )

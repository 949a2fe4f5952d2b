"""A calendar: a column a week, a row a weekday, fuller knots for busier days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from textual.content import Content

from azun_quiz.tui import signs
from azun_quiz.tui.widgets.lines import Lines

_SIGNS = ("·", signs.OPEN_KNOT, signs.PRESENT_KNOT, signs.KNOT, signs.KNOT)
_INKS = ("$quiet", "$lead", "$lead", "$lead", "$gold")
_LABEL = 4


def step(count: int, most: int) -> int:
    """How full the knot of a day is, from 0 to 4; 0 only for a day without answers."""
    if count <= 0 or most <= 0:
        return 0
    return min(4, 1 + 3 * (count - 1) // max(most - 1, 1))


class HeatMap(Lines):
    """The weeks that there is room for, ending with the present one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._counts: Mapping[date, int] = {}
        self._today = date(1970, 1, 1)
        self._weekdays: Sequence[str] = [""] * 7
        self._months: Sequence[str] = [""] * 12

    def show(
        self,
        counts: Mapping[date, int],
        today: date,
        weekdays: Sequence[str],
        months: Sequence[str],
    ) -> None:
        """Show answers a day, with short names of weekdays (from Monday) and months."""
        self._counts, self._today = counts, today
        self._weekdays, self._months = weekdays, months
        self.remake()

    def lines(self, width: int) -> list[Content]:
        """The months above, then the seven weekdays."""
        weeks = max((width - _LABEL) // 2, 1)
        monday = self._today - timedelta(days=self._today.weekday())
        starts = [monday - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
        most = max(self._counts.values(), default=0)
        return [self._month_line(starts)] + [
            self._day_line(starts, weekday, most) for weekday in range(7)
        ]

    def _month_line(self, starts: Sequence[date]) -> Content:
        cells = [" "] * (2 * len(starts))
        before, free = 0, 0
        for place, start in enumerate(starts):
            name = self._months[start.month - 1]
            fits = 2 * place >= free and 2 * place + len(name) <= len(cells)
            if start.month != before and start.day <= 7 and fits:
                cells[2 * place : 2 * place + len(name)] = name
                free = 2 * place + len(name) + 1
            before = start.month
        return self.say(" " * _LABEL + "".join(cells), "$quiet")

    def _day_line(self, starts: Sequence[date], weekday: int, most: int) -> Content:
        name = self.say(self._weekdays[weekday] if weekday % 2 == 0 else "", "$quiet")
        line = name.truncate(_LABEL - 1)
        line += Content(" " * (_LABEL - line.cell_length))
        pieces: list[tuple[str, str]] = []
        for start in starts:
            day = start + timedelta(days=weekday)
            if day > self._today:
                pieces.append(("  ", ""))
            else:
                full = step(self._counts.get(day, 0), most)
                pieces.append((f"{_SIGNS[full]} ", _INKS[full]))
        return line + self.apart(Content.assemble(*pieces), 1)

"""The eight-pointed star, drawn with half blocks: two squares laid over one another."""

from __future__ import annotations

from functools import lru_cache

from textual.content import Content

from azun_quiz.tui.widgets.lines import Lines

_RADII = (8, 9, 11, 12)
"""The sizes at which the dots make a clear drawing."""

_RINGS = (
    (0.16, "$gold"),
    (0.42, ""),
    (0.58, "$lead"),
    (0.8, ""),
    (1.0, "$band"),
)


def _colour(x: int, y: int, radius: int) -> str:
    """The colour of a dot: the star's own measure of distance decides the ring."""
    across = max(abs(x), abs(y))
    aslant = (abs(x) + abs(y)) / 2**0.5
    distance = min(across, aslant) / (radius / 2**0.5)
    return next((colour for limit, colour in _RINGS if distance <= limit), "")


@lru_cache(maxsize=4)
def _star(radius: int) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Rows of cells, each with the colours of its upper and lower dot."""
    dots = range(-radius, radius + 1)
    rows = []
    for upper in range(-radius, radius + 1, 2):
        lower = [_colour(x, upper + 1, radius) if upper < radius else "" for x in dots]
        rows.append(tuple(zip([_colour(x, upper, radius) for x in dots], lower, strict=True)))
    return tuple(rows)


def _cell(upper: str, lower: str) -> tuple[str, str]:
    if upper and lower:
        return ("▀", f"{upper} on {lower}") if upper != lower else ("█", upper)
    return ("▀", upper) if upper else ("▄" if lower else " ", lower)


class Emblem(Lines):
    """A star in the middle of the column, as large as there is room."""

    DEFAULT_CSS = "Emblem { height: 1fr; margin-top: 1; }"

    def lines(self, width: int) -> list[Content]:
        """The star, centred."""
        room = (min(self.size.height * 2 - 1, width - 2) - 1) // 2
        radius = max((radius for radius in _RADII if radius <= room), default=0)
        if not radius:
            return [Content("")]
        margin = Content(" " * ((width - 2 * radius - 1) // 2))
        above = [Content("")] * ((self.size.height - radius - 1) // 2)
        rows = [Content.assemble(*(_cell(*dots) for dots in row)) for row in _star(radius)]
        return above + [margin + row for row in rows]

    def on_resize(self) -> None:
        """Draw it anew."""
        self.repaint()

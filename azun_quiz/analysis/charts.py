"""Charts as inline SVG: no script, no font, nothing fetched; mirrored from right to left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from azun_quiz.analysis import phrases
from azun_quiz.analysis.analysis import ItemAnalysis
from azun_quiz.analysis.attention import WEAK
from azun_quiz.text.catalog import Messages

_WIDTH, _HEIGHT = 720, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 24, 20, 52


class _Plane:
    """A plane on which x and y run from 0 to 1; in right-to-left languages x grows to the left."""

    def __init__(self, t: Messages) -> None:
        self._mirrored = t.right_to_left

    def x(self, part: float) -> float:
        across = _LEFT + part * (_WIDTH - _LEFT - _RIGHT)
        return round(_WIDTH - across if self._mirrored else across, 1)

    def y(self, part: float) -> float:
        return round(_HEIGHT - _BOTTOM - part * (_HEIGHT - _TOP - _BOTTOM), 1)

    def beside(self, gap: float) -> float:
        """A place beside the axis that stands upright."""
        return self.x(0) + (gap if self._mirrored else -gap)

    @property
    def outwards(self) -> str:
        """The anchor of a text that ends at the upright axis."""
        return "start" if self._mirrored else "end"

    def line(self, kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
        (x1, y1), (x2, y2) = start, end
        return (
            f'<line class="{kind}" x1="{self.x(x1)}" y1="{self.y(y1)}"'
            f' x2="{self.x(x2)}" y2="{self.y(y2)}"/>'
        )


def columns(bins: Sequence[int], t: Messages) -> str:
    """How many players reached each tenth of the full score."""
    plane, most = _Plane(t), max(bins)
    parts = [plane.line("axis", (0, 0), (1, 0))]
    for index, count in enumerate(bins):
        start, end = (index + 0.1) / len(bins), (index + 0.9) / len(bins)
        left = min(plane.x(start), plane.x(end))
        width = abs(plane.x(end) - plane.x(start))
        top, middle = plane.y(0.92 * count / most), plane.x((index + 0.5) / len(bins))
        if count:
            parts.append(
                f'<rect class="column" x="{left}" y="{top}" width="{width:.1f}"'
                f' height="{plane.y(0) - top:.1f}"/>'
            )
            parts.append(_text("value", middle, top - 6, str(count), "middle"))
    for index in range(len(bins) + 1):
        label = phrases.share(index / len(bins), t)
        parts.append(_text("tick", plane.x(index / len(bins)), plane.y(0) + 18, label, "middle"))
    parts.append(_text("name", plane.x(0.5), _HEIGHT - 8, t("Right answers"), "middle"))
    return _svg(t("How many players reached which score"), parts)


def scatter(items: Sequence[ItemAnalysis], t: Messages) -> str:
    """Facility against discrimination, a numbered dot an item; empty where none is known."""
    plane = _Plane(t)
    dots = list(_dots(items, plane))
    if not dots:
        return ""
    parts = [plane.line("axis", (0, 0), (0, 1)), plane.line("axis", (0, _up(0)), (1, _up(0)))]
    parts.append(plane.line("bound", (0, _up(WEAK)), (1, _up(WEAK))))
    for value in (-1.0, -0.5, 0.0, WEAK, 0.5, 1.0):
        places = 0 if value == int(value) else 1
        label = phrases.figure(value, t, places)
        height = plane.y(_up(value)) + 4
        parts.append(_text("tick", plane.beside(8), height, label, plane.outwards))
    parts += [
        _text("tick", plane.x(part), plane.y(0) + 18, phrases.share(part, t), "middle")
        for part in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    parts.append(_text("name", plane.x(0.5), _HEIGHT - 8, t("Facility"), "middle"))
    parts.append(
        _text("name", plane.beside(-6), _TOP - 6, t("Discrimination"), _other(plane.outwards))
    )
    return _svg(t("Facility and discrimination of each question"), [*parts, *dots])


def _dots(items: Sequence[ItemAnalysis], plane: _Plane) -> Iterator[str]:
    for number, each in enumerate(items, start=1):
        known = each.figures.discrimination
        if known is None or known.rest is None:
            continue
        x, y = plane.x(each.figures.facility), plane.y(_up(known.rest))
        yield (
            f'<a href="#q{number}"><title>{escape(each.stem)}</title>'
            f'<circle class="dot u{each.urgency}" cx="{x}" cy="{y}" r="9"/>'
            f"{_text('number', x, y + 3.5, str(number), 'middle')}</a>"
        )


def _up(value: float) -> float:
    """A value from -1 to 1 as a part of the height."""
    return (value + 1) / 2


def _other(anchor: str) -> str:
    return "end" if anchor == "start" else "start"


def _text(kind: str, x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
    )


def _svg(title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"{''.join(parts)}</svg>"
    )

"""The mirror image of a line of cells: what stood on the left stands on the right.

Text must come in an order that is right once it is mirrored (see
:mod:`azun_quiz.tui.righttoleft`); here characters only change places, and the glyphs that draw
boxes, bars and triangles are replaced by their mirror images, so that borders and scroll bars
look whole. Arrows are text and stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from azun_quiz.text.bidi import clusters

_PAIRS = (
    "┌┐┍┑┎┒┏┓└┘┕┙┖┚┗┛├┤┝┥┞┦┟┧┠┨┡┩┢┪┣┫┭┮┱┲┵┶┹┺┽┾╃╄╅╆╉╊╒╕╓╖╔╗╘╛╙╜╚╝╞╡╟╢╠╣╭╮╯╰╱╲╴╶╸╺╼╾"
    "▌▐▏▕▖▗▘▝▙▟▛▜▚▞◀▶◁▷◂▸◃▹◄►◅▻◐◑◖◗◜◝◞◟▧▨◢◣◤◥◧◨◭◮◰◳◱◲◴◷◵◶◸◹◺◿"
)
_TURNED = str.maketrans(_PAIRS, "".join(_PAIRS[i ^ 1] for i in range(len(_PAIRS))))

# A block that fills n eighths of its cell from the left has no mirror image, but the block that
# leaves these eighths free has the same shape with the two colours exchanged.
_EIGHTHS = "▉▊▋▍▎"
_COMPLEMENT = str.maketrans(_EIGHTHS, "▏▎▍▋▊")
_PARTS = re.compile(f"[{_EIGHTHS}]+|[^{_EIGHTHS}]+")
_HAS_EIGHTH = re.compile(f"[{_EIGHTHS}]").search


@lru_cache(maxsize=1024)
def _exchanged(style: Style | None) -> Style:
    """The style with foreground and background exchanged."""
    return (style or Style()) + Style(reverse=not (style is not None and style.reverse))


def mirrored_text(text: str) -> str:
    """A text back to front, marks kept behind what they stand on, glyphs turned round."""
    if text.isascii():
        return text[::-1]
    parts = clusters(text)
    parts.reverse()
    return "".join(parts).translate(_TURNED)


def _mirrored(segment: Segment) -> list[Segment]:
    text, style, _ = segment
    if text.isascii() or not _HAS_EIGHTH(text):
        return [Segment(mirrored_text(text), style)]
    return [
        Segment(part[::-1].translate(_COMPLEMENT), _exchanged(style))
        if part[0] in _EIGHTHS
        else Segment(mirrored_text(part), style)
        for part in reversed(_PARTS.findall(text))
    ]


@lru_cache(maxsize=8192)
def mirror_image(segments: tuple[Segment, ...]) -> Strip:
    """The mirror image of a line; mirroring twice gives the same picture again."""
    return Strip(turned for segment in reversed(segments) for turned in _mirrored(segment))

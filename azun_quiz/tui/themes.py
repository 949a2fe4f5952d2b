"""The colours: a night, a day and a strong-contrast theme.

United Nations blue leads, a thread of gold marks what is earned, the rest is quiet text on one
ground. Right and wrong are bluish green and vermilion, which colour-blind people tell apart;
no meaning rests on colour alone.
"""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

GROUNDS = ("background", "surface", "panel")
"""Theme colours that text stands on."""

TINTED = (("right", "right-ground"), ("wrong", "wrong-ground"))
"""Pairs of ink and the tinted ground under it."""

_TINT = 0.12

INKS = ("foreground", "quiet", "lead", "gold", "right", "wrong")
"""Theme colours and variables that text is written in."""


_OWN = ("quiet", "lead", "gold", "right", "wrong", "band")


def _theme(name: str, *, dark: bool, colours: dict[str, str]) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=colours["lead"],
        secondary=colours["quiet"],
        accent=colours["gold"],
        success=colours["right"],
        warning=colours["gold"],
        error=colours["wrong"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours["surface"],
        text_alpha=1.0,
        variables={key: colours[key] for key in _OWN} | _tints(colours) | _parts(colours),
    )


def _tints(colours: dict[str, str]) -> dict[str, str]:
    """The grounds of right and wrong options."""
    ground = Color.parse(colours["background"])
    return {
        f"{ink}-ground": ground.blend(Color.parse(colours[ink]), _TINT).hex
        for ink in ("right", "wrong")
    }


def _parts(colours: dict[str, str]) -> dict[str, str]:
    """The colours of Textual's own widgets."""
    ground, lead, panel = colours["background"], colours["lead"], colours["panel"]
    return {
        "block-cursor-background": lead,
        "block-cursor-foreground": ground,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": panel,
        "block-cursor-blurred-foreground": colours["foreground"],
        "block-hover-background": colours["surface"],
        "input-cursor-background": lead,
        "input-cursor-foreground": ground,
        "input-selection-background": panel,
        "border": lead,
        "border-blurred": colours["band"],
        "scrollbar": colours["band"],
        "scrollbar-hover": colours["quiet"],
        "scrollbar-active": lead,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "link-color": lead,
        "text-muted": colours["quiet"],
        "text-disabled": colours["quiet"],
    }


NIGHT = _theme(
    "night",
    dark=True,
    colours={
        "background": "#0f1720",
        "surface": "#16212d",
        "panel": "#1f2e3d",
        "foreground": "#e4eaf0",
        "quiet": "#98a9b9",
        "lead": "#5ab5e8",
        "gold": "#dcb365",
        "right": "#62cba8",
        "wrong": "#f3946b",
        "band": "#3a5268",
    },
)

DAY = _theme(
    "day",
    dark=False,
    colours={
        "background": "#faf8f3",
        "surface": "#f1ede4",
        "panel": "#e5dfd2",
        "foreground": "#1c2631",
        "quiet": "#505c67",
        "lead": "#005a94",
        "gold": "#785100",
        "right": "#00604a",
        "wrong": "#9c3a06",
        "band": "#b5a98f",
    },
)

CONTRAST = _theme(
    "contrast",
    dark=True,
    colours={
        "background": "#000000",
        "surface": "#0a0a0a",
        "panel": "#1c1c1c",
        "foreground": "#ffffff",
        "quiet": "#d4d4d4",
        "lead": "#7fd0ff",
        "gold": "#ffd75f",
        "right": "#7ff0cb",
        "wrong": "#ffb08a",
        "band": "#8a8a8a",
    },
)

THEMES = (NIGHT, DAY, CONTRAST)

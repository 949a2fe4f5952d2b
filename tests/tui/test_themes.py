"""The colours can be read, and nothing rests on them alone."""

from __future__ import annotations

import os
from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from azun_quiz import settings
from azun_quiz.tui.themes import GROUNDS, INKS, THEMES, TINTED
from azun_quiz.tui.widgets.band import Knot
from azun_quiz.tui.widgets.option_row import Mark
from tests.tui.driver import Game, key_of, press, round_of, shown

LEAST = 4.5


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colour(theme: Theme, name: str) -> Color:
    value = theme.variables.get(name) or getattr(theme, name)
    return Color.parse(value)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground(theme: Theme) -> None:
    pairs = [*product(INKS, GROUNDS), *TINTED, ("gold", "right-ground"), ("gold", "wrong-ground")]
    pairs += [("quiet", "right-ground"), ("quiet", "wrong-ground")]
    poor = {
        (ink, ground): round(contrast(colour(theme, ink), colour(theme, ground)), 2)
        for ink, ground in pairs
        if contrast(colour(theme, ink), colour(theme, ground)) < LEAST
    }
    assert poor == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_cursor_can_be_read(theme: Theme) -> None:
    ink = Color.parse(theme.variables["block-cursor-foreground"])
    ground = Color.parse(theme.variables["block-cursor-background"])
    assert contrast(ink, ground) >= LEAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_right_and_wrong_differ_for_colour_blind_people(theme: Theme) -> None:
    """Bluish green and vermilion: green and blue together tell them apart, not red alone."""
    right, wrong = colour(theme, "right"), colour(theme, "wrong")
    assert right.b - wrong.b > 40 or right.g - wrong.g > 25
    assert right.r < wrong.r


def test_the_settings_offer_the_themes_there_are() -> None:
    assert tuple(theme.name for theme in THEMES) == settings.THEMES


def test_signs_differ_without_colour() -> None:
    told = [mark for mark in Mark if mark not in (Mark.RIGHT, Mark.CHOSEN_RIGHT)]
    assert len({mark.sign for mark in told}) == len(told)
    assert Mark.RIGHT.words != Mark.CHOSEN_RIGHT.words
    asked = [knot.value[0] for knot in Knot if knot is not Knot.ANSWERED]
    assert len(set(asked)) == len(asked)


async def test_without_colour_right_and_wrong_are_told_by_sign_and_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    async with Game(start="round").running() as pilot:
        screen = round_of(pilot)
        await press(pilot, key_of(screen, right=False))
        text = shown(pilot)
        assert text.count("✗") >= 3
        assert "║" in text
        await press(pilot, "enter")
        await press(pilot, key_of(screen, right=True))
        assert "▌" in shown(pilot)
        update = pilot.app.screen._compositor.render_full_update()
        for line in update.strips:
            for strip in line:
                for segment in strip:
                    ink = segment.style.color if segment.style else None
                    if ink is not None and ink.triplet is not None:
                        assert len(set(ink.triplet)) == 1


async def test_f3_goes_through_the_themes_and_the_choice_is_kept() -> None:
    game = Game()
    async with game.running() as pilot:
        await press(pilot, "f3")
        assert pilot.app.theme == "day"
        assert game.saved[-1].theme == "day"

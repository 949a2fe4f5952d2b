"""Text from outside is shown as it is, whatever it holds."""

from __future__ import annotations

from azun_quiz.session import Wish
from azun_quiz.tui.plain_text import content
from tests.tui.driver import Game, press, round_of, shown
from tests.tui.fakes import HOSTILE, FakeBank


def hostile() -> Game:
    return Game(bank=FakeBank({"hostile/[b]x": HOSTILE}), start=Wish(count=1, topics=("dates",)))


async def test_markup_and_escapes_in_a_question_are_plain_text() -> None:
    async with hostile().running() as pilot:
        text = " ".join(shown(pilot).split())
        assert "[bold]Is this[/bold] [@click=app.quit]x[/]" in text
        assert "{x.__class__}" in text
        assert "[@click=app.quit]two[/]" in text
        assert "\x1b" not in text
        assert "\x07" not in text
        await pilot.click("Stem", offset=(18, 0))
        await pilot.click("Options", offset=(12, 2))
        await pilot.pause()
        assert pilot.app.is_running
        assert round_of(pilot).sitting.round.attempt is not None
        text = " ".join(shown(pilot).split())
        assert "[red]Because[/] it says so. $primary" in text
        assert "[link=https://example.org]S/RES/1[/link]" in text


async def test_the_same_on_the_result_and_in_the_review() -> None:
    async with hostile().running() as pilot:
        screen = round_of(pilot)
        wrong = (screen.sitting.item().key + 1) % 4
        await press(pilot, str(wrong + 1), "enter", "down", "enter")
        assert "[bold]Is this[/bold]" in shown(pilot)
        await press(pilot, "escape", "r")
        assert "[bold]Is this[/bold]" in shown(pilot)
        await press(pilot, "escape", "s")
        assert pilot.app.is_running


async def test_a_players_name_is_plain_text() -> None:
    async with Game(player="[@click=app.quit]Bob[/]").running() as pilot:
        assert "[@click=app.quit]Bob[/]" in shown(pilot)
        await press(pilot, "p")
        assert "[@click=app.quit]Bob[/]" in shown(pilot)
        await press(pilot, "n", *"[b]x", "enter")
        await pilot.pause(0.2)
        assert "[b]x plays now." in shown(pilot)


async def test_a_flags_note_is_plain_text() -> None:
    async with Game(start=Wish(count=2)).running() as pilot:
        await press(pilot, "f", *"[/]", "enter", "escape", "r", "g")
        assert "[/]" in shown(pilot)


def test_safe_text_holds_nothing_that_a_terminal_obeys() -> None:
    every = "".join(map(chr, range(0x300))) + "\u2028\u2029\u202e\u2066\u2069"
    found = str(content(every))
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in found)
    assert not set("\u202e\u2066\u2069") & set(found)
    assert str(content("[bold]x[/]", "$right")) == "[bold]x[/]"
    assert str(content("Resolution", isolated=True)) == "\u2066Resolution\u2069"

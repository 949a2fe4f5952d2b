"""One option of a question, as lines."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from azun_quiz.text.catalog import N_
from azun_quiz.tui import signs
from azun_quiz.tui.widgets.lines import hanging

ROW = "option"


class Mark(Enum):
    """How an option stands: its sign, its words, its ink and its ground."""

    NONE = (" ", "", "", "")
    CHOSEN = (signs.CHOSEN, N_("chosen"), "bold $lead", "on $surface")
    RIGHT = (signs.RIGHT, N_("right answer"), "bold $right", "on $right-ground")
    CHOSEN_RIGHT = (signs.RIGHT, N_("your answer"), "bold $right", "on $right-ground")
    CHOSEN_WRONG = (signs.WRONG, N_("your answer"), "bold $wrong", "on $wrong-ground")
    TAKEN_AWAY = (signs.TAKEN_AWAY, N_("taken away"), "strike $quiet", "")

    @property
    def sign(self) -> str:
        """The sign before the option."""
        return self.value[0]

    @property
    def words(self) -> str:
        """The words behind the option, as a message to translate."""
        return self.value[1]

    @property
    def ink(self) -> str:
        """The style of its text."""
        return self.value[2]

    @property
    def ground(self) -> str:
        """The style of the whole row."""
        return self.value[3]


Say = Callable[[str, str], Content]
"""Makes a styled text."""


class Look(NamedTuple):
    """How a row stands, and the room that it has."""

    mark: Mark
    cursor: bool
    width: int
    keep: int


class OptionRow:
    """An option: its sign, number and letter, its text, and at the end what is to be said of it.

    The room for signs and words is kept free from the start, so that nothing moves when they come.
    """

    def __init__(self, index: int, letter: str, text: str) -> None:
        self.index = index
        self.letter = letter
        self.text = text
        self.mark = Mark.NONE
        self.cursor = False
        self._known: dict[Look, list[Content]] = {}

    def lines(self, say: Say, notes: dict[Mark, Content], width: int, keep: int) -> list[Content]:
        """The option, wrapped before the ``keep`` cells that its ``notes`` need."""
        return self.lines_as(Look(self.mark, self.cursor, width, keep), say, notes)

    def lines_as(self, look: Look, say: Say, notes: dict[Mark, Content]) -> list[Content]:
        """The option as it would look; it is composed once for each look."""
        known = self._known.get(look)
        if known is None:
            known = self._known[look] = self._composed(look, say, notes)
        return known

    def _composed(self, look: Look, say: Say, notes: dict[Mark, Content]) -> list[Content]:
        mark, cursor, width, keep = look
        ink = mark.ink
        sign = signs.CURSOR if cursor and mark is Mark.NONE else mark.sign
        first = Content.assemble(
            (f"{sign} ", ink or "bold $lead"),
            (f"{self.index + 1} ", "$quiet"),
            (f"{self.letter}  ", "bold $gold"),
        )
        strong = "bold" if cursor and not ink else ink
        lines = hanging(first, say(self.text, strong), width - keep)
        lines = [line + Content(" " * (width - line.cell_length)) for line in lines]
        if keep and mark.words:
            note = notes[mark]
            lines[0] = lines[0].right_crop(note.cell_length) + note
        ground = mark.ground or ("on $surface" if cursor else "")
        if ground:
            lines = [line.stylize_before(ground) for line in lines]
        press = Style.from_meta({ROW: self.index})
        return [line.stylize(press) for line in lines]

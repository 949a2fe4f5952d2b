"""One option of a question."""

from __future__ import annotations

from enum import Enum

from textual.content import Content
from textual.style import Style

from azun_quiz.text.catalog import N_
from azun_quiz.tui import signs
from azun_quiz.tui.widgets.lines import Lines, hanging

ROW = "option"
_NOTE_GAP = 2
_NOTED_WIDTH = 48


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


class OptionRow(Lines):
    """An option: its sign, number and letter, its text, and at the end what is to be said of it.

    The room for signs and words is kept free from the start, so that nothing moves when they come.
    """

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index
        self._letter = ""
        self._text = ""
        self._mark = Mark.NONE
        self._cursor = False

    @property
    def mark(self) -> Mark:
        """How the option stands."""
        return self._mark

    @property
    def cursor(self) -> bool:
        """Whether the cursor is here."""
        return self._cursor

    def tell(self, letter: str, text: str) -> None:
        """Change the words."""
        if (letter, text) != (self._letter, self._text):
            self._letter, self._text = letter, text
            self.remake()

    def show(self, mark: Mark, *, cursor: bool) -> None:
        """Change the mark and whether the cursor is here."""
        if (mark, cursor) == (self._mark, self._cursor):
            return
        self._mark, self._cursor = mark, cursor
        self.repaint()

    def lines(self, width: int) -> list[Content]:
        """The option, wrapped before the words at its end."""
        notes = [self.say(self.t(mark.words)).cell_length for mark in Mark if mark.words]
        keep = max(notes) + _NOTE_GAP if width >= _NOTED_WIDTH else 0
        ink = self._mark.ink
        sign = self._mark.sign
        if self._cursor and not sign.strip():
            sign = signs.CURSOR
        first = Content.assemble(
            (f"{sign} ", ink or "bold $lead"),
            (f"{self.index + 1} ", "$quiet"),
            (f"{self._letter}  ", "bold $gold"),
        )
        strong = "bold" if self._cursor and not ink else ink
        lines = hanging(first, self.say(self._text, strong), width - keep)
        lines = [line + Content(" " * (width - line.cell_length)) for line in lines]
        if keep and self._mark.words:
            note = self.say(self.t(self._mark.words), ink.replace("strike ", ""))
            lines[0] = lines[0].right_crop(note.cell_length) + note
        ground = self._mark.ground or ("on $surface" if self._cursor else "")
        if ground:
            lines = [line.stylize_before(ground) for line in lines]
        press = Style.from_meta({ROW: self.index})
        return [line.stylize(press) for line in lines]

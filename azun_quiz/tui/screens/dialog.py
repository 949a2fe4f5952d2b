"""A small window over a screen that asks something and gives back a typed result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from azun_quiz.text.catalog import N_
from azun_quiz.tui import phrases
from azun_quiz.tui.telling import TOLD, Telling
from azun_quiz.tui.widgets.field import Field
from azun_quiz.tui.widgets.heading import Heading
from azun_quiz.tui.widgets.key_line import KeyLine
from azun_quiz.tui.widgets.menu import Entry, Menu
from azun_quiz.tui.widgets.prose import Paragraph, Prose

if TYPE_CHECKING:
    from azun_quiz.text.catalog import Messages
    from azun_quiz.tui.app import AzunQuiz

Result = TypeVar("Result")


class Dialog(Telling, ModalScreen[Result], Generic[Result]):
    """The frame of all dialogs: title, body, keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", N_("Back"), key_display="esc", id="dialog.back"),
    ]
    CSS_PATH = "dialog.tcss"

    @property
    def quiz(self) -> AzunQuiz:
        """The running program."""
        return cast("AzunQuiz", self.app)

    @property
    def t(self) -> Messages:
        """The messages of the language in use."""
        return self.quiz.t

    def compose(self) -> ComposeResult:
        """The frame and what stands in it."""
        with Vertical(id="frame"):
            yield Heading(id="title")
            yield Prose(id="words")
            yield from self.body()
        yield KeyLine()

    def body(self) -> Iterable[Widget]:
        """The widgets under the words."""
        return ()

    def on_mount(self) -> None:
        """Put the words in."""
        self.fill()

    def fill(self) -> None:
        """Put the words in."""

    def tell(self, title: str, words: str, trouble: str = "") -> None:
        """Set the title, the words under it and what is wrong with the answer, if anything."""
        self.query_one("#title", Heading).show(title)
        paragraphs: list[Paragraph] = [(words, "")]
        if trouble:
            paragraphs.append((trouble, "bold $wrong"))
        self.query_one("#words", Prose).show(*paragraphs)

    def action_give_up(self) -> None:
        """Close without a result."""
        self.dismiss(None)


class AskScreen(Dialog[str]):
    """Offers a few answers and gives back the name of the one chosen, or None."""

    def __init__(self, title: str, words: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title, self._words, self._answers = title, words, entries

    def body(self) -> Iterable[Widget]:
        """The answers."""
        yield Menu(id="answers")

    def fill(self) -> None:
        """Put the words in."""
        self.tell(self._title, self._words)
        self.query_one(Menu).show(self._answers)

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Give back the answer."""
        self.dismiss(event.name)


class LineScreen(Dialog[str]):
    """Asks for one line of text; gives it back without spaces around it, or None.

    ``check`` raises an error in words for a text that cannot be taken: it is told, and the text
    stays to be corrected.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", N_("Done"), key_display="⏎", id="line.done"),
    ]

    def __init__(
        self,
        title: str,
        words: str,
        *,
        value: str = "",
        longest: int = 200,
        empty: bool = False,
        check: Callable[[str], object] = str,
    ) -> None:
        super().__init__()
        self._title, self._words = title, words
        self._value, self._longest, self._empty = value, longest, empty
        self._check = check

    def body(self) -> Iterable[Widget]:
        """The field."""
        yield Field(self._value, max_length=self._longest, select_on_focus=False, id="line")

    def fill(self) -> None:
        """Put the words in."""
        self.tell(self._title, self._words)
        self.query_one(Field).focus()

    def action_accept(self) -> None:
        """Give back what was written, unless something has to be written first."""
        text = self.query_one(Field).value.strip()
        if not text and not self._empty:
            return
        try:
            self._check(text)
        except TOLD as error:
            self.tell(self._title, self._words, phrases.in_words(error, self.t))
        else:
            self.dismiss(text)

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Enter in the field."""
        event.stop()
        self.action_accept()

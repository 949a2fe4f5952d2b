"""A program that runs from right to left: what the terminal gets, and mouse, keys and cursor.

The screen is read from the bytes that would go to the terminal, and the mouse and the keys take
the way through the driver, so that both ends are those of a person in front of it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, ClassVar, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, HorizontalScroll, VerticalScroll
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import DataTable, Digits, Footer, Input, Label, ProgressBar, Static

from azun_quiz.text.bidi import cells, visual
from azun_quiz.tui.mirror import mirror_image, mirrored_text
from azun_quiz.tui.reading_order import _ordered, in_reading_order, logical_columns
from azun_quiz.tui.righttoleft import AsDrawn, MirrorCompositor, RightToLeftApp, mirrored
from tests.text.arabic_lines import LINES

STEM = "في أي تاريخ اتخذ مجلس الأمن القرار 853 (1993) في الوثيقة S/RES/853 (1993)؟"
OPTIONS = ("29 تموز/يوليه 1993", "القرار 822 (1993)", "(yes) نعم 46/230", "UNESCO")
VALUE = "السلام 853 عليكم"


class Terminal:
    """A screen of cells that obeys what Textual writes: moves, styles, text."""

    _TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|\x1b\][^\x1b]*\x1b\\|([^\x1b])", re.S)

    def __init__(self, width: int, height: int) -> None:
        self.cells = [[" "] * width for _ in range(height)]
        self.styles = [[""] * width for _ in range(height)]
        self._x = self._y = 0
        self._style = ""

    def feed(self, data: str) -> None:
        end = 0
        for match in self._TOKEN.finditer(data):
            assert match.start() == end, repr(data[end : match.start() + 5])
            end = match.end()
            row, column, style, char = match.groups()
            if row:
                self._x, self._y = int(column) - 1, int(row) - 1
            elif style is not None:
                self._style = "" if style == "0" else style
            elif char == "\n":
                self._x, self._y = 0, self._y + 1
            elif char:
                self._put(char)
        assert end == len(data)

    def _put(self, char: str) -> None:
        size = cell_len(char)
        if not size:
            self.cells[self._y][self._x - 1] += char
            return
        for column in range(self._x, self._x + size):
            self.cells[self._y][column] = char if column == self._x else ""
            self.styles[self._y][column] = self._style
        self._x += size

    @property
    def rows(self) -> list[str]:
        return ["".join(row) for row in self.cells]


def shown(app: App[Any]) -> Terminal:
    """The whole screen as the terminal has it after a full repaint."""
    terminal = Terminal(*app.size)
    update: Any = app.screen._compositor.render_full_update()
    terminal.feed(update.render_segments(app.console))
    return terminal


class Place(NamedTuple):
    x: int
    y: int


def find(app: App[Any], text: str) -> Place:
    """Where the terminal shows a text (given in visual order): its leftmost cell."""
    for y, row in enumerate(shown(app).cells):
        line = "".join(row)
        if text in line:
            before = line[: line.index(text)]
            return Place(cell_len(before), y)
    raise AssertionError(f"{text!r} is not on the screen:\n" + "\n".join(shown(app).rows))


async def mouse(
    pilot: Pilot[Any], kind: type[events.MouseEvent], x: float, y: float, **more: Any
) -> None:
    """What the driver does when the terminal reports the mouse at a cell."""
    values = {"delta_x": 0, "delta_y": 0, "button": 1, "shift": False, "meta": False, "ctrl": False}
    driver = pilot.app._driver
    assert driver is not None
    driver.process_message(kind(None, x, y, **{**values, **more}))
    await pilot.pause()


async def click(pilot: Pilot[Any], x: float, y: float) -> None:
    await mouse(pilot, events.MouseMove, x, y, button=0)
    await mouse(pilot, events.MouseDown, x, y)
    await mouse(pilot, events.MouseUp, x, y)


class OptionRow(Static):
    """An option that remembers whether it was clicked, and where."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(f"{number}  {text}", markup=False, id=f"option{number}")
        self.clicks: list[tuple[int, int]] = []

    def on_click(self, event: events.Click) -> None:
        self.clicks.append((event.x, event.y))


class BigScore(AsDrawn, Digits):
    """Digits are pictures."""


class Dialog(ModalScreen[None]):
    CSS = """
    Dialog { align: center middle; }
    #box { width: 24; height: 5; border: heavy red; background: black; }
    """

    def compose(self) -> ComposeResult:
        yield Static("هل تريد الخروج 3؟", id="box")


class Game(RightToLeftApp[None]):
    """One of everything that the game's screens are made of."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "خروج"),
        Binding("right", "step(1)", "التالي"),
    ]
    CSS = """
    #panel { border: round green; border-title-align: left; padding: 0 1; height: auto; }
    #score { width: 10; }
    #bar Bar { width: 20; }
    #bar { width: auto; }
    Input { width: 40; }
    DataTable { width: 60; height: 4; }
    #rows { width: 40; height: 4; }
    #side { height: 4; width: 20; }
    #wide { width: 40; }
    """

    def __init__(self, right_to_left: bool = True) -> None:
        super().__init__()
        self.right_to_left = right_to_left
        self.steps = 0
        self.linked = 0

    def compose(self) -> ComposeResult:
        panel = Static(STEM, id="panel", markup=False)
        panel.border_title = "السؤال 3 من 10"
        yield panel
        for number, option in enumerate(OPTIONS, start=1):
            yield OptionRow(number, option)
        with Horizontal(classes="auto"):
            yield ProgressBar(total=10, show_eta=False, id="bar")
            yield BigScore("853", id="score")
        yield Input(VALUE, id="name", select_on_focus=False)
        with Horizontal():
            yield DataTable(id="table")
            with VerticalScroll(id="rows", can_focus=True):
                for number in range(9):
                    yield Label(f"سطر {number}")
            with HorizontalScroll(id="side"):
                yield Static("نعم ABCDEFGHIJKLMNOPQRSTUVWXYZ لا", id="wide")
        yield Static("قبل [@click=app.link]S/RES/853[/] بعد", id="link")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Left column", "Right column")
        table.add_row("North America", "South America")
        self.query_one(ProgressBar).advance(5)

    def action_step(self, by: int) -> None:
        self.steps += by

    def action_link(self) -> None:
        self.linked += 1


SIZE = (120, 40)


# What is shown -----------------------------------------------------------------------------


async def test_lines_start_at_the_right_in_visual_order_with_their_borders() -> None:
    app = Game()
    async with app.run_test(size=SIZE):
        rows = shown(app).rows
        assert rows[1] == "│ " + visual(STEM).rjust(116 - 0) + " │"
        title = visual("السؤال 3 من 10")
        assert rows[0] == "╭" + f" {title} ─╮".rjust(119, "─")
        assert rows[2] == "╰" + "─" * 118 + "╯"
        for row, (number, option) in zip(rows[3:], enumerate(OPTIONS, start=1), strict=False):
            assert row == f"{visual(option)}  {number}".rjust(120)


async def test_text_wraps_in_logical_order() -> None:
    class Page(RightToLeftApp[None]):
        def compose(self) -> ComposeResult:
            yield Static(STEM, markup=False)

    app = Page()
    app.right_to_left = True
    async with app.run_test(size=(30, 6)):
        expected = [visual(line.plain.strip()).rjust(30) for line in Content(STEM).wrap(30)]
        assert len(expected) == 3
        assert shown(app).rows[:3] == expected


async def test_the_program_from_left_to_right_is_an_ordinary_one() -> None:
    class Plain(Game):
        pass

    left, plain = Game(right_to_left=False), Plain(right_to_left=False)
    async with left.run_test(size=SIZE):
        rows = shown(left).rows
        assert rows[1].startswith("│ " + STEM)
        compositor = left.screen._compositor
        assert isinstance(compositor, MirrorCompositor)
    async with plain.run_test(size=SIZE):
        assert shown(plain).rows == rows


async def test_direction_can_change_while_the_program_runs() -> None:
    app = Game(right_to_left=False)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        before = shown(app)
        assert not app.screen._repaint_required
        app.right_to_left = True
        assert app.screen._repaint_required
        await pilot.pause()
        assert shown(app).rows[1].endswith("│")
        assert shown(app).rows[1] != before.rows[1]
        app.right_to_left = False
        await pilot.pause()
        assert shown(app).rows == before.rows
        assert shown(app).styles == before.styles


async def test_layout_is_mirrored() -> None:
    """Scroll bar, progress bar, columns of a table and of the screen."""
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        bar = find(app, "━" * 10)
        row = shown(app).cells[bar.y]
        styles = shown(app).styles[bar.y]
        line = [x for x, char in enumerate(row) if char in "━╸╺"]
        assert styles[line[-1]] != styles[line[0]], "the done part differs in colour"
        assert find(app, "%50").x < line[0], "the number follows the bar"
        left, right = find(app, "Right column"), find(app, "Left column")
        assert left.y == right.y
        assert left.x < right.x
        assert find(app, "South America").x < find(app, "North America").x
        rows = app.query_one("#rows")
        scroll_bar = rows.vertical_scrollbar.region
        assert scroll_bar.x == rows.region.right - scroll_bar.width
        physical = SIZE[0] - scroll_bar.right
        style_of_bar = shown(app).styles[rows.region.y][physical]
        assert style_of_bar != shown(app).styles[rows.region.y][physical + scroll_bar.width]
        # A click below the grip scrolls.
        await click(pilot, physical, rows.region.y + 3)
        await pilot.pause(0.5)
        assert rows.scroll_y > 0


async def test_a_picture_stays_as_it_is_drawn() -> None:
    pictures = []
    for right_to_left in (True, False):
        app = Game(right_to_left)
        async with app.run_test(size=SIZE):
            region = app.query_one("#score").region
            start = SIZE[0] - region.right if right_to_left else region.x
            rows = shown(app).cells[region.y : region.bottom]
            pictures.append([row[start : start + region.width] for row in rows])
    assert pictures[0] == pictures[1]
    assert "".join(pictures[0][0]).strip()


async def test_styles_stay_on_their_characters() -> None:
    class Page(RightToLeftApp[None]):
        def compose(self) -> ComposeResult:
            yield Static("قرار [b]853[/b] مجلس [b](1993)[/b] الأمن")

    app = Page()
    app.right_to_left = True
    async with app.run_test(size=(40, 3)):
        terminal = shown(app)
        bold = [
            char
            for char, style in zip(terminal.cells[0], terminal.styles[0], strict=True)
            if "1" in style.split(";")
        ]
        assert "".join(bold) == "(1993)853"


async def test_a_partial_repaint_paints_what_a_full_one_does() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        terminal = shown(app)
        for selector, text in (("#option2", "جديد 99 (new)"), ("#wide", "آخر 12 END")):
            widget = app.query_one(selector, Static)
            widget.update(text, layout=False)
            compositor = app.screen._compositor
            compositor.update_widgets({widget})
            update: Any = compositor.render_partial_update()
            assert type(update).__name__ == "ChopsUpdate"
            terminal.feed(update.render_segments(app.console))
            await pilot.pause()
            assert terminal.rows == shown(app).rows
        assert "(new) 99" in "\n".join(terminal.rows)


async def test_what_an_overlap_leaves_is_what_stood_there() -> None:
    """A dialog over the screen hides cells and moves none; text behind it is in order."""
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        before = shown(app).cells
        app.push_screen(Dialog())
        await pilot.pause()
        after = shown(app).cells
        box = app.screen.query_one("#box").region
        left, right = SIZE[0] - box.right, SIZE[0] - box.x
        for y in range(SIZE[1]):
            for x in range(SIZE[0]):
                if not (box.y <= y < box.bottom and left <= x < right):
                    assert after[y][x] == before[y][x], (x, y)
        assert visual("هل تريد الخروج 3؟") in "\n".join(shown(app).rows)


async def test_a_clipped_line_keeps_its_order() -> None:
    """What scrolls out of sight is cut off the visual line, so that nothing jumps."""
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        side = app.query_one("#side")
        whole = visual("نعم ABCDEFGHIJKLMNOPQRSTUVWXYZ لا").rjust(40)
        for column in (0, 7, 20):
            side.scroll_to(x=column, animate=False)
            await pilot.pause()
            region = side.region
            left = SIZE[0] - region.right
            row = "".join(shown(app).cells[region.y][left : left + 20])
            assert row == whole[20 - column : 40 - column]


async def test_pictures_of_the_screen_are_mirrored_too() -> None:
    app = Game()
    async with app.run_test(size=SIZE):
        svg = app.export_screenshot().replace("&#160;", " ")
        assert visual(OPTIONS[0]) in svg


# Mouse, keys, cursor, selection ------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2, 3, 4])
async def test_clicks_meet_the_option_that_is_shown_there(number: int) -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        place = find(app, visual(OPTIONS[number - 1]) + f"  {number}")
        for x in (place.x, 119, place.x - 3):
            await click(pilot, x, place.y)
        for option in app.query(OptionRow):
            assert len(option.clicks) == (3 if option.id == f"option{number}" else 0)


async def test_a_click_tells_the_character_that_is_shown_there() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        option = app.query_one("#option2", OptionRow)
        logical = f"2  {OPTIONS[1]}"
        place = find(app, "(1993)")
        place = find(app, visual(OPTIONS[1]))
        for offset, char in enumerate("(1993) 822"):
            await click(pilot, place.x + offset, place.y)
            found = logical[option.clicks[-1][0]]
            assert found == {"(": ")", ")": "("}.get(char, char)


async def test_the_cursor_of_an_input_goes_where_is_clicked() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        field = app.query_one(Input)
        left, y = find(app, visual(VALUE))
        for offset, cell in enumerate(cells(VALUE, "R")):
            await click(pilot, left + offset, y)
            assert field.cursor_position == cell.start
        await click(pilot, left - 4, y)
        assert field.cursor_position == len(VALUE)


async def test_dragging_out_of_an_input_keeps_to_its_columns() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        field = app.query_one(Input)
        await mouse(pilot, events.MouseDown, 100, find(app, visual(VALUE)).y)
        x, y = find(app, "UNESCO")
        await mouse(pilot, events.MouseMove, x, y)
        await mouse(pilot, events.MouseUp, x, y)
        assert field.selection.end == SIZE[0] - 1 - x - field.content_region.x


async def test_the_cursor_of_an_input_is_shown_on_its_character() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        field = app.query_one(Input)
        field.cursor_blink = False
        field.focus()
        await pilot.pause()
        plain = None
        for position in range(len(VALUE) + 1):
            field.cursor_position = position
            await pilot.pause()
            row = field.content_region.y
            terminal = shown(app)
            styles = terminal.styles[row]
            counted = {style: styles.count(style) for style in styles}
            plain = plain or max(counted, key=lambda style: counted[style])
            marked = [
                x
                for x in range(SIZE[0] - 38, SIZE[0] - 2)
                if "7" in styles[x].split(";") or counted[styles[x]] == 1
            ]
            assert len(marked) == 1, (position, marked)
            char = terminal.cells[row][marked[0]]
            logical = VALUE[position] if position < len(VALUE) else " "
            assert unicodedata.normalize("NFKC", char) == logical
            # The terminal's own cursor, where input methods open their windows, stands there.
            assert app.cursor_position == (
                marked[0] if position < len(VALUE) else marked[0] - 1,
                row,
            )


async def test_arrow_keys_go_where_they_point() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        field = app.query_one(Input)
        field.focus()
        field.cursor_position = 3
        await pilot.press("left")
        assert field.cursor_position == 4
        await pilot.press("right", "right")
        assert field.cursor_position == 2
        await pilot.press("shift+left")
        assert field.selection == (2, 3)
        await pilot.press("ctrl+left")
        assert field.cursor_position > 3
        await pilot.press("ctrl+right")
        assert field.cursor_position == 0
        await pilot.press("a")
        assert field.value.startswith("a")
        app.query_one("#rows").focus()
        await pilot.press("left")
        assert app.steps == 1


async def test_keys_are_shown_as_they_are_on_the_keyboard() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        app.screen.set_focus(None)
        while not shown(app).rows[-1].strip():
            await pilot.pause(0.01)
        assert app.get_key_display(Binding("right", "x")).strip("\u2066\u2069") == "←"
        assert app.get_key_display(Binding("ctrl+q", "x")).strip("\u2066\u2069") == "^q"
        assert f"{visual('التالي')} ←" in shown(app).rows[-1]
        assert shown(app).rows[-1].rstrip().endswith(f"{visual('خروج')} q")
        app.right_to_left = False
        assert app.get_key_display(Binding("right", "x")) == "→"


async def test_dragging_selects_what_it_passes() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        place = find(app, visual(STEM))
        shown_line = visual(STEM)
        start = place.x + shown_line.index(visual("تاريخ")) + len("تاريخ") - 1
        end = place.x + shown_line.index(visual("مجلس"))
        await mouse(pilot, events.MouseDown, start, place.y)
        await mouse(pilot, events.MouseMove, end, place.y)
        await mouse(pilot, events.MouseUp, end, place.y)
        assert app.screen.get_selected_text() == "تاريخ اتخذ مجلس"
        styles = shown(app).styles[place.y]
        plain = styles[place.x + len(shown_line) - 1]
        changed = [x for x in range(place.x, place.x + len(shown_line)) if styles[x] != plain]
        assert changed == list(range(end, start + 1))


async def test_dragging_inside_a_latin_run_selects_in_its_order() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        x, y = find(app, "S/RES/853 (1993)")
        await mouse(pilot, events.MouseDown, x + 2, y)
        await mouse(pilot, events.MouseMove, x + 8, y)
        await mouse(pilot, events.MouseUp, x + 8, y)
        assert app.screen.get_selected_text() == "RES/853"


async def test_links_are_met_where_they_are_shown() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        x, y = find(app, "S/RES/853 " + visual("قبل"))
        for offset in range(9):
            await click(pilot, x + offset, y)
            assert app.linked == offset + 1
        await click(pilot, x - 2, y)
        await click(pilot, x + 11, y)
        assert app.linked == 9


async def test_cells_of_a_table_are_met_where_they_are_shown() -> None:
    app = Game()
    async with app.run_test(size=SIZE) as pilot:
        table = app.query_one(DataTable)
        for column, text in ((1, "South America"), (0, "North America")):
            x, y = find(app, text)
            await click(pilot, x, y)
            assert table.cursor_coordinate == (0, column)


async def test_the_mouse_between_cells_and_the_wheel() -> None:
    app = Game()
    met: list[events.MouseEvent] = []
    async with app.run_test(size=SIZE) as pilot:
        app.screen._forward_event = met.append  # type: ignore[method-assign, assignment]
        await mouse(pilot, events.MouseMove, 119, 30, button=0, delta_x=2)
        await mouse(pilot, events.MouseMove, 0.25, 30, button=0)
        await mouse(pilot, events.MouseMove, 3.0, 30, button=0)
        await mouse(pilot, events.MouseScrollLeft, 119, 30)
        await mouse(pilot, events.MouseScrollDown, 119, 30)
    positions = [(event.pointer_x, event.x, event.screen_x) for event in met]
    assert positions[:3] == [(0, 0, 0), (119.75, 119, 119), (116, 116, 116)]
    assert met[0].delta_x == -2
    assert type(met[3]) is events.MouseScrollRight
    assert type(met[4]) is events.MouseScrollDown


async def test_a_place_that_is_covered_is_not_meant() -> None:
    """Where something hides the logical column of what is shown, the pointer stays where it is."""

    class Page(RightToLeftApp[None]):
        CSS = """
        Screen { layers: below above; }
        #below { layer: below; width: 40; }
        #above { layer: above; width: 10; offset: 30 0; }
        """

        def compose(self) -> ComposeResult:
            yield Static("A" * 40, id="below")
            yield Static("B" * 10, id="above")

    app = Page()
    app.right_to_left = True
    async with app.run_test(size=(60, 3)):
        assert shown(app).rows[0] == " " * 20 + "B" * 10 + "A" * 30
        assert app._logical_column(15, 0) == 24
        assert app._logical_column(0, 0) == 0
        assert app._logical_column(30, 0) == 39
        assert app._reading_column(24, 0) == 15


# Properties of lines -----------------------------------------------------------------------

_STYLES = (None, Style(bold=True), Style(color="red"), Style.from_meta({"column": 1}))
_CHARACTERS = "ابتلأاآرزو 123 abc ()«»/-.│╭╮▊▎━╸ ةى\u064b\u0651 中\u2066\u2069٣"
_TEXTS = st.lists(st.sampled_from((*_CHARACTERS, "لا", "لأ")), max_size=12).map("".join)
_MARKS = "\u064b\u0651\u2066\u2069"
_SEGMENTS = st.lists(
    st.builds(
        lambda text, style: Segment(text.lstrip(_MARKS) or "a", style),
        _TEXTS,
        st.sampled_from(_STYLES),
    ),
    max_size=6,
)


@given(_SEGMENTS)
def test_a_line_in_reading_order_has_its_width(segments: list[Segment]) -> None:
    strip = Strip(segments)
    ordered = in_reading_order(strip)
    assert ordered.cell_length == strip.cell_length
    assert len(logical_columns(tuple(segments))) == strip.cell_length
    assert mirrored(ordered).cell_length == strip.cell_length


@given(_SEGMENTS)
def test_mirroring_twice_shows_the_same(segments: list[Segment]) -> None:
    segments = [Segment(re.sub(f"(?<=[▊▎])[{_MARKS}]+", "", text), s) for text, s, _ in segments]

    def painted(strip: Strip) -> list[tuple[str, object]]:
        return [
            (char, (style or Style()) + Style(reverse=bool(style and style.reverse)))
            for text, style, _ in strip
            for char in text
        ]

    twice = mirror_image(tuple(mirror_image(tuple(segments))))
    assert painted(twice) == painted(Strip(segments))


@pytest.mark.parametrize("line", LINES)
def test_the_mirror_shows_the_visual_order_of_each_line(line: str) -> None:
    if re.search("[\u2500-\u25ff]", line):
        return  # cut into fields
    ordered = _ordered((Segment(line),))
    expected = visual(line, arabic=True)
    free = cell_len(line) - cell_len(expected)
    assert mirror_image(tuple(ordered)).text == " " * free + expected


def test_fields_between_borders_and_columns_keep_their_order() -> None:
    one, two = Style.from_meta({"column": 0}), Style.from_meta({"column": 1})
    assert mirrored(_ordered((Segment("│abc│def│"),))).text == "│def│abc│"
    line = (Segment(" abc ", one), Segment(" def ", two))
    assert mirrored(_ordered(line)).text == " def  abc "
    assert mirrored(_ordered((Segment(" abc "), Segment(" def ")))).text == " abc  def "


def test_columns_of_a_line() -> None:
    """Right to left the columns are the logical ones; a run of Latin is turned round."""
    assert logical_columns((Segment("نعم ab "),)) == (0, 1, 2, 3, 5, 4, 6)
    assert logical_columns((Segment("لا ab │"),)) == (0, 2, 4, 3, 5, 5, 6)
    assert logical_columns((Segment("中a"),)) == (2, 0, 1)
    assert logical_columns((Segment("  "), Segment("│"))) == (0, 1, 2)


def _parts(name: str, sides: dict[str, str]) -> frozenset[tuple[str, ...]]:
    """What the name of a glyph says, whatever the order in which it says it."""
    name = name.replace("BOX DRAWINGS ", "").replace("QUADRANT ", "").replace("-", " ")
    parts = [[sides.get(word, word) for word in part.split()] for part in name.split(" AND ")]
    return frozenset(tuple(part if "TO" in part else sorted(part)) for part in parts)


def test_glyphs_of_boxes_and_blocks_are_turned_round() -> None:
    """By their names: left and right change places, where such a glyph exists."""
    glyphs = [chr(point) for point in range(0x2500, 0x2600) if chr(point) not in "▉▊▋▍▎"]
    by_parts = {_parts(unicodedata.name(glyph), {}): glyph for glyph in glyphs}
    assert len(by_parts) == len(glyphs)
    for glyph in glyphs:
        turned = _parts(unicodedata.name(glyph), {"LEFT": "RIGHT", "RIGHT": "LEFT"})
        expected = by_parts.get(turned, glyph)
        if unicodedata.name(glyph) in ("LEFT ONE EIGHTH BLOCK", "RIGHT ONE EIGHTH BLOCK"):
            expected = "▕" if glyph == "▏" else "▏"
        assert mirrored_text(glyph) == expected, unicodedata.name(glyph)
    assert mirrored_text("╭─╮→") == "→╭─╮"


def test_blocks_of_eighths_become_their_complement_in_exchanged_colours() -> None:
    line = mirror_image((Segment("▊ ▎", Style(color="red", bgcolor="blue")),))
    assert [segment.text for segment in line] == ["▊", " ", "▎"]
    assert [bool(segment.style and segment.style.reverse) for segment in line] == [
        True,
        False,
        True,
    ]


def test_the_same_strip_is_converted_once() -> None:
    strip = Strip([Segment("نعم 12")])
    assert in_reading_order(strip) is in_reading_order(strip)
    assert in_reading_order(Strip([Segment("نعم 12")])) is in_reading_order(strip)
    plain = Strip([Segment("│   │")])
    assert in_reading_order(plain) is plain

"""Everything that the bank says in Arabic, wrapped as on the screen, against fribidi."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import messages
from azun_quiz.text.sources import source_name
from azun_quiz.tui.plain_text import content
from azun_quiz.tui.reading_order import in_reading_order
from azun_quiz.tui.righttoleft import mirrored

WIDTHS = (24, 40, 61, 96)
JOINERS = str.maketrans("", "", "\u200c\u200d\ufeff\u061c")


def texts_of(items: dict[str, Item]) -> list[str]:
    """All different texts of the items."""
    t = messages("ar")
    found: dict[str, None] = {}
    for item in items.values():
        shown = [source_name(source, t) for source in item.sources]
        found.update(dict.fromkeys([item.stem, *item.options, item.explanation, *shown]))
    return [text for text in found if text]


def by_fribidi(command: str, lines: list[str]) -> list[str]:
    """The lines in visual order, as after Arabic text, without what fribidi puts for joiners."""
    run = subprocess.run(
        [command, "--charset", "UTF-8", "--nopad", "--nobreak", "--clean", "--reordernsm", "--rtl"],
        input="".join(f"\u061c{line}\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return [line.translate(JOINERS) for line in run.stdout.split("\n")[:-1]]


def on_the_screen(line: str) -> str:
    """The cells of a line of a widget, from the left of the screen; a hamza as fribidi has it."""
    strip = mirrored(in_reading_order(Strip([Segment(line)])))
    return strip.text.strip(" ").replace("\ufe80", "\u0621")


@pytest.mark.parametrize("width", WIDTHS)
def test_each_line_is_read_as_fribidi_puts_it(
    items: Callable[..., dict[str, Item]], width: int
) -> None:
    command = shutil.which("fribidi")
    if command is None:
        assert not os.environ.get("CI"), "fribidi is missing (Debian: libfribidi-bin)"
        pytest.skip("fribidi is not installed (Debian: libfribidi-bin)")
    texts = texts_of(items("ar"))
    lines: dict[str, None] = {}
    for text in texts:
        wrapped: list[Content] = content(text).wrap(width)
        assert all(line.cell_length <= width for line in wrapped)
        lines.update(dict.fromkeys(line.plain.strip(" ") for line in wrapped))
    found = {line: on_the_screen(line) for line in lines if line}
    assert len(found) > 2000
    expected = by_fribidi(command, list(found))
    wrong = [
        (line, mine, theirs)
        for (line, mine), theirs in zip(found.items(), expected, strict=True)
        if mine != theirs
    ]
    assert wrong == []

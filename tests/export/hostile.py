"""Items with text that readers of files might take for something else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from azun_quiz.export.plaintext import holdable
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import messages

PIECES = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "<!--",
    "]]>",
    "&amp; &#91; &lt",
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "http://example.org/",
    "{{Question}} {{c1::x}} {{{",
    "[sound:x.mp3]",
    "[latex]x[/latex] [$]x[/$] \\(x\\)",
    "[[type:Id]]",
    "{title} %s ${x}",
    "S/RES/853 (1993)",
    "القرار 853 (1993)",
    "Dağlıq Qarabağ, İı Əə",
    "\u202eabc\u202c",
    "\u2067",
    "\u2069\u2069",
    "\x00",
    "\x1b[31m\x1f",
    "\ud800",
    "\ufffe",
    "  two  blanks  ",
    "\r\n\t",
    "\U0001f9ee",
)

texts = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=3)
    .map("".join)
    .filter(str.strip)
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item with two to five options and hostile text wherever there is text."""
    options = tuple(draw(st.lists(texts, min_size=2, max_size=5)))
    return Item(
        id=draw(texts),
        template="template",
        topic=draw(texts),
        facts=(),
        lang="en",
        stem=draw(texts),
        options=options,
        key=draw(st.integers(0, len(options) - 1)),
        explanation=draw(texts | st.just("")),
        sources=tuple(draw(st.lists(texts, max_size=2))),
        level=draw(st.sampled_from(["easy", "medium", "hard"])),
        seed=0,
    )


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet with such items, each with another id, and a title and remarks of the same kind."""
    made = draw(st.lists(items(), min_size=1, max_size=3, unique_by=lambda item: holdable(item.id)))
    remark = draw(texts | st.just(""))
    return Sheet(
        tuple(made),
        messages(draw(st.sampled_from(["en", "ar", "az"]))),
        draw(texts),
        topics={made[0].topic: draw(texts)},
        remark=lambda item, index: remark,
        large_print=draw(st.booleans()),
    )


SIGNS = (
    "[html]",
    "[plain]",
    "%50%",
    "->",
    "//",
    "####",
    "::",
    "~=#{}:\\",
    "\\n \\\\",
    "&&058;",
    "&&&amp;092;",
    "$CATEGORY: x",
    "'",
    "\xa0",
    "\u2028",
    "a,b;c\td",
    "\u2212\uff1d1",
)
"""What means something in one format or another."""


@st.composite
def filled_sheets(draw: st.DrawFn) -> Sheet:
    """A sheet whose texts say something: no id, stem or option is empty."""
    sheet = draw(sheets())
    said = st.lists(st.sampled_from(SIGNS) | texts, min_size=1, max_size=4).map("".join)
    said = said.filter(lambda text: text != "")
    made = [
        replace(
            item,
            id=f"{item.id}{number}",
            stem=draw(said),
            options=tuple(draw(said) for _ in item.options),
            explanation=draw(said),
        )
        for number, item in enumerate(sheet.items)
    ]
    return replace(sheet, items=tuple(made))

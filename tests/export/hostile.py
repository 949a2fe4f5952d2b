"""Items with text that readers of files might take for something else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import messages
from azun_quiz.text.safe import holdable

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

said = (
    st.lists(st.sampled_from(SIGNS + PIECES) | st.text(max_size=8), min_size=1, max_size=12)
    .map("".join)
    .filter(lambda text: text != "")
)


@st.composite
def items(draw: st.DrawFn, told: st.SearchStrategy[str], nothing: st.SearchStrategy[str]) -> Item:
    """An item with two to five options and hostile text wherever there is text.

    Stem and options are ``told``; the explanation is that or ``nothing``.
    """
    options = tuple(draw(st.lists(told, min_size=2, max_size=5)))
    return Item(
        id=draw(texts),
        template="template",
        topic=draw(texts),
        facts=(),
        lang="en",
        stem=draw(told),
        options=options,
        key=draw(st.integers(0, len(options) - 1)),
        explanation=draw(told | nothing),
        sources=tuple(draw(st.lists(texts, max_size=2))),
        level=draw(st.sampled_from(["easy", "medium", "hard"])),
        seed=0,
    )


def _sheets(made: st.SearchStrategy[list[Item]]) -> st.SearchStrategy[Sheet]:
    """A sheet with some items, and a title and remarks that are hostile too."""

    @st.composite
    def sheet(draw: st.DrawFn) -> Sheet:
        found = draw(made)
        remark = draw(texts | st.just(""))
        return Sheet(
            tuple(found),
            messages(draw(st.sampled_from(["en", "ar", "az"]))),
            draw(texts),
            topics={found[0].topic: draw(texts)},
            remark=lambda item, index: remark,
            large_print=draw(st.booleans()),
        )

    return sheet()


def sheets() -> st.SearchStrategy[Sheet]:
    """A sheet with such items, each with another id."""
    return _sheets(
        st.lists(
            items(texts, st.just("")),
            min_size=1,
            max_size=3,
            unique_by=lambda item: holdable(item.id),
        )
    )


def filled_sheets() -> st.SearchStrategy[Sheet]:
    """A sheet whose texts say something: no id, stem or option is empty."""
    return _sheets(
        st.lists(items(said, st.nothing()), min_size=1, max_size=3).map(
            lambda made: [
                replace(item, id=f"{item.id}{number}") for number, item in enumerate(made)
            ]
        )
    )

"""Text that nobody vouches for, made safe for the place where it is put.

Content, names, notes and paths may hold characters that do something instead of being seen:

- controls (U+0000 to U+001F, U+007F to U+009F): a terminal obeys them, up to whole escape
  sequences, and XML cannot hold most of them;
- embeddings and overrides (U+202A to U+202E): they turn the order of writing, so that a line is
  read as something else;
- isolates (U+2066 to U+2069): they keep a word together in a line of the other direction. The
  program puts them round values itself; alone, they turn a line too;
- ends of lines and tabs: they break a line in two, or push it away;
- lone surrogates and noncharacters: UTF-8, or XML, has no place for them.

Text of letters, digits, marks and spaces comes back as it is from every function.
"""

from __future__ import annotations

import re

_ENDS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_TURNING = re.compile("[\u202a-\u202e]+")
_ISOLATES = re.compile("[\u2066-\u2069]+")
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_HELD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA = re.compile("'|[\\s\"'`´‘’“”«»]*[=+@\u2212\uff0b\uff0d\uff1d\uff20-]")
_MARK = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """A value inside a message, with everything in it to be seen.

    Whoever reads a message has to find the character that is meant: whatever cannot be seen is
    spelt as ``<U+202E>``; tabs and ends of lines become spaces.
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else " " if char in "\t\n" else f"<U+{ord(char):04X}>"
        for char in text
    )


def for_terminal(text: str) -> str:
    """Lines for a terminal: what it would obey becomes a mark, what turns the order goes."""
    if text.isprintable():
        return text
    return _OBEYED.sub(_MARK, _TURNING.sub("", text))


def one_line(text: str, *, isolates: bool = True) -> str:
    """One line for a terminal or a screen, whatever the text holds.

    Ends of lines and tabs become a space; the rest is as in `for_terminal`. ``isolates`` says
    whether they stay: they do in a message, which has put them round its values; they go from
    text that has no say in the order of a line.
    """
    if text.isprintable():
        return text
    if not isolates:
        text = _ISOLATES.sub("", text)
    return for_terminal(_ENDS.sub(" ", text))


def holdable(text: str) -> str:
    """Text for a file, with a mark in place of what HTML, XML or UTF-8 cannot hold.

    Facts and templates have none of it: the content is refused where it does. A title that
    somebody types may have some.
    """
    return _NOT_HELD.sub(_MARK, text)


def spreadsheet_cell(text: str) -> str:
    """Text for a cell of a table, with an apostrophe in front where a spreadsheet might run it.

    A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, some also
    after spaces or quotation marks, or where the sign is a full-width one or that of minus. A cell
    that begins with an apostrophe itself gets one more, so that the text comes back by taking one
    from the front of each cell that begins with one.
    """
    text = holdable(text)
    return f"'{text}" if _FORMULA.match(text) else text

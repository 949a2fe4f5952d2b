"""Right-to-left lines: Arabic letters joined, and the line put into the order of the screen.

A terminal that knows nothing of right-to-left text shows cell after cell from left to right. So
that Arabic can be read there, a finished line (already wrapped, in logical order) is

1. *shaped*: each letter gets its isolated, initial, medial or final form. Lam and a following
   alef become one cell, so a shaped line may be shorter than the logical one, never longer;
2. *reordered* by the Unicode Bidirectional Algorithm (:mod:`azun_quiz.text.bidi_levels`), with
   brackets mirrored and combining marks kept behind the letter they stand on;
3. rid of the characters that only steer the algorithm (isolates, marks of direction).

Shaped text is for the screen alone: it is never stored, compared, exported or copied.

The forms of letters are the compatibility decompositions of the blocks Arabic Presentation Forms
A and B (UnicodeData.txt); how letters join follows the Unicode Standard, section 9.2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from operator import eq
from typing import NamedTuple, TypeVar

from azun_quiz.text.bidi_levels import MIRRORED, REMOVED, Base, levels, order

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
ZWNJ, ZWJ = "\u200c", "\u200d"
TATWEEL = "\u0640"
LAM = "\u0644"
ALEFS = "\u0622\u0623\u0625\u0627"

_Style = TypeVar("_Style")

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202b\u202e\u2067\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
).search
_NEARLY_LAM_ALEF = re.compile(rf"{LAM}\W*[{ALEFS}]").search
_LAM_ALEF = re.compile(rf"{LAM}[\u0610-\u061a\u064b-\u065f\u0670]*[{ALEFS}]")
_STEERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HAS_STEERING = re.compile(f"[{_STEERING}]").search
_NO_STEERING = str.maketrans("", "", _STEERING)
_NO_JOINERS = str.maketrans("", "", ZWNJ + ZWJ)


def has_right_to_left(text: str) -> bool:
    """Whether a text holds characters that are written from right to left."""
    return _RIGHT_TO_LEFT(text) is not None


# Clusters ----------------------------------------------------------------------------------


class _Extends(dict[str, bool]):
    """Character -> whether it shares the cell of the character before it."""

    # Signs that stand in front of a number have the category of invisible characters.
    _VISIBLE = frozenset("\xad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")

    def __missing__(self, char: str) -> bool:
        category = unicodedata.category(char)
        result = self[char] = (
            category in ("Mn", "Me")
            or (category == "Cf" and char not in self._VISIBLE)
            or "\U0001f3fb" <= char <= "\U0001f3ff"
        )
        return result


_extends = _Extends().__getitem__


def clusters(text: str) -> list[str]:
    """A text cut into what shares one place on the screen: a character and its marks."""
    if text.isascii() or not any(map(_extends, text)):
        return list(text)
    found: list[str] = []
    for char in text:
        glued = found and found[-1][-1] == ZWJ and unicodedata.category(char) == "So"
        if found and (_extends(char) or glued):
            found[-1] += char
        else:
            found.append(char)
    return found


def width(text: str) -> int:
    """Cells that a text takes in a terminal, as it stands (not shaped)."""
    return sum(
        0 if _extends(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


# Shaping -----------------------------------------------------------------------------------


class _Forms(NamedTuple):
    """The forms of a letter; empty where it has none."""

    isolated: str = ""
    final: str = ""
    initial: str = ""
    medial: str = ""


@cache
def _letter_forms() -> dict[str, _Forms]:
    """Letter, or lam and alef -> its forms."""
    found: dict[str, dict[str, str]] = {TATWEEL: dict.fromkeys(_Forms._fields, TATWEEL)}
    for point in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD)):
        parts = unicodedata.decomposition(chr(point)).split()
        if not parts or parts[0].strip("<>") not in _Forms._fields:
            continue
        letters = "".join(chr(int(part, 16)) for part in parts[1:])
        if len(letters) == 1 or (letters[0] == LAM and letters[1:] in ALEFS):
            found.setdefault(letters, {})[parts[0].strip("<>")] = chr(point)
    return {letters: _Forms(**forms) for letters, forms in found.items()}


_Piece = tuple[str, int, int]
"""What one cell shows, and the start and end of the characters that it stands for."""


def _reaches_on(cluster: str, forms: _Forms | None) -> bool:
    """Whether a cluster joins with the letter after it, if that one joins backwards."""
    if ZWJ in cluster:
        return True
    if ZWNJ in cluster or any(LRI <= char <= PDI for char in cluster):
        return False
    return forms is not None and forms.initial != ""


def _reaches_back(cluster: str, forms: _Forms | None) -> bool:
    """Whether a cluster joins with the letter before it, if that one joins onwards."""
    return cluster[0] == ZWJ or (forms is not None and forms.final != "")


@lru_cache(maxsize=16384)
def _joined(word: str, apart: frozenset[int] = frozenset()) -> tuple[_Piece, ...]:
    """The cells of a word in logical order, letters joined."""
    table = _letter_forms()
    parts = clusters(word)
    pieces: list[_Piece] = []
    reached = False  # the cluster before joins with this one if this one joins backwards
    start = index = 0
    while index < len(parts):
        cluster = parts[index]
        following = parts[index + 1] if index + 1 < len(parts) else " "
        end = start + len(cluster)
        forms = table.get(cluster[0])
        joined = reached and _reaches_back(cluster, forms)
        reached = _reaches_on(cluster, forms)
        shown = cluster
        if forms is not None:
            pair = table.get(cluster[0] + following[0])
            if pair and reached and ZWJ not in cluster and end not in apart:
                shown = (pair.final if joined else pair.isolated) + cluster[1:] + following[1:]
                end += len(following)
                index += 1
                reached = False
            else:
                next_joins = _reaches_back(following, table.get(following[0]))
                onward = ZWJ in cluster or (reached and next_joins)
                shown = _form(forms, joined, onward) + cluster[1:]
            shown = shown.translate(_NO_JOINERS)
        pieces.append((shown, start, end))
        start = end
        index += 1
    return tuple(pieces)


def _pieces(text: str, apart: frozenset[int]) -> list[_Piece]:
    """The cells of a text in logical order, letters joined."""
    words = text.split(" ")
    if apart or any(word and _extends(word[0]) for word in words):
        return list(_joined(text, apart))
    pieces: list[_Piece] = []
    start = 0
    for word in words:
        if start:
            pieces.append((" ", start - 1, start))
        pieces += [(shown, start + a, start + b) for shown, a, b in _joined(word)]
        start += len(word) + 1
    return pieces


def _form(forms: _Forms, joined: bool, onward: bool) -> str:
    """The form of a letter that joins backwards, onwards, both or neither."""
    if joined:
        return forms.medial if onward else forms.final
    return forms.initial if onward else forms.isolated


def shape(text: str) -> str:
    """The text in logical order with its Arabic letters joined; vowel marks stay."""
    if not has_right_to_left(text):
        return text
    return "".join(shown for shown, _, _ in _pieces(text, frozenset()))


# Reordering --------------------------------------------------------------------------------


class Cell(NamedTuple):
    """One place of a reordered line.

    ``text`` is the shaped (and, where it goes from right to left, mirrored) character with its
    marks; ``start`` and ``end`` say which characters of the logical line it stands for.
    """

    text: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def cells(
    text: str,
    base: Base | None = "R",
    apart: frozenset[int] = frozenset(),
    arabic: bool = False,
) -> tuple[Cell, ...]:
    """One line from left to right as the screen shows it.

    ``base`` is the direction of the line (None: that of its first strong character). ``apart``
    lists indexes where no ligature may reach across, because another style begins there.
    ``arabic`` says that the line stands among Arabic ones, which numbers at its start follow.
    """
    pieces = _pieces(text, apart)
    found = levels(text, base, arabic)
    heights = [found[start] for _, start, _ in pieces]
    for index, height in enumerate(heights):
        if height == REMOVED:  # without an order of its own: it goes with what stands before
            heights[index] = heights[index - 1] if index else int(base == "R")
    steered = _HAS_STEERING(text) is not None
    line: list[Cell] = []
    for index in order(heights):
        shown, start, end = pieces[index]
        if steered:
            shown = shown.translate(_NO_STEERING)
            if not shown:
                continue
        if heights[index] % 2 and shown[0] in MIRRORED:
            shown = MIRRORED[shown[0]] + shown[1:]
        line.append(Cell(shown, start, end))
    return tuple(line)


def visual(text: str, base: Base | None = "R", arabic: bool = False) -> str:
    """One finished line as a terminal that knows no right-to-left text has to print it.

    ``base`` and ``arabic`` as for :func:`cells`.
    """
    return "".join(cell.text for cell in cells(text, base, frozenset(), arabic))


def may_shrink(text: str) -> bool:
    """Whether lam and alef may leave cells free; False means that shaping keeps the width."""
    return _NEARLY_LAM_ALEF(text) is not None


def style_breaks(
    text: str, styles: Sequence[_Style], same: Callable[[_Style, _Style], bool] = eq
) -> frozenset[int]:
    """Where lam and alef must not become one cell, since they differ in style.

    ``styles`` has an entry for each character. The result is the ``apart`` of :func:`cells`.
    """
    return frozenset(
        match.end() - 1
        for match in _LAM_ALEF.finditer(text)
        if not same(styles[match.start()], styles[match.end() - 1])
    )


# Isolates ----------------------------------------------------------------------------------

_LETTER = "A-Za-z\u00c0-\u024f"
_WORD = rf"[{_LETTER}](?:[{_LETTER}0-9./:@_+&'’-]*[{_LETTER}0-9])?"
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_RUNS = re.compile(
    rf"(?P<done>[{LRI}{RLI}{FSI}][^{PDI}]*{PDI})"
    rf"|(?P<left>{_WORD}(?: (?:{_WORD}|[0-9]+))*(?: \([0-9]{{4}}\))?|[0-9]+(?:/[0-9]+)+|{_DATE})"
    r"|(?P<right>[0-9]+ \([0-9]{4}\))"
)


def isolate(text: str) -> str:
    """An Arabic text whose symbols and foreign names keep together wherever it is reordered.

    For messages in logical order (`azun_quiz.text.phrase`). Names and symbols such as ``S/RES/853
    (1993)``, ``A/RES/62/243``, ``46/230`` and ``1993-07-29`` are put between U+2066 and U+2069.
    The number of a resolution with its year, ``822 (1993)``, is read in the direction of the text
    around it (the year to the left of the number), so it is put between U+2067 and U+2069. A text
    without right-to-left characters stays as it is, and what is isolated already is left alone.
    """
    if not has_right_to_left(text):
        return text

    def wrapped(match: re.Match[str]) -> str:
        if match["done"]:
            return match[0]
        return (LRI if match["left"] else RLI) + match[0] + PDI

    return _RUNS.sub(wrapped, text)

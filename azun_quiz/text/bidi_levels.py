"""Embedding levels of one line: the Unicode Bidirectional Algorithm, rules P2 to L2.

Source: Unicode Standard Annex #9 (revision 46, Unicode 15), https://www.unicode.org/reports/tr9/.
Why it is written here: a line on the screen needs the *place* that each character moves to (for
its style, for the mouse) and the parity of its level (for mirrored brackets). Of the libraries
for Python, python-bidi's compiled one returns the reordered string alone, and its Python one
fails 14,566 of the 91,707 cases of BidiCharacterTest.txt (no isolates, no paired brackets).

The rules on weak and neutral characters are replacements in a string that has one code letter a
character, so a regular expression does in C what would be a loop:

=====  =======================  =====  =========================
code   class                    code   class
=====  =======================  =====  =========================
L R A  L, R, AL                 P S    B, S (separators)
1 9    EN, AN                   _ o    WS, ON
+ $ ,  ES, ET, CS               < >    LRE, RLE
~      NSM                      { }    LRO, RLO
b      BN                       ^      PDF
                                i j k  LRI, RLI, FSI
                                x      PDI
=====  =======================  =====  =========================
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from azun_quiz.text.bidi_embeddings import (
    DEEPEST,
    REMOVED,
    Embeddings,
    borders,
    first_strong,
    sequences,
)

__all__ = ["MIRRORED", "REMOVED", "Base", "levels", "order"]

Base = Literal["L", "R"]

_MOST_BRACKETS = 63

_CODES = {
    **{"L": "L", "R": "R", "AL": "A", "EN": "1", "AN": "9", "ES": "+", "ET": "$", "CS": ","},
    **{"NSM": "~", "BN": "b", "B": "P", "S": "S", "WS": "_", "ON": "o"},
    **{"LRE": "<", "RLE": ">", "LRO": "{", "RLO": "}", "PDF": "^"},
    **{"LRI": "i", "RLI": "j", "FSI": "k", "PDI": "x"},
}

# BidiMirroring.txt: each character stands beside the one that its mirror image looks like.
_MIRROR_PAIRS = (
    "()<>[]{}«»༺༻༼༽᚛᚜‹›⁅⁆⁽⁾₍₎∈∋∉∌∊∍∕⧵∟⯾∠⦣∡⦛∢⦠∤⫮∼∽≃⋍≅≌≒≓≔≕≤≥≦≧≨≩≪≫≮≯≰≱≲≳≴≵≶≷≸≹≺≻≼≽≾≿⊀⊁⊂⊃⊄⊅"
    "⊆⊇⊈⊉⊊⊋⊏⊐⊑⊒⊘⦸⊢⊣⊦⫞⊨⫤⊩⫣⊫⫥⊰⊱⊲⊳⊴⊵⊶⊷⊸⟜⋉⋊⋋⋌⋐⋑⋖⋗⋘⋙⋚⋛⋜⋝⋞⋟⋠⋡⋢⋣⋤⋥⋦⋧⋨⋩⋪⋫⋬⋭⋰⋱⋲⋺⋳⋻⋴⋼⋶⋽⋷⋾⌈⌉⌊⌋〈〉❨❩❪❫"
    "❬❭❮❯❰❱❲❳❴❵⟃⟄⟅⟆⟈⟉⟋⟍⟕⟖⟝⟞⟢⟣⟤⟥⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦎⦏⦑⦒⦓⦔⦕⦖⦗⦘⦤⦥⦨⦩⦪⦫⦬⦭⦮⦯⧀⧁⧄⧅⧏⧐⧑⧒⧔⧕⧘⧙⧚⧛⧨⧩"
    "⧸⧹⧼⧽⨫⨬⨭⨮⨴⨵⨼⨽⩤⩥⩹⩺⩻⩼⩽⩾⩿⪀⪁⪂⪃⪄⪅⪆⪇⪈⪉⪊⪋⪌⪍⪎⪏⪐⪑⪒⪓⪔⪕⪖⪗⪘⪙⪚⪛⪜⪝⪞⪟⪠⪡⪢⪦⪧⪨⪩⪪⪫⪬⪭⪯⪰⪱⪲⪳⪴⪵⪶⪷⪸⪹⪺⪻⪼⪽⪾⪿⫀⫁⫂"
    "⫃⫄⫅⫆⫇⫈⫉⫊⫋⫌⫍⫎⫏⫐⫑⫒⫓⫔⫕⫖⫬⫭⫷⫸⫹⫺⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞﹤﹥（）＜＞"
    "［］｛｝｟｠｢｣"
)
MIRRORED = {char: _MIRROR_PAIRS[i ^ 1] for i, char in enumerate(_MIRROR_PAIRS)}
"""What a character looks like in a run of text that goes the other way (rule L4)."""


def _bracket_pairs() -> dict[str, tuple[bool, str]]:
    """Bracket -> (whether it opens, name of its pair).

    BidiBrackets.txt holds the mirrored characters of the categories Ps and Pe; the name of a pair
    is its closing bracket, decomposed, because U+2329 and U+3008 are the same bracket.
    """
    brackets = {}
    for char, other in MIRRORED.items():
        category = unicodedata.category(char)
        if category in ("Ps", "Pe"):
            closing = other if category == "Ps" else char
            brackets[char] = (category == "Ps", unicodedata.normalize("NFD", closing))
    return brackets


_BRACKETS = _bracket_pairs()
_HAS_BRACKET = re.compile("[" + "".join(map(re.escape, _BRACKETS)) + "]").search


class _Codes(dict[str, str]):
    """Character -> code letter of its class, filled as characters are met."""

    def __missing__(self, char: str) -> str:
        name = unicodedata.bidirectional(char)
        code = self[char] = _CODES[name] if name else _unassigned(ord(char))
        return code


# Code points without a character, by the ranges that DerivedBidiClass.txt reserves.
_RESERVED = (
    ("A", ((0x600, 0x7BF), (0x860, 0x8FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFF))),
    ("A", ((0x10D00, 0x10D3F), (0x10EC0, 0x10EFF), (0x10F30, 0x10F6F), (0x1EC70, 0x1ECBF))),
    ("A", ((0x1ED00, 0x1ED4F), (0x1EE00, 0x1EEFF))),
    ("R", ((0x590, 0x5FF), (0x7C0, 0x85F), (0xFB1D, 0xFB4F), (0x10800, 0x10FFF))),
    ("R", ((0x1E800, 0x1EFFF),)),
    ("$", ((0x20A0, 0x20CF),)),
    ("b", ((0xFDD0, 0xFDEF), (0xFFF0, 0xFFFF), (0x2065, 0x2065), (0xE0000, 0xE0FFF))),
)


def _unassigned(point: int) -> str:
    for code, ranges in _RESERVED:
        if any(first <= point <= last for first, last in ranges):
            return code
    return "b" if point & 0xFFFE == 0xFFFE else "L"


_code_of = _Codes().__getitem__

_EXPLICIT = re.compile(r"[<>{}^ijkxb]").search
_ENDS = re.compile(r"[_ijkxb<>{}^]*(?:[PS]|$)")
_MARKS = re.compile(r"(.)(~+)")
_AFTER_ARABIC = re.compile(r"A[^LR]*")
_NUMBER_SIGN = re.compile(r"(?<=1)[+,](?=1)")
_ARABIC_COMMA = re.compile(r"(?<=9),(?=9)")
_TERMINATORS = re.compile(r"\$+(?=1)|(?<=1)\$+")
_AFTER_LATIN = re.compile(r"L[^R]*")
_LEFT_NEUTRALS = re.compile(r"(?<=L)[PS_oijkx]+(?=L)")
_RIGHT_NEUTRALS = re.compile(r"(?<=[R19])[PS_oijkx]+(?=[R19])")
_NEUTRALS = re.compile(r"[PS_oijkx]")
_LEFT_OVER = str.maketrans("+$,", "ooo")
_STEPS = ({"L": 0, "R": 1, "1": 2, "9": 2}, {"L": 1, "R": 0, "1": 1, "9": 1})


def levels(text: str, base: Base | None = "R", arabic: bool = False) -> list[int]:
    """The embedding level of each character of one line, :data:`REMOVED` for those without place.

    ``base`` is the direction of the line: L, R, or None to take it from the first strong
    character (L where there is none). Even levels go from left to right, odd ones from right to
    left. The line ends where the text ends: trailing white space takes the level of the line.

    ``arabic`` makes numbers at the start of a line from right to left what they are after Arabic
    letters, as an Arabic letter mark before them would (a higher-level protocol, HL3).
    """
    codes = "".join(map(_code_of, text))
    paragraph = "LR".index(base) if base else max(first_strong(codes, 0), 0)
    side = "LR"[paragraph]
    before = "A" if arabic and paragraph else side
    if _EXPLICIT(codes):
        result = _with_controls(text, codes, paragraph, before)
    else:
        result = _implicit(text, codes, paragraph, before, side)
    for match in _ENDS.finditer(codes):  # L1
        for i in range(*match.span()):
            if result[i] != REMOVED:
                result[i] = paragraph
    return result


def order(line_levels: Sequence[int]) -> list[int]:
    """Rule L2: the indexes of the characters from left to right, those without place left out."""
    shown = [i for i, level in enumerate(line_levels) if level != REMOVED]
    if not shown:
        return shown
    present = {line_levels[i] for i in shown}
    lowest = min((level for level in present if level % 2), default=DEEPEST + 2)
    for floor in range(max(present), lowest - 1, -1):
        start = 0
        while start < len(shown):
            end = start
            while end < len(shown) and line_levels[shown[end]] >= floor:
                end += 1
            if end - start > 1:
                shown[start:end] = shown[start:end][::-1]
            start = end + 1
    return shown


def _implicit(text: str, codes: str, level: int, before: str, after: str) -> list[int]:
    """Rules W1 to I2 for one isolating run sequence of an even or odd ``level``.

    ``before`` and ``after`` (L, R; before also A) are the strong types at its borders.
    """
    types = _weak(before + codes)
    if "o" in types and _HAS_BRACKET(text):
        types = _brackets(text, codes, types, "LR"[level % 2])
    types = _LEFT_NEUTRALS.sub(lambda match: "L" * len(match[0]), types + after)  # N1
    types = _RIGHT_NEUTRALS.sub(lambda match: "R" * len(match[0]), types)
    types = _NEUTRALS.sub("LR"[level % 2], types)  # N2
    step = _STEPS[level % 2]
    return [level + step[kind] for kind in types[1:-1]]


def _weak(types: str) -> str:
    """Rules W1 to W7; the first letter is the strong type before the sequence."""
    if "~" in types:
        types = _MARKS.sub(_marked, types)
    if "A" in types:
        types = _AFTER_ARABIC.sub(lambda match: match[0].replace("1", "9"), types)
        types = types.replace("A", "R")
    types = _NUMBER_SIGN.sub("1", types)
    types = _ARABIC_COMMA.sub("9", types)
    types = _TERMINATORS.sub(lambda match: "1" * len(match[0]), types)
    types = types.translate(_LEFT_OVER)
    return _AFTER_LATIN.sub(lambda match: match[0].replace("1", "L"), types)


def _marked(match: re.Match[str]) -> str:
    """W1: combining marks take the type of what they stand on, and are neutral after an isolate."""
    before, marks = match.groups()
    return before + ("o" if before in "ijkx" else before) * len(marks)


def _brackets(text: str, codes: str, types: str, inner: str) -> str:
    """Rule N0: both brackets of a pair take the direction of what they enclose or follow.

    ``types`` starts with the strong type before the sequence; ``inner`` is the direction of the
    sequence's level.
    """
    strong = list(types.replace("1", "R").replace("9", "R"))
    result = list(types)
    for opening, closing in _bracketed(text, types):
        enclosed = set(strong[opening + 1 : closing]) & {"L", "R"}
        if not enclosed:
            continue
        side = inner
        if inner not in enclosed:
            preceding = next(kind for kind in reversed(strong[:opening]) if kind in "LR")
            side = preceding if preceding != inner else inner
        for place in (opening, closing):
            result[place] = strong[place] = side
            while place < len(codes) and codes[place] == "~":  # codes has no letter in front
                place += 1
                result[place] = strong[place] = side
    return "".join(result)


def _bracketed(text: str, types: str) -> list[tuple[int, int]]:
    """Rule BD16: the pairs of brackets as indexes in ``types``, in the order of their opening."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, char in enumerate(text, start=1):
        found = _BRACKETS.get(char)
        if found is None or types[place] != "o":
            continue
        opens, name = found
        if opens:
            if len(waiting) == _MOST_BRACKETS:
                return []
            waiting.append((name, place))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == name:
                pairs.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(pairs)


def _with_controls(text: str, codes: str, paragraph: int, start: str) -> list[int]:
    """Rules X1 to I2 where embeddings, overrides, isolates or boundary neutrals occur.

    ``start`` is the strong type before the line.
    """
    explicit, types = Embeddings(codes, paragraph).run()
    result = list(explicit)
    for number, sequence in enumerate(sequences(codes, explicit)):
        level = explicit[sequence[0]]
        before, after = borders(codes, explicit, sequence, paragraph)
        resolved = _implicit(
            "".join(text[i] for i in sequence),
            "".join(types[i] for i in sequence),
            level,
            start if number == 0 and level == paragraph else "LR"[max(level, before) % 2],
            "LR"[max(level, after) % 2],
        )
        for i, value in zip(sequence, resolved, strict=True):
            result[i] = value
    return result

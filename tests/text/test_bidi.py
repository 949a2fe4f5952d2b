"""Right-to-left lines, checked with Unicode's data, fribidi, the compiled python-bidi and
arabic-reshaper, and by properties.

Unicode's files come from Debian's package unicode-data, fribidi from libfribidi-bin. Where they
are missing the tests are skipped, but not in CI, where they have to be there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.text import bidi
from azun_quiz.text.bidi_levels import MIRRORED, REMOVED, Base, _bracket_pairs, levels, order
from tests.text.arabic_lines import LINES, without_steering

UNICODE = Path("/usr/share/unicode")
FORMATTING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def needed(present: bool, what: str) -> None:
    if not present:
        if os.environ.get("CI"):
            pytest.fail(f"{what} is missing")
        pytest.skip(f"{what} is not installed")


def data_lines(name: str) -> Iterator[str]:
    path = UNICODE / name
    needed(path.exists(), f"{name} (Debian: unicode-data)")
    with path.open(encoding="utf-8") as file:
        for line in file:
            content = line.partition("#")[0].strip()
            if content:
                yield content


# Unicode's reference data ------------------------------------------------------------------


def test_every_case_of_bidi_character_test() -> None:
    """All cases apply: base direction L, R and from the text, explicit formatting included."""
    bases: dict[str, Base | None] = {"0": "L", "1": "R", "2": None}
    wrong = []
    counted: Counter[str] = Counter()
    for line in data_lines("BidiCharacterTest.txt"):
        codes, base, _, expected, places = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found = levels(text, bases[base])
        counted[base] += 1
        if [str(level) if level != REMOVED else "x" for level in found] != expected.split() or [
            str(index) for index in order(found)
        ] != places.split():
            wrong.append(line)
    assert wrong == []
    assert counted["0"] > 45_000
    assert counted["1"] > 45_000
    assert counted["2"] > 20


CLASS_EXAMPLES = {
    **{"L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "ES": "+", "ET": "$"},
    **{"CS": ",", "NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!"},
    **{"LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c"},
    **{"LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069"},
}


def test_cases_of_bidi_test() -> None:
    """Every 16th of the 490,846 sequences of classes (all are too many for each run)."""
    expected: list[str] = []
    places: list[str] = []
    tried = 0
    number = 0
    for line in data_lines("BidiTest.txt"):
        if line.startswith("@Levels:"):
            expected = line.split()[1:]
        elif line.startswith("@Reorder:"):
            places = line.split()[1:]
        elif not line.startswith("@"):
            number += 1
            if number % 16:
                continue
            classes, bits = line.split(";")
            text = "".join(CLASS_EXAMPLES[name] for name in classes.split())
            bases: tuple[Base | None, ...] = (None, "L", "R")
            for bit, base in enumerate(bases):
                if int(bits, 16) >> bit & 1:
                    found = levels(text, base)
                    shown = [str(level) if level != REMOVED else "x" for level in found]
                    assert (shown, [str(i) for i in order(found)]) == (expected, places), line
                    tried += 1
    assert tried > 40_000


def test_mirrored_characters_are_those_of_unicode() -> None:
    expected = {}
    for line in data_lines("BidiMirroring.txt"):
        char, other = (chr(int(code, 16)) for code in line.split(";"))
        expected[char] = other
    assert expected == MIRRORED


def test_paired_brackets_are_those_of_unicode() -> None:
    expected = {}
    for line in data_lines("BidiBrackets.txt"):
        char, other, kind = (part.strip() for part in line.split(";"))
        closing = other if kind == "o" else char
        name = unicodedata.normalize("NFD", chr(int(closing, 16)))
        expected[chr(int(char, 16))] = (kind == "o", name)
    assert expected == _bracket_pairs()


def test_letters_join_as_unicode_says() -> None:
    expected = {}
    for line in data_lines("ArabicShaping.txt"):
        code, _, kind, _ = line.split(";")
        expected[chr(int(code, 16))] = kind.strip()
    found = {
        letter: "D" if forms.initial else "R" if forms.final else "U"
        for letter, forms in bidi._letter_forms().items()
        if len(letter) == 1 and letter != bidi.TATWEEL
    }
    assert len(found) > 70
    # Two letters of other languages than Arabic lack code points for some of their forms.
    assert {letter for letter in found if found[letter] != expected[letter]} == set("\u06ba\u0677")


def test_reserved_code_points_have_the_class_of_their_block() -> None:
    assert levels("\u05ff1", "L") == [1, 2]  # R: the number stays in it
    assert levels("\U00010d3f1", "L") == [1, 2]  # AL: the number becomes an Arabic one
    assert levels("\U000e0fff", "L") == [REMOVED]
    assert levels("\u0378", "R") == [2]


# Other implementations ---------------------------------------------------------------------

_ALPHABET = (
    "abcXYZ 0123456789 ابتجحدرسعفقكلمنهويىةءأإآؤئ  אבגד ٠١٢٣ ()[]{}<>«»،؛؟.,:;/-+%$#!'\"*=_–—… "
    "\u064b\u064e\u0651\u0652\u0301\t"
)
texts = st.text(st.sampled_from(_ALPHABET), max_size=40)
with_formatting = st.text(st.sampled_from(_ALPHABET + FORMATTING * 4), max_size=40)
bases = st.sampled_from(["L", "R"])


def _without(text: str, unwanted: str) -> str:
    return text.translate(str.maketrans("", "", unwanted))


@given(with_formatting, bases)
def test_order_is_that_of_the_compiled_library(text: str, base: Base) -> None:
    from bidi import get_display

    mine = "".join(text[i] for i in order(levels(text, base)))
    theirs = get_display(text, base_dir=base)
    assert isinstance(theirs, str)
    assert _without(mine, FORMATTING) == _without(theirs, FORMATTING)


@given(st.text(st.sampled_from("ابتثجحخدرزسشصطعغفقكلمنهويىءآأؤإئةـ ،1a\u064b\u064e\u0651\u200d")))
def test_shape_is_that_of_the_reshaper(text: str) -> None:
    from arabic_reshaper import ArabicReshaper

    options = {"delete_harakat": False, "ARABIC LIGATURE ALLAH": False}
    expected = ArabicReshaper(options).reshape(text.replace("\u200d", ""))
    assert bidi.shape(text.replace("\u200d", "")) == expected


def test_lines_of_the_game_are_those_of_fribidi() -> None:
    command = shutil.which("fribidi")
    needed(command is not None, "fribidi (Debian: libfribidi-bin)")
    assert command is not None
    assert len(LINES) >= 150
    options = ("--charset", "UTF-8", "--nopad", "--nobreak", "--clean", "--reordernsm")
    ways: tuple[tuple[str, Base, str], ...] = (
        ("--rtl", "R", ""),
        ("--ltr", "L", ""),
        ("--rtl", "R", "\u061c"),  # an Arabic letter mark in front
    )
    for direction, base, mark in ways:
        run = subprocess.run(
            [command, *options, direction],
            input="".join(f"{mark}{line}\n" for line in LINES),
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        # fribidi leaves joiners and a filler where lam and alef became one, and a hamza, which
        # has but one form, as it is. (No line has a mark between lam and alef: fribidi keeps such
        # a pair as two cells.)
        expected = [_without(line, "\u200c\u200d\ufeff\u061c") for line in run.stdout.splitlines()]
        found = [bidi.visual(line, base, arabic=mark != "") for line in LINES]
        assert [line.replace("\ufe80", "\u0621") for line in found] == expected


# Examples ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("logical", "shown"),
    [
        ("القرار 822 (1993)", "(1993) 822 ﺭﺍﺮﻘﻟﺍ"),
        ("صدر S/RES/853 (1993) اليوم", "ﻡﻮﻴﻟﺍ S/RES/853 (1993) ﺭﺪﺻ"),
        ("29 تموز/يوليه 1993", "1993 ﻪﻴﻟﻮﻳ/ﺯﻮﻤﺗ 29"),
        ("بين 2003-2005", "2005-2003 ﻦﻴﺑ"),
        ("«مجلس»", "«ﺲﻠﺠﻣ»"),
        ("A/RES/46/230", "A/RES/46/230"),
        ("46/230", "46/230"),
        ("نعم (yes)", "(yes) ﻢﻌﻧ"),
        ("\u2066822 (1993)\u2069 نعم", "ﻢﻌﻧ 822 (1993)"),
        ("\u2066^q\u2069 خروج", "ﺝﻭﺮﺧ ^q"),
    ],
)
def test_visual(logical: str, shown: str) -> None:
    assert bidi.visual(logical) == shown


def test_numbers_at_the_start_of_an_arabic_line() -> None:
    assert bidi.visual("2003-2005") == "2003-2005"
    assert bidi.visual("2003-2005", arabic=True) == "2005-2003"
    assert bidi.visual("2003-2005", "L", arabic=True) == "2003-2005"
    assert bidi.visual("46/230", arabic=True) == "46/230"
    assert bidi.visual("UN 2003-2005", arabic=True) == "UN 2003-2005"
    assert bidi.visual("\u20662003-2005\u2069", arabic=True) == "2003-2005"


@given(with_formatting, bases)
def test_an_arabic_line_is_one_behind_an_arabic_letter_mark(text: str, base: Base) -> None:
    assert bidi.visual(text, base, arabic=True) == bidi.visual(
        "\u061c" + text if base == "R" else text, base
    )


def test_direction_of_the_first_strong_character() -> None:
    assert bidi.visual("نعم yes", None) == "yes ﻢﻌﻧ"
    assert bidi.visual("yes نعم", None) == "yes ﻢﻌﻧ"
    assert bidi.visual("123", None) == "123"
    assert bidi.visual("\u2067نعم\u2069 b (", None) == "ﻢﻌﻧ b ("
    assert bidi.visual("") == ""


def test_lam_and_alef_become_one_cell_with_their_marks() -> None:
    assert bidi.shape("لا") == "\ufefb"
    assert bidi.shape("بلا") == "\ufe91\ufefc"
    assert bidi.shape("لَإِ") == "\ufef9\u064e\u0650"
    assert bidi.shape("ل\u200dا") == "\ufedf\ufe8e"
    assert bidi.shape("ل\u200cا") == "\ufedd\ufe8d"
    assert bidi.width(bidi.shape("الأمم لا")) == 6
    assert bidi.width("الأمم لا") == 8


def test_joiners_and_marks() -> None:
    assert bidi.shape("بَبَ") == "\ufe91\u064e\ufe90\u064e"
    assert bidi.shape("ب\u200cب") == "\ufe8f\ufe8f"
    assert bidi.shape("ه\u200d") == "\ufeeb"
    assert bidi.shape("\u200dب") == "\u200d\ufe90"
    assert bidi.shape("ب\u2066ب") == "\ufe8f\u2066\ufe8f"
    assert bidi.shape("abc") == "abc"


def reordered(line: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Clusters with the numbers of their styles, from left to right."""
    text = "".join(chars for chars, _ in line)
    styles = [style for chars, style in line for _ in chars]
    found = bidi.cells(text, "R", bidi.style_breaks(text, styles))
    return [(cell.text, styles[cell.start]) for cell in found]


def test_a_style_between_lam_and_alef_keeps_them_apart() -> None:
    assert reordered([("ل", 1), ("ا", 2)]) == [("\ufe8e", 2), ("\ufedf", 1)]
    assert reordered([("ل", 1), ("ا", 1)]) == [("\ufefb", 1)]
    assert reordered([("ل\u064e", 1), ("ا", 2)]) == [("\ufe8e", 2), ("\ufedf\u064e", 1)]


def test_marks_stay_behind_their_letter() -> None:
    assert bidi.visual("دَ") == "\ufea9\u064e"
    assert bidi.clusters("👩\u200d💻a\u0301") == ["👩\u200d💻", "a\u0301"]
    assert bidi.visual("نعم 👩\u200d💻") == "👩\u200d💻 ﻢﻌﻧ"


def test_isolate() -> None:
    def marked(text: str) -> str:
        return bidi.isolate(text).translate(str.maketrans("\u2066\u2067\u2069", "{<}"))

    assert marked("القرار 46/230 (أ)") == "القرار {46/230} (أ)"
    assert marked("الوثيقة S/RES/853 (1993).") == "الوثيقة {S/RES/853 (1993)}."
    assert marked("A/RES/62/243، الفقرة 2") == "{A/RES/62/243}، الفقرة 2"
    assert marked("القرار 822 (1993) نفسه") == "القرار <822 (1993)} نفسه"
    assert marked("موقع un.mfa.gov.az.") == "موقع {un.mfa.gov.az}."
    assert marked("الممثل Yashar Aliyev، 2003") == "الممثل {Yashar Aliyev}، 2003"
    assert marked("S/RES/853 (1993)") == "S/RES/853 (1993)"
    assert marked("في 1993-07-29") == "في {1993-07-29}"
    assert marked("29 تموز/يوليه 1993") == "29 تموز/يوليه 1993"
    once = bidi.isolate("في S/RES/853 (1993) و822 (1993)")
    assert bidi.isolate(once) == once
    assert without_steering(once) == "في S/RES/853 (1993) و822 (1993)"


def test_isolates_change_no_order_in_an_arabic_line_and_have_no_cell() -> None:
    for line in LINES:
        isolated = bidi.isolate(line)
        if bidi.has_right_to_left(line):
            assert Counter(bidi.visual(isolated)) == Counter(bidi.visual(line))
        assert not set(bidi.visual(isolated)) & set(FORMATTING)
    for line in ("القرار 822 (1993)", "الوثيقة S/RES/853 (1993)", "قرار 46/230 المؤرخ"):
        assert bidi.visual(bidi.isolate(line)) == bidi.visual(line)


# Properties --------------------------------------------------------------------------------


def _unshaped(cell: str) -> str:
    """The letters of a cell as they were before shaping and mirroring."""
    decomposed = unicodedata.normalize("NFKD", cell) if "\ufb50" <= cell[0] <= "\ufefc" else cell
    return MIRRORED.get(decomposed, decomposed) if cell[0] in MIRRORED else decomposed


@given(texts, bases)
def test_a_line_is_a_permutation_up_to_mirroring_and_shaping(text: str, base: Base) -> None:
    found = bidi.cells(text, base)
    covered = sorted(index for cell in found for index in range(cell.start, cell.end))
    assert covered == list(range(len(text)))
    for cell in found:
        logical = text[cell.start : cell.end]
        if cell.text[0] in MIRRORED:
            assert logical in (cell.text, MIRRORED[cell.text[0]] + cell.text[1:])
        elif cell.text != logical:
            assert sorted(unicodedata.normalize("NFKD", cell.text)) == sorted(
                unicodedata.normalize("NFKD", logical)
            )


@given(texts, bases)
def test_a_line_fits_its_width(text: str, base: Base) -> None:
    shown = bidi.width(bidi.visual(text, base))
    assert shown == bidi.width(bidi.shape(text))
    pairs = sum(text.count("ل" + alef) for alef in bidi.ALEFS)
    assert bidi.width(text) - shown >= pairs
    assert shown <= bidi.width(text)


@given(st.lists(st.tuples(st.sampled_from(_ALPHABET + FORMATTING), st.integers(0, 2))), bases)
def test_each_character_keeps_its_style(line: list[tuple[str, int]], base: Base) -> None:
    text = "".join(char for char, _ in line)
    styles = [style for _, style in line]
    apart = bidi.style_breaks(text, styles)
    for cell in bidi.cells(text, base, apart):
        bases_of_cell = [i for i in range(cell.start, cell.end) if not bidi._extends(text[i])]
        assert len({styles[i] for i in bases_of_cell}) <= 1


@given(texts)
def test_a_mark_never_starts_a_cell_unless_it_has_no_letter(text: str) -> None:
    for cell in bidi.cells(text, "R"):
        if bidi._extends(cell.text[0]):
            assert cell.start == 0


@given(texts, bases)
def test_an_empty_style_break_changes_nothing(text: str, base: Base) -> None:
    assert bidi.cells(text, base, frozenset({len(text) + 9})) == bidi.cells(text, base)


@pytest.mark.parametrize("depth", [3, 61, 62, 63, 64, 130])
@pytest.mark.parametrize("nest", ["\u202b\u202a", "\u2067\u2066", "\u2067\u202d", "\u2068\u202e"])
def test_nesting_deeper_than_levels_go(nest: str, depth: int) -> None:
    from bidi import get_display

    for tail in ("a1 \u0627(", "\u2069b \u06272\u2069c", "\u202cb\u2069\u06272" * depth + "d e"):
        text = nest * depth + "x \u0627 1" + tail
        found = levels(text, "L")
        assert max(found) <= 126
        theirs = get_display(text, base_dir="L")
        assert isinstance(theirs, str)
        mine = "".join(text[i] for i in order(found))
        assert _without(mine, FORMATTING) == _without(theirs, FORMATTING)


def test_what_overflows_in_an_isolate_ends_with_it() -> None:
    text = "\u2067" + "\u202b" * 200 + "x\u2069\u202ba 1\u202cb"
    inside = levels(text, "L")[-5:]
    assert inside == [2, 2, 2, REMOVED, 0]


def test_there_are_enough_lines() -> None:
    assert len(set(LINES)) >= 150
    assert all(list(islice(LINES, 3)))

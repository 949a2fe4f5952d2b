"""The reports: all figures are there, in three languages, and no text does any harm."""

from __future__ import annotations

import csv
import json
from io import StringIO
from xml.etree import ElementTree

import pytest

from azun_quiz.analysis import as_csv, as_html, as_json, as_text
from azun_quiz.analysis.analysis import Analysis, analyse
from azun_quiz.analysis.formulas import FORMULAS
from azun_quiz.analysis.merging import merge
from azun_quiz.analysis.sample import Shown
from azun_quiz.text.catalog import messages
from tests.analysis.classes import (
    StubQuestions,
    answer,
    class_of,
    items_of,
    played,
    random_table,
    results,
)

LANGUAGES = ("en", "ar", "az")
EVIL = "=1+1<script>alert(1)</script>&\"'{name}%s"


class EvilQuestions(StubQuestions):
    """Questions all of whose texts try to be something else."""

    def stem(self, item: str) -> str | None:
        return EVIL

    def shown(self, item: str, seed: int, level: str) -> Shown:
        return Shown((EVIL, f"-{EVIL}", "+1", "@x"), 0)


@pytest.fixture(scope="module")
def usual() -> Analysis:
    table = random_table(40, 8, 2)
    found = analyse(class_of(table), items_of(table), files=40, code="ABCD")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def evil() -> Analysis:
    files = [
        results(f"p{n}", played(answer(1, EVIL, n % 4), answer(2, "b", 0)), name=EVIL)
        for n in range(30)
    ]
    found = analyse(merge(files), EvilQuestions([]), files=30)
    assert found is not None
    return found


def page(found: Analysis, lang: str) -> str:
    return b"".join(as_html.pieces(found, messages(lang))).decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_fits_80_columns_and_names_every_item(usual: Analysis, lang: str) -> None:
    lines = list(as_text.lines(usual, messages(lang)))
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    assert all(each.item in text for each in usual.items)
    assert all(formula.source.split(";")[0] in " ".join(text.split()) for formula in FORMULAS)
    assert "{" not in text
    if lang != "en":
        assert messages("en")(FORMULAS[0].meaning) not in " ".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_whole_and_fetches_nothing(usual: Analysis, lang: str) -> None:
    text = page(usual, lang)
    assert text.count('<section class="item') == len(usual.items)
    assert f'dir="{"rtl" if lang == "ar" else "ltr"}"' in text
    for outside in ("http:", "https:", "src=", "url(", "<script", "@import"):
        assert outside not in text
    for chart in text.split("<svg")[1:]:
        ElementTree.fromstring(f"<svg{chart.partition('</svg>')[0]}</svg>")
    assert text.count("<svg") == 2
    assert "{" not in text.partition("</style>")[2]


def test_the_page_escapes_what_others_wrote(evil: Analysis) -> None:
    text = page(evil, "en")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "{name}" in text


def test_the_table_has_a_row_for_each_item_and_option(usual: Analysis) -> None:
    data = b"".join(as_csv.pieces(usual, messages("en")))
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))
    assert [row["item"] for row in rows if row["row"] == "item"] == [e.item for e in usual.items]
    for each in usual.items:
        mine = [row for row in rows if row["item"] == each.item]
        assert len(mine) == 1 + len(each.options)
        assert float(mine[0]["facility"]) == pytest.approx(each.figures.facility, abs=5e-5)
        assert [int(row["chosen"]) for row in mine[1:]] == [o.chosen for o in each.options]


def test_the_table_holds_no_formulas(evil: Analysis) -> None:
    data = b"".join(as_csv.pieces(evil, messages("en"))).decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(data)) for cell in row]
    texts = [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    for text in texts:
        float(text)  # what is left are numbers
    assert any(cell.startswith("'=1+1") for cell in cells)


def test_the_object_has_all_figures(usual: Analysis) -> None:
    found = json.loads(b"".join(as_json.pieces(usual, messages("az"))))
    assert found["format"] == "azun-quiz-analysis"
    assert found["reliability"]["kr20"] == pytest.approx(usual.reliability.alpha, abs=5e-5)
    assert sum(found["scores"]["tenths"]) == len(found["players"]) == 40
    for entry, each in zip(found["items"], usual.items, strict=True):
        assert entry["right"] == each.figures.right
        assert each.figures.discrimination is not None
        assert entry["discrimination"]["rest"] == pytest.approx(
            each.figures.discrimination.rest, abs=5e-5
        )


def test_numbers_are_written_as_the_language_does(usual: Analysis) -> None:
    english, azerbaijani = (
        "\n".join(as_text.lines(usual, messages(lang))) for lang in ("en", "az")
    )
    deviation = usual.items[0].figures.deviation
    assert f"{deviation:.2f}" in english
    assert f"{deviation:.2f}".replace(".", ",") in azerbaijani


def test_players_without_a_name_are_told_apart() -> None:
    files = [results(f"abcdef{n}", played(answer(1, "t/0"))) for n in range(3)]
    found = analyse(merge(files), StubQuestions(["t/0"]), files=3)
    assert found is not None
    text = "\n".join(as_text.lines(found, messages("en")))
    assert all(f"abcdef{n}: 1 of 1" in text for n in range(3))

"""Every hostile text by every way out: nothing of it is obeyed, run, fetched or taken for a path.

The rows are the payloads, the columns the places where an item is shown or written. The tests of
each place say in detail what comes back; this table says that no pair was forgotten.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from lxml import html as lxml_html

from azun_quiz.analysis import as_csv
from azun_quiz.analysis.analysis import analyse
from azun_quiz.analysis.merging import merge
from azun_quiz.analysis.sample import Shown
from azun_quiz.content.packs import Pack
from azun_quiz.diagnostics import FORMATS as REPORTS
from azun_quiz.export.registry import FORMATS, format_named
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.library import open_library
from azun_quiz.plain.console import Console
from azun_quiz.session import Wish
from azun_quiz.text.catalog import messages
from azun_quiz.text.safe import spreadsheet_cell
from tests.analysis.classes import StubQuestions, answer, played, results
from tests.export.tools import GiftReader
from tests.tui.driver import Game, press, shown
from tests.tui.fakes import HOSTILE, FakeBank
from tests.tui.quick import quick

PAYLOADS: Mapping[str, str] = {
    "markup": "[bold]x[/] [@click=app.quit]y[/]",
    "escape sequence": "\x1b]0;title\x07\x1b[2J\x9b1m",
    "script": "<script>alert(1)</script><img src=http://example.org/x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "link": "<a href=javascript:alert(1)>x</a> http://example.org/",
    "formula": '=HYPERLINK("http://example.org","x")',
    "command": "+cmd|' /C calc'!A0",
    "at sign": "@SUM(A1)",
    "tab and formula": "\t=1+1",
    "entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;&amp;',
    "end of section": "]]> --> }}} </text></question>",
    "format string": "{x.__class__} %(x)s ${x} {0}",
    "direction": "a\u202eb\u2066c",
    "template": "{{c1::x}} {{Question}} [sound:x.mp3] [latex]x[/latex]",
    "answer block": "} ~ {=right #y} ::id:: $CATEGORY: x",
    "path": "../../../etc/passwd",
    "null": "a\x00b",
}

FORMULAS_IN_DISGUISE = (
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20A1",
    "\u22121",
    "-1+1",
    "  =1+1",
    "\xa0=1+1",
    '"=1+1',
    "«=1+1",
    "'=1+1",
    "\t+1",
)
"""Cells that some spreadsheet takes for a formula although they do not begin with its sign."""


def hostile_item(payload: str) -> Item:
    """An item that holds the payload wherever an item holds text."""
    return Item(
        id=f"template/{payload}",
        template="template",
        topic=payload,
        facts=(),
        lang="en",
        stem=f"{payload}?",
        options=(payload, f"{payload} 2", f"{payload} 3"),
        key=0,
        explanation=payload,
        sources=(payload,),
        level="medium",
        seed=0,
    )


def written(name: str, payload: str) -> bytes:
    """The file of a format that holds one such item."""
    item = hostile_item(payload)
    sheet = Sheet((item,), messages("en"), payload, {payload: payload}, lambda *_: payload)
    return b"".join(format_named(name).pieces(sheet))


class Counted(StubQuestions):
    """Questions of a class that all read alike."""

    def __init__(self, stem: str, options: Shown) -> None:
        super().__init__([])
        self._stem, self._options = stem, options

    def stem(self, item: str) -> str | None:
        return self._stem

    def shown(self, item: str, seed: int, level: str) -> Shown:
        return self._options


def is_obeyed(text: str) -> bool:
    """Whether a terminal would obey something in a text."""
    return any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in text) or any(
        c in text for c in "\u202a\u202b\u202c\u202d\u202e"
    )


def assert_passive(source: str) -> None:
    """No script, no handler, nothing that is fetched or followed."""
    tree = lxml_html.fromstring(f"<div>{source}</div>")
    for element in tree.iter():
        assert element.tag not in {"script", "img", "iframe", "object", "embed", "link", "a"}
        assert not any(name.startswith("on") or name in {"src", "href"} for name in element.attrib)


def assert_no_formula(cells: Iterator[object]) -> None:
    for cell in cells:
        text = str(cell or "")
        bare = text.lstrip(" \t\r\n\xa0'\"`´‘’“”«»")
        assert text.startswith("'") or not bare.startswith(
            tuple("=+-@\u2212\uff0b\uff0d\uff1d\uff20")
        )


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield


async def on_the_screen(payload: str) -> None:
    texts = (payload, payload, payload)
    options = tuple((str(n), (f"{payload} {n}",) * 3) for n in range(4))
    question = replace(
        HOSTILE, stem=texts, options=options, key="0", explanation=texts, sources=(payload,)
    )
    game = Game(bank=FakeBank({"hostile/x": question}), start=Wish(count=1, topics=("dates",)))
    async with game.running() as pilot:
        await press(pilot, "1")
        assert not is_obeyed(shown(pilot))
        await press(pilot, "enter")
        assert not is_obeyed(shown(pilot))
        assert pilot.app.is_running


async def in_plain_lines(payload: str) -> None:
    paper = io.StringIO()
    console = Console(io.StringIO(), paper, messages("en"), prompts=False)
    console.line(payload)
    console.say("Option {number} is taken away: it is wrong.", number=payload)
    assert not is_obeyed(paper.getvalue())
    assert paper.getvalue().count("\n") == 2


async def in_problems(payload: str) -> None:
    root = Path.cwd()
    (root / "data").mkdir()
    text = json.dumps(payload)
    (root / "data" / "x.yaml").write_text(
        f"kind: x\nname: {{en: {text}}}\nfields:\n  a: {{type: {text}}}\n{text}: 1\nfacts:\n"
        f"  {text}: {{a: {text}}}\n",
        encoding="utf-8",
    )
    problems = open_library([Pack("mine", root)]).problems
    assert problems
    for report in REPORTS.values():
        assert not is_obeyed("\n".join(report(problems, root)))


async def in_jsonl(payload: str) -> None:
    (line,) = written("jsonl", payload).splitlines()
    assert json.loads(line)["stem"] == f"{payload}?"


async def in_csv(payload: str) -> None:
    rows = list(csv.reader(io.StringIO(written("csv", payload).decode("utf-8-sig"))))
    assert len(rows) == 2
    assert_no_formula(cell for row in rows for cell in row)


async def in_analysis(payload: str) -> None:
    """The table of an analysis, whose texts come from a class's files."""
    shown = Shown((payload, f"{payload} 2", f"{payload} 3"), 0)
    right = Counted(payload, shown)
    files = [results(f"p{n}", played(answer(1, payload, n % 3)), name=payload) for n in range(30)]
    found = analyse(merge(files), right, files=30)
    assert found is not None
    text = b"".join(as_csv.pieces(found, messages("en"))).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 4
    assert {row["text"] for row in rows} > {spreadsheet_cell(payload)}
    assert_no_formula(cell for row in rows for cell in (row["item"], row["text"]))


async def in_gift(payload: str) -> None:
    text = written("gift", payload).decode()
    assert all(char.isprintable() or char in "\n\t\u202e\u2066" for char in text)
    reader = GiftReader()
    try:
        questions = [each for each in reader.read(text) if each["type"] != "Category"]
    finally:
        reader.close()
    (question,) = questions
    assert len(question["choices"]) == 3
    assert_passive(question["stem"]["text"])
    for choice in question["choices"]:
        assert_passive(choice["text"]["text"])


async def in_moodle(payload: str) -> None:
    tree = etree.fromstring(written("moodle", payload), etree.XMLParser(resolve_entities=False))
    assert tree.getroottree().docinfo.doctype == ""
    assert len(tree.findall("question[@type='multichoice']")) == 1
    for text in tree.iter("text"):
        if text.getparent().get("format") == "html":
            assert_passive(text.text or "")


async def in_qti(payload: str) -> None:
    with zipfile.ZipFile(io.BytesIO(written("qti", payload))) as archive:
        for name in archive.namelist():
            assert not name.startswith("/")
            assert ".." not in Path(name).parts
            assert "\\" not in name
            tree = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
            assert tree.getroottree().docinfo.doctype == ""
            for element in tree.iter():
                assert etree.QName(element).localname not in {"script", "a", "img", "object"}


async def in_anki(payload: str) -> None:
    data = written("anki", payload)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert Path(name).name == name
        assert json.loads(archive.read("media")) == {}
        Path("collection.anki2").write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect("collection.anki2")
    try:
        ((fields, tags),) = connection.execute("SELECT flds, tags FROM notes")
    finally:
        connection.close()
    for value in fields.split("\x1f"):
        assert_passive(value)
        assert "[sound:" not in value
        assert "[latex]" not in value
    assert len(tags.split()) == 2


async def in_kahoot(payload: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("kahoot", payload)))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert cells
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert all(cell.hyperlink is None for cell in cells)


async def in_html(payload: str) -> None:
    tree = lxml_html.fromstring(written("html", payload))
    assert not list(tree.iter("script", "img", "iframe", "object", "embed", "a", "link"))
    for element in tree.iter():
        assert not any(name.startswith("on") or name == "src" for name in element.attrib)
    assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv]/@content)")


PLACES: Mapping[str, Callable[[str], Awaitable[None]]] = {
    "screen": on_the_screen,
    "plain": in_plain_lines,
    "check": in_problems,
    "jsonl": in_jsonl,
    "csv": in_csv,
    "analysis": in_analysis,
    "gift": in_gift,
    "moodle": in_moodle,
    "qti": in_qti,
    "anki": in_anki,
    "kahoot": in_kahoot,
    "html": in_html,
}


def test_every_format_is_a_place() -> None:
    assert set(FORMATS) <= set(PLACES)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("place", PLACES)
async def test_it_is_harmless(
    place: str, payload: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await PLACES[place](PAYLOADS[payload])


@pytest.mark.parametrize("text", FORMULAS_IN_DISGUISE)
async def test_a_formula_in_disguise_is_text_in_every_table(text: str) -> None:
    await in_csv(text)
    await in_analysis(text)

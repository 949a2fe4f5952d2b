"""Two subjects that the program knows nothing about, written with the guides for teachers alone.

The packs lie in ``subjects``. Their files are read a second time here, as plain YAML, and every
item of a usual question is compared with them fact by fact.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml

from azun_quiz.cli import main
from azun_quiz.content.facts import CERTAINTIES
from azun_quiz.content.kinds import TYPES
from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.content.templates import WAYS
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.checking import check
from azun_quiz.generator.item import Item
from azun_quiz.generator.rules import option_flaws, stem_flaws
from azun_quiz.levels import LEVELS
from tests.generator.measuring import is_even, is_ordered

SUBJECTS = Path(__file__).resolve().parent / "subjects"
LANGUAGES = {"elements": ["en", "ar", "az"], "nobel": ["en"]}
"""The languages of each pack."""


@pytest.fixture(scope="module", params=LANGUAGES)
def subject(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def banks() -> dict[str, Bank]:
    return {name: Bank(load([Pack.at(SUBJECTS / name)])) for name in LANGUAGES}


@pytest.fixture
def bank(subject: str, banks: dict[str, Bank]) -> Bank:
    return banks[subject]


# What a teacher sees


def test_the_packs_have_no_problems(bank: Bank) -> None:
    problems = [*bank.content.problems, *check(bank)]
    assert [f"{problem.place.path.name}: {problem.message}" for problem in problems] == []


def test_they_give_some_hundred_items_and_every_template_some(subject: str, bank: Bank) -> None:
    assert list(bank.languages) == LANGUAGES[subject]
    for lang in bank.languages:
        ids = bank.ids(None, lang)
        assert ids == bank.ids(None, "en")
        assert len(ids) > 500
        assert {id_.partition("/")[0] for id_ in ids} == set(bank.content.templates)


def test_together_they_use_every_type_and_way(banks: dict[str, Bank]) -> None:
    contents = [bank.content for bank in banks.values()]
    kinds = [kind for content in contents for kind in content.kinds.values()]
    templates = [one for content in contents for one in content.templates.values()]
    facts = [fact for content in contents for fact in content.facts.values()]
    assert {field.type for kind in kinds for field in kind.fields.values()} == set(TYPES)
    assert {template.way for template in templates} == set(WAYS)
    taken_apart = {
        bank.way(template.id).compiled.answer.type
        for bank in banks.values()
        for template in bank.content.templates.values()
        if template.way == "answer"
    }
    assert {
        "words",
        "text",
        "number",
        "year",
        "date",
        "span",
        "spans",
        "ref",
        "refs",
    } == taken_apart
    for key in ("each", "several", "where", "only", "among", "explain"):
        assert any(getattr(template, key) for template in templates), key
    assert any(template.options == 3 for template in templates)
    assert any(kind.regions for kind in kinds)
    assert any(kind.complete for kind in kinds)
    for key in ("disputes", "note", "not_asked_fields"):
        assert any(getattr(fact, key) for fact in facts), key
    assert not all(fact.holds for fact in facts)
    assert {fact.certainty for fact in facts} < set(CERTAINTIES)


@pytest.mark.parametrize(
    ("name", "lang"), [("elements", "en"), ("elements", "ar"), ("elements", "az"), ("nobel", "en")]
)
def test_a_round_can_be_played(
    name: str, lang: str, capsys: pytest.CaptureFixture[str], player: Any
) -> None:
    arguments = ["--content", str(SUBJECTS / name), "--only-content", "play", "--plain"]
    player("1\n\n" * 5)
    assert main([*arguments, "--questions", "5", "--lang", lang, "--seed", "3"]) == 0
    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert re.search(r"/5", last)
    if lang == "en":
        assert re.fullmatch(r"Score: \d+ \(\d/5 correct\)", last)


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Somebody who types."""
    monkeypatch.setenv("AZUN_QUIZ_HOME", str(tmp_path))
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_it_can_be_exported(
    subject: str, bank: Bank, capsys: pytest.CaptureFixture[str], monkeypatch: Any, tmp_path: Path
) -> None:
    monkeypatch.setenv("AZUN_QUIZ_HOME", str(tmp_path))
    arguments = ["--content", str(SUBJECTS / subject), "--only-content", "export", "jsonl", "--all"]
    assert main(arguments) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == list(bank.ids())
    assert {line["topic"] for line in lines} == {subject}


# The rules


def test_no_item_breaks_an_item_writing_rule(bank: Bank) -> None:
    broken = []
    for id_, level in zip(bank.ids(), cycle(LEVELS)):
        shapes = set()
        for lang in bank.languages:
            item = bank.item(id_, lang=lang, seed=1, level=level)
            shapes.add((len(item.options), item.key))
            assert item.sources
            assert 3 <= len(item.options) <= 5
            stem, ordered = bank.stems(id_)[lang], is_ordered(bank, id_)
            flaws = option_flaws(stem, item.options, item.key, lang, ordered=ordered)
            broken += [(id_, lang, flaw) for flaw in (*flaws, *stem_flaws(stem, lang))]
        assert len(shapes) == 1, "the options must not depend on the language"
    assert broken == []


def test_the_places_of_the_key_are_even(bank: Bank) -> None:
    places = Counter(
        (len(item.options), item.key)
        for item in (bank.item(id_, lang="en", seed=5) for id_ in bank.ids())
    )
    for count in (3, 4):
        found = [places[count, place] for place in range(count)]
        assert is_even(found), found


# A second reading of the same files


@dataclass(frozen=True)
class Row:
    """A fact as its file has it: every value as a list of texts, references by id."""

    kind: str
    id: str
    values: dict[str, list[str]]
    holds: bool


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Row]]:
    return {name: list(_rows(SUBJECTS / name / "data")) for name in LANGUAGES}


def _rows(data: Path) -> Any:
    for path in sorted(data.glob("*.yaml")):
        file = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for id_, fact in file.get("facts", {}).items():
            values = {name: _texts(fact[name]) for name in file["fields"] if name in fact}
            yield Row(file["kind"], id_, values, fact.get("holds") != "no")


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = value["en"]
        value = value["default"] if isinstance(value, dict) else value
    return list(value) if isinstance(value, list) else [value]


def _shown(texts: list[str], rows: list[Row]) -> set[str]:
    """What values may read as in an English option; references by their names."""
    found = {text.replace("-", "–") for text in texts} | {*texts}
    named = (row.values.get("name", ()) for row in rows if row.id in texts)
    return found.union(*named)


def _at(row: Row, path: str, rows: list[Row]) -> list[str]:
    """The texts of a row at a path such as ``name`` or ``given.year``; ``fact``: its name."""
    base, _, part = path.partition(".")
    texts = row.values.get("name" if base == "fact" else base, [])
    if part == "length":
        return [str(int(text[5:]) - int(text[:4]) + 1) for text in texts if len(text) == 9]
    if part == "last":
        return [text[5:] or text for text in texts]
    return [text[:4] for text in texts] if part else texts


def _meets(row: Row, path: str, wanted: Any, rows: list[Row]) -> bool:
    """Whether a condition is true of a row: a text, a range of years, or any of a list."""
    if isinstance(wanted, list):
        return any(_meets(row, path, one, rows) for one in wanted)
    low, slash, high = wanted.partition("/")
    texts = _at(row, path, rows)
    return any(low <= text[:4] <= high for text in texts) if slash else wanted in texts


@dataclass(frozen=True)
class Reading:
    """An item beside the facts and the template of its files."""

    item: Item
    template: dict[str, Any]
    rows: list[Row]

    def all(self) -> list[Row]:
        """The rows of the kind that hold."""
        return [row for row in self.rows if row.kind == self.template["about"] and row.holds]

    def row(self) -> Row:
        """The row that the item is about."""
        id_ = self.item.id.partition("/")[2].partition(".")[0].rpartition(":")[2]
        return next(row for row in self.all() if row.id == id_)

    def is_meant(self, row: Row) -> bool:
        conditions = self.template.get("where", {})
        return all(_meets(row, path, wanted, self.rows) for path, wanted in conditions.items())

    def fitting(self, subject: Row) -> list[Row]:
        """The rows of which everything is true that the stem says of the subject."""
        given = re.findall(r"{([a-z.]+)(?::[a-z]+)?}", self.template["ask"]["en"])
        each = self.template.get("each", {})
        paths = [path for path in given if path not in each]
        found = [row for row in self.all() if self.is_meant(row)]
        for path in paths:
            said = {*_at(subject, path, self.rows)}
            found = [row for row in found if said <= {*_at(row, path, self.rows)}]
        for field in each.values():
            piece = self.item.id.partition("/")[2].partition(".")[2]
            piece = piece.removeprefix("elements.").removeprefix("nobel.").rpartition(":")[2]
            found = [row for row in found if _holds(row.values[field], piece)]
        return found


def _holds(texts: list[str], piece: str) -> bool:
    """Whether a list names a piece of its own, or a span of years holds a year."""
    spans = [text for text in texts if text[4:5] in ("-", "/") and text[:4].isdigit()]
    return piece in texts or any(text[:4] <= piece <= (text[5:] or "9999") for text in spans)


def _read(subject: str, bank: Bank, rows: list[Row]) -> dict[str, list[Reading]]:
    """All items of a bank by the way of asking."""
    templates: dict[str, Any] = {}
    for path in (SUBJECTS / subject / "questions").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        templates |= yaml.load(text, Loader=yaml.BaseLoader)["templates"]
    found: dict[str, list[Reading]] = {way: [] for way in WAYS}
    for id_, level in zip(bank.ids(), cycle(LEVELS)):
        template = templates[id_.partition("/")[0].rpartition(":")[2]]
        item = bank.item(id_, lang="en", seed=2, level=level)
        found[template.get("way", "answer")].append(Reading(item, template, rows))
    return found


@pytest.fixture(scope="module")
def read(banks: dict[str, Bank], rows: dict[str, list[Row]]) -> dict[str, Any]:
    return {name: _read(name, banks[name], rows[name]) for name in LANGUAGES}


@pytest.fixture
def readings(subject: str, read: dict[str, Any]) -> dict[str, list[Reading]]:
    return read[subject]


def test_one_option_is_right(readings: dict[str, list[Reading]]) -> None:
    """And no other one is true of any fact that the stem may mean."""
    assert readings["answer"]
    for reading in readings["answer"]:
        item, path, rows = reading.item, reading.template["answer"], reading.rows
        right: set[str] = set()
        for row in reading.fitting(reading.row()):
            right |= _shown(_at(row, path, rows), rows)
        texts = [_plain(option) for option in item.options]
        assert texts[item.key] in right, item
        assert not right & {*texts} - {texts[item.key]}, item


def _plain(option: str) -> str:
    """A date as the files have it; other options as they are."""
    match = re.fullmatch(r"(\d+) (\w+) (\d{4})", option)
    if match is None:
        return option
    month = MONTHS.index(match[2]) + 1
    return f"{match[3]}-{month:02}-{int(match[1]):02}"


MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


def test_the_first_and_the_last_are_so(readings: dict[str, list[Reading]]) -> None:
    for way, wanted in (("first", min), ("last", max)):
        for reading in readings[way]:
            named = {row.values["name"][0]: row for row in reading.all()}
            by = reading.template["by"]
            places = [_order(named[option].values[by][0]) for option in reading.item.options]
            assert places.index(wanted(places)) == reading.item.key, reading.item
            assert places.count(wanted(places)) == 1


def _order(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def test_three_belong_together_and_one_does_not(readings: dict[str, list[Reading]]) -> None:
    for reading in readings["odd"]:
        meant = {
            name for row in reading.all() if reading.is_meant(row) for name in row.values["name"]
        }
        apart = [option for option in reading.item.options if option not in meant]
        assert apart == [reading.item.answer], reading.item


def test_one_pair_belongs_together(readings: dict[str, list[Reading]]) -> None:
    for reading in readings["pair"]:
        left, right = reading.template["pair"]
        true = {(row.values[left][0], *row.values.get(right, [])) for row in reading.all()}
        pairs = [option.split(" – ") for option in reading.item.options]
        found = [(name, _plain(text)) in true for name, text in pairs]
        assert [found.index(True), sum(found)] == [reading.item.key, 1], reading.item


def test_counts_are_counted(readings: dict[str, list[Reading]]) -> None:
    for reading in readings["count"]:
        counts = {
            len(reading.fitting(row))
            for row in reading.all()
            if reading.is_meant(row) and _speaks_of(reading, row)
        }
        assert int(reading.item.answer) in counts, (reading.item, counts)
        assert len(counts) == 1, (reading.item, counts)


def _speaks_of(reading: Reading, row: Row) -> bool:
    """Whether the stem shows the row's own value."""
    (path,) = re.findall(r"{([a-z.]+)}", reading.template["ask"]["en"])
    shown = _shown(_at(row, path, reading.rows), reading.rows)
    before, _, after = reading.template["ask"]["en"].partition(f"{{{path}}}")
    middle = reading.item.stem.removeprefix(before).removesuffix(after)
    return middle in shown or middle == " and ".join(_names(row, path, reading.rows))


def _names(row: Row, path: str, rows: list[Row]) -> list[str]:
    known = {one.id: one.values.get("name", [""])[0] for one in rows}
    return [known.get(text, text) for text in _at(row, path, rows)]

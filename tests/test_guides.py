"""The two guides for teachers: their examples work, and nothing is left undocumented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from azun_quiz.content.codes import CODES
from azun_quiz.content.facts import CERTAINTIES
from azun_quiz.content.kinds import FIELD_KEYS, KIND_KEYS, RESERVED, TYPES
from azun_quiz.content.load import Content, load
from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.content.paths import FORMS, PARTS
from azun_quiz.content.templates import FILE_KEYS, TEMPLATE_KEYS, WAYS
from azun_quiz.generator.bank import Bank
from azun_quiz.levels import LEVELS
from azun_quiz.library import Library, all_problems

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "questions" / "README.md"
DATA = ROOT / "data" / "README.md"
GUIDES = (QUESTIONS, DATA)

MAIN = "olympics"
"""The pack of the examples whose first line names no pack."""

_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"# (?:(?P<pack>[a-z-]+)/)?(?P<file>(?:data|questions)/[a-z-]+\.yaml)\n")
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_ABSOLUTE = re.compile(r"(?<![\w.])/[a-z]+/|://")
"""A path from the root of some machine, or an address."""


def _text(guide: Path) -> str:
    return guide.read_text(encoding="utf-8")


def _blocks() -> Iterator[str]:
    for guide in GUIDES:
        yield from _FENCE.findall(_text(guide))


def _examples() -> dict[tuple[str, str], str]:
    """The complete files of the guides, by pack and by their place in it."""
    found: dict[tuple[str, str], str] = {}
    for block in _blocks():
        name = _NAME.match(block)
        if name is not None:
            key = (name["pack"] or MAIN, name["file"])
            assert key not in found, f"two examples are called {key}"
            found[key] = block
    return found


def _rows(text: str) -> Iterator[list[str]]:
    """The cells of all rows of all tables."""
    for line in text.splitlines():
        if line.lstrip().startswith("| "):
            yield [cell.strip() for cell in line.strip().strip("|").split(" | ")]


def _first_words(text: str) -> set[str]:
    """The words in code type in the first cells of tables."""
    return {word for row in _rows(text) for word in re.findall(r"`([^`]+)`", row[0])}


def _prose(guide: Path) -> str:
    """A guide without its examples, whose comments look like headings."""
    return _FENCE.sub("", _text(guide))


def _section(guide: Path, heading: str) -> str:
    """A section of a guide without its examples, with what is below it."""
    text = _prose(guide)
    start = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert start is not None, f"no section {heading}"
    rest = text[start.end() :]
    end = re.search(rf"^#{{1,{len(start[1])}}} ", rest, re.MULTILINE)
    return rest if end is None else rest[: end.start()]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> list[Pack]:
    """The examples as packs on disk."""
    root = tmp_path_factory.mktemp("guides")
    names: dict[str, None] = {}
    for (pack, name), text in _examples().items():
        path = root / pack / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        names[pack] = None
    return [Pack.at(root / name) for name in names]


@pytest.fixture(scope="module")
def content(packs: list[Pack]) -> Content:
    return load([Pack(BUILT_IN, ROOT), *packs])


@pytest.fixture(scope="module")
def bank(content: Content) -> Bank:
    return Bank(content)


def _of_packs(ids: Iterable[str]) -> list[str]:
    return [name for name in ids if ":" in name]


# The examples


def test_every_example_passes_the_checker(content: Content, bank: Bank, packs: list[Pack]) -> None:
    directories = [pack.directory for pack in packs]
    library = Library(bank, content, (*content.problems, *bank.problems))
    problems = [
        problem
        for problem in all_problems(library, packs)
        if any(directory in problem.place.path.parents for directory in directories)
    ]
    assert [f"{p.place.path.name}:{p.place.line} {p.code}: {p.message}" for p in problems] == []


def test_every_template_gives_questions(content: Content, bank: Bank) -> None:
    counts = Counter(item.partition("/")[0] for item in bank.ids(bank.topics))
    templates = _of_packs(content.templates)
    assert templates
    assert [template for template in templates if not counts[template]] == []


def test_every_question_can_be_shown_in_every_language_at_every_level(bank: Bank) -> None:
    for lang in bank.languages:
        for name in _of_packs(bank.ids(bank.topics, lang)):
            for level in LEVELS:
                item = bank.item(name, lang=lang, level=level)
                assert item.stem.endswith(("?", "؟"))
                assert 3 <= len(set(item.options)) == len(item.options) <= 5
                assert item.sources


def test_a_fourth_language_is_spoken(bank: Bank) -> None:
    assert "fr" in bank.languages
    stems = {bank.item(name, lang="fr").stem for name in _of_packs(bank.ids(bank.topics, "fr"))}
    assert "Quelle est la place de la Terre en partant du Soleil?" in stems


def test_the_first_template_gives_what_the_guide_says(bank: Bank) -> None:
    items = [name for name in bank.ids(["first"]) if name.startswith(f"{MAIN}:president-home/")]
    presidents = bank.content.of_kind("assembly-president")
    assert (len(items), len(presidents)) == (8, 9)


def test_a_voice_speaks_first(bank: Bank) -> None:
    item = bank.item(f"{MAIN}:tickets/{MAIN}:audience-2012", lang="en")
    assert item.stem.startswith("According to the organisers, how many tickets")


@pytest.mark.parametrize("block", _blocks(), ids=lambda block: block.splitlines()[0])
def test_every_block_is_yaml(block: str) -> None:
    assert yaml.load(block, Loader=yaml.BaseLoader)


@cache
def _loaded() -> tuple[dict[str, object], ...]:
    """The examples as plain mappings, only to see which keys they use."""
    loaded = [yaml.load(text, Loader=yaml.BaseLoader) for text in _examples().values()]
    assert all(isinstance(file, dict) for file in loaded)
    return tuple(loaded)


def _inner(key: str) -> Iterator[dict[str, object]]:
    """The entries below a key of the example files."""
    for file in _loaded():
        below = file.get(key, {})
        assert isinstance(below, dict)
        yield from below.values()


def test_the_examples_use_every_template_key_and_way() -> None:
    templates = list(_inner("templates"))
    assert {key for template in templates for key in template} == set(TEMPLATE_KEYS)
    ways = {str(template.get("way", "answer")) for template in templates}
    assert ways == set(WAYS)


def test_the_examples_use_every_key_and_type_of_facts() -> None:
    assert {key for file in _loaded() if "kind" in file for key in file} == set(KIND_KEYS)
    assert {str(field["type"]) for field in _inner("fields")} == set(TYPES)
    assert {key for field in _inner("fields") for key in field} == set(FIELD_KEYS)
    used = {key for fact in _inner("facts") for key in fact}
    for block in _blocks():
        if not _NAME.match(block):
            used.update(key for fact in yaml.safe_load(block).values() for key in fact)
    assert set(RESERVED) <= used


# What the code knows is documented


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.parent.name)
def test_links_lead_somewhere(guide: Path) -> None:
    for target, anchor in _LINK.findall(_text(guide)):
        path = guide.parent / target if target else guide
        assert path.is_file(), target
        if anchor:
            anchors = {_anchor(heading) for heading in _HEADING.findall(_prose(path))}
            assert anchor in anchors, anchor


def _anchor(heading: str) -> str:
    """The name that a heading has in links."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.parent.name)
def test_guides_name_no_absolute_path(guide: Path) -> None:
    assert _ABSOLUTE.search(_text(guide)) is None


def test_every_code_is_explained_with_its_severity() -> None:
    section = _section(QUESTIONS, "What each problem code means")
    rows = [row for row in _rows(section) if row[0].startswith("`")]
    assert all(len(row) == 4 and all(row) for row in rows)
    explained = {row[0].strip("`"): row[1] for row in rows}
    assert len(explained) == len(rows)
    assert explained == {code: known.severity for code, known in CODES.items()}


def test_every_key_of_a_template_has_a_row() -> None:
    rows = _first_words(_section(QUESTIONS, "The keys of a template"))
    assert rows == {*TEMPLATE_KEYS, *FILE_KEYS}


def test_every_way_has_a_section() -> None:
    section = _section(QUESTIONS, "Ways of asking")
    headings = re.findall(r"^### (.+)$", section, re.MULTILINE)
    named = {word for heading in headings for word in re.findall(r"`([^`]+)`", heading)}
    assert {*WAYS, "each", "several"} == named


def test_every_part_and_form_has_a_row() -> None:
    rows = list(_rows(_section(QUESTIONS, "Placeholders, parts and forms")))
    pairs = {
        (kind, form)
        for row in rows
        for kind in re.findall(r"`([^`]+)`", row[0])
        for form in re.findall(r"`([^`]+)`", row[1])
    }
    parts = {(kind, part) for kind, known in PARTS.items() for part in known}
    forms = {(kind, form) for kind, known in FORMS.items() for form in known}
    assert pairs == parts | forms


def test_every_level_is_described() -> None:
    section = _section(QUESTIONS, "Levels")
    assert [level for level in LEVELS if f"`{level}`" not in section] == []


def test_every_field_type_and_key_has_a_row() -> None:
    assert _first_words(_section(DATA, "Field types")) == {*TYPES, *FIELD_KEYS}
    keys = _first_words(_section(DATA, "The keys of a file"))
    assert set(KIND_KEYS) <= keys


def test_every_reserved_key_has_a_row() -> None:
    section = _section(DATA, "The keys that every fact may carry")
    assert _first_words(section) == set(RESERVED)
    assert [word for word in CERTAINTIES if f"`{word}`" not in section] == []


# What the guide says about the built-in facts


def test_the_table_of_kinds_agrees_with_the_files(content: Content) -> None:
    section = _section(DATA, "The built-in kinds")
    told = {row[0].strip("`"): row[2] for row in _rows(section) if row[0].startswith("`")}
    counts = Counter(fact.kind for fact in content.facts.values() if not fact.pack)
    assert told == {kind: str(counts[kind]) for kind in content.kinds if ":" not in kind}


def test_every_certainty_is_explained() -> None:
    section = _section(DATA, "Where the built-in facts come from")
    words = [row[0].strip("`") for row in _rows(section) if row[0].startswith("`")]
    assert words[1:] == list(CERTAINTIES)


def test_the_errata_name_paragraphs_that_have_a_claim(content: Content) -> None:
    section = _section(DATA, "Where the article and the record differ")
    places = [row[0] for row in _rows(section)][1:]
    claims = Counter(str(fact.get("place")) for fact in content.of_kind("claim"))
    told = Counter(place for place in places if not place.startswith("-"))
    assert told
    assert told <= claims

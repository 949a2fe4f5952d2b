"""The JSON Schemas and the decoder agree: on every good file, every broken one, and at random."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.content import shapes
from azun_quiz.content.problems import Problem
from azun_quiz.generator.bank import Bank
from azun_quiz.paths import built_in
from azun_quiz.schema import DIRECTORY
from azun_quiz.schema.__main__ import as_file
from azun_quiz.schema.building import _SHAPES, schemas
from tests.content.broken_files import ASK, ASKED, DATA, GOOD
from tests.content.examining import write

ROOT = Path(__file__).resolve().parents[2]
VALIDATORS = {name: jsonschema.Draft7Validator(schema) for name, schema in schemas().items()}
FACTS, QUESTIONS, UNITS = VALIDATORS.values()

STRUCTURAL = frozenset(
    {
        "unknown-key",
        "missing-key",
        "expected-mapping",
        "expected-list",
        "expected-text",
        "bad-name",
        "unknown-type",
        "ref-without-kind",
        "bad-yes-no",
        "unknown-way",
        "unknown-choice",
        "missing-default",
        "no-sources",
    }
)
"""Problems that a schema can see too, unless they are in a field that its kind declares."""


class _Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as editors read it: the core schema of YAML 1.2."""


_Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", "~|null|Null|NULL|", "~nN"),
):
    _Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first]
    )
_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^$"), [""])


def _keyed(value: Any) -> Any:
    """The value with texts as keys, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): _keyed(inner) for key, inner in value.items()}
    return [_keyed(inner) for inner in value] if isinstance(value, list) else value


def as_editor(data: bytes | str) -> Any:
    """A file as an editor with the YAML language server reads it."""
    return _keyed(yaml.load(data, _Core))


def _validator(path: Path, value: Any) -> jsonschema.Draft7Validator:
    if path.parent.name == "questions":
        return QUESTIONS
    return UNITS if "units" in value else FACTS


def _good_files() -> Iterator[Path]:
    for directory in (built_in(), *(ROOT / "tests" / "subjects").iterdir()):
        for part in ("data", "questions"):
            yield from (directory / part).glob("*.yaml")


def test_the_shipped_schemas_are_those_of_the_tables() -> None:
    """After a change of the tables: python -m azun_quiz.schema."""
    assert {path.name for path in DIRECTORY.glob("*.json")} == set(VALIDATORS)
    for name, schema in schemas().items():
        jsonschema.Draft7Validator.check_schema(schema)
        assert (DIRECTORY / name).read_text("utf-8") == as_file(schema), name


def test_every_shape_is_used_and_every_key_is_told() -> None:
    tables = (shapes.KIND, shapes.FIELD, shapes.FACT, shapes.OTHERWISE)
    tables += (shapes.QUESTIONS, shapes.TEMPLATE, shapes.UNITS)
    assert {key.shape for table in tables for key in table.values()} <= set(_SHAPES)
    text = json.dumps(schemas())
    assert all(f"definitions/{name}" in text for name in _SHAPES)
    assert all(key.says.endswith(".") for table in tables for key in table.values())


@pytest.mark.parametrize("path", sorted(_good_files()), ids=lambda path: f"{path.parts[-3:]}")
def test_good_files_fit(path: Path) -> None:
    value = as_editor(path.read_bytes())
    assert [f"{e.json_path}: {e.message}" for e in _validator(path, value).iter_errors(value)] == []


def test_the_first_line_of_built_in_files_names_their_schema() -> None:
    for path in (*(ROOT / "data").glob("*.yaml"), *(ROOT / "questions").glob("*.yaml")):
        first = path.read_text("utf-8").splitlines()[0]
        prefix, _, target = first.partition("$schema=")
        assert prefix == "# yaml-language-server: ", path.name
        part = "units" if path.stem == "units" else path.parent.name.replace("data", "facts")
        assert (path.parent / target).resolve() == DIRECTORY / f"{part}.schema.json"


# Broken files

CASES = [
    *(("data", "city", name, data) for name, data in DATA.items()),
    *(("questions", "cities", name, data) for name, data in ASKED.items()),
]


def _problems(directory: Path, part: str, name: str, data: bytes) -> list[Problem]:
    """What the decoder and the templates' compiler say of a file."""
    files = {f"{part}/{name}.yaml": data}
    if part == "questions":
        files["data/city.yaml"] = GOOD.encode()
    content = write(directory, files)
    found = (*content.problems, *Bank(content).problems)
    return [problem for problem in found if problem.place.path.name == f"{name}.yaml"]


def _in_declared_field(value: Any, error_free: jsonschema.Draft7Validator) -> bool:
    """Whether a file fits as soon as what facts say in the fields of their kind is left out."""
    stripped = deepcopy(value)
    fields = stripped.get("fields")
    for fact in stripped.get("facts", {}).values():
        for name in [*fact] if isinstance(fact, dict) else []:
            if name in fields:
                del fact[name]
    return error_free.is_valid(stripped)


@pytest.mark.parametrize(("part", "name", "case", "data"), CASES, ids=lambda case: str(case)[:40])
def test_broken_files(tmp_path: Path, part: str, name: str, case: str, data: bytes) -> None:
    try:
        value = as_editor(data)
    except (yaml.YAMLError, UnicodeError, ValueError, RecursionError):
        return  # an editor shows the error of YAML itself
    problems = _problems(tmp_path, part, name, data)
    validator = QUESTIONS if part == "questions" else FACTS
    fits = validator.is_valid(value)
    if not problems:
        assert fits, [e.message for e in validator.iter_errors(value)]
    if any(p.code in STRUCTURAL for p in problems) and fits:
        assert part == "data"
        assert _in_declared_field(value, validator)


# At random

GOOD_FACTS, GOOD_ASK = as_editor(GOOD), as_editor(ASK)

PLACES: dict[str, tuple[str, ...]] = {
    "file of facts": (),
    "field": ("fields", "founded"),
    "file of templates": (),
    "template": ("templates", "founded"),
}
WRONG = st.sampled_from(["x", "Kind", "fileds", "typ", "abuot", "tempaltes", "explian", "name2"])
VALUES = st.recursive(
    st.sampled_from(["a", "yes", "no", "4", "name", "founded", "number", "first", "en"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["en", "az", "name", "default", "year"]), inner, max_size=3
        ),
    ),
    max_leaves=6,
)
KEYS = {
    "file of facts": shapes.KIND,
    "field": shapes.FIELD,
    "file of templates": shapes.QUESTIONS,
    "template": shapes.TEMPLATE,
}


def _changed(place: str, key: str, value: Any) -> tuple[str, Any]:
    """A good file with one key more, or another value of a key; and the part it belongs to."""
    whole = deepcopy(GOOD_ASK if "template" in place else GOOD_FACTS)
    target = whole
    for step in PLACES[place]:
        target = target[step]
    target[key] = value
    return ("questions" if "template" in place else "data"), whole


def _judged(directory: Path, part: str, whole: Any) -> tuple[bool, bool, list[str]]:
    """Whether the decoder and the schema take a file, and the codes of the decoder's problems."""
    text = json.dumps(whole).encode()
    name = "cities" if part == "questions" else "city"
    codes = [problem.code for problem in _problems(directory, part, name, text)]
    validator = QUESTIONS if part == "questions" else FACTS
    return not codes, validator.is_valid(as_editor(text)), codes


@given(place=st.sampled_from([*PLACES]), key=WRONG, value=VALUES)
def test_a_wrong_key_is_refused_by_both(
    tmp_path_factory: pytest.TempPathFactory, place: str, key: str, value: Any
) -> None:
    part, whole = _changed(place, key, value)
    accepted, fits, codes = _judged(tmp_path_factory.mktemp("pack"), part, whole)
    assert "unknown-key" in codes
    assert not accepted
    assert not fits


@given(data=st.data())
def test_what_the_decoder_takes_fits(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from([*PLACES]))
    key = data.draw(st.sampled_from([*KEYS[place]]))
    part, whole = _changed(place, key, data.draw(VALUES))
    accepted, fits, codes = _judged(tmp_path_factory.mktemp("pack"), part, whole)
    if accepted:
        assert fits
    elif codes and set(codes) <= STRUCTURAL:
        assert not fits

"""Templates whose questions stay the same when a file was edited, and those that may differ."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from azun_quiz.generator.reuse import Comparison
from tests.packs import load_pack

FILES = {
    "data_lake": """\
        kind: lake
        fields:
          name: {type: words}
          depth: {type: number}
          land: {type: ref, of: land}
        unique: [name]
        facts:
          one: {name: {en: One}, depth: 1, land: zembla, sources: [x]}
          two: {name: {en: Two}, depth: 2, land: utopia, sources: [x]}
          three: {name: {en: Three}, depth: 3, land: utopia, sources: [x]}
        """,
    "data_land": """\
        kind: land
        fields:
          name: {type: words}
          head: {type: ref, of: person}
        facts:
          zembla: {name: {en: Zembla}, head: king, sources: [x]}
          utopia: {name: {en: Utopia}, head: king, sources: [x]}
        """,
    "data_person": """\
        kind: person
        fields: {name: {type: words}}
        facts:
          king: {name: {en: Charles}, sources: [x]}
        """,
    "data_voice": """\
        kind: voice
        fields: {name: {type: words}}
        facts:
          atlas: {name: {en: As the atlas says}, sources: [x]}
        """,
    "data_other": """\
        kind: other
        fields: {name: {type: words}}
        facts:
          thing: {name: {en: Thing}, sources: [x]}
        """,
    "data_units": "units:\n  metre: {en: {other: '# metres'}}\n",
    "questions_all": """\
        topic: t
        templates:
          it:
            about: lake
            ask: {en: "How deep is the {name}?"}
            answer: depth
            where: {land: [zembla, utopia]}
            only: {depth: [1, 2]}
          among:
            about: lake
            ask: {en: "Where is the {name}?"}
            answer: land
            among: {head: king}
        """,
}

SAME = [
    ("questions_all", "topic: t", "# a remark\ntopic: t"),
    ("questions_all", "  it:", "  # a remark\n  it:"),
    ("data_other", "Thing", "Things"),
    ("data_lake", "facts:", "facts: # a remark"),
]
DIFFERENT = {
    "it": [
        ("questions_all", "How deep", "How very deep"),
        ("questions_all", "[zembla, utopia]", "utopia"),
        ("questions_all", "[1, 2]", "[1, 3]"),
        ("questions_all", "answer: depth", "answer: depth\n    options: 3"),
        ("data_lake", "depth: 3", "depth: 4"),
        ("data_lake", "unique: [name]", "unique: [name, depth]"),
        ("data_lake", "depth: 3", "depth: many"),
        ("data_land", "{en: Zembla}", "{en: Nova Zembla}"),
        ("data_person", "Charles", "Karl"),
        ("data_voice", "the atlas", "an atlas"),
        ("data_units", "metres", "meters"),
    ],
    "among": [
        ("questions_all", "{head: king}", "{head: yes}"),
        ("questions_all", "Where is", "In which land is"),
    ],
}


def is_same(directory: Path, template: str, name: str, old: str, new: str) -> bool:
    files = {key: dedent(text) for key, text in FILES.items()}
    before = load_pack(directory, **files)
    assert before.problems == ()
    assert old in files[name]
    files[name] = files[name].replace(old, new)
    return Comparison(before, load_pack(directory, **files)).is_same(template)


@pytest.mark.parametrize("template", DIFFERENT)
@pytest.mark.parametrize("edit", SAME)
def test_what_no_question_shows_changes_nothing(
    tmp_path: Path, template: str, edit: tuple[str, str, str]
) -> None:
    assert is_same(tmp_path, template, *edit)


@pytest.mark.parametrize(
    ("template", "edit"), [(name, edit) for name, edits in DIFFERENT.items() for edit in edits]
)
def test_whatever_questions_can_depend_on_counts(
    tmp_path: Path, template: str, edit: tuple[str, str, str]
) -> None:
    assert not is_same(tmp_path, template, *edit)


def test_a_template_that_is_new_is_not_the_same(tmp_path: Path) -> None:
    files = {key: dedent(text) for key, text in FILES.items()}
    before = load_pack(tmp_path, **files)
    again = files["questions_all"].replace("  it:", "  more:")
    comparison = Comparison(before, load_pack(tmp_path, **files | {"questions_all": again}))
    assert not comparison.is_same("more")
    assert comparison.is_same("among")

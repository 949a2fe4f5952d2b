"""However broken a file is: problems with their places, no traceback, and the rest plays."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.broken_files import ASK, ASKED, DATA, GOOD, HARMLESS
from tests.content.examining import examine, lie_in, write


def test_there_are_more_than_300_broken_files() -> None:
    assert len({*DATA.values(), *ASKED.values()}) - len(HARMLESS) >= 300


@pytest.mark.parametrize("case", DATA)
def test_a_broken_file_of_facts(tmp_path: Path, case: str) -> None:
    problems = examine(write(tmp_path, {"data/city.yaml": DATA[case]}), tmp_path)
    assert (not problems) == (case in HARMLESS)
    assert {problem.place.path.name for problem in problems} <= {"city.yaml"}
    assert lie_in(problems, tmp_path)


@pytest.mark.parametrize("case", ASKED)
def test_a_broken_file_of_templates(tmp_path: Path, case: str) -> None:
    files = {"data/city.yaml": GOOD.encode(), "questions/cities.yaml": ASKED[case]}
    problems = examine(write(tmp_path, files), tmp_path)
    assert (not problems) == (case in HARMLESS)
    assert {problem.place.path.name for problem in problems} <= {"cities.yaml", "city.yaml"}
    assert lie_in(problems, tmp_path)


PIECES = [
    *"{}[]'\"#%@`~?,0\t\x00\u202e", ": ", "\n", "\n  ", "- ", "&a ", "*a", "!!str ", "|\n", ">\n",
    "yes", "name", "en",
]  # fmt: skip


def _encodable(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()


@settings(max_examples=150, deadline=None)
@given(
    place=st.integers(0, len(GOOD) - 1),
    cut=st.integers(0, 20),
    piece=st.sampled_from(PIECES) | st.text(max_size=4).map(_encodable),
    which=st.booleans(),
)  # fmt: skip
def test_a_good_file_with_a_random_fault(tmp_path_factory, place, cut, piece, which) -> None:
    directory = tmp_path_factory.mktemp("fuzz")
    good = GOOD if which else ASK
    place %= len(good)
    bad = (good[:place] + piece + good[place + cut :]).encode()
    files = {
        "data/city.yaml": bad if which else GOOD.encode(),
        "questions/cities.yaml": ASK.encode() if which else bad,
    }
    examine(write(directory, files), directory)


def test_aliases_cannot_multiply_the_work(tmp_path: Path) -> None:
    """Nine lists of nine aliases each would be read as a thousand million texts."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    names = "abcdefghi"
    lines += [f"{key}: &{key} [{', '.join([f'*{before}'] * 9)}]" for before, key in pairwise(names)]
    content = write(tmp_path, {"data/city.yaml": "\n".join(lines).encode()})
    assert [problem.code for problem in content.problems] == ["too-many-aliases"]


def test_aliases_of_whole_facts_cannot_either(tmp_path: Path) -> None:
    wide = "{name: {en: One}, founded: 1, sources: &s [" + ", ".join("s" * 900) + "]}"
    facts = "".join(f"  c{number}: *f\n" for number in range(900))
    text = GOOD.partition("facts:")[0] + f"facts:\n  one: &f {wide}\n{facts}"
    content = write(tmp_path, {"data/city.yaml": text.encode()})
    assert "too-many-aliases" in {problem.code for problem in content.problems}


def test_aliases_that_save_typing_are_welcome(tmp_path: Path) -> None:
    text = GOOD.replace("sources: [atlas]", "sources: &atlas [atlas, map]", 1)
    text = text.replace("sources: [atlas]", "sources: *atlas")
    content = write(tmp_path, {"data/city.yaml": text.encode()})
    assert content.problems == ()
    assert content.facts["kem"].sources == ("atlas", "map")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace("885", "old").replace("sea: black", "sea: blak").replace("of: sea", "og: sea")
    )
    content = write(tmp_path, {"data/city.yaml": text.encode()})
    assert [problem.code for problem in content.problems] == ["ref-without-kind", "unknown-key"]
    text = text.replace("og: sea", "of: sea").replace("1785", "new")
    content = write(tmp_path, {"data/city.yaml": text.encode()})
    places = [(problem.code, problem.place.line) for problem in content.problems]
    assert places == [("bad-number", 8), ("unknown-fact", 9), ("bad-number", 11)]

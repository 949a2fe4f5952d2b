"""Comments silence warnings where they speak, never errors, and never go stale unnoticed."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from azun_quiz.content.packs import Pack
from azun_quiz.content.problems import Problem
from azun_quiz.content.silencing import silences
from azun_quiz.library import all_problems, open_library
from tests.content.broken_packs import CITY, SOUND

ASK = dedent(
    """\
    topic: cities
    templates:
      one:
        about: city
        ask:
          en: Give the year in which {name} was founded.
        answer: founded
      two:
        about: city
        ask:
          en: In which year was {name} founded
        answer: founded
    """
)


def problems_of(directory: Path, ask: str, city: str = CITY) -> tuple[Problem, ...]:
    city = dedent(city).replace("facts:", "unique: [name]\nfacts:")
    files = SOUND | {"data/city.yaml": city, "questions/cities.yaml": ask}
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    pack = Pack("", directory)
    return all_problems(open_library([pack]), [pack])


def told(directory: Path, ask: str, city: str = CITY) -> list[tuple[str, int]]:
    return [(p.code, p.place.line) for p in problems_of(directory, ask, city)]


COMMENT = "# azun: ignore stem-no-question"
BOTH = [("stem-no-question", 6), ("stem-no-question", 11)]


def test_without_a_comment_both_are_told(tmp_path: Path) -> None:
    assert told(tmp_path, ASK) == BOTH


def test_at_the_end_of_the_line(tmp_path: Path) -> None:
    assert told(tmp_path, ASK.replace("was founded.", f"was founded.  {COMMENT}")) == BOTH[1:]


def test_above_the_line(tmp_path: Path) -> None:
    assert told(tmp_path, ASK.replace("      en: Give", f"      {COMMENT}\n      en: Give")) == [
        ("stem-no-question", 12)
    ]


def test_above_a_template_it_speaks_of_all_of_it(tmp_path: Path) -> None:
    assert told(tmp_path, ASK.replace("  one:", f"  {COMMENT}\n  one:")) == [
        ("stem-no-question", 12)
    ]
    assert told(tmp_path, ASK.replace("  two:", f"  {COMMENT}\n\n  # a note\n  two:")) == BOTH[:1]


@pytest.mark.parametrize("above", ["", "# Cities.\n\n"])
def test_at_the_top_it_speaks_of_the_file(tmp_path: Path, above: str) -> None:
    assert told(tmp_path, f"{above}{COMMENT}\n{ASK}") == []


def test_several_codes(tmp_path: Path) -> None:
    ask = ASK.replace("Give the year in which", "Always give the year in which")
    both = "# azun: ignore stem-absolute, stem-no-question\n"
    assert told(tmp_path, both + ask) == []
    assert told(tmp_path, both.replace(",", "") + ask) == []
    assert told(tmp_path, f"# azun: ignore stem-absolute\n{ask}") == [
        ("stem-no-question", 7), ("stem-no-question", 12),
    ]  # fmt: skip


def test_an_error_cannot_be_silenced(tmp_path: Path) -> None:
    city = CITY.replace("founded: 885", "founded: old")
    city = city.replace("  baku:", "  # azun: ignore bad-number, small-pool\n      baku:")
    codes = [problem.code for problem in problems_of(tmp_path, ASK, city)]
    assert "bad-number" in codes
    assert "ignore-error" in codes
    assert "ignore-nothing" not in codes  # errors may hide what it is for


def test_a_comment_that_does_nothing_is_told(tmp_path: Path) -> None:
    ask = ASK.replace("answer: founded", f"answer: founded  {COMMENT}", 1)
    assert told(tmp_path, ask) == [BOTH[0], ("ignore-nothing", 7), BOTH[1]]


def test_a_comment_about_comments_is_no_way_out(tmp_path: Path) -> None:
    ask = f"# azun: ignore ignore-unknown, nonsense\n{ASK}"
    codes = [problem.code for problem in problems_of(tmp_path, ask)]
    assert codes.count("ignore-unknown") == 2


def test_hostile_names_are_spelt_out(tmp_path: Path) -> None:
    (problem, *_) = problems_of(tmp_path, f"# azun: ignore a\u202eb{'x' * 500}\n{ASK}")
    assert problem.code == "ignore-unknown"
    assert problem.message.isprintable()
    assert len(problem.message) < 200


def test_only_whole_comments_count() -> None:
    text = "a: b\nen: with#azun: ignore x\nfr: y # azun: ignored x\nit: z #azun:ignore: u v\n"
    assert [(s.code, s.first, s.last) for s in silences(text, Path("x"))] == [
        ("u", 4, 4), ("v", 4, 4),
    ]  # fmt: skip


def test_a_comment_at_the_end_of_the_file() -> None:
    (silence,) = silences("a: b\n# azun: ignore u", Path("x"))
    assert (silence.first, silence.last) == (2, 2)


def test_a_file_that_cannot_be_read_has_no_echo(tmp_path: Path) -> None:
    """What its templates and kinds miss may stand in it."""
    codes = [problem.code for problem in problems_of(tmp_path, ASK, "kind: [city")]
    assert codes == ["bad-yaml"]


def test_a_player_is_not_told_what_is_silenced(tmp_path: Path) -> None:
    again = "again: {name: {en: Baku}, founded: 885, sources: [map]}"
    city = dedent(CITY).replace("sea: caspian, ", "")
    city += f"  # azun: ignore same-fact-twice\n  {again}"
    for text, told in ((city, []), (city.replace("# azun", "# a"), ["same-fact-twice"])):
        path = tmp_path / "data" / "city.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("of: sea", "of: city"), encoding="utf-8")
        library = open_library([Pack("", tmp_path)])
        found = [problem.code for problem in library.problems]
        assert [code for code in found if code == "same-fact-twice"] == told

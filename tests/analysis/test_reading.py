"""Files of results: what is written is read back, and nothing else is taken in."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.analysis import reading
from azun_quiz.analysis.node import ResultsError
from azun_quiz.analysis.reading import read
from azun_quiz.analysis.results import Answer, PlayedRound, Results, written
from azun_quiz.text.catalog import messages
from tests.analysis.classes import answer, played, results

SOUND = results("9f2c", played(answer(1, "t/a", 0), answer(2, "t/b", None)), name="Leyla")

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
ANSWERS = st.builds(
    lambda number, item, seed, chosen, key, ms, hints, options: Answer(
        number,
        number - 1,
        item,
        seed,
        chosen,
        key,
        chosen is not None and chosen == key,
        ms,
        hints,
        options,
    ),
    st.integers(1, 5000),
    WORDS,
    st.integers(-(1 << 63) + 1, (1 << 63) - 1),
    st.none() | st.integers(0, 5),
    st.integers(0, 5),
    st.integers(0, 10**9),
    st.integers(0, 3),
    st.just("") | WORDS,
)
ROUNDS = st.builds(
    PlayedRound,
    number=st.integers(1, 1000),
    day=st.dates(),
    mode=st.sampled_from(["practice", "timed", "exam"]),
    level=st.sampled_from(["easy", "medium", "hard"]),
    lang=st.sampled_from(["en", "ar", "az"]),
    origin=WORDS,
    code=st.just("") | WORDS,
    count=st.integers(1, 200),
    digest=WORDS,
    answers=st.lists(ANSWERS, min_size=1, max_size=4).map(tuple),
)


def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(written(SOUND)))
    return found


@given(st.builds(Results, WORDS, st.just("") | WORDS, st.lists(ROUNDS, max_size=4).map(tuple)))
def test_what_is_written_is_read_back(found: Results) -> None:
    assert read(b"".join(written(found)), "x.json") == found


def test_fields_that_are_not_known_are_passed_over() -> None:
    found = document()
    found["mood"] = found["rounds"][0]["answers"][0]["mood"] = [{"deep": [None]}]
    assert read(json.dumps(found).encode(), "x.json") == SOUND


def told(data: bytes) -> str:
    with pytest.raises(ResultsError) as caught:
        read(data, "x.json")
    error = caught.value
    for lang in ("en", "ar", "az"):
        t = messages(lang)
        assert "{" not in t(error.message, **error.params).replace("{}", "")
        assert t(error.advice)
    return messages("en")(error.message, **error.params)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "x.json is no JSON: see line 1, column 1."),
        (b'{\n "format": nope}', "line 2, column 12"),
        (b"\xff\xfe", "x.json is no text in UTF-8 (byte 1)."),
        (b"[]", "x.json is no file of results."),
        (b"null", "no file of results"),
        (b'{"format": {"a": 1}}', "no file of results"),
        (b'{"format": "azun-quiz-results"}', "version is missing"),
        (b'{"format": "azun-quiz-results", "version": true}', "version is no whole number"),
        (b'{"format": "azun-quiz-results", "version": 2}', "newer version"),
        (b'{"format": "azun-quiz-results", "version": NaN}', "holds a number"),
        (b'{"format": 1, "format": 2}', "says the same thing twice"),
        (b"[" * 100_000, "holds a number or a nesting"),
        (b'{"a":' * 100_000, "holds a number or a nesting"),
        (b"9" * 10_000, "holds a number or a nesting"),
        (b'{"format": "azun-quiz-results", "version": 1, "player": []}', "rounds is missing"),
    ],
)
def test_what_is_no_such_file_is_told(data: bytes, words: str) -> None:
    assert words in told(data)


def test_a_file_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert "larger than" in told(b" " * 11)


def test_too_many_answers_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_ANSWERS", 3)
    found = document()
    found["rounds"] *= 2
    assert "rounds[1].answers is no list of at most 1 entries" in told(json.dumps(found).encode())


def change(**values: object) -> Callable[[dict[str, Any]], None]:
    return lambda found: found["rounds"][0]["answers"][1].update(values)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (change(item=""), "rounds[0].answers[1].item is no text"),
        (change(item="x" * 201), "answers[1].item is no text of one line with 1 to 200"),
        (change(item="a\x1b[2J"), "answers[1].item is no text"),
        (change(item="a\u202eb"), "answers[1].item is no text"),
        (change(item="\ud800"), "answers[1].item is no text"),
        (change(item=["t/a"]), "answers[1].item is no text"),
        (change(seed=1.5), "answers[1].seed is no whole number"),
        (change(seed=1 << 63), "answers[1].seed is no whole number"),
        (change(ms=-1), "answers[1].ms is no whole number from 0"),
        (change(number=0), "answers[1].number is no whole number from 1"),
        (change(chosen=101), "answers[1].chosen is no whole number from 0 to 100"),
        (change(chosen=True), "answers[1].chosen is no whole number"),
        (change(right="yes"), "answers[1].right is neither true nor false"),
        (change(right=True), "answers[1] is right although nothing was chosen"),
        (change(chosen=1, key=1), "in rounds[0].answers[1], “right” does not go"),
        (lambda found: found["rounds"].append(7), "rounds[1] is no object"),
        (lambda found: found["rounds"][0].update(answers={}), "answers is no list"),
        (lambda found: found["rounds"][0].update(level="odd"), "level is none of these: easy"),
        (lambda found: found["rounds"][0].update(day="2026-02-30"), "rounds[0].day is no day"),
        (lambda found: found["rounds"][0].update(day=20260230), "rounds[0].day is no day"),
        (lambda found: found["player"].update(name="a\nb"), "player.name is no text"),
        (lambda found: found["player"].update(id=None), "player.id is no text"),
        (lambda found: found["player"].pop("id"), "player.id is missing"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(
    spoil: Callable[[dict[str, Any]], None], words: str
) -> None:
    found = document()
    spoil(found)
    assert words in told(json.dumps(found).encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.data(), JSON)
def test_any_value_anywhere_is_read_or_told(data: st.DataObject, value: object) -> None:
    found = document()
    spots: list[tuple[Any, Any]] = []

    def collect(node: Any) -> None:
        keys = (
            node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        )
        for key in keys:
            spots.append((node, key))
            collect(node[key])

    collect(found)
    node, key = data.draw(st.sampled_from(spots))
    node[key] = value
    with suppress(ResultsError):
        read(json.dumps(found).encode(), "x.json")


@given(st.binary(max_size=200))
def test_any_bytes_are_told(data: bytes) -> None:
    with pytest.raises(ResultsError):
        read(data, "x.json")

"""However broken a file is: problems with their places, no traceback, soon, and the rest plays."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azun_quiz.content.load import Content, load
from azun_quiz.content.packs import Pack
from azun_quiz.content.problems import Problem
from azun_quiz.diagnostics import FORMATS
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.checking import check
from tests.content.broken_packs import CITY, SOUND

GOOD = dedent(CITY)
ASK = dedent(
    """\
    topic: cities
    name: {en: Cities}
    templates:
      founded:
        about: city
        where: {sea: [caspian, black, red, white]}
        ask: {en: "When was {name} founded?"}
        answer: founded
        explain: {en: "{name}: {founded}."}
    """
)

TEXTS = {
    "empty": "",
    "only spaces": "   \n  \n",
    "a scalar": "city",
    "a list": "- kind: city\n",
    "null": "~",
    "truncated": GOOD[:150],
    "truncated in quotes": GOOD.replace("Baku", '"Baku'),
    "tabs": GOOD.replace("  ", "\t"),
    "a tab after the colon": GOOD.replace("kind: ", "kind:\t"),
    "control characters": GOOD.replace("Baku", "Ba\x01ku"),
    "an escape sequence": GOOD.replace("Baku", '"Ba\\x1b[31mku"'),
    "a null byte": GOOD.replace("Baku", "Ba\x00ku"),
    "direction marks": GOOD.replace("Baku", "Ba\u202eku"),
    "zero width": GOOD.replace("Baku", "Ba\u200bku"),
    "line separators": GOOD.replace("Baku", "Ba\u2028ku"),
    "carriage returns": GOOD.replace("\n", "\r"),
    "two documents": GOOD + "---\n" + GOOD,
    "an end of document": GOOD + "...\nmore",
    "directives": "%YAML 9.9\n---\n" + GOOD,
    "a bad directive": "%\n" + GOOD,
    "an unknown alias": GOOD.replace("caspian,", "*nowhere,"),
    "an alias of itself": "kind: &a [*a]\n",
    "an anchor without a value": "kind: &a\n",
    "a merge key": GOOD.replace("baku: {", "baku: {<<: *x, "),
    "a python object": GOOD.replace("885", "!!python/object/apply:os.system [id]"),
    "a python name": GOOD.replace("885", "!!python/name:os.system"),
    "a local tag": GOOD.replace("885", "!mine 885"),
    "a binary tag": GOOD.replace("885", "!!binary aGk="),
    "a complex key": "? [a, b]\n: c\n" + GOOD,
    "a mapping as key": "{a: b}: c\n" + GOOD,
    "a list as key of a fact": GOOD.replace("baku:", "[baku]:"),
    "a number as id": GOOD.replace("baku:", "7:"),
    "an id in capitals": GOOD.replace("baku:", "Baku:"),
    "an id with dots": GOOD.replace("baku:", "baku.old:"),
    "an empty id": GOOD.replace("baku:", '"":'),
    "duplicate keys": GOOD.replace("founded: 885", "founded: 885, founded: 885"),
    "duplicate facts": GOOD + "  baku: {name: {en: Baku}, founded: 1, sources: [a]}\n",
    "a huge number": GOOD.replace("885", "9" * 400),
    "a negative number": GOOD.replace("885", "-885"),
    "a float": GOOD.replace("885", "8.85e2"),
    "a sexagesimal": GOOD.replace("885", "12:30"),
    "a number with underscores": GOOD.replace("885", "1_000"),
    "arabic digits": GOOD.replace("885", "٨٨٥"),
    "deep lists": GOOD.replace("885", "[" * 400 + "]" * 400),
    "deep mappings": "{a: " * 400 + "b" + "}" * 400,
    "deep indentation": "".join(" " * depth + "a:\n" for depth in range(300)),
    "open brackets": "[" * 10_000,
    "many question marks": "? " * 5_000,
    "a very long line": GOOD.replace("Baku", "x" * 200_000),
    "facts that are a list": GOOD.partition("facts:")[0] + "facts: [a, b]\n",
    "facts that are a text": GOOD.partition("facts:")[0] + "facts: none\n",
    "fields that are a list": "kind: city\nfields: [name]\nfacts: {}\n",
    "fields without a type": "kind: city\nfields: {name: {}}\nfacts: {}\n",
    "a field that is a text": "kind: city\nfields: {name: words}\nfacts: {}\n",
    "a kind without fields": "kind: city\nfacts: {}\n",
    "a kind with no field": "kind: city\nfields: {}\nfacts: {}\n",
    "only a kind": "kind: city\n",
    "a kind that is a list": "kind: [city]\nfields: {name: {type: words}}\nfacts: {}\n",
    "a label that is a part": GOOD.replace("facts:", "label: name.first\nfacts:"),
    "a label that is a mapping": GOOD.replace("facts:", "label: {a: b}\nfacts:"),
    "unique that is a mapping": GOOD.replace("facts:", "unique: {a: b}\nfacts:"),
    "unique of mappings": GOOD.replace("facts:", "unique: [[name, {a: b}]]\nfacts:"),
    "unique of an unknown part": GOOD.replace("facts:", "unique: [name.first]\nfacts:"),
    "complete that is a mapping": GOOD.replace("facts:", "complete: {founded: 1}\nfacts:"),
    "complete by an unknown field": GOOD.replace("facts:", "complete: [{age: 1}]\nfacts:"),
    "complete by a wrong value": GOOD.replace("facts:", "complete: [{founded: old}]\nfacts:"),
    "a unit that is a list": GOOD.replace("number}", "number, unit: [a]}"),
    "units that are a list": "units: [a]\n",
    "units without other": "units: {year: {en: {one: a}}}\n",
    "units of lists": "units: {year: {en: [a], ar: {other: {a: b}}}}\n",
    "otherwise of a part": GOOD.replace(
        "sea: caspian,", "otherwise: [{field: name.first, value: x, source: y}],"
    ),
    "otherwise that is a text": GOOD.replace("sea: caspian,", "otherwise: maybe,"),
    "otherwise without a value": GOOD.replace("sea: caspian,", "otherwise: [{field: founded}],"),
    "otherwise of a wrong type": GOOD.replace(
        "sea: caspian,", "otherwise: [{field: founded, value: [1], source: y}],"
    ),
    "not-asked of a part": GOOD.replace("sea: caspian,", "not-asked: {founded.year: x},"),
    "not-asked that is a list": GOOD.replace("sea: caspian,", "not-asked: [a],"),
    "checked that is a text": GOOD.replace("sea: caspian,", "checked: [five],"),
    "holds maybe": GOOD.replace("sea: caspian,", "holds: maybe,"),
    "an unknown voice": GOOD.replace("sea: caspian,", "according-to: nobody,"),
    "a note without a language": GOOD.replace("sea: caspian,", "note: hello,"),
    "names of no language": GOOD.replace("{en: Baku}", "{1: Baku}"),
    "names that are a text": GOOD.replace("{en: Baku}", "Baku"),
    "names of lists": GOOD.replace("{en: Baku}", "{en: [Baku]}"),
    "forms of forms": GOOD.replace("{en: Baku}", "{en: {default: {a: b}}}"),
    "a reference to itself": GOOD.replace("of: sea", "of: city")
    .replace("sea: caspian", "sea: baku"),
    "references in a circle": GOOD.replace("of: sea", "of: city")
    .replace("sea: caspian", "sea: sukhum")
    .replace("sea: black", "sea: baku"),
    "a fact of nothing": GOOD + "  nowhere: {sources: [atlas]}\n",
    "a fact of an empty list": GOOD.replace("sources: [atlas]", "sources: []"),
    "two lists of facts": GOOD + "facts:\n  x: {name: {en: X}, founded: 1, sources: [a]}\n",
    "a reference to another kind": GOOD.replace("sea: caspian", "sea: kem"),
}  # fmt: skip

BYTES = {
    "latin-1": GOOD.replace("Baku", "Bakı é").encode("latin-1", "replace").replace(b"?", b"\xe9"),
    "utf-16": GOOD.encode("utf-16"),
    "utf-16 without a mark": GOOD.encode("utf-16-le"),
    "utf-32": GOOD.encode("utf-32"),
    "a byte order mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "cut inside a letter": GOOD.replace("Kem", "Kəm").encode()[: GOOD.index("Kem") + 2],
    "surrogates": b"kind: \xed\xa0\x80\n",
    "overlong": b"kind: \xc0\xaf\n",
    "zeros": bytes(300),
    "all bytes": bytes(range(256)),
    "an executable": b"\x7fELF\x02\x01\x01" + bytes(64),
}

ASKED = {
    "no templates": "topic: cities\n",
    "templates that are a list": "topic: cities\ntemplates: [a]\n",
    "no topic": ASK.replace("topic: cities\n", ""),
    "a topic in capitals": ASK.replace("topic: cities", "topic: Cities"),
    "a template that is a text": "topic: cities\ntemplates: {one: two}\n",
    "an empty template": "topic: cities\ntemplates: {one: }\n",
    "no stem": ASK.replace('ask: {en: "When was {name} founded?"}', "way: answer"),
    "a stem that is a text": ASK.replace('{en: "When was {name} founded?"}', "When?"),
    "a stem of lists": ASK.replace('{en: "When was {name} founded?"}', "{en: [When]}"),
    "an attribute": ASK.replace("{name} f", "{name.__class__.__mro__} f"),
    "an index": ASK.replace("{name} f", "{name[0]} f"),
    "a conversion": ASK.replace("{name} f", "{name!r} f"),
    "a number": ASK.replace("{name} f", "{0} f"),
    "an empty place": ASK.replace("{name} f", "{} f"),
    "an open brace": ASK.replace("{name} f", "{name f"),
    "a closed brace": ASK.replace("{name} f", "name} f"),
    "a wrong form": ASK.replace("{founded}.", "{founded:gen}."),
    "where that is a list": ASK.replace("{sea: [caspian, black, red, white]}", "[sea]"),
    "where on nothing": ASK.replace("{sea: [caspian, black, red, white]}", "{sea: }"),
    "where in an empty list": ASK.replace("[caspian, black, red, white]", "[]"),
    "where of mappings": ASK.replace("[caspian, black, red, white]", "[{a: b}]"),
    "where twice": ASK.replace("white]}", "white], sea: black}"),
    "by a list": ASK.replace("answer: founded", "answer: name\n    way: first\n    by: [founded]"),
    "where through a number": ASK.replace("{sea: [", "{founded.sea: ["),
    "where with a wrong number": ASK.replace("{sea: [caspian, black, red, white]}", "{founded: x}"),
    "an unknown key": ASK.replace("answer: founded", "answer: founded\n    anser: x"),
    "an unknown way": ASK.replace("answer: founded", "answer: founded\n    way: guess"),
    "way without its key": ASK.replace("answer: founded", "way: first"),
    "pair of one": ASK.replace("answer: founded", "way: pair\n    pair: name"),
    "options in words": ASK.replace("answer: founded", "answer: founded\n    options: four"),
    "several perhaps": ASK.replace("answer: founded", "answer: founded\n    several: perhaps"),
    "each of nothing": ASK.replace("answer: founded", "answer: founded\n    each: {}"),
    "each that is a text": ASK.replace("answer: founded", "answer: founded\n    each: sea"),
    "among of another kind": ASK.replace("answer: founded", "answer: sea\n    among: {age: 3}"),
    "an answer that is a mapping": ASK.replace("answer: founded", "answer: {a: b}"),
    "an answer through words": ASK.replace("answer: founded", "answer: name.first"),
    "by-default perhaps": ASK.replace("templates:", "by-default: perhaps\ntemplates:"),
}


def write(directory: Path, files: dict[str, bytes]) -> Content:
    sound = {name: dedent(text).encode() for name, text in SOUND.items()}
    for name, content in (sound | files).items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return load([Pack("", directory)])


def examine(content: Content, directory: Path) -> list[Problem]:
    """All that a teacher and a player do with content; the problems that were told."""
    started = time.process_time()
    bank = Bank(content)
    problems = [*content.problems, *check(bank)]
    for format_ in FORMATS.values():
        for line in format_(problems, directory):
            assert all(char.isprintable() or char == "\n" for char in line)
    assert problems or not (content.unsound or content.shaken)  # nothing goes without a word
    items = bank.ids(bank.topics)
    assert sum(item.startswith("sea-depth/") for item in items) >= 3
    for item in items:
        for lang in bank.languages:
            if item in bank.ids(bank.topics, lang):
                shown = bank.item(item, lang=lang, seed=1)
                assert all(text.isprintable() for text in (shown.stem, *shown.options))
    assert time.process_time() - started < 1
    return problems


HARMLESS = {
    "carriage returns",
    "line separators",
    "an end of document",
    "a negative number",
    "a byte order mark",
    "utf-16",
    "a very long line",
    "a merge key",
    "a kind without fields",
    "a kind with no field",
    "a reference to itself",
    "references in a circle",
    "a local tag",
    "only a kind",
    "holds maybe",
}
"""Files that may be read without a problem, or that are odd and nothing more."""


@pytest.mark.parametrize("case", TEXTS | BYTES)
def test_a_broken_file_of_facts(tmp_path: Path, case: str) -> None:
    data = BYTES[case] if case in BYTES else TEXTS[case].encode()
    content = write(tmp_path, {"data/city.yaml": data, "questions/cities.yaml": ASK.encode()})
    problems = examine(content, tmp_path)
    assert problems or case in HARMLESS
    assert all(problem.place.path.is_relative_to(tmp_path) for problem in problems)


@pytest.mark.parametrize("case", ASKED)
def test_a_broken_file_of_templates(tmp_path: Path, case: str) -> None:
    files = {"data/city.yaml": GOOD.encode(), "questions/cities.yaml": ASKED[case].encode()}
    problems = examine(write(tmp_path, files), tmp_path)
    assert problems
    assert {problem.place.path.name for problem in problems} <= {"cities.yaml", "city.yaml"}


FIELD_TYPES = ["words", "text", "number", "date", "span", "spans", "ref", "refs"]
VALUES = [
    "x",
    "1",
    "[1, 2]",
    "{a: b}",
    "[[a]]",
    "''",
    "~",
    "2012-13-45",
    "1990-1991",
    "{en: a}",
    "[{a: b}]",
]


@pytest.mark.parametrize("kind", FIELD_TYPES)
def test_wrong_values_for_every_type_of_field(tmp_path: Path, kind: str) -> None:
    for number, value in enumerate(VALUES):
        text = (
            f"kind: city\nfields:\n  name: {{type: words}}\n  it: {{type: {kind}, of: sea}}\n"
            f"facts:\n  one: {{name: {{en: One}}, it: {value}, sources: [a]}}\n"
            f"  two: {{name: {{en: Two}}, it: {value}, sources: [a],"
            f" otherwise: [{{field: it, value: {value}, source: b}}]}}\n"
        )
        ask = (
            "topic: cities\ntemplates:\n  one:\n    about: city\n"
            f"    where: {{it: {value}}}\n    ask: {{en: 'What is {{name}} with {{it}}?'}}\n"
            "    answer: it\n"
        )
        files = {"data/city.yaml": text.encode(), "questions/cities.yaml": ask.encode()}
        examine(write(tmp_path / str(number), files), tmp_path)


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

"""More than 300 broken files as data: what a teacher, an editor or an enemy can do to a file.

`DATA` are files of facts, `ASKED` files of templates; the rest of the pack around them is sound.
`HARMLESS` are the cases that look broken and are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from tests.content.broken_packs import CITY

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

_TEXTS = {
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

_BYTES = {
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

_TEMPLATES = {
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

HARMLESS = {
    "a tab after the colon",
    "line separators",
    "carriage returns",
    "a negative number",
    "a very long line",
    "a byte order mark",
}

_INVALID = [
    "kind: [a, b", "kind: a, b]", "kind: {a: b", "kind: a: b}", "kind: 'abc", 'kind: "abc',
    "- a\nkind: c", "kind: a: b: c", "kind:\n  b\n c: d", "{kind, b: c", "[a, b}", "{a: b]",
    "kind: @abc", "kind: `abc", "kind: %abc", "%YAML 1.1\n%YAML 1.1\n---\nkind: a",
    "%TAG ! tag:a\n%TAG ! tag:b\n---\nkind: a", "kind: &x &y b", "kind: *x y: z", "kind: &\n",
    "kind: *\n", "kind: !<", "kind: !a!b c", "kind: |x\n  a", "kind: |10\n  a", "kind: >-+\n  a",
    "kind: |\n\ta", 'kind: "\\q"', 'kind: "\\x4"', 'kind: "\\u12"', 'kind: "\\U0011FFFF"',
    "kind: 'a' b", 'kind: "a" b', "kind: [a]]", "kind: {a: b}}", "kind: [a, , b]", "kind: [,]",
    "kind: {,}", "? a\n? b\nkind", ": a\n: b\n- c", "kind: - a", "kind: - a\n- b", "-\tkind: a",
    "\tkind: a", "kind:\n\t- a", "kind: a\n  b: c", "kind: a\n b: c\nd: e", "  kind: a\nname: b",
    "kind: |\n  a\n b", "kind: 'a\n---\nb'", "kind: a\n--- b\n... c", "---\n---\nkind: a",
    "kind: a\n...\n---\nkind: b", "kind: [a\n---\nb]", "kind: #a", "kind: 'a'#b", "!!map kind",
    "!!seq [a]", "kind: !!set {a}", "kind: !!omap [a: b]", "kind: !!timestamp 2001-01-01",
    "kind: !!null", "<<: {kind: a}", "kind: a\nkind: b", "kind: a\n\"kind\": b", "[kind, a]: b",
    "&a : *a", "a: &a {b: *a}", "a: &a [&b [*a]]", "--- >\nkind: a", "--- |\nkind: a", "---", "...",
    "# only\n# comments", "%FOO\n", "\ufeff", "\ufeff\ufeffkind: a", "kind\u2028: a", "kind: \x85",
    "\x00", "kind: a\x00", "kind: \x1b[2J", "kind: \x7f", "kind: \u202eb", "kind: \ufeffb",
    "kind: \ud7ff\uffff", "kind: \U000e0041", "kind: a\r\tname: b",
]  # fmt: skip
"""Files that are no YAML, or YAML that is no file of facts."""

_NO_TEXT = ["[a, b]", "{a: b}", '""', '"a\\u202Eb"', '"a\\e[31mb"', "!!str a", "*nowhere"]
_NO_MAPPING = ["x", "[a, b]", '""', "[{a: b}]", "*nowhere", "!!map {}"]
_NO_LIST = ["{a: b}", "[[[a]], {b: c}]", '[""]', '["a\\u2066b"]', "*nowhere"]
_NO_YES = ["maybe", "[yes]", "{yes: no}", '""', "1", "*nowhere"]
_NO_NUMBER = ["one", "1.5", "1e3", "0x1F", "1_000", "12:30", "[1, 2]", "{a: 1}", '""', "9" * 30]
_NO_DATE = ["yesterday", "1993-13", "1993-02-29", "29.7.1993", "0000", "[1993]", "{a: 1}", '""']
_NO_SPAN = ["1993 to 1995", "1995-1993", "/", "1993/x", "1993-1995-1997", "{a: 1}", '""']
_NO_WORDS = ["x", "[a]", "{en: [a]}", "{en: {the: a}}", "{en: {default: [a]}}", "{1: a}", '""',
             '{en: ""}', "{english: a}",
             '{en: "<b>\\x1b]0;a\\a"}', '{en: "a\\u200Fb"}']  # fmt: skip


def _kind(**keys: str) -> str:
    """A file of facts with one kind; a key without a text is left out."""
    known = {
        "kind": "thing",
        "name": "{en: thing}",
        "fields": "{name: {type: words}, size: {type: number}}",
        "label": "name",
        "unique": "[name]",
        "complete": "no",
        "facts": "{one: {name: {en: One}, size: 1, sources: [a]}}",
    }
    lines = known | {key.replace("_", "-"): text for key, text in keys.items()}
    return "".join(f"{key}: {text}\n" for key, text in lines.items() if text)


def _field(key: str, text: str) -> str:
    keys = {"type": "ref", "of": "sea", "optional": "yes"} | {key: text}
    declared = ", ".join(f"{name}: {value}" for name, value in keys.items())
    return _kind(fields=f"{{name: {{type: words}}, size: {{type: number}}, it: {{{declared}}}}}")


def _fact(key: str, text: str) -> str:
    keys = {"name": "{en: One}", "size": "1", "sources": "[a]"} | {key: text}
    told = ", ".join(f"{name}: {value}" for name, value in keys.items())
    return _kind(facts=f"{{one: {{{told}}}}}")


def _value(kind: str, text: str) -> str:
    return _kind(
        fields=f"{{name: {{type: words}}, size: {{type: number}}, it: {{type: {kind}, of: sea}}}}",
        facts=f"{{one: {{name: {{en: One}}, size: 1, it: {text}, sources: [a]}}}}",
    )


def _template(key: str, text: str) -> str:
    keys = {
        "about": "city",
        "ask": '{en: "When was {name} founded?"}',
        "answer": "founded",
    } | {key: text}
    if key == "by":
        keys |= {"way": "first", "answer": "name", "ask": '{en: "Which came first?"}'}
    if key == "pair":
        keys |= {"way": "pair", "ask": '{en: "Which two?"}'}
    lines = "".join(f"    {name}: {value}\n" for name, value in keys.items())
    return f"topic: cities\ntemplates:\n  one:\n{lines}"


def _file_of_templates(key: str, text: str) -> str:
    keys = {"topic": "cities", "templates": "{}"} | {key: text}
    return "".join(f"{name}: {value}\n" for name, value in keys.items())


_WRONG_KINDS = {
    "kind": _NO_TEXT, "name": _NO_WORDS, "fields": _NO_MAPPING, "label": [*_NO_TEXT, "nmae"],
    "unique": [*_NO_LIST, "[nmae]", "[[]]"], "complete": [*_NO_YES[1:2], "{a: b}", "[{}]",
    "[{nmae: 1}]", "[{size: x}]", "perhaps"], "facts": _NO_MAPPING[:2],
}  # fmt: skip
_WRONG_FIELDS = {
    "type": [*_NO_TEXT, "string"], "of": [*_NO_TEXT, "see"], "optional": _NO_YES,
    "unit": [*_NO_TEXT, "yeer"], "colour": ["red"],
}  # fmt: skip
_WRONG_EXTRAS = {
    "sources": [*_NO_LIST, "[]", '""'], "article": _NO_LIST, "checked": [*_NO_LIST, "[one]"],
    "certainty": [*_NO_TEXT, "sure"], "according-to": [*_NO_TEXT, "nobody"],
    "not-asked": [*_NO_LIST[1:], "{nmae: x}", "{size: [a]}"], "holds": _NO_YES,
    "otherwise": ["x", "[x]", "{a: b}", "[{field: nmae, value: 1, source: a}]",
                  "[{field: size, value: x, source: a}]", "[{field: size, value: 1}]"],
    "note": _NO_WORDS, "nmae": ["{en: One}"], "size.first": ["1"],
}  # fmt: skip
_WRONG_VALUES = {
    "words": _NO_WORDS, "text": _NO_TEXT, "number": _NO_NUMBER, "date": _NO_DATE,
    "span": [*_NO_SPAN, "[1993]"], "spans": [*_NO_SPAN, "[1993, x]", "[]"],
    "ref": [*_NO_TEXT, "baltic", "one"], "refs": [*_NO_LIST, "[black, baltic]", "[]"],
}  # fmt: skip
_WRONG_TEMPLATES = {
    "about": [*_NO_TEXT, "citty"],
    "ask": [*_NO_WORDS, '{en: "{nmae}?"}', '{en: "{name.x}?"}', '{en: "{name"}', '{en: "{0}?"}',
            '{en: "{name!r}?"}', '{en: "{founded:d}?"}', '{en: "{}?"}', '{en: "{founded}?"}'],
    "explain": [*_NO_WORDS[:-1], '{en: "{nmae}."}', '{en: "%s {name.__class__}."}'],
    "answer": [*_NO_TEXT, "fonded", "founded.year", "name.first"],
    "where": [*_NO_MAPPING, "{nmae: x}", "{founded: x}", "{sea: baltic}", "{sea: [[a]]}",
              "{name: Baku}", "{founded: 1}"],
    "only": [*_NO_MAPPING, "{nmae: x}", "{founded: [x]}", "{sea.depth: x}", "{sea.x: y}"],
    "among": [*_NO_MAPPING, "{nmae: x}", "{founded: x}"],
    "way": [*_NO_TEXT, "furst", "odd", "pair", "count"],
    "by": [*_NO_TEXT, "name", "fonded", "sea"],
    "pair": [*_NO_LIST, "name", "[name, name]", "[name, nmae]", "[name, sea, founded]"],
    "each": [*_NO_MAPPING, "{x: founded}", "{x: nmae}", "{X: sea}", "{x: [sea]}"],
    "several": _NO_YES, "options": [*_NO_NUMBER, "2", "6", "-3"], "colour": ["red"],
}  # fmt: skip
_WRONG_TOPICS = {
    "topic": [*_NO_TEXT, "Cities", "a b", "1"], "name": _NO_WORDS, "by-default": _NO_YES,
    "templates": _NO_MAPPING[:2], "colour": ["red"],
}  # fmt: skip


def _crossed() -> Iterator[tuple[str, str]]:
    """A wrong value at every place of a file of facts."""
    for key, texts in _WRONG_KINDS.items():
        yield from ((f"{key} of a kind: {text}", _kind(**{key: text})) for text in texts)
    for key, texts in _WRONG_FIELDS.items():
        yield from ((f"{key} of a field: {text}", _field(key, text)) for text in texts)
    for key, texts in _WRONG_EXTRAS.items():
        yield from ((f"{key} of a fact: {text}", _fact(key, text)) for text in texts)
    for key, texts in _WRONG_VALUES.items():
        yield from ((f"a value of {key}: {text}", _value(key, text)) for text in texts)


def _crossed_templates() -> Iterator[tuple[str, str]]:
    """A wrong value at every place of a file of templates."""
    for key, texts in _WRONG_TEMPLATES.items():
        yield from ((f"{key} of a template: {text}", _template(key, text)) for text in texts)
    for key, texts in _WRONG_TOPICS.items():
        yield from ((f"{key} of a topic: {text}", _file_of_templates(key, text)) for text in texts)


def _encoded() -> Iterator[tuple[str, bytes]]:
    """A file with letters of three languages in encodings that are not UTF-8."""
    text = GOOD.replace("Baku", "Bakı, باكو, Genève")
    for name in ("cp1254", "cp1256", "latin-1", "utf-16-le", "utf-16-be", "utf-32-le", "cp037",
                 "utf-7"):  # fmt: skip
        if name != "utf-7":
            yield name, text.encode(name, "replace")
    for place in (0, 10, len(GOOD) // 2, len(GOOD) - 1):
        for bad in (
            b"\xff",
            b"\xc3(",
            b"\xed\xa0\x80",
            b"\xf8\x88\x80\x80\x80",
            b"\xc0\x80",
            b"\0",
        ):
            good = GOOD.encode()
            yield f"{bad!r} at {place}", good[:place] + bad + good[place:]


DATA: dict[str, bytes] = {
    **{case: text.encode() for case, text in _TEXTS.items()},
    **_BYTES,
    **{f"invalid: {text!r}": text.encode("utf-8", "surrogatepass") for text in _INVALID},
    **{case: text.encode() for case, text in _crossed()},
    **dict(_encoded()),
}

ASKED: dict[str, bytes] = {
    **{case: text.encode() for case, text in _TEMPLATES.items()},
    **{case: text.encode() for case, text in _crossed_templates()},
}

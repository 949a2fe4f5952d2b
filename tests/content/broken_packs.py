"""For every code of a problem, a small pack that has it.

Each pack also holds a sound kind with a sound template (`SOUND`), which has to give its questions
whatever else is wrong. A key of `BROKEN` is a code, and after a hash what is special in the case.
"""

from __future__ import annotations

import re
import struct
from textwrap import dedent

SOUND = {
    "data/sea.yaml": """\
        kind: sea
        name: {en: sea}
        fields:
          name: {type: words}
          depth: {type: number}
        unique: [name]
        facts:
          black: {name: {en: Black Sea}, depth: 2212, sources: [atlas]}
          caspian: {name: {en: Caspian Sea}, depth: 1025, sources: [atlas]}
          red: {name: {en: Red Sea}, depth: 3040, sources: [atlas]}
          white: {name: {en: White Sea}, depth: 350, sources: [atlas]}
        """,
    "questions/sound.yaml": """\
        topic: seas
        templates:
          sea-depth:
            about: sea
            ask: {en: "How deep is the {name}, in metres?"}
            answer: depth
        """,
}

CITY = """\
    kind: city
    name: {en: city}
    fields:
      name: {type: words}
      founded: {type: number}
      sea: {type: ref, of: sea, optional: yes}
    facts:
      baku: {name: {en: Baku}, founded: 885, sea: caspian, sources: [atlas]}
      sukhum: {name: {en: Sukhum}, founded: 736, sea: black, sources: [atlas]}
      jeddah: {name: {en: Jeddah}, founded: 647, sea: red, sources: [atlas]}
      kem: {name: {en: Kem}, founded: 1785, sea: white, sources: [atlas]}
    """


def _in_azerbaijani(files: dict[str, str]) -> dict[str, str]:
    """The same files with their words in Azerbaijani alone."""
    return {name: dedent(text).replace("{en: ", "{az: ") for name, text in files.items()}


def in_two_languages(files: dict[str, str]) -> dict[str, str]:
    """The same files with every wording twice."""
    pattern = re.compile(r"\{en: ((?:[^{}]|\{[^{}]*\})*)\}")
    doubled = r"{en: \1, az: \1}"
    return {name: pattern.sub(doubled, dedent(text)) for name, text in files.items()}


def _city(old: str, new: str) -> dict[str, str]:
    text = dedent(CITY)
    assert old in text
    return {"data/city.yaml": text.replace(old, new, 1)}


def _fact(rest: str, field: str = "") -> dict[str, str]:
    """A kind of one field of any type, and one fact."""
    return {
        "data/thing.yaml": "kind: thing\nname: {en: thing}\nfields:\n  name: {type: words}\n"
        + (f"  value: {field}\n" if field else "")
        + f"facts:\n  one:\n    name: {{en: One}}\n    {rest}\n    sources: [atlas]\n"
    }


def _template(**keys: str) -> dict[str, str]:
    """The cities, and one template about them."""
    lines = {"about": "city", "ask": '{en: "When was {name} founded?"}', "answer": "founded"} | keys
    text = "".join(f"    {key}: {value}\n" for key, value in lines.items() if value)
    asked = f"topic: cities\ntemplates:\n  one:\n{text}"
    city = dedent(CITY).replace("facts:", "unique: [name]\nfacts:")
    return {"data/city.yaml": city, "questions/cities.yaml": asked}


def _tagged() -> str:
    """The cities, told apart by their names."""
    return dedent(CITY).replace("facts:", "unique: [name]\nfacts:")


def _old_or_not() -> str:
    """The cities, each with a field that says yes or no."""
    answers = iter(["'Yes'", "'No'", "'True'", "'False'"])
    number = "founded: {type: number}"
    text = _tagged().replace(number, f"{number}\n  old: {{type: text}}")
    return re.sub(r"founded: \d+", lambda found: f"{found[0]}, old: {next(answers)}", text)


def _comment(text: str) -> dict[str, str]:
    """A comment for the program above the founding years of the cities."""
    return {"data/city.yaml": dedent(CITY).replace("  baku:", f"  # azun: {text}\n  baku:")}


def _catalog(message: str, translation: str) -> bytes:
    """A compiled catalog with one message, in the format of GNU gettext."""
    left, right = (text.encode() + b"\0" for text in (message, translation))
    header = struct.pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 44)
    places = struct.pack("<4I", len(left) - 1, 44, len(right) - 1, 44 + len(left))
    return header + places + left + right


def _on_seas() -> str:
    """The cities, each on a list of seas."""
    text = _tagged().replace("sea: {type: ref, of: sea", "seas: {type: refs, of: sea")
    return re.sub(r"sea: ([a-z]+),", r"seas: [\1],", text)


def _treaty(region: str) -> dict[str, str]:
    """A kind of which nothing is missing in a stretch of time, and one fact."""
    return {
        "data/treaty.yaml": "kind: treaty\nname: {en: treaty}\nfields:\n  name: {type: words}\n"
        f"  signed: {{type: date}}\ncomplete: [{{signed: {region}}}]\nfacts:\n"
        "  peace: {name: {en: Peace}, signed: 1848-05-30, sources: [text]}\n"
    }


def _long_and_short() -> str:
    """Cities with long names, and others with short ones."""
    lines = "".join(
        f"  c{number}: {{name: {{en: {name}}}, founded: {1000 + number}, sort: {sort},"
        " sources: [atlas]}\n"
        for number, (name, sort) in enumerate(
            [(f"Longwater {letter}", "long") for letter in "ABCDEFGH"]
            + [(f"Lake {letter}", "short") for letter in "KLMNPQRS"]
        )
    )
    return (
        "kind: city\nname: {en: city}\nfields:\n  name: {type: words}\n"
        "  founded: {type: number}\n  sort: {type: text}\nunique: [name, founded]\n"
        f"facts:\n{lines}"
    )


CATALOG = "locale/eo/LC_MESSAGES/azun_quiz.mo"

BROKEN: dict[str, dict[str, str | bytes | None]] = {
    # Files and YAML
    "unreadable": {"data/city.yaml": None},  # None makes a directory
    "not-utf8": {"data/city.yaml": "kind: city\nname: {en: Genève}\n".encode("latin-1")},
    "bad-yaml": {"data/city.yaml": "kind: city\nname: {en: city\nfacts:\n"},
    "bad-yaml#tab": {"data/city.yaml": "kind: city\nfields:\n\tname: {type: words}\n"},
    "several-documents": {"data/city.yaml": "kind: city\n---\nkind: town\n"},
    "too-deep": {"data/city.yaml": "kind: " + "[" * 30 + "]" * 30 + "\n"},
    "too-many-aliases": {
        "data/city.yaml": "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{key}: &{key} [{', '.join([f'*{before}'] * 9)}]\n"
            for before, key in zip("abcdefg", "bcdefgh", strict=True)
        )
    },
    "unknown-alias": {"data/city.yaml": "kind: city\nname: *nothing\n"},
    "python-tag": {"data/city.yaml": "kind: !!python/object/apply:os.system [echo]\n"},
    "empty-file": {"data/city.yaml": "# nothing but a comment\n"},
    "duplicate-key": _city("founded: 885,", "founded: 885, founded: 886,"),
    "expected-mapping": {"data/city.yaml": "- kind\n- city\n"},
    "expected-list": _fact("value: {a: b}", "{type: refs, of: sea}"),
    "expected-mapping#words": _template(ask='"When was it founded?"'),
    "expected-text#region": _city("facts:", "complete: [{founded: [885, 736]}]\nfacts:"),
    "expected-text": _fact("value: [1, 2]", "{type: text}"),
    "empty-value": _fact('value: ""', "{type: text}"),
    "ignore-unknown": _comment("ignore smal-pool"),
    "ignore-unknown#nothing-like-it": _comment("ignore everything"),
    "ignore-error": _comment("ignore no-sources"),
    "ignore-nothing": _comment("ignore stem-negative"),
    "bad-catalog": {CATALOG: b"no catalog"},
    "incomplete-catalog": {CATALOG: _catalog("Right.", "Prave.")},
    "control-character": _fact('value: "left\\u202Eright"', "{type: text}"),
    # Kinds
    "unknown-key": _city("facts:", "lable: name\nfacts:"),
    "missing-key": {"data/city.yaml": "name: {en: city}\nfields:\n  name: {type: words}\n"},
    "bad-name": _city("founded: {type", "Founded In: {type"),
    "reserved-name": _city("  founded: {type", "  sources: {type: text}\n  founded: {type"),
    "unknown-type": _city("{type: number}", "{type: numbr}"),
    "ref-without-kind": _city("{type: ref, of: sea, optional", "{type: ref, optional"),
    "unknown-kind": _city("of: sea", "of: see"),
    "unknown-kind#pack": _template(about="nobel:laureate"),
    "unknown-kind#facts": {"data/city.yaml": "kind: se\nfacts: {}\n"},
    "unknown-kind#template": _template(about="citty"),
    "kind-declared-twice": {
        "data/sea2.yaml": "kind: sea\nfields:\n  name: {type: words}\nfacts: {}\n"
    },
    "bad-label": {
        "data/a.yaml": "kind: a\nfields:\n  b: {type: ref, of: b}\nlabel: b\nfacts: {}\n",
        "data/b.yaml": "kind: b\nfields:\n  a: {type: ref, of: a}\nlabel: a\nfacts: {}\n",
    },
    "unknown-unit": _city("founded: {type: number}", "founded: {type: number, unit: yeer}")
    | {"data/units.yaml": "units:\n  year: {en: {one: '# year', other: '# years'}}\n"},
    # Facts
    "unknown-field": _city("founded: 885", "found: 885"),
    "missing-field": _city("founded: 885, ", ""),
    "no-sources": _city("sea: caspian, sources: [atlas]", "sea: caspian"),
    "bad-number": _city("885", "885 AD"),
    "bad-date": _fact("value: 1993-02-30", "{type: date}"),
    "bad-span": _fact("value: 1993 to 1995", "{type: span}"),
    "span-backwards": _fact("value: 1995-1993", "{type: span}"),
    "bad-yes-no": _city("optional: yes", "optional: maybe"),
    "unknown-language": _city("{en: Baku}", "{en: Baku, azerbaijani: Bakı}"),
    "unknown-language#comma": _city("{en: Baku}", "{en: Baku, the windy city}"),
    "missing-language": in_two_languages(SOUND | {"data/city.yaml": CITY})
    | {"questions/more.yaml": "topic: more\nname: {en: More}\ntemplates: {}\n"},
    "stray-language": _city("{en: Baku}", "{en: Baku, az: Bakı}"),
    "missing-default": _city("{en: Baku}", "{en: {the: the city of Baku}}"),
    "unknown-choice": _city("founded: 885,", "founded: 885, certainty: confirmd,"),
    "unknown-choice#options": _template(options="7"),
    "unknown-fact": _city("sea: caspian", "sea: caspain"),
    "unknown-fact#pack": _city("sea: caspian", "sea: ocean:caspian"),
    "unknown-fact#where": _template(where="{sea: baltic}"),
    "unknown-fact#otherwise": _city(
        "sea: caspian,", "sea: caspian, otherwise: [{field: sea, value: baltic, source: map}],"
    ),
    "unknown-fact#region": _city("facts:", "complete: [{sea: baltic}]\nfacts:"),
    "duplicate-id": {
        "data/sea2.yaml": "kind: sea\nfacts:\n"
        "  red: {name: {en: Redder Sea}, depth: 1, sources: [map]}\n"
    },
    "not-unique": _city("facts:", "unique: [founded]\nfacts:")
    | {
        "data/more.yaml": "kind: city\nfacts:\n"
        "  bakou: {name: {en: Bakou}, founded: 885, sources: [atlas]}\n"
    },
    "same-fact-twice": {
        "data/city.yaml": dedent(CITY)
        + "  baku-again: {name: {en: Baku}, founded: 885, sea: caspian, sources: [map]}\n"
    },
    "terms-overlap": _fact("value: [2003-2006, 2005-2008]", "{type: spans}"),
    "terms-overlap#facts": {
        "data/mayor.yaml": "kind: mayor\nname: {en: mayor}\nfields:\n  name: {type: words}\n"
        "  city: {type: text}\n  term: {type: span}\nunique: [[city, term.first]]\nfacts:\n"
        "  anna: {name: {en: Anna}, city: rome, term: 2001-2006, sources: [list]}\n"
        "  bela: {name: {en: Bela}, city: rome, term: 2006-2010, sources: [list]}\n"
        "  carl: {name: {en: Carl}, city: rome, term: 2008/, sources: [list]}\n"
    },
    "idle-denial": _template(ask='{en: "On which sea does {name} lie?"}', answer="sea")
    | {
        "data/more.yaml": "kind: city\nfacts:\n"
        "  not-baku: {name: {en: Baku}, founded: 900, sea: black, holds: no, sources: [atlas]}\n"
    },
    "idle-region": _treaty("1900/2000"),
    "idle-region#near": {
        "data/land.yaml": "kind: land\nname: {en: land}\nfields:\n  name: {type: words}\n"
        "  part: {type: text}\ncomplete: [{part: Urope}]\nfacts:\n"
        "  one: {name: {en: One}, part: Europe, sources: [atlas]}\n"
    },
    "span-backwards#region": _treaty("2000/1900"),
    "listed-twice": {"data/city.yaml": _on_seas().replace("[caspian]", "[caspian, caspian]")},
    "listed-twice#condition": _template(only="{founded: [885, 736, 647, 885]}"),
    # Templates
    "unknown-placeholder": _template(ask='{en: "When was {nmae} founded?"}'),
    "unknown-placeholder#answer": _template(answer="fonded"),
    "unknown-placeholder#no-parts": _template(answer="founded.year"),
    "bad-placeholder": _template(ask='{en: "When was {name.__class__} founded?"}'),
    "unknown-form": _template(
        ask='{en: "Which city was founded in {founded:roman}?"}', answer="name"
    ),
    "missing-form": _in_azerbaijani(
        SOUND | _template(ask='{en: "{name:gen} yaşı neçədir?"}', answer="founded")
    ),
    "unequal-placeholders": in_two_languages(SOUND | {"data/city.yaml": CITY})
    | {
        "questions/cities.yaml": "topic: cities\ntemplates:\n  one:\n    about: city\n"
        '    ask: {en: "When was {name} founded?", az: "Nə vaxt?"}\n    answer: founded\n'
    },
    "unknown-way": _template(way="furst", by="founded"),
    "bad-answer": _template(way="first", by="founded", answer="founded"),
    "bad-answer#by": _template(way="last", by="name", answer="name"),
    "bad-answer#pair": _template(way="pair", pair="[name]", answer=""),
    "bad-answer#each": _template(each="{year: founded}"),
    "each-not-said": _template(each="{shore: seas}", answer="name", ask='{en: "Which city is it?"}')
    | {"data/city.yaml": _on_seas()},
    "idle-key": _template(
        way="first", by="founded", answer="name", several="yes", ask='{en: "Which is the oldest?"}'
    ),
    "idle-key#count": _template(way="count", ask='{en: "How many cities are there?"}')
    | {"data/city.yaml": _tagged().replace("facts:", "complete: yes\nfacts:")},
    "idle-explanation": _template(explain='{en: "It has {people} people."}')
    | {
        "data/city.yaml": _tagged().replace(
            "unique:", "  people: {type: number, optional: yes}\nunique:"
        )
    },
    "topic-declared-twice": {
        "questions/more.yaml": "topic: seas\nname: {en: Seas}\ntemplates: {}\n",
        "questions/nore.yaml": "topic: seas\nname: {en: Waters}\ntemplates: {}\n",
    },
    "missing-key#odd": _template(way="odd", answer="name", ask='{en: "Which is it not?"}'),
    "answer-in-stem": _template(ask='{en: "When was {name} founded, in {founded}?"}'),
    "placeholder-not-here": _template(
        way="first", by="founded", answer="name", ask='{en: "Which is older than {name}?"}'
    ),
    "needs-complete": _template(way="count", ask='{en: "How many on the {sea}?"}', answer=""),
    "form-nowhere": _template(ask='{en: "When was {name:teh} founded?"}'),
    "form-nowhere#near": _template(ask='{en: "When was {name:teh} founded?"}')
    | {
        "data/more.yaml": "kind: city\nfacts:\n  hague:\n"
        "    name: {en: {default: Hague, the: the Hague}}\n"
        "    founded: 1248\n    sources: [atlas]\n"
    },
    "condition-on-words": _template(where="{name: Baku}"),
    "condition-on-words#reference": _template(where="{sea.name: Caspian Sea}"),
    "unmet-condition": _template(only="{founded: 1}"),
    "unmet-condition#reference": _template(only="{sea: [caspian, red]}")
    | {"data/city.yaml": _tagged().replace("sea: red", "sea: black")},
    "disputed-value": _template(only="{founded: [885, 880]}")
    | {
        "data/city.yaml": _tagged().replace(
            "founded: 885,",
            "founded: 885, otherwise: [{field: founded, value: 880, source: map}],",
        )
    },
    "no-items": _template()
    | {"data/city.yaml": _tagged().replace("sources:", "not-asked: old, sources:")},
    "no-items#incomplete": _template(answer="people")
    | {
        "data/city.yaml": _tagged().replace(
            "unique:", "  people: {type: number, optional: yes}\nunique:"
        )
    },
    "no-items#odd": _template(
        way="odd",
        answer="name",
        where="{seas: black}",
        ask='{en: "Which of these does NOT lie on the Black Sea?"}',
    )
    | {"data/city.yaml": _on_seas()},
    "no-items#pair": _template(
        way="pair", pair="[founded, sea]", answer="", ask='{en: "Which pair is right?"}'
    ),
    "no-items#count": _template(
        way="count",
        answer="",
        where="{sea: caspian}",
        ask='{en: "How many cities lie on the Caspian Sea?"}',
    )
    | {"data/city.yaml": _tagged().replace("facts:", "complete: [{sea: black}]\nfacts:")},
    "ambiguous#alone": _template(ask='{en: "On which sea does {name} lie?"}', answer="seas")
    | {
        "data/city.yaml": _on_seas()
        .replace("[caspian]", "[caspian, white]")
        .replace("facts:", "complete: yes\nfacts:")
    },
    "ambiguous#plain": _template(ask='{en: "Which city is it?"}', answer="name"),
    "ambiguous": _template(ask='{en: "Which city lies on the {sea}?"}', answer="name")
    | {
        "data/more.yaml": "kind: city\nfacts:\n"
        "  aktau: {name: {en: Aktau}, founded: 1961, sea: caspian, sources: [atlas]}\n"
    },
    "small-pool": _template(ask='{en: "On which sea does {name} lie?"}', answer="sea")
    | {
        "data/city.yaml": dedent(CITY)
        .replace("sea: red", "sea: black")
        .replace("sea: white", "sea: black")
        .replace("facts:", "unique: [name]\nfacts:")
    },
    "small-pool#unique": _template(ask='{en: "On which sea does {name} lie?"}', answer="sea")
    | {"data/city.yaml": dedent(CITY)},
    "small-pool#alike": _template(
        way="first", by="founded", answer="sea", ask='{en: "Which came first?"}'
    )
    | {"data/city.yaml": re.sub("sea: [a-z]+,", "sea: black,", _tagged())},
    "not-an-option": _template(ask='{en: "Which city was founded in {founded}?"}', answer="name")
    | {
        "data/city.yaml": _tagged()
        + "  last: {name: {en: None of these}, founded: 1900, sources: [atlas]}\n"
    },
    "not-an-option#bare": _template(ask='{en: "Is {name} old?"}', answer="old")
    | {"data/city.yaml": _old_or_not()},
    "stem-no-question": _template(ask='{en: "Give the year in which {name} was founded."}'),
    "stem-blank": _template(ask='{en: "{name} was founded in ____?"}'),
    "stem-negative": _template(ask='{en: "In which year was {name} not yet founded?"}'),
    "stem-absolute": _template(ask='{en: "When was {name} always said to be founded?"}'),
    "stem-join": _template(ask='{en: "When was the the {name} founded?"}'),
    "key-often-longest": _template(
        ask='{en: "Which city was founded in {founded}?"}',
        answer="name",
        only="{sort: long}",
        among="{sort: short}",
    )
    | {"data/city.yaml": _long_and_short()},
    "key-stands-out": _template(
        ask='{en: "Which city was founded in {founded}?"}', answer="name", only="{founded: 885}"
    )
    | {
        "data/city.yaml": dedent(CITY)
        .replace("{en: Baku}", "{en: Baku the windy capital on the shore}")
        .replace("facts:", "unique: [name]\nfacts:")
    },
}

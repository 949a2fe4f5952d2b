"""Anki: a deck of cards in a package (.apkg), a sub-deck for each topic.

A note is known by the item's id and its language. Importing another package updates the notes
that are there and adds no second ones; each language has notes and a note type of its own.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections.abc import Iterator
from hashlib import blake2b

import genanki

from azun_quiz import __version__
from azun_quiz.content.templates import MAX_OPTIONS
from azun_quiz.export import anki_card
from azun_quiz.export.archive import archive
from azun_quiz.export.markup import html, phrase, sources
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.names import level_name
from azun_quiz.text.catalog import Messages
from azun_quiz.text.safe import holdable

SUFFIX = ".apkg"
BINARY = True

_DECK_SEPARATOR = "::"
_NOT_IN_TAGS = re.compile(r'[\s"]+')

_FIRST_TIME = 978_307_200
"""The start of the year 2001, in seconds since 1970: earlier than anybody's own changes."""

_STEP = 8192
"""Seconds between versions; within them every text has a time of its own."""

_SQLITE_VERSION = slice(96, 100)
"""Where the head of a database names the version of SQLite that wrote it; see
https://www.sqlite.org/fileformat.html"""


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The package in one piece."""
    model = _model(sheet.t)
    decks: dict[str, genanki.Deck] = {}
    for item in sheet.items:
        if len(item.options) > MAX_OPTIONS:
            sheet.left_out(item, sheet.t("it has more than {most} options", most=MAX_OPTIONS))
            continue
        name = _deck_name(sheet, item)
        if name not in decks:
            decks[name] = genanki.Deck(_number("deck", name), name)
        decks[name].add_note(_note(item, sheet, model))
    yield archive({"collection.anki2": _collection(list(decks.values()), model), "media": b"{}"})


def _collection(decks: list[genanki.Deck], model: genanki.Model) -> bytes:
    """The database of the package."""
    looks = _modified(model.css, *model.templates[0].values())
    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        genanki.Package(decks).write_to_db(cursor, looks, itertools.count(_FIRST_TIME * 1000))
        cursor.execute("SELECT id, flds, tags FROM notes")
        times = [(_modified(*texts), key) for key, *texts in cursor.fetchall()]
        cursor.executemany("UPDATE notes SET mod = ? WHERE id = ?", times)
        connection.commit()
        database = bytearray(connection.serialize())
    finally:
        connection.close()
    database[_SQLITE_VERSION] = bytes(4)
    return bytes(database)


def _modified(*texts: str) -> int:
    """When these texts were changed last, in seconds since 1970, as Anki is told.

    Anki takes a note over only if its time differs from that of the note it has (“always”), or is
    later (“if newer”). The same questions have to give the same package at any time of day, so
    the time is made of the texts; that of a later version of the program is always later.
    """
    numbers = [int(number) for number in re.findall(r"\d+", __version__)[:3]]
    major, minor, patch = (*numbers, 0, 0, 0)[:3]
    version = (major * 100 + minor) * 100 + patch
    return _FIRST_TIME + version * _STEP + _digest(*texts) % _STEP


def _digest(*texts: str) -> int:
    return int.from_bytes(blake2b("\n".join(texts).encode(), digest_size=8).digest())


def _number(*names: str) -> int:
    """A number that stands for these names at all times, of 30 bits as Anki's ids are."""
    return (1 << 30) + _digest(*names) % (1 << 30)


def _deck_name(sheet: Sheet, item: Item) -> str:
    topic = holdable(sheet.topic(item)).replace(_DECK_SEPARATOR, ":")
    return f"{holdable(sheet.title)}{_DECK_SEPARATOR}{topic}"


def _model(t: Messages) -> genanki.Model:
    """The note type of a language."""
    return genanki.Model(
        _number("note type", t.code),
        f"azun-quiz {t.code}",
        fields=[{"name": name, "rtl": t.right_to_left} for name in anki_card.FIELDS],
        templates=[
            {"name": "azun-quiz", "qfmt": anki_card.front(t), "afmt": anki_card.back(t)},
        ],
        css=anki_card.style(),
        sort_field_index=anki_card.FIELDS.index("Question"),
    )


def _note(item: Item, sheet: Sheet, model: genanki.Model) -> genanki.Note:
    t = sheet.t
    values = {
        "Id": html(item.id),
        "Question": phrase(item.stem, t),
        "Key": str(item.key + 1),
        "Answer": phrase(item.answer, t),
        "Explanation": phrase(item.explanation, t),
        "Sources": sources(item.sources, t),
        "Topic": html(sheet.topic(item)),
        "Level": html(level_name(item.level, t)),
    }
    for index, option in enumerate(item.options):
        values[anki_card.option_field(index)] = phrase(option, t)
        values[anki_card.remark_field(index)] = phrase(_remark(item, index, sheet), t)
    return genanki.Note(
        model=model,
        fields=[_inert(values.get(name, "")) for name in anki_card.FIELDS],
        tags=[_tag("topic", item.topic), _tag("level", item.level)],
        guid=genanki.guid_for("azun-quiz", holdable(item.id), item.lang),
    )


def _remark(item: Item, index: int, sheet: Sheet) -> str:
    """Where a wrong option belongs, if the explanation does not say it."""
    remark = "" if index == item.key else sheet.remark(item, index)
    return "" if remark in item.explanation else remark


def _inert(markup: str) -> str:
    """The field without what Anki would run: sounds, LaTeX and typed answers stand in brackets."""
    return markup.replace("[", "&#91;")


def _tag(kind: str, value: str) -> str:
    return f"{kind}::{_NOT_IN_TAGS.sub('-', holdable(value))}"

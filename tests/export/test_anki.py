"""The deck, imported by Anki itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import given, settings
from lxml import html as reader

from azun_quiz.export import anki
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from azun_quiz.names import level_name
from azun_quiz.text.catalog import messages
from azun_quiz.text.safe import holdable
from azun_quiz.text.sources import source_name
from tests.export.hostile import sheets

LANGUAGES = ("en", "ar", "az")
IF_NEWER, ALWAYS = 0, 1
CARD_TAGS = {"div", "p", "ol", "li", "span", "bdi"}
Items = Callable[..., dict[str, Item]]
Counts = dict[str, int]


class Desk:
    """Somebody's Anki."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.collection = Collection(str(place / "collection.anki2"))

    def bring_in(self, *decks: bytes, update: int = IF_NEWER) -> Counts:
        """Import decks and count the notes that Anki says are new, updated, and so on."""
        counts: Counts = {}
        for deck in decks:
            path = self.place / "deck.apkg"
            path.write_bytes(deck)
            options = ImportAnkiPackageOptions(update_notes=update, update_notetypes=update)
            log = self.collection.import_anki_package(
                ImportAnkiPackageRequest(package_path=str(path), options=options)
            ).log
            for field, value in log.ListFields():
                if field.name not in ("found_notes", "dupe_resolution"):
                    counts[field.name] = counts.get(field.name, 0) + len(value)
        return counts

    def notes(self) -> dict[tuple[str, str], dict[str, str]]:
        """The text of the fields of every note by id and note type, without markup."""
        found = {}
        for key in self.collection.find_notes(""):
            note = self.collection.get_note(key)
            fields = {name: plain(value) for name, value in note.items()}
            found[fields["Id"], note.note_type()["name"]] = fields
        return found

    def sides(self, key: int) -> tuple[reader.HtmlElement, reader.HtmlElement]:
        """The front and the back of the first card of a note, as Anki renders them."""
        card = self.collection.get_note(key).cards()[0]
        return reader.fromstring(card.question()), reader.fromstring(card.answer())


def plain(markup: str) -> str:
    if not {"<", "&"} & set(markup):
        return markup
    return reader.fromstring(f"<div>{markup}</div>").text_content()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.collection.close()


def packed(sheet: Sheet) -> bytes:
    return b"".join(anki.pieces(sheet))


def sheet_of(items: list[Item], lang: str, library: Library, title: str = "Class 9") -> Sheet:
    topics = {item.topic: f"Topic {item.topic}" for item in items}
    return Sheet(items, messages(lang), title, topics, remark=library.bank.remark)


def few(items: Items, lang: str = "en", count: int = 12) -> list[Item]:
    return list(items(lang).values())[:: len(items(lang)) // count][:count]


def test_the_whole_bank_in_three_languages(items: Items, library: Library, desk: Desk) -> None:
    every = [list(items(lang).values()) for lang in LANGUAGES]
    made = [
        packed(sheet_of(some, lang, library)) for some, lang in zip(every, LANGUAGES, strict=True)
    ]
    count = sum(map(len, every))
    assert desk.bring_in(*made) == {"new": count}
    before = desk.notes()
    assert len(before) == count
    for item in (item for some in every for item in some):
        fields = before[item.id, f"azun-quiz {item.lang}"]
        t = messages(item.lang)
        assert fields["Question"] == item.stem
        options = [fields[f"Option {number}"] for number in range(1, 6)]
        assert options == [*item.options, *[""] * (5 - len(item.options))]
        assert (int(fields["Key"]) - 1, fields["Answer"]) == (item.key, item.answer)
        assert fields["Explanation"] == item.explanation
        names = [source_name(source, t) for source in item.sources]
        assert fields["Sources"] == t.context("list", "; ").join(names)
        assert fields["Level"] == level_name(item.level, t)
    assert desk.bring_in(*made, update=ALWAYS) == {"duplicate": count}  # and the same
    assert desk.notes() == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cards_are_rendered(items: Items, library: Library, desk: Desk, lang: str) -> None:
    made = {item.id: item for item in few(items, lang)}
    sheet = sheet_of(list(made.values()), lang, library)
    desk.bring_in(packed(sheet))
    for key in desk.collection.find_notes(""):
        item = made[desk.collection.get_note(key)["Id"]]
        front, back = desk.sides(key)
        for side in (front, back):
            (card,) = side.find_class("azun-quiz")
            assert (card.get("lang"), card.get("dir")) == (lang, "rtl" if lang == "ar" else "ltr")
            assert [found.text_content() for found in side.find_class("stem")] == [item.stem]
            assert [found.text_content() for found in side.find_class("text")] == [*item.options]
            assert "{{" not in side.text_content()
        (options,) = back.find_class("options")
        assert options.get("class") == f"options key-{item.key + 1}"
        assert item.explanation not in front.text_content()
        assert item.explanation in back.text_content()
        told = [found.text_content() for found in back.xpath(".//li/p")]
        remarks = [library.bank.remark(item, n) for n in range(len(item.options)) if n != item.key]
        assert told == [text for text in remarks if text and text not in item.explanation]
        for source in item.sources:
            assert source_name(source, sheet.t) in back.text_content()


@pytest.mark.parametrize("field", ["stem", "explanation", "topic"])
def test_what_was_changed_is_updated(
    items: Items, library: Library, desk: Desk, field: str
) -> None:
    made = few(items)
    desk.bring_in(packed(sheet_of(made, "en", library)))
    changed = [replace(made[0], **{field: "another"}), *made[1:]]
    counts = desk.bring_in(packed(sheet_of(changed, "en", library)), update=ALWAYS)
    assert counts == {"updated": 1, "duplicate": len(made) - 1}
    fields = desk.notes()[made[0].id, "azun-quiz en"]
    assert any("another" in text for text in fields.values())


def test_a_later_version_updates_by_itself(
    items: Items, library: Library, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = few(items)
    for version in ("0.1.0", "0.1.1", "0.2.0", "1.0.0", "1.0.1.dev3"):
        monkeypatch.setattr(anki, "__version__", version)
        counts = desk.bring_in(packed(sheet_of(made, "en", library)))
        assert counts == {"new" if version == "0.1.0" else "updated": len(made)}


def test_decks_tags_and_ids(items: Items, library: Library, desk: Desk) -> None:
    made = few(items)
    desk.bring_in(packed(sheet_of(made, "en", library)))
    names = {deck.name for deck in desk.collection.decks.all_names_and_ids()}
    topics = {item.topic for item in made}
    assert {f"Class 9::Topic {topic}" for topic in topics} | {"Class 9"} <= names
    for item in made:
        (key,) = desk.collection.find_notes(f'"Id:{item.id}"')
        note = desk.collection.get_note(key)
        assert note.tags == sorted([f"topic::{item.topic}", f"level::{item.level}"])
        (card,) = note.cards()
        assert desk.collection.decks.name(card.did) == f"Class 9::Topic {item.topic}"
    found = desk.collection.find_notes('"tag:level::medium"')
    assert len(found) == len(made)


def test_the_same_items_give_the_same_bytes(items: Items, library: Library) -> None:
    made = few(items, "ar")
    first, again = (packed(sheet_of(made, "ar", library)) for _ in range(2))
    assert first == again
    with ZipFile(BytesIO(first)) as opened:
        assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened.read("collection.anki2")[96:100] == bytes(4)


def test_an_item_with_more_options_than_a_note_has_fields_for_is_left_out(items: Items) -> None:
    item = few(items)[0]
    told: list[tuple[Item, str]] = []
    more = replace(item, options=tuple("abcdef"), id="more")
    sheet = Sheet(
        [more, item], messages("en"), "T", left_out=lambda item, why: told.append((item, why))
    )
    with ZipFile(BytesIO(packed(sheet))) as opened:
        assert b"Option 5" in opened.read("collection.anki2")
        assert b"abcdef" not in opened.read("collection.anki2")
    assert told == [(more, "it has more than 5 options")]


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("anki"))
    yield desk
    desk.collection.close()


@settings(max_examples=12)
@given(sheets())
def test_hostile_text_stays_text(shared_desk: Desk, sheet: Sheet) -> None:
    collection = shared_desk.collection
    collection.remove_notes(collection.find_notes(""))
    assert shared_desk.bring_in(packed(sheet)) == {"new": len(sheet.items)}
    items = {composed(item.id): item for item in sheet.items}
    for key in collection.find_notes(""):
        note = collection.get_note(key)
        item = items[plain(note["Id"])]
        assert not note.cards()[0].question_av_tags()
        texts = [composed(option) for option in item.options]
        for side in shared_desk.sides(key):
            (card,) = side.find_class("azun-quiz")
            assert {element.tag for element in card.iter()} <= CARD_TAGS
            assert [text.text_content() for text in card.find_class("text")] == texts


def composed(text: str) -> str:
    """The text as Anki keeps it."""
    from unicodedata import normalize

    return normalize("NFC", holdable(text))

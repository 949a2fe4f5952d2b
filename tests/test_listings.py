"""Lists of items that are kept between runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azun_quiz import listings as module
from azun_quiz.content.load import Content, load
from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.generator.absences import absences
from azun_quiz.generator.bank import Bank
from azun_quiz.library import Library, bank_of
from azun_quiz.listings import KEPT, Listings
from tests.plain.script import PACK


@pytest.fixture(scope="module")
def content(library: Library) -> Content:
    return library.content


@pytest.fixture(scope="module")
def whole(library: Library) -> Bank:
    assert len(library.bank) > 0
    return library.bank


@pytest.fixture(scope="module")
def small() -> Bank:
    """The bank of a few facts, which is soon made anew."""
    return Bank(load([Pack(BUILT_IN, PACK)]))


@pytest.fixture
def kept(tmp_path: Path, whole: Bank) -> Listings:
    listings = Listings(tmp_path / "cache")
    listings.keep(whole)
    return listings


def file_in(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_what_was_kept_is_found(kept: Listings, whole: Bank, content: Content) -> None:
    assert kept.find(content.digest) == whole.listing
    assert kept.find("another") is None


def test_items_are_listed_without_looking_for_them(
    kept: Listings, whole: Bank, content: Content
) -> None:
    bank = bank_of(content, None, kept)
    assert bank.ids(bank.topics) == whole.ids(whole.topics)
    assert len(bank) == len(whole)
    assert all(bank.made(template) is None for template in bank.templates)


@settings(max_examples=3)
@given(data=st.data())
def test_a_list_changes_no_item(whole: Bank, content: Content, data: st.DataObject) -> None:
    """In whichever order the items are asked for."""
    bank = Bank(content, listing=whole.listing)
    seed = data.draw(st.integers(0, 1 << 40))
    level = data.draw(st.sampled_from(("easy", "medium", "hard")))
    for name in data.draw(st.permutations(whole.ids(whole.topics)))[:100]:
        assert name in bank
        wanted = whole.item(name, lang="az", seed=seed, level=level)
        assert bank.item(name, lang="az", seed=seed, level=level) == wanted
        assert bank.clues(name) == whole.clues(name)


def test_a_list_changes_nothing_that_a_teacher_is_told(whole: Bank, content: Content) -> None:
    bank = Bank(content, listing=whole.listing)
    for template in reversed(bank.templates):
        assert absences(bank, template) == absences(whole, template)


def test_a_list_of_other_templates_is_not_used(whole: Bank, content: Content) -> None:
    template = whole.templates[0]
    bank = Bank(content, listing={template: whole.listing[template]})
    assert bank.listing == whole.listing


@pytest.mark.parametrize("harm", ["cut", "changed", "emptied", "renamed", "gone", "directory"])
def test_a_damaged_file_is_as_good_as_none(harm: str, small: Bank, tmp_path: Path) -> None:
    kept, content = Listings(tmp_path / "cache"), small.content
    kept.keep(small)
    path = file_in(tmp_path)
    data = path.read_bytes()
    other = Listings(tmp_path / "cache")._path("other")
    if harm == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif harm == "changed":
        path.write_bytes(data.replace(b"decision", b"derision", 1))
        assert path.read_bytes() != data
    elif harm == "emptied":
        path.write_bytes(b"")
    elif harm == "renamed":
        path.rename(other)
        assert kept.find("other") is None
    else:
        path.unlink()
        if harm == "directory":
            path.mkdir()
    assert kept.find(content.digest) is None
    assert bank_of(content, None, kept).listing == small.listing


def test_another_program_finds_its_items_itself(
    kept: Listings, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_program", lambda: b"newer")
    assert kept.find(content.digest) is None


def test_the_program_is_known_by_its_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [
        tmp_path / name for name in ("content/m.py", "generator/m.py", "text/m.py", "levels.py")
    ]
    for path in files:
        path.parent.mkdir(exist_ok=True)
        path.write_text("one = 1\n")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    found = {module._program.__wrapped__()}
    for path in files:
        path.write_text("one = 10\n")
        found.add(module._program.__wrapped__())
    assert len(found) == 5


def test_a_cache_that_can_only_be_read_is_used(
    kept: Listings, whole: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(module.os, "utime", refuse)
    assert kept.find(whole.digest) == whole.listing


def test_an_earlier_bank_goes_before_a_kept_list(kept: Listings, whole: Bank) -> None:
    bank = bank_of(whole.content, whole, kept)
    template = whole.templates[0]
    assert bank.listing == whole.listing
    assert whole.made(template)
    assert bank.made(template) == whole.made(template)


def test_a_directory_that_cannot_be_used_does_no_harm(tmp_path: Path, small: Bank) -> None:
    (tmp_path / "file").write_text("")
    listings = Listings(tmp_path / "file" / "cache")
    assert bank_of(small.content, None, listings).listing == small.listing
    assert listings.find(small.digest) is None


def test_lists_that_were_not_used_for_long_go(kept: Listings, whole: Bank, tmp_path: Path) -> None:
    directory = tmp_path / "cache"
    first = file_in(tmp_path)
    for number in range(KEPT + 3):
        other = directory / f"items-{number}.json"
        other.write_bytes(b"")
        os.utime(other, (number, number))
    os.utime(first, (2.5, 2.5))
    beside = directory / "beside.txt"
    beside.write_text("mine")
    assert kept.find(whole.digest) is not None  # and with that it was used last
    another = Bank(load([]))
    kept.keep(another)
    left = {path.name for path in directory.iterdir()}
    assert first.name in left
    assert beside.name in left
    assert len(left) == KEPT + 1

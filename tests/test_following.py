"""Content that is loaded again: what was kept makes no difference to what comes out."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree, rmtree
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.errors import UserError
from azun_quiz.following import Follower
from azun_quiz.generator.absences import absences
from azun_quiz.library import Library, open_library
from azun_quiz.listings import Listings
from azun_quiz.watching import changes, stamp
from tests.packs import write_pack

PACK = Path(__file__).resolve().parent / "plain" / "pack"
BESIDE = {
    "data_harbour": """\
    kind: harbour
    name: {en: harbour, ar: ميناء, az: liman}
    fields:
      name: {type: words}
      state: {type: ref, of: member}
    unique: [name]
    facts: {}
    """,
    "questions_more": """\
    topic: members
    templates:
      again:
        about: member
        ask:
          en: Which State is {state}, again?
          ar: ما الدولة {state}؟
          az: Hansı dövlət {state} adlanır?
        answer: joined
    """,
}

EDITS = [
    ("questions/decisions.yaml", "On what date did", "On which day did"),
    ("questions/decisions.yaml", "answer: adopted", "answer: adoptd"),
    ("questions/decisions.yaml", "topic: decisions", "# a note\ntopic: decisions"),
    ("questions/decisions.yaml", "answer: meeting", "answer: meeting\n    options: 3"),
    ("questions/members.yaml", "templates:", "templates: ["),
    ("questions/members.yaml", "topic: members", "topic: states"),
    ("data/decision.yaml", "number: 853", "number: 1853"),
    ("data/decision.yaml", "number: 822", "number: many"),
    ("data/decision.yaml", "facts:", "# a note\nfacts:"),
    ("data/decision.yaml", "fields:", "feilds:"),
    ("data/member.yaml", "facts:", "complete: yes\nfacts:"),
    ("data/member.yaml", "en: Azerbaijan", "en: Azerbaijan (new)"),
    ("data/member.yaml", "kind: member", "kind: membr"),
]


def same(first: Library, second: Library) -> None:
    """Two libraries give the same in every respect."""
    one, two = first.bank, second.bank
    assert first.problems == second.problems
    assert one.digest == two.digest
    assert one.languages == two.languages
    ids = one.ids(one.topics)
    assert ids == two.ids(two.topics)
    for name in ids:
        lang = one.way(name.partition("/")[0]).pools.languages[-1]
        for seed in (0, 5):
            assert one.item(name, lang=lang, seed=seed) == two.item(name, lang=lang, seed=seed)
    for template in one.templates:
        assert absences(one, template) == absences(two, template)
        place = one.way(template).compiled.template.place
        assert place == two.way(template).compiled.template.place


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return copytree(PACK, tmp_path / "pack")


def edit(directory: Path, name: str, old: str, new: str) -> None:
    """Make a change, or take it back where it was made before."""
    path = directory / name
    text = path.read_text("utf-8")
    changed = text.replace(new, old, 1) if new in text else text.replace(old, new, 1)
    path.write_text(changed, "utf-8")


def test_the_edits_are_edits(directory: Path) -> None:
    for name, old, new in EDITS:
        before = (directory / name).read_text("utf-8")
        edit(directory, name, old, new)
        assert (directory / name).read_text("utf-8") != before, (name, old)
        edit(directory, name, old, new)
        assert (directory / name).read_text("utf-8") == before, (name, new)


@settings(max_examples=12)
@given(steps=st.lists(st.sampled_from(EDITS), min_size=1, max_size=5))
def test_what_is_kept_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("packs")
    directory = copytree(PACK, root / "pack")
    beside = write_pack(root / "beside", **BESIDE)
    in_use = [Pack(BUILT_IN, directory), Pack.at(beside)]
    follower = Follower(lambda: in_use, root, Listings(root / "cache"))
    follower.open()
    for step in steps:
        edit(directory, *step)
        same(follower.open(), open_library(in_use))


def test_templates_that_stay_the_same_are_kept(directory: Path) -> None:
    follower = Follower(lambda: [Pack(BUILT_IN, directory)], directory)
    before = follower.open().bank
    edit(directory, *EDITS[0])
    after = follower.open().bank
    assert after is not before
    made = {name for name in after.templates if after._entries and after.way(name).subjects}
    kept = {name for name in made if after.way(name).subjects is before.way(name).subjects}
    assert kept == made - {"decision-date"}


def test_nothing_is_made_again_where_nothing_has_changed(directory: Path) -> None:
    follower = Follower(lambda: [Pack(BUILT_IN, directory)], directory)
    library = follower.open()
    assert follower.open() is library
    path = directory / "data" / "member.yaml"
    path.write_bytes(path.read_bytes())
    assert follower.open() is library


def test_a_glimpse_shows_what_the_whole_bank_will(directory: Path) -> None:
    follower = Follower(lambda: [Pack(BUILT_IN, directory)], directory)
    follower.open()
    edit(directory, *EDITS[0])
    soon = follower.glimpse("decision-date").bank
    whole = follower.open().bank
    assert soon.templates == ("decision-date",)
    for name in soon.items_of("decision-date"):
        assert soon.item(name, lang="ar", seed=4) == whole.item(name, lang="ar", seed=4)
    assert len(follower.glimpse("no-such-template").bank) == 0


def test_a_pack_that_is_gone_for_a_moment(directory: Path) -> None:
    def found() -> list[Pack]:
        if not (directory / "data").is_dir():
            raise UserError("There is no pack in {path}.", path=directory)
        return [Pack(BUILT_IN, directory)]

    follower = Follower(found, directory)
    count = len(follower.open().bank)
    rmtree(directory)
    assert len(follower.open().bank) == 0
    copytree(PACK, directory)
    assert len(follower.open().bank) == count
    rmtree(directory)
    with pytest.raises(UserError):
        Follower(found, directory).open()


def test_changes_are_told_until_it_is_stopped(directory: Path) -> None:
    """Also those made before anybody watched, and in directories made later."""
    packs = [Pack(BUILT_IN, directory)]
    stop = Event()
    since = stamp(packs)
    edit(directory, *EDITS[0])
    seen = changes(lambda: packs, directory / "none", since, stop)
    next(seen)
    rmtree(directory / "questions")
    next(seen)
    copytree(PACK / "questions", directory / "questions")
    next(seen)
    stop.set()
    assert list(seen) == []

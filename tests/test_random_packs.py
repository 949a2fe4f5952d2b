"""Packs at random, from files to a played round: loaded, checked, played, exported."""

from __future__ import annotations

import io
import json
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.export import jsonl
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.checking import check
from azun_quiz.generator.item import Item
from azun_quiz.generator.rules import option_flaws
from azun_quiz.levels import LEVELS
from azun_quiz.paths import STORE
from azun_quiz.plain.asking import RoundPlayer
from azun_quiz.plain.console import Console
from azun_quiz.session import Session, Wish
from azun_quiz.sitting import Sitting
from azun_quiz.store.store import Store
from azun_quiz.text.catalog import messages
from azun_quiz.text.languages import language
from tests.disguised_worlds import disguised
from tests.generator.judging import (
    CHECKS,
    asked_by,
    check_form,
    items_of,
    options_of,
)
from tests.generator.judging import (
    bank_of as plain_bank,
)
from tests.generator.measuring import is_ordered
from tests.generator.oracle import Oracle
from tests.generator.worlds import HARMLESS, World, random_world, worlds
from tests.plain.reading import SCORE
from tests.plain.script import Clock, Typing
from tests.random_packs import (
    RandomPack,
    is_plain,
    random_pack,
    right_texts,
    write_files,
)

numbers = st.integers(0, 2**32)
steady = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a number cannot be made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def bank_of(number: int) -> Bank:
    """The bank of a random pack, loaded from its files."""
    random = Random(number)
    pack = random_pack(random)
    with tempfile.TemporaryDirectory() as directory:
        path = write_files(random, Path(directory) / "wild", pack.files())
        return Bank(load([Pack.at(path)]))


# Worlds whose truth is known


def by_template(bank: Bank) -> Counter[str]:
    """How many items each template has, by its id inside the pack.

    Without pairs, which are found by trying, in an order that depends on names.
    """
    templates = [bank.content.templates[id_.partition("/")[0]] for id_ in bank.ids()]
    return Counter(one.id.rpartition(":")[2] for one in templates if one.way != "pair")


def examine(world: World, number: int) -> Counter[str]:
    """Check every item of a world that was written in disguise; how many there were by way."""
    random, oracle = Random(number), Oracle(world)
    with tempfile.TemporaryDirectory() as directory:
        paths = disguised(random, world, Path(directory))
        bank = Bank(load([Pack.at(path) for path in paths]))
    problems = {problem.code: problem.message for problem in bank.content.problems}
    assert set(problems) <= HARMLESS, problems
    assert not [problem for problem in bank.problems if problem.code.startswith("unknown")]
    assert by_template(bank) == by_template(plain_bank(world))
    seen: Counter[str] = Counter()
    for id_ in bank.ids():
        items = items_of(bank, id_, number % 7, random.choice(LEVELS))
        asked = asked_by(world, oracle, items, "p")
        if isinstance(asked.each, str):  # a thing, which may lie in another pack
            asked = replace(asked, each=asked.each.removeprefix("things."))
        check_form(items, asked, oracle)
        CHECKS[asked.template.way](oracle, asked, options_of(items), items["en"].key)
        seen[asked.template.way] += 1
    return seen


@settings(steady, max_examples=30)
@given(worlds(), numbers)
def test_names_files_and_packs_make_no_difference(world: World, number: int) -> None:
    """One right option, all others known to be wrong, however the world is written down."""
    examine(world, number)


def test_the_disguised_worlds_are_not_empty() -> None:
    seen: Counter[str] = Counter()
    for number in range(25):
        seen += examine(random_world(Random(number)), number)
    assert set(CHECKS) - {"pair"} <= set(seen)


# Packs of which nothing is known


def check_right(pack: RandomPack, item: Item, lang: str) -> None:
    """Whether, by the files alone, the key is right and no other option is."""
    template = pack.templates[item.template.removeprefix("wild:")]
    if not is_plain(pack, template):
        return
    fact = item.id.partition("/")[2].removeprefix("wild:")
    right = right_texts(pack, template, fact, lang)
    assert item.answer in right, item
    assert not right & {option for option in item.options if option != item.answer}, item


@settings(steady, max_examples=60)
@given(numbers)
def test_every_item_keeps_the_rules(number: int) -> None:
    """Distinct options of one length in every language, a key among them, and no flaw."""
    bank, pack = bank_of(number), random_pack(Random(number))
    check(bank)
    for index, id_ in enumerate(bank.ids(bank.topics)):
        way = bank.way(id_.partition("/")[0])
        shapes = set()
        for lang in bank.languages:
            if id_ not in bank.ids(bank.topics, lang):
                continue
            item = bank.item(id_, lang=lang, seed=number, level=LEVELS[index % 3])
            shapes.add((len(item.options), item.key))
            fold = language(lang).fold
            assert len({fold(option) for option in item.options}) == len(item.options)
            assert 3 <= len(item.options) <= way.compiled.template.options
            assert item.sources
            ordered = is_ordered(bank, id_)
            stem = bank.stems(id_)[lang]
            check_right(pack, item, lang)
            assert option_flaws(stem, item.options, item.key, lang, ordered=ordered) == [], item
        assert len(shapes) == 1


def test_the_packs_are_not_empty_and_mostly_right() -> None:
    ways: Counter[str] = Counter()
    clean = 0
    for number in range(40):
        bank = bank_of(number)
        templates = [bank.content.templates[id_.partition("/")[0]] for id_ in bank.ids(bank.topics)]
        ways.update(template.way for template in templates)
        clean += not bank.content.problems
    assert set(ways) == {"answer", "first", "last", "count", "odd", "pair"}
    assert clean > 20


@settings(steady, max_examples=25)
@given(numbers)
def test_the_same_files_give_the_same_bytes(number: int) -> None:
    first, second = bank_of(number), bank_of(number)
    lang = first.languages[0] if first.languages else "en"
    ids = first.ids(first.topics, lang)
    made = [first.item(id_, lang=lang, seed=3) for id_ in ids]
    again = [second.item(id_, lang=lang, seed=3) for id_ in reversed(ids)]
    exported = b"".join(jsonl.pieces(Sheet(made, messages("en"), "")))
    assert exported == b"".join(jsonl.pieces(Sheet(again[::-1], messages("en"), "")))
    lines = exported.decode().split("\n")
    assert [json.loads(line)["id"] for line in lines[:-1]] == list(ids)


def play(sitting: Sitting, random: Random, most: int = 99) -> None:
    """Answer questions of a round at random."""
    while most and sitting.round.current is not None:
        sitting.answer(random.randrange(len(sitting.item().options)))
        sitting.go_on()
        most -= 1


@settings(steady, max_examples=15)
@given(numbers)
def test_a_round_is_played_and_taken_up_again(number: int) -> None:
    bank, random, clock = bank_of(number), Random(number), Clock()
    if not bank.ids(bank.topics):
        return
    wish = Wish(bank.topics, 6, random.choice(LEVELS), seed=number % 1000)
    lang = bank.languages[0]
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / STORE
        with Store.open(path, now_ms=0) as store:
            sitting = Session(bank, store, lang, clocks=clock.both).new_round(wish)
            play(sitting, random, most=sitting.total // 2)
            kept = sitting.round
        with Store.open(path, now_ms=0) as store:
            session = Session(bank_of(number), store, lang, clocks=clock.both)
            taken_up = session.unfinished()
            assert taken_up is not None
            assert taken_up.round == kept
            play(taken_up, random)
            taken_up.finish()
            assert session.unfinished() is None
            assert all(attempt is not None for attempt in taken_up.round.answers)
            assert len(session.missed()) == len(taken_up.missed)


@settings(steady, max_examples=25)
@given(
    numbers, st.lists(st.sampled_from(["1", "2", "3", "s", "h", "?", "r", "", "u"]), max_size=14)
)
def test_a_round_is_played_line_by_line(number: int, lines: list[str]) -> None:
    """Nothing raises, no control character is printed, and the last line is the score."""
    bank, clock, paper = bank_of(number), Clock(), io.StringIO()
    if not bank.ids(bank.topics):
        return
    with Store.in_memory() as store:
        session = Session(bank, store, bank.languages[0], clocks=clock.both)
        sitting = session.new_round(Wish(bank.topics, 5, seed=number % 1000))
        console = Console(Typing(lines, clock, paper), paper, messages("en"), prompts=False)
        RoundPlayer(console, session, sitting).play()
    said = paper.getvalue()
    assert SCORE.fullmatch(said.splitlines()[-1])
    assert not [letter for letter in said if ord(letter) < 32 and letter != "\n"]


@pytest.mark.parametrize("number", range(3))
def test_a_pack_is_written_in_several_styles(number: int, tmp_path: Path) -> None:
    """The styles differ, else the tests above would read one kind of file only."""
    files = random_pack(Random(number)).files()
    written = set()
    for style in range(6):
        path = write_files(Random(style), tmp_path / str(style), files)
        written.add((path / "questions" / "t.yaml").read_bytes())
    assert len(written) > 2

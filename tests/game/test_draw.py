"""Drawing a round's items: fair, reproducible, and no item spoils another."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.game.draw import draw, spread
from tests.game.stubs import StubBank, StubClues

TOPICS = ("dates", "resolutions", "memberships", "context")


@st.composite
def banks(draw: st.DrawFn, spoil: bool = True) -> StubBank:
    """Banks of up to 40 items in up to four topics; some items show what others ask."""
    topics = {
        topic: [
            f"{topic}-{draw(st.integers(0, 2))}/f{number}"
            for number in range(draw(st.integers(0, 10)))
        ]
        for topic in TOPICS[: draw(st.integers(1, 4))]
    }
    values = st.frozensets(st.sampled_from("abcdefgh"), max_size=1)
    marks = {
        item: StubClues(draw(values), draw(values))
        for items in topics.values()
        for item in items
        if spoil and draw(st.booleans())
    }
    return StubBank(topics, marks)


def spoils(one: StubClues, other: StubClues) -> bool:
    return bool(one.shows & other.asks or one.asks & other.shows or one.asks & other.asks)


@given(banks(), st.integers(0, 30), st.integers(0, 9))
def test_a_round_asks_nothing_twice_and_spoils_nothing(
    bank: StubBank, count: int, seed: int
) -> None:
    drawn = draw(bank, topics=None, count=count, seed=seed)
    assert len(drawn) == len(set(drawn)) <= count
    assert set(drawn) <= set(bank.ids())
    for one, other in combinations(drawn, 2):
        assert not spoils(bank.clues(one), bank.clues(other))


@given(banks(), st.integers(0, 30), st.integers(0, 9))
def test_a_short_round_is_one_that_cannot_be_longer(bank: StubBank, count: int, seed: int) -> None:
    drawn = draw(bank, topics=None, count=count, seed=seed)
    if len(drawn) < count:
        for item in set(bank.ids()) - set(drawn):
            assert any(spoils(bank.clues(item), bank.clues(other)) for other in drawn)


@given(banks(spoil=False), st.integers(0, 30), st.integers(0, 9))
def test_topics_get_equal_shares(bank: StubBank, count: int, seed: int) -> None:
    drawn = draw(bank, topics=None, count=count, seed=seed)
    there = Counter(bank.topic_of(item) for item in bank.ids())
    shares = Counter(bank.topic_of(item) for item in drawn)
    assert shares.total() == min(count, there.total())
    most = max(shares.values(), default=0)
    for topic, size in there.items():
        assert shares[topic] == size or shares[topic] >= most - 1


@given(banks(), st.integers(0, 20), st.integers(0, 9), st.integers(0, 9))
def test_the_same_wishes_give_the_same_round(
    bank: StubBank, count: int, seed: int, other: int
) -> None:
    topics = bank.topics[:2]
    drawn = draw(bank, topics=topics, count=count, seed=seed)
    assert drawn == draw(bank, topics=list(reversed(topics)), count=count, seed=seed)
    assert {bank.topic_of(item) for item in drawn} <= set(topics)


@given(banks(spoil=False), st.integers(1, 20), st.integers(0, 9), st.data())
def test_what_was_seen_lately_waits(
    bank: StubBank, count: int, seed: int, data: st.DataObject
) -> None:
    ids = bank.ids()
    times = data.draw(st.lists(st.floats(0, 100), min_size=len(ids), max_size=len(ids)))
    recent = {item: time for item, time in zip(ids, times, strict=True) if time > 50}
    drawn = set(draw(bank, topics=None, count=count, seed=seed, recent=recent))
    for topic in bank.topics:
        mine = bank.ids([topic])
        taken = [recent.get(item, -1) for item in mine if item in drawn]
        left = [recent.get(item, -1) for item in mine if item not in drawn]
        assert not taken or not left or max(taken) <= min(left)


@given(banks(spoil=False), st.integers(0, 9))
def test_a_collection_of_recent_items_is_enough(bank: StubBank, seed: int) -> None:
    recent = bank.ids()[::2]
    drawn = draw(bank, topics=None, count=3, seed=seed, recent=recent)
    for topic in {bank.topic_of(item) for item in set(drawn) & set(recent)}:
        assert set(bank.ids([topic])) - set(recent) <= set(drawn)


@given(st.lists(st.sampled_from("aaabbc").map(lambda name: f"{name}/x"), max_size=12))
def test_templates_do_not_follow_themselves_where_avoidable(items: list[str]) -> None:
    ordered = spread(items)
    assert sorted(ordered) == sorted(items)
    repeats = sum(one == other for one, other in pairwise(ordered))
    most = max(Counter(items).values(), default=0)
    assert repeats == max(0, most - (len(items) - most) - 1)


def test_an_order_without_repeats_is_left_alone() -> None:
    assert spread(["a/1", "b/1", "a/2", "c/1"]) == ("a/1", "b/1", "a/2", "c/1")


def test_templates_of_a_topic_take_turns() -> None:
    bank = StubBank({"dates": [f"big/{n}" for n in range(50)] + ["small/1", "small/2", "small/3"]})
    drawn = draw(bank, topics=None, count=6, seed=1)
    assert Counter(item.partition("/")[0] for item in drawn) == {"big": 3, "small": 3}


def test_another_seed_or_content_gives_another_round() -> None:
    topics = {"dates": [f"t{n % 5}/{n}" for n in range(60)]}
    rounds = {
        draw(StubBank(topics, digest=digest), topics=None, count=10, seed=seed)
        for seed in range(20)
        for digest in ("one", "two")
    }
    assert len(rounds) == 40


def test_one_round_written_down() -> None:
    """Codes name rounds by their seed: the draw must not change from release to release."""
    bank = StubBank({topic: [f"{topic}/{n}" for n in range(9)] for topic in ("dates", "votes")})
    assert draw(bank, topics=None, count=5, seed=42) == GOLDEN
    assert draw(bank, topics=["votes", "dates"], count=5, seed=42) == GOLDEN_BY_TOPICS


@given(banks(), st.integers(0, 30), st.integers(0, 9), st.data())
def test_only_what_a_language_has_is_asked(
    bank: StubBank, count: int, seed: int, data: st.DataObject
) -> None:
    arabic = data.draw(st.sets(st.sampled_from(sorted(bank.items) or [""])))
    bank.spoken = {item: ("en",) for item in bank.items if item not in arabic}
    topics = bank.topics[:1]
    drawn = draw(bank, topics=topics, count=count, seed=seed, lang="ar")
    assert set(drawn) <= arabic & set(bank.ids(topics))
    without = StubBank({topic: list(bank.ids([topic], "ar")) for topic in bank.topics})
    without.marks = bank.marks
    assert drawn == draw(without, topics=topics, count=count, seed=seed)


GOLDEN = ("votes/2", "dates/4", "votes/0", "dates/6", "votes/5")
GOLDEN_BY_TOPICS = ("votes/6", "dates/3", "votes/0", "dates/1", "votes/1")

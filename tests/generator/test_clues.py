"""What a question shows and what it asks, by which a round keeps its questions apart."""

from __future__ import annotations

import pytest

from azun_quiz.generator.bank import Bank
from tests.packs import bank_of

LANDS = """\
    kind: land
    fields: {name: {type: words}, capital: {type: text}}
    unique: [name, capital]
    facts:
      ruritania: {name: {en: Ruritania}, capital: Strelsau, sources: [x]}
      zembla: {name: {en: Zembla}, capital: Onhava, sources: [x]}
      utopia: {name: {en: Utopia}, capital: Amaurot, sources: [x]}
      freedonia: {name: {en: Freedonia}, capital: Fredville, sources: [x]}
    """
TREATIES = """\
    kind: treaty
    fields:
      name: {type: words}
      land: {type: ref, of: land}
      signed: {type: date}
      number: {type: number}
      parties: {type: refs, of: land}
    unique: [name, land, signed, number]
    complete: yes
    facts:
      a: {name: {en: A}, land: ruritania, signed: 1901-01-01, number: 1, parties: [zembla],
          sources: [x]}
      b: {name: {en: B}, land: zembla, signed: 1902-02-02, number: 2, parties: [utopia],
          sources: [x]}
      c: {name: {en: C}, land: utopia, signed: 1903-03-03, number: 3, parties: [freedonia],
          sources: [x]}
      d: {name: {en: D}, land: freedonia, signed: 1904-04-04, number: 4, parties: [ruritania],
          sources: [x]}
    """
ASKS = """\
    topic: t
    templates:
      date: {about: treaty, ask: {en: "When was {name} signed?"}, answer: signed}
      on: {about: treaty, ask: {en: "Which was signed on {signed}?"}, answer: name}
      year: {about: treaty, ask: {en: "Which was signed in {signed.year}?"}, answer: name}
      land: {about: treaty, ask: {en: "Whose treaty is {number}?"}, answer: land}
      of: {about: treaty, ask: {en: "Which number is the treaty of {land}?"}, answer: number}
      capital: {about: land, ask: {en: "What is the capital of {name}?"}, answer: capital}
      first: {about: treaty, way: first, by: signed, answer: name, ask: {en: "Which first?"}}
      odd: {about: treaty, way: odd, answer: name, where: {number: [1, 2, 3]}, ask: {en: "Not?"}}
      count: {about: treaty, way: count, ask: {en: "How many in {signed.year}?"}}
      pair: {about: treaty, way: pair, pair: [name, number], ask: {en: "Which pair?"}}
      party: {about: treaty, each: {who: parties}, answer: name, ask: {en: "Which with {who}?"}}
    """

CLUES: dict[str, tuple[set[str], set[str]]] = {
    "date/a": ({"a:name"}, {"a:signed", "=1901-01-01"}),
    "on/a": ({"a:signed", "=1901-01-01"}, {"a:name"}),
    "year/a": ({"a:signed"}, {"a:name"}),
    "land/a": ({"a:number"}, {"a:land", "=ruritania"}),
    "of/a": ({"a:land", "=ruritania"}, {"a:number"}),
    "capital/zembla": ({"zembla:name"}, {"zembla:capital", "=Onhava"}),
    "first/a": (set(), {"first/first/a"}),
    "odd/d": (set(), {"odd/odd/d"}),
    "count/1901": ({"a:signed"}, {"count/count/a"}),
    "pair/a": (set(), {"a:name", "a:number"}),
    "party/a.zembla": ({"a:parties"}, {"a:name"}),
}
"""By the item: what it shows, and what it asks; values that say much follow a “=”."""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    directory = tmp_path_factory.mktemp("clues")
    return bank_of(directory, data_land=LANDS, data_treaty=TREATIES, questions_all=ASKS)


@pytest.mark.parametrize("item", CLUES)
def test_what_an_item_shows_and_asks(bank: Bank, item: str) -> None:
    clues = bank.clues(item)
    assert (set(clues.shows), set(clues.asks)) == CLUES[item]


def test_every_kind_of_question_is_among_the_examples(bank: Bank) -> None:
    assert {item.partition("/")[0] for item in CLUES} == set(bank.templates)

"""What a place in a sentence writes, for every type of value, part of one, and form."""

from __future__ import annotations

import pytest

from azun_quiz.generator.bank import Bank
from tests.packs import bank_of

FILES = {
    "data_units": """\
    units:
      metre: {en: {one: '# metre', other: '# metres'}, az: {other: '# metr'}}
    """,
    "data_land": """\
    kind: land
    fields:
      name: {type: words}
      size: {type: number}
      head: {type: ref, of: person, optional: yes}
    facts:
      ruritania:
        name: {en: {default: Ruritania, the: the Kingdom of Ruritania}, az: Ruritaniya}
        size: 1234567
        head: rudolf
        sources: [x]
      zembla: {name: {en: Zembla, az: Zembla}, size: 7, sources: [x]}
    """,
    "data_person": """\
    kind: person
    fields: {name: {type: words}}
    facts:
      rudolf: {name: {en: Rudolf V, az: V Rudolf}, sources: [x]}
    """,
    "data_event": """\
    kind: event
    fields:
      name: {type: words}
      height: {type: number, unit: metre}
      code: {type: text}
      day: {type: date}
      month: {type: date}
      year: {type: date}
      term: {type: span}
      since: {type: span}
      days: {type: span}
      terms: {type: spans}
      where: {type: ref, of: land}
      lands: {type: refs, of: land}
    facts:
      it:
        name: {en: {default: Fair, the: the Fair}, az: Yarmarka}
        height: 1
        code: A/48/1
        day: 1993-07-29
        month: 1993-08
        year: 1993
        term: 2005-2009
        since: 2010/
        days: 1993-07-29/1993-08-02
        terms: [2001, 2005-2009]
        where: ruritania
        lands: [zembla, ruritania]
        sources: [x]
    """,
}

WRITTEN = [
    ("{name}", "en", "Fair"),
    ("{name:the}", "en", "the Fair"),
    ("{height}", "en", "1"),
    ("{height:ord}", "en", "1st"),
    ("{height:counted}", "en", "1 metre"),
    ("{height:counted}", "az", "1 metr"),
    ("{where.size}", "en", "1,234,567"),
    ("{where.size:counted}", "en", "1,234,567"),
    ("{code}", "en", "A/48/1"),
    ("{day}", "en", "29 July 1993"),
    ("{day}", "az", "29 iyul 1993-cü il"),
    ("{day.year}", "en", "1993"),
    ("{day.month}", "en", "July 1993"),
    ("{day.day}", "en", "29 July 1993"),
    ("{day:loc}", "az", "1993-cü il iyulun 29-da"),
    ("{month}", "en", "August 1993"),
    ("{month:loc}", "az", "1993-cü ilin avqust ayında"),
    ("{month.month}", "en", "August 1993"),
    ("{month.month:loc}", "az", "1993-cü ilin avqust ayında"),
    ("{month.day}", "en", None),
    ("{year}", "en", "1993"),
    ("{year:loc}", "az", "1993-cü ildə"),
    ("{term:loc}", "az", "2005–2009-cu illərdə"),
    ("{day.year:loc}", "az", "1993-cü ildə"),
    ("{day.year:ord}", "az", "1993-cü"),
    ("{year.month}", "en", None),
    ("{term}", "en", "2005–2009"),
    ("{term.first}", "en", "2005"),
    ("{term.last}", "en", "2009"),
    ("{term.length}", "en", "5"),
    ("{term.length:counted}", "en", "5"),
    ("{since.last}", "en", None),
    ("{since}", "en", "since 2010"),
    ("{days}", "en", "29 July 1993 – 2 August 1993"),
    ("{terms}", "en", "2001 and 2005–2009"),
    ("{where}", "en", "Ruritania"),
    ("{where:the}", "en", "the Kingdom of Ruritania"),
    ("{where.name:the}", "en", "the Kingdom of Ruritania"),
    ("{where.head}", "en", "Rudolf V"),
    ("{where.head.name}", "az", "V Rudolf"),
    ("{lands}", "en", "Zembla and Ruritania"),
]


def written(bank: Bank, template: str, lang: str) -> str | None:
    """What the only place of a template's explanation becomes; None if it cannot be filled."""
    (slot,) = [
        piece for piece in bank.way(template).compiled.explain[lang] if hasattr(piece, "get")
    ]
    value = slot.get(bank.content.facts["it"])
    return None if value is None else slot.format(value, lang)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    places = dict.fromkeys(place for place, _, _ in WRITTEN)
    templates = "".join(
        f"      t{number}:\n        about: event\n        ask: {{en: 'Which?', az: 'Hansı?'}}\n"
        f"        answer: name\n        explain: {{en: '{place}.', az: '{place}.'}}\n"
        for number, place in enumerate(places)
    )
    questions = "    topic: t\n    templates:\n" + templates
    return bank_of(tmp_path_factory.mktemp("places"), **FILES, questions_t=questions)


@pytest.mark.parametrize(("place", "lang", "text"), WRITTEN)
def test_what_a_place_writes(bank: Bank, place: str, lang: str, text: str | None) -> None:
    number = list(dict.fromkeys(place for place, _, _ in WRITTEN)).index(place)
    assert written(bank, f"t{number}", lang) == text

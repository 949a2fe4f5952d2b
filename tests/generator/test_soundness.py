"""Examples of what must never be asked or offered; the property test says it of all worlds."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.generator.bank import Bank
from azun_quiz.generator.item import Item
from azun_quiz.levels import LEVELS
from tests.packs import bank_of

KINDS = """\
    kind: body
    name: {en: body}
    fields:
      name: {type: words}
    facts:
      council: {name: {en: Council}, sources: [a]}
      board: {name: {en: Board}, sources: [a]}
      court: {name: {en: Court}, sources: [a]}
      bank: {name: {en: Bank}, sources: [a]}
      fund: {name: {en: Fund}, sources: [a]}
    """
SEATS = """\
    kind: seat
    name: {en: seat}
    fields:
      body: {type: ref, of: body}
      term: {type: span}
      votes: {type: number, optional: yes}
    label: body
    unique: [[body, term.first]]
    complete: yes
    facts:
      board-2005: {body: board, term: 2005-2009, votes: 0, sources: [a]}
      council-2006: {body: council, term: 2006-2009, sources: [a]}
      court-2012: {body: court, term: 2012-2013, sources: [a]}
      bank-2015: {body: bank, term: 2015-2016, sources: [a]}
      fund-2017: {body: fund, term: 2017-2018, sources: [a]}
    """


def asked(**keys: str) -> str:
    lines = {"about": "seat"} | keys
    text = "".join(f"        {key}: {value}\n" for key, value in lines.items())
    return "    topic: seats\n    templates:\n      it:\n" + text


def seats(directory: Path, facts: str = SEATS, **keys: str) -> Bank:
    bank = bank_of(directory, data_body=KINDS, data_seat=facts, questions_seats=asked(**keys))
    assert bank.content.problems == ()
    assert bank.problems == ()
    return bank


def made(bank: Bank, subject: str) -> list[Item]:
    """An item at several seeds and all levels."""
    return [
        bank.item(f"it/{subject}", lang="en", seed=seed, level=level)
        for seed in range(5)
        for level in LEVELS
    ]


def shown(bank: Bank, subject: str) -> set[str]:
    return {option for item in made(bank, subject) for option in item.options}


BODY_IN_TERM = {"ask": '{en: "On which body in {term}?"}', "answer": "body"}


def test_a_longer_term_holds_the_shorter_one(tmp_path: Path) -> None:
    """Who sat on the board from 2005 to 2009 also sat there in 2006 to 2009."""
    bank = seats(tmp_path, **BODY_IN_TERM)
    assert "Board" not in shown(bank, "council-2006")
    assert "Council" not in shown(bank, "board-2005")
    assert {"Court", "Bank", "Fund"} <= shown(bank, "council-2006")


def test_a_part_of_the_right_term_is_no_wrong_option(tmp_path: Path) -> None:
    bank = seats(tmp_path, ask='{en: "In which years was it on the {body}?"}', answer="term")
    assert "2006–2009" not in shown(bank, "board-2005")
    assert "2005–2009" in shown(bank, "council-2006")


def test_what_came_earlier_under_the_same_name_counts(tmp_path: Path) -> None:
    """The bank sat in 1999 too, though nobody asks for it: it did not come after the council."""
    facts = (
        SEATS.rstrip()
        + "\n      bank-1999: {body: bank, term: 1999, not-asked: doubtful, sources: [a]}\n"
    )
    bank = seats(tmp_path, facts, ask='{en: "Which came first?"}', way="first", by="term")
    assert "Bank" not in shown(bank, "council-2006")
    assert not [item for item in bank.ids() if "bank-1999" in item]


def test_where_knowledge_is_open_a_name_can_hide_an_earlier_fact(tmp_path: Path) -> None:
    """Without ``complete`` nobody knows that the bank did not sit earlier as well."""
    facts = SEATS.replace("complete: yes", "complete: no")
    bank = seats(tmp_path, facts, ask='{en: "Which came first?"}', way="first", by="term")
    assert bank.ids() == ()


def test_a_statement_of_one_side_is_no_measure_for_the_others(tmp_path: Path) -> None:
    facts = SEATS.replace("court-2012: {", "court-2012: {according-to: gazette, ")
    voice = """\
        kind: voice
        fields: {phrase: {type: words}}
        label: phrase
        facts: {gazette: {phrase: {en: As the gazette says}, sources: [a]}}
        """
    bank = bank_of(
        tmp_path,
        data_body=KINDS,
        data_seat=facts,
        data_voice=voice,
        questions_seats=asked(ask='{en: "Which came first?"}', way="first", by="term"),
    )
    assert "Court" not in shown(bank, "council-2006")
    stems = {item.stem for item in made(bank, "court-2012")}
    assert stems == {"As the gazette says, which came first?"}


def test_no_votes_at_all_is_a_number_like_others(tmp_path: Path) -> None:
    bank = seats(
        tmp_path, ask='{en: "With how many votes for the {body} in {term.first}?"}', answer="votes"
    )
    for item in made(bank, "board-2005"):
        assert item.answer == "0"
        assert 0 <= item.key < len(item.options)
        assert [int(option) for option in item.options] == sorted(map(int, item.options))


def test_a_number_that_another_source_gives_is_not_made_up_either(tmp_path: Path) -> None:
    for number in range(1, 13):
        facts = SEATS.replace(
            "votes: 0,", f"votes: 6, otherwise: [{{field: votes, value: {number}, source: b}}],"
        )
        bank = seats(
            tmp_path / str(number),
            facts,
            ask='{en: "With how many votes for the {body} in {term.first}?"}',
            answer="votes",
        )
        if number != 6:
            assert str(number) not in shown(bank, "board-2005")


def test_holders_of_options_are_facts_that_may_be_told(tmp_path: Path) -> None:
    """What is known to be false, or not to be asked, must not be told as the option's own fact."""
    facts = SEATS.rstrip() + (
        "\n      no-1990: {body: court, term: 1990-1991, holds: no, sources: [a]}\n"
        "      old-1980: {body: fund, term: 1980-1985, not-asked: doubtful, sources: [a]}\n"
        "      new-1980: {body: bank, term: 1980-1985, sources: [a]}\n"
    )
    keys = {"explain": '{en: "{body}: {term}."}', "answer": "term"}
    bank = seats(tmp_path, facts, ask='{en: "In which years was it on the {body}?"}', **keys)
    items = [item for subject in ("court-2012", "council-2006") for item in made(bank, subject)]
    holders = {holder for item in items for holder in item.holders}
    assert holders.isdisjoint({"no-1990", "old-1980"})
    remarks = {bank.remark(item, index) for item in items for index in range(len(item.options))}
    assert "Court: 1990–1991." not in remarks
    assert "Fund: 1980–1985." not in remarks


EVENTS = """\
    kind: event
    name: {en: event}
    fields:
      name: {type: words}
      date: {type: date}
      place: {type: text}
    unique: [name]
    facts:
      flood: {name: {en: Flood}, date: 1993-07-29, place: Baku, sources: [a]}
      fire: {name: {en: Fire}, date: 1993-08, place: Baku, sources: [a]}
      fair: {name: {en: Fair}, date: 1993-08-14, place: Kem, sources: [a]}
      fall: {name: {en: Fall}, date: 1994-01-02, place: Kem, sources: [a]}
      feast: {name: {en: Feast}, date: 1995-05-05, place: Oslo, sources: [a]}
    """


def events(directory: Path, facts: str = EVENTS, **keys: str) -> Bank:
    lines = {"about": "event"} | keys
    text = "".join(f"        {key}: {value}\n" for key, value in lines.items())
    questions = "    topic: events\n    templates:\n      it:\n" + text
    return bank_of(directory, data_event=facts, questions_events=questions)


def test_a_vague_date_may_be_any_day_in_it(tmp_path: Path) -> None:
    """In Baku something happened in August 1993: no day of that month is known to be wrong."""
    facts = EVENTS.replace("unique:", "complete: yes\n    unique:")
    keys = {"several": "yes", "answer": "date"}
    bank = events(tmp_path, facts, ask='{en: "When did something happen in {place}?"}', **keys)
    assert "14 August 1993" not in shown(bank, "flood")
    assert "2 January 1994" in shown(bank, "flood")


def test_a_month_that_another_source_gives_rules_out_its_days(tmp_path: Path) -> None:
    facts = EVENTS.replace(
        "date: 1993-07-29,",
        "date: 1993-07-29, otherwise: [{field: date, value: 1993-08, source: b}],",
    )
    bank = events(tmp_path, facts, ask='{en: "When was the {name}?"}', answer="date")
    assert "14 August 1993" not in shown(bank, "flood")


def test_a_year_in_where_does_not_single_out_a_fact(tmp_path: Path) -> None:
    """Dates are unique, but “in 1993” is no date: another fact of 1993 may be missing."""
    facts = EVENTS.replace("unique: [name]", "unique: [date]").replace("1993-08,", "1996-08-08,")
    bank = events(
        tmp_path, facts, ask='{en: "Where was it in 1993?"}', where="{date: 1993}", answer="place",
        several="yes",
    )  # fmt: skip
    assert bank.ids() == ()


def test_names_that_read_alike_in_one_language_are_one_name(tmp_path: Path) -> None:
    facts = EVENTS.replace("{en: ", "{ar: س, en: ").replace("{ar: س, en: event}", "{en: e, ar: e}")
    for name in ("Flood", "Fair", "Fall", "Feast"):
        facts = facts.replace(f"ar: س, en: {name}", f"ar: {name}, en: {name}")
    facts = facts.replace("ar: Fair", "ar: س")
    ask = '{en: "Where was the {name}?", ar: "{name}؟"}'
    bank = events(tmp_path, facts, ask=ask, answer="place")
    assert {"it/fire", "it/fair"}.isdisjoint(bank.ids())
    pairs = [entry[1:] for entry in bank.way("it").left_out.ambiguous]
    assert pairs == [("fire", "fair"), ("fire", "fair")]


LISTS = """\
    kind: text
    name: {en: text}
    fields:
      number: {type: number}
      names: {type: refs, of: body}
    label: number
    unique: [number]
    facts:
      one: {number: 1, names: [council, board], sources: [a]}
      two: {number: 2, names: [court], sources: [a]}
      three: {number: 3, names: [bank], sources: [a]}
      four: {number: 4, names: [fund], sources: [a]}
    """


@pytest.mark.parametrize(("complete", "count"), [("yes", 5), ("no", 0)])
def test_a_list_is_all_there_is_only_where_the_file_says_so(
    tmp_path: Path, complete: str, count: int
) -> None:
    facts = LISTS.replace("unique:", f"complete: {complete}\n    unique:")
    questions = asked(
        about="text",
        each="{body: names}",
        ask='{en: "Which text names the {body}?"}',
        answer="number",
    )
    bank = bank_of(tmp_path, data_body=KINDS, data_text=facts, questions_all=questions)
    assert len(bank.ids()) == count


def test_a_fact_that_was_left_out_makes_nothing_false(tmp_path: Path) -> None:
    """With a broken fact in a complete kind, counting and excluding are over."""
    broken = SEATS.replace("term: 2017-2018", "term: 2017 to 2018")
    questions = asked(ask='{en: "How many seats from {term.first}?"}', way="count")
    good = bank_of(tmp_path / "a", data_body=KINDS, data_seat=SEATS, questions_all=questions)
    bad = bank_of(tmp_path / "b", data_body=KINDS, data_seat=broken, questions_all=questions)
    assert len(good.ids()) == 5
    assert bad.ids() == ()
    assert [problem.code for problem in (*bad.content.problems, *bad.problems)] == ["bad-span"]


def test_the_odd_one_may_be_shown_by_its_words(tmp_path: Path) -> None:
    bank = events(
        tmp_path,
        way="odd",
        answer="name",
        where="{place: [Baku, Kem]}",
        ask='{en: "Which one not?"}',
    )
    items = made(bank, "feast")
    assert {item.answer for item in items} == {"Feast"}
    assert "Flood" in shown(bank, "feast")


def test_an_option_taken_for_one_question_keeps_its_place_in_others(tmp_path: Path) -> None:
    """The odd one out has a pool of its own; the numbers of other templates stay in order."""
    numbers = "".join(
        f"      n{n}: {{name: {{en: N{n}}}, n: {n}, s: {'aaabbbb'[n % 7]}, sources: [a]}}\n"
        for n in range(1, 30)
    )
    kind = (
        "    kind: num\n    name: {en: num}\n    fields:\n      name: {type: words}\n"
        "      n: {type: number}\n      s: {type: text}\n    unique: [n, name]\n    complete: yes\n"
        "    facts:\n" + numbers
    )
    questions = """\
        topic: t
        templates:
          odd: {about: num, way: odd, answer: n, where: {s: a}, ask: {en: "Which not?"}}
          it: {about: num, ask: {en: "Which number is {name}?"}, answer: n}
        """
    bank = bank_of(tmp_path, data_num=kind, questions_t=questions)
    for item in bank.ids():
        options = [int(option) for option in bank.item(item, lang="en").options]
        assert options == sorted(options)


def test_texts_that_differ_in_case_alone_are_not_offered_together(tmp_path: Path) -> None:
    facts = "".join(
        f"      f{n}: {{name: {{en: F{n}}}, code: {code}, sources: [a]}}\n"
        for n, code in enumerate(["A/1", "B/3", "C/5", "b/3", "d/7"])
    )
    kind = (
        "    kind: text\n    name: {en: text}\n    fields:\n      name: {type: words}\n"
        "      code: {type: text}\n    unique: [name]\n    facts:\n" + facts
    )
    questions = asked(about="text", ask='{en: "What is the code of {name}?"}', answer="code")
    bank = bank_of(tmp_path, data_text=kind, questions_t=questions)
    for item in made(bank, "f2"):
        assert not {"B/3", "b/3"} <= set(item.options)


def test_a_name_that_no_fact_bears_is_not_its_own(tmp_path: Path) -> None:
    """A body may sit once only; where knowledge is open, one without a seat may have sat then."""
    facts = SEATS.replace("complete: yes", "complete: no").replace(
        "[[body, term.first]]", "[[body, term.first], body]"
    )
    facts = facts.partition("      bank-2015")[0]
    keys = {"several": "yes", "among": "{name: yes}", "answer": "body"}
    bank = seats(tmp_path, facts, ask='{en: "Which sat in {term.first}?"}', **keys)
    assert shown(bank, "court-2012") == {"Board", "Council", "Court"}


def test_where_languages_count_differently_nothing_is_counted(tmp_path: Path) -> None:
    facts = EVENTS.replace("place: Baku", "place: baku").replace(
        "unique:", "complete: yes\n    unique:"
    )
    facts = facts.replace("place: {type: text}", "place: {type: ref, of: town}")
    facts = facts.replace("Kem,", "kem,").replace("Oslo,", "oslo,")
    facts = facts.replace("{en: ", "{ar: X, en: ")
    towns = """\
        kind: town
        name: {en: town, ar: X}
        fields: {name: {type: words}}
        facts:
          baku: {name: {en: Baku, ar: ب}, sources: [a]}
          kem: {name: {en: Kem, ar: ب}, sources: [a]}
          oslo: {name: {en: Oslo, ar: و}, sources: [a]}
        """
    questions = asked(
        about="event", way="count", ask='{en: "How many in {place}?", ar: "{place}؟"}'
    )
    bank = bank_of(tmp_path, data_event=facts, data_town=towns, questions_all=questions)
    assert bank.ids() == ("it/oslo",)


def test_a_date_without_a_day_tells_no_facts_apart_where_others_have_one(tmp_path: Path) -> None:
    facts = EVENTS.replace("unique: [name]", "unique: [date]").replace("1993-08-14", "1994-08-14")
    facts = facts.replace(
        "Feast}, date: 1995-05-05, place: Oslo", "Feast}, date: 1995-05-05, place: Rom"
    )
    facts = facts.replace(
        "place: Kem, sources: [a]}\n      feast", "place: Oslo, sources: [a]}\n      feast"
    )
    bank = events(
        tmp_path, facts, ask='{en: "Where was it in {date}?"}', answer="place", several="yes"
    )
    assert "it/flood" in bank.ids()
    assert "it/fire" not in bank.ids()


@pytest.mark.parametrize("order", [1, -1], ids=["plain-first", "voice-first"])
def test_a_count_is_asked_in_the_voice_that_tells_of_all(tmp_path: Path, order: int) -> None:
    """Which of the facts stands first in the file does not matter."""
    head, _, _ = SEATS.partition("      board-2005")
    lines = [
        "      board-2006: {body: board, term: 2006-2009, sources: [a]}\n",
        "      court-2006: {body: court, term: 2006-2013, according-to: list, sources: [a]}\n",
    ]
    voices = """\
        kind: voice
        name: {en: voice}
        fields: {name: {type: words}}
        facts:
          list: {name: {en: As the list says}, sources: [a]}
        """
    questions = asked(ask='{en: "How many seats from {term.first}?"}', way="count")
    facts = head + "".join(lines[::order])
    bank = bank_of(
        tmp_path, data_body=KINDS, data_voice=voices, data_seat=facts, questions_all=questions
    )
    (item,) = bank.ids()
    shown_item = bank.item(item, lang="en")
    assert (item, shown_item.answer) == ("it/2006", "2")
    assert shown_item.stem.startswith("As the list says, ")


def test_where_the_end_of_a_term_is_asked_only_later_years_are_offered(tmp_path: Path) -> None:
    ask = '{en: "Until when did the {body} sit that came in {term.first}?"}'
    bank = seats(tmp_path, ask=ask, answer="term.last")
    assert set(bank.ids()) == {"it/board-2005", "it/council-2006", "it/court-2012"}
    assert shown(bank, "court-2012") == {"2013", "2016", "2018"}
    assert shown(bank, "board-2005") <= {"2009", "2013", "2016", "2018"}


def test_a_property_of_what_is_unique_is_not_unique_itself(tmp_path: Path) -> None:
    """Every seat has a body of its own, but two bodies may have one name."""
    facts = SEATS.replace("complete: yes", "complete: no").replace("[[body, term.first]]", "[body]")
    keys = {"ask": '{en: "Which pair is right?"}', "way": "pair"}
    assert seats(tmp_path / "own", facts, pair="[body, term]", **keys).ids()
    bank = bank_of(
        tmp_path / "name",
        data_body=KINDS,
        data_seat=facts,
        questions_seats=asked(pair="[body.name, term]", **keys),
    )
    assert bank.ids() == ()


REGIONS = {
    "all": ("[{body: board}, {body: council}, {body: court}, {body: bank}, {body: fund}]", 3),
    "some": ("[{body: board}, {body: council}, {body: court}]", 1),
    "one": ("[{body: board}]", 0),
    "none": ("no", 0),
}


@pytest.mark.parametrize("case", REGIONS)
def test_names_of_which_all_is_known_may_come_later(tmp_path: Path, case: str) -> None:
    """What came first is asked where at least two others are known never to have come before."""
    regions, count = REGIONS[case]
    facts = SEATS.replace("complete: yes", f"complete: {regions}")
    bank = seats(tmp_path, facts, ask='{en: "Which came first?"}', way="first", by="term")
    assert len(bank.ids()) == count


def test_a_list_is_all_there_is_inside_a_region(tmp_path: Path) -> None:
    """All is known of the texts up to number 3, and of the court wherever it is named."""
    facts = LISTS.replace("names: [fund]", "names: [fund, council]")
    ask = '{en: "Which text names the {body}?"}'
    keys = {"each": "{body: names}", "ask": ask, "answer": "number", "several": "yes"}

    def asked_in(name: str, regions: str) -> Bank:
        return bank_of(
            tmp_path / name,
            data_body=KINDS,
            data_text=facts.replace("unique:", f"complete: {regions}\n    unique:"),
            questions_all=asked(about="text", **keys),
        )

    assert set(asked_in("court", "[{names: court}]").ids()) == {"it/two.court"}
    bank = asked_in("numbers", "[{number: 1}, {number: 2}, {number: 3}]")
    assert shown(bank, "two.court") == {"1", "2", "3"}


def test_answers_that_read_alike_are_one_answer(tmp_path: Path) -> None:
    """Two facts fit, and the bodies that they name are called the same."""
    bodies = KINDS.rstrip() + "\n      court-b: {name: {en: Court}, sources: [a]}\n"
    facts = SEATS.rstrip() + "\n      also: {body: court-b, term: 2012-2013, sources: [a]}\n"
    questions = asked(ask='{en: "Which sat in {term.first}?"}', answer="body")
    bank = bank_of(tmp_path, data_body=bodies, data_seat=facts, questions_seats=questions)
    assert "it/court-2012" in bank.ids()
    assert {item.answer for item in made(bank, "court-2012")} == {"Court"}


def test_an_item_tells_how_it_was_made(tmp_path: Path) -> None:
    bank = seats(tmp_path, **BODY_IN_TERM)
    item = bank.item("it/court-2012", lang="en", seed=7, level="hard")
    assert (item.template, item.topic, item.lang) == ("it", "seats", "en")
    assert (item.seed, item.level) == (7, "hard")
    assert (item.facts[0], item.sources) == ("court-2012", ("a",))


def test_each_language_has_a_stem_of_its_own(tmp_path: Path) -> None:
    facts = {"data_body": KINDS, "data_seat": SEATS}
    facts = {key: text.replace("{en: ", "{az: X, en: ") for key, text in facts.items()}
    for name in ("Council", "Board", "Court", "Bank", "Fund"):
        facts["data_body"] = facts["data_body"].replace(
            f"az: X, en: {name}", f"az: {name}, en: {name}"
        )
    questions = asked(ask='{en: "Who in {term}?", az: "{term} kim?"}', answer="body")
    bank = bank_of(tmp_path, **facts, questions_seats=questions)
    for _ in range(2):
        stems = [bank.item("it/court-2012", lang=lang).stem for lang in ("en", "az", "en")]
        assert stems == ["Who in 2012–2013?", "2012–2013 kim?", "Who in 2012–2013?"]


@pytest.mark.parametrize("fact", ["flood", "feast"])
def test_who_belongs_to_the_group_must_not_be_doubtful(tmp_path: Path, fact: str) -> None:
    """Neither the odd one out nor the others are facts whose place is not to be asked."""
    odd = {"way": "odd", "answer": "name", "where": "{place: [Baku, Kem]}"}
    ask = '{en: "Which one not?"}'
    facts = EVENTS.replace(f"      {fact}: {{", f"      {fact}: {{not-asked: {{place: unclear}}, ")
    bank = events(tmp_path, facts, ask=ask, **odd)
    if fact == "feast":
        assert bank.ids() == ()
    else:
        assert shown(bank, "feast") == {"Feast", "Fire", "Fair", "Fall"}


def test_of_facts_with_one_value_the_first_is_told(tmp_path: Path) -> None:
    facts = SEATS.rstrip() + "\n      court-1990: {body: fund, term: 2012-2013, sources: [a]}\n"
    keys = {"explain": '{en: "{body}: {term}."}', "answer": "term"}
    bank = seats(tmp_path, facts, ask='{en: "In which years was it on the {body}?"}', **keys)
    items = made(bank, "bank-2015")
    holders = {item.holders[index] for item in items for index in range(len(item.options))}
    assert "court-2012" in holders
    assert "court-1990" not in holders


def test_each_template_has_the_wrong_options_that_it_asks_for(tmp_path: Path) -> None:
    """Two templates ask for the same field, one of them among some bodies only."""
    bodies = KINDS.replace("{type: words}", "{type: words}\n      sort: {type: text}")
    for name, sort in zip(("Council", "Board", "Court", "Bank", "Fund"), "aaabb", strict=True):
        bodies = bodies.replace(f"{{en: {name}}},", f"{{en: {name}}}, sort: {sort},")
    ask = '{en: "Which sat in {term}?"}'
    one, other, all_ = (
        asked(ask=ask, answer="body", **among)
        for among in ({"among": "{sort: a}"}, {"among": "{sort: b}"}, {})
    )
    questions = one + "".join(
        text.partition("templates:\n")[2].replace("it:", name)
        for text, name in ((other, "other:"), (all_, "all:"))
    )
    bank = bank_of(tmp_path, data_body=bodies, data_seat=SEATS, questions_seats=questions)
    options = {
        template: {
            option
            for seed in range(9)
            for option in bank.item(f"{template}/court-2012", lang="en", seed=seed).options
        }
        for template in ("it", "other", "all")
    }
    assert options == {
        "it": {"Council", "Board", "Court"},
        "other": {"Bank", "Fund", "Court"},
        "all": {"Council", "Board", "Court", "Bank", "Fund"},
    }


def test_a_text_that_where_fixes_helps_to_tell_facts_apart(tmp_path: Path) -> None:
    """Place and date tell events apart, so those of one place are told apart by the date."""
    facts = EVENTS.replace("unique: [name]", "unique: [[place, date]]")
    facts = facts.replace("place: Oslo", "place: Baku").replace("1993-08,", "1993-08-01,")
    keys = {"answer": "name", "ask": '{en: "Which in Baku on {date}?"}'}
    assert len(events(tmp_path / "in", facts, where="{place: Baku}", **keys).ids()) == 3
    assert events(tmp_path / "any", facts, **keys).ids() == ()


def test_an_explanation_tells_what_other_sources_say_of_what_is_asked(tmp_path: Path) -> None:
    facts = SEATS.replace(
        "votes: 0,",
        "votes: 6, otherwise: [{field: votes, value: 8, source: the Gazette},"
        " {field: votes, value: 9, source: the Herald, reason: {en: It counts twice.}},"
        " {field: term, value: 2004-2009, source: nobody}],",
    )
    asks = '{en: "With how many votes for the {body} in {term.first}?"}'
    bank = seats(tmp_path, facts, ask=asks, answer="votes", explain='{en: "It had {votes}."}')
    item = bank.item("it/board-2005", lang="en")
    assert item.explanation.startswith("It had 6. Another source (the Gazette) gives 8. ")
    assert "Another source (the Herald) gives 9: It counts twice." in item.explanation

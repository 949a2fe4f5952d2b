"""Whether the items of a world of known truth have one right option each, by the oracle."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.item import Item
from azun_quiz.text.languages import language
from tests.generator.oracle import Asked, Oracle, type_of
from tests.generator.worlds import HARMLESS, LANGUAGES, World

Items = dict[str, Item]
"""One item in every language."""


def bank_of(world: World, name: str = "") -> Bank:
    with tempfile.TemporaryDirectory() as directory:
        return Bank(load([Pack(name, world.write(Path(directory)))]))


def items_of(bank: Bank, item: str, seed: int, level: str) -> Items:
    return {lang: bank.item(item, lang=lang, seed=seed, level=level) for lang in LANGUAGES}


def options_of(items: Items) -> list[dict[str, str]]:
    count = len(items["en"].options)
    return [{lang: items[lang].options[i] for lang in LANGUAGES} for i in range(count)]


def asked_by(world: World, oracle: Oracle, items: Items, name: str) -> Asked:
    """What an item asks, read from its id (or, where it counts, from its stem)."""
    item = items["en"]
    templates = {template.id: template for template in world.templates}
    facts = {fact.id: fact for fact in world.facts}
    template = templates[item.template.removeprefix(f"{name}:")]
    subject = item.id.partition("/")[2].removeprefix(f"{name}:")
    if template.way == "count":
        fact = next(
            fact for fact in world.facts if subject_stem(oracle, fact, template) == item.stem
        )
        return Asked(template, fact)
    fact_id, _, each = subject.partition(".")
    return Asked(template, facts[fact_id], each_value(each.removeprefix(f"{name}."), template.each))


def each_value(text: str, each: str | None) -> Any:
    if each is None or each == "whom":
        return text or None
    years = [int(part) for part in text.split("-")]
    return years[0] if each == "term" else (years[0], years[-1])


def subject_stem(oracle: Oracle, fact: Any, template: Any) -> str | None:
    values = [oracle.value(fact, path) for path in template.gives]
    if not fact.holds or None in values:
        return None
    texts = []
    for path, value in zip(template.gives, values, strict=True):
        kind = type_of(path)
        if kind in ("refs", "spans"):
            single = [oracle.text(one, kind, "en") for one in value]
            texts.append(" and ".join(single) if len(single) < 3 else joined(single))
        else:
            texts.append(oracle.text(value, kind, "en"))
    stem = f"Q {' '.join(texts)}?"
    return f"As {fact.voice} says, {stem}" if fact.voice else stem


def joined(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def check_answer(oracle: Oracle, asked: Asked, options: list[dict[str, str]], key: int) -> None:
    path = oracle.answer(asked.template)
    assert not asked.fact.withheld(path.partition(".")[0])
    for index, option in enumerate(options):
        if index == key:
            assert oracle.is_right(option, asked), "the key is not right"
        else:
            assert not oracle.is_right(option, asked), "a second right option"
            assert oracle.is_wrong(option, asked), "an option is not known to be wrong"
        assert shown_by_some_fact(oracle, option, path, asked), "a withheld value is shown"


def shown_by_some_fact(oracle: Oracle, option: dict[str, str], path: str, asked: Asked) -> bool:
    """Whether a fact that may be shown, or the kind that is referred to, offers the option."""
    kind = type_of(path)
    if kind == "number" or asked.template.among:
        return True
    return any(
        oracle.reads(option, value, kind)
        for fact in oracle.world.facts
        if not fact.withheld(path.partition(".")[0])
        for value in oracle.values(fact, path)
    )


def check_order(oracle: Oracle, asked: Asked, options: list[dict[str, str]], key: int) -> None:
    path = oracle.answer(asked.template)
    assert not asked.fact.withheld(path.partition(".")[0])
    for index, option in enumerate(options):
        if index == key:
            assert oracle.reads(option, oracle.value(asked.fact, path), type_of(path))
        else:
            assert oracle.comes_after(option, asked)


def check_odd(oracle: Oracle, asked: Asked, options: list[dict[str, str]], key: int) -> None:
    path = oracle.answer(asked.template)
    for index, option in enumerate(options):
        if index == key:
            assert oracle.is_outside(option, path, asked)
        else:
            assert oracle.is_inside(option, path, asked)


def check_pair(oracle: Oracle, asked: Asked, options: list[dict[str, str]], key: int) -> None:
    for index, option in enumerate(options):
        halves = {lang: text.split(" – ") for lang, text in option.items()}
        left = {lang: parts[0] for lang, parts in halves.items()}
        right = {lang: parts[1] for lang, parts in halves.items()}
        true = oracle.is_true_pair(left, right, asked.template.pair)
        assert true == (index == key)
        if index != key:
            assert oracle.is_false_pair(left, right, asked.template.pair)


def check_count(oracle: Oracle, asked: Asked, options: list[dict[str, str]], key: int) -> None:
    assert options[key]["en"] == str(oracle.count(asked))


CHECKS = {
    "answer": check_answer,
    "first": check_order,
    "last": check_order,
    "odd": check_odd,
    "pair": check_pair,
    "count": check_count,
}


def check_form(items: Items, asked: Asked, oracle: Oracle) -> None:
    """What holds of any item: the languages agree, options differ, a source is named."""
    item = items["en"]
    assert 3 <= len(item.options) <= 4
    assert 0 <= item.key < len(item.options)
    assert item.sources
    for lang, other in items.items():
        assert (other.key, other.id, other.facts) == (item.key, item.id, item.facts)
        folded = [language(lang).fold(option) for option in other.options]
        assert len({*folded}) == len(folded), "two options read alike"
    assert item.stem.startswith(f"As {asked.fact.voice} says, ") == bool(asked.fact.voice)
    path = oracle.answer(asked.template)
    if asked.template.way == "count":
        assert [int(option) for option in item.options] == sorted(map(int, item.options))
    elif asked.template.way == "answer" and type_of(path) in ("number", "date", "span", "spans"):
        values = [place_of(oracle, option, path) for option in options_of(items)]
        assert values == sorted(values), "options out of order"


def place_of(oracle: Oracle, option: dict[str, str], path: str) -> Any:
    return min(
        value if type_of(path) != "number" else int(option["en"])
        for value in oracle.candidates(option, path)
    )


def examine(world: World, seed: int, level: str, name: str = "") -> Counter[str]:
    """Check every item of a world; how many there were by way."""
    bank, oracle = bank_of(world, name), Oracle(world)
    assert {problem.code for problem in bank.content.problems} <= HARMLESS
    seen: Counter[str] = Counter()
    for item in bank.ids():
        items = items_of(bank, item, seed, level)
        asked = asked_by(world, oracle, items, name)
        try:
            check_form(items, asked, oracle)
            CHECKS[asked.template.way](oracle, asked, options_of(items), items["en"].key)
        except AssertionError as error:
            raise AssertionError(f"{error}: {items['en']} {asked}") from error
        seen[asked.template.way] += 1
    return seen

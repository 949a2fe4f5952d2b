"""What can stand as an option: the values of a field, as a reader can tell them apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from azun_quiz.content.facts import Fact
from azun_quiz.content.values import Date, Span, Value
from azun_quiz.generator.rendering import Formatter
from azun_quiz.generator.rules import is_odd, tokens
from azun_quiz.text.languages import language

MOST_KIN = 64
"""How many options of an unordered kind are compared with a key."""

ORDERED = frozenset({"number", "date", "month", "year", "span", "text"})
"""Types whose options are listed in order."""

Tag = tuple[str, Hashable]


class ShownOption(NamedTuple):
    """An option as it is shown, and what the item-writing rules look at.

    ``texts`` are by language; ``words`` and ``lengths`` have one entry a language, in the same
    order. ``odd`` says that a text may break a rule by itself.
    """

    texts: Mapping[str, str]
    words: tuple[frozenset[str], ...]
    lengths: tuple[int, ...]
    odd: bool
    fact: Fact | None = None

    @classmethod
    def of(cls, texts: Mapping[str, str], fact: Fact | None = None) -> ShownOption:
        """What is shown for some texts."""
        words = tuple([tokens(text, lang) for lang, text in texts.items()])
        odd = any(is_odd(text, lang) for lang, text in texts.items())
        return cls(texts, words, tuple(map(len, texts.values())), odd, fact)

    @classmethod
    def joined(cls, left: ShownOption, between: str, right: ShownOption, fact: Fact) -> ShownOption:
        """Two options as one, with something between them that holds no word."""
        more = len(between)
        return cls(
            {lang: f"{text}{between}{right.texts[lang]}" for lang, text in left.texts.items()},
            tuple([mine | theirs for mine, theirs in zip(left.words, right.words, strict=True)]),
            tuple(
                [
                    mine + more + theirs
                    for mine, theirs in zip(left.lengths, right.lengths, strict=True)
                ]
            ),
            left.odd or right.odd,
            fact,
        )

    def from_fact(self, fact: Fact) -> ShownOption:
        """The same option, taken from a certain fact."""
        return ShownOption(self.texts, self.words, self.lengths, self.odd, fact)


@dataclass(slots=True, eq=False)
class Option:
    """A value that can be offered.

    ``group`` is the same for values that read alike in any language; ``held`` says that a fact
    holds the value, and ``fact`` is the first such fact that may be shown; ``tags`` are the
    traits by which options resemble each other. A value that is not ``offered`` is known but
    never shown: it is disputed, or not to be asked.
    """

    value: Value
    group: int
    texts: Mapping[str, str]
    fact: Fact | None = None
    held: bool = False
    tags: frozenset[Tag] = frozenset()
    offered: bool = False
    rank: int = 0
    _shown: ShownOption | None = None
    _shape: str | None = ""

    @property
    def first_text(self) -> str:
        """The text in the first language."""
        return next(iter(self.texts.values()))

    @property
    def shape(self) -> str | None:
        """The text in the first language with its numbers taken out; None if it has none."""
        if self._shape == "":
            shape, numbers = _DIGITS.subn("0", self.first_text)
            self._shape = shape if numbers else None
        return self._shape

    @property
    def shown(self) -> ShownOption:
        """The option as it is shown."""
        if self._shown is None:
            self._shown = ShownOption.of(self.texts, self.fact)
        return self._shown


OrderKey = tuple[int, ...] | tuple[tuple[int, str], ...]

_DIGITS = re.compile(r"(\d+)")


def order_key(value: Value) -> OrderKey:
    """A sort key for values of an ordered type; the numbers in a text count as numbers."""
    if isinstance(value, str):
        return tuple(
            (int(part), "") if part.isdecimal() else (-1, part)
            for part in _DIGITS.split(value)
            if part
        )
    if isinstance(value, Date):
        return tuple(value)
    if isinstance(value, Span):
        last = value.last or Date(9999)
        return (*value.first, *last)
    assert isinstance(value, int)
    return (value,)


class Pool:
    """The options that a field can give.

    ``options`` are those offered, and ``by_value`` all that are known. For ordered types
    ``options`` is sorted and `Option.rank` is the place in it. ``all_held`` says that each one
    offered, whatever a reader takes it for, is the value of a fact.
    """

    def __init__(self, options: Iterable[Option], value_type: str) -> None:
        self.type = value_type
        self.ordered = value_type in ORDERED
        everything = list(options)
        self.options = [option for option in everything if option.offered]
        self._keys: list[OrderKey] = []
        if self.ordered:
            keys = [order_key(option.value) for option in self.options]
            places = sorted(range(len(keys)), key=keys.__getitem__)
            self.options = [self.options[place] for place in places]
            self._keys = [keys[place] for place in places]
        for rank, option in enumerate(self.options):
            option.rank = rank
        self.by_value: dict[Value, Option] = {option.value: option for option in everything}
        self._by_group: dict[int, list[Option]] = {}
        for option in everything:
            self._by_group.setdefault(option.group, []).append(option)
        self.all_held = all(other.held for option in self.options for other in self.alike(option))
        self._by_tag: dict[Tag, list[Option]] = {}
        self._kin: dict[Value, list[Option]] = {}
        if not self.ordered and len(self.options) > MOST_KIN:
            for option in self.options:
                for tag in option.tags:
                    self._by_tag.setdefault(tag, []).append(option)

    def alike(self, option: Option) -> list[Option]:
        """The options that read like this one, itself among them."""
        return self._by_group[option.group]

    def position(self, value: Value) -> int:
        """Where a value of an ordered type stands or would stand."""
        return bisect_left(self._keys, order_key(value))

    def kin(self, key: Option) -> list[Option]:
        """Up to `MOST_KIN` other options, those that share most traits with the key first.

        None of them reads like the key, and no two read alike.
        """
        found = self._kin.get(key.value)
        if found is None:
            found = self._kin[key.value] = self._find_kin(key)
        return found

    def _find_kin(self, key: Option) -> list[Option]:
        candidates: Iterable[Option] = self.options
        if self._by_tag:
            step = max(1, len(self.options) // MOST_KIN)
            candidates = chain(
                *(self._by_tag.get(tag, ())[:MOST_KIN] for tag in sorted(key.tags, key=str)),
                self.options[::step],
            )
        by_group: dict[int, Option] = {}
        for option in candidates:
            if option.group != key.group:
                by_group.setdefault(option.group, option)
        tags = key.tags
        ranked = sorted(by_group.values(), key=lambda other: (-len(other.tags & tags), other.rank))
        return ranked[:MOST_KIN]


class PoolBuilder:
    """Groups values that read alike, in any of the languages."""

    def __init__(self, formatter: Formatter, languages: Sequence[str], value_type: str) -> None:
        self._formatter = formatter
        self._languages = languages
        self._fold_free = value_type in ORDERED and value_type != "text"
        self._type = value_type
        self._groups: dict[Hashable, int] = {}
        self._parents: list[int] = []
        self._options: dict[Value, Option] = {}

    def add(self, value: Value, fact: Fact | None, tags: frozenset[Tag], *, offered: bool) -> None:
        """Register a value, held by a fact if there is one; ignored if a language has no words."""
        option = self._options.get(value)
        if option is None:
            texts = {}
            for lang in self._languages:
                text = self._formatter(value, lang)
                if text is None:
                    return
                texts[lang] = text
            option = Option(value, self._group(value, texts), texts, tags=tags)
            self._options[value] = option
        else:
            option.tags |= tags
        option.offered = option.offered or offered
        if fact is not None and fact.holds:
            option.held = True
            if offered and option.fact is None:
                option.fact = fact

    def _group(self, value: Value, texts: Mapping[str, str]) -> int:
        marks: list[Hashable] = (
            [value]
            if self._fold_free
            else [(lang, language(lang).fold(text)) for lang, text in texts.items()]
        )
        found = {self._root(self._groups[mark]) for mark in marks if mark in self._groups}
        group = min(found) if found else len(self._parents)
        if not found:
            self._parents.append(group)
        for other in found:
            self._parents[other] = group
        for mark in marks:
            self._groups.setdefault(mark, group)
        return group

    def _root(self, group: int) -> int:
        while self._parents[group] != group:
            group = self._parents[group]
        return group

    def alike(self) -> dict[Value, Value]:
        """For each value that reads like an earlier one, the first value of its group."""
        first: dict[int, Value] = {}
        found: dict[Value, Value] = {}
        for value, option in self._options.items():
            stand_in = first.setdefault(self._root(option.group), value)
            if stand_in is not value:
                found[value] = stand_in
        return found

    def build(self) -> Pool:
        """The pool of all values that were offered."""
        for option in self._options.values():
            option.group = self._root(option.group)
        return Pool(self._options.values(), self._type)


def traits(fact: Fact, names: Iterable[str]) -> frozenset[Tag]:
    """The traits of a fact: its texts and references, and the years of its dates."""
    found: list[Tag] = []
    for name in names:
        value = fact.values.get(name)
        if isinstance(value, Date):
            found.append((name, value.year))
        elif isinstance(value, Span):
            found.append((name, value.first.year))
        elif isinstance(value, str):
            found.append((name, value))
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            found.extend((name, item) for item in value if isinstance(item, str))
    return frozenset(found)


IsWrong = Callable[[Option], bool]
"""Whether an option is known to be wrong for the question at hand."""

"""What is true, false or unknown in a random world, by brute force.

Written from the design's words alone and not from the generator: no index, no pool, no shortcut.
Every option is compared with every fact. None stands for “it cannot be told”.
"""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from tests.generator.worlds import LANGUAGES, THING_TYPES, TYPES, Fact, Template, World

Verdict = bool | None
MONTHS = ["", "January", "February"]
LISTS = ("refs", "spans")


def both(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    return False if False in found else None if None in found else True


def either(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    return True if True in found else None if None in found else False


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def first_day(date: tuple[int, int, int]) -> tuple[int, int, int]:
    return (date[0], date[1] or 1, date[2] or 1)


def last_day(date: tuple[int, int, int]) -> tuple[int, int, int]:
    month = date[1] or 12
    return (date[0], month, date[2] or monthrange(date[0], month)[1])


def type_of(path: str) -> str:
    base, _, part = path.partition(".")
    if base == "who" and part:
        return THING_TYPES[part]
    if part in ("year", "first", "last", "length"):
        return "number"
    return "date" if part else TYPES[base]


@dataclass(frozen=True)
class Asked:
    """The question of one item: a template, the fact it is about, the value asked one by one."""

    template: Template
    fact: Fact
    each: Any = None


class Oracle:
    def __init__(self, world: World) -> None:
        self.world = world
        self.things = {thing.id: thing for thing in world.things}
        self.held = [fact for fact in world.facts if fact.holds]
        self.negatives = [fact for fact in world.facts if not fact.holds]

    # Values

    def value(self, fact: Fact, path: str) -> Any:
        base, _, part = path.partition(".")
        value = fact.values.get(base)
        if value is None or not part:
            return value
        if base == "who":
            return self.things[value].values.get(part)
        if base == "term":
            first, last = value
            if part == "first":
                return first
            if last is None:
                return None
            return last if part == "last" else last - first + 1
        if part == "year":
            return value[0]
        if part == "month":
            return (*value[:2], 0) if value[1] else None
        return value if value[2] else None

    def values(self, fact: Fact, path: str) -> list[Any]:
        value = self.value(fact, path)
        if value is None:
            return []
        return list(value) if type_of(path) in LISTS else [value]

    def readings(self, fact: Fact) -> Iterator[Fact]:
        """The fact, and as every other source has it."""
        yield fact
        for name, value in fact.otherwise:
            yield replace(fact, values={**fact.values, name: value})

    def text(self, value: Any, kind: str, lang: str) -> str:
        if kind in ("ref", "refs"):
            return self.things[value].values["name"][lang]
        if kind == "words":
            return value[lang]
        if kind == "date":
            year, month, day = value
            return " ".join([str(day)] * bool(day) + [MONTHS[month]] * bool(month) + [str(year)])
        if kind in ("span", "spans"):
            first, last = value
            if last is None:
                return f"since {first}"
            return f"{first}–{last}" if last != first else str(first)
        return str(value)

    def same(self, a: Any, b: Any, kind: str, lang: str | None = None) -> bool:
        """Whether two single values are one, or read alike in a language."""
        if a == b:
            return True
        if lang is None or kind not in ("words", "text", "ref", "refs"):
            return False
        return fold(self.text(a, kind, lang)) == fold(self.text(b, kind, lang))

    # What is given

    def is_closed(self, fact: Fact, path: str, given: Any) -> bool:
        """Whether a list of the fact is known not to hold what it does not name."""
        if self.world.complete:
            return True
        said = {name: self.values(fact, name) for name in fact.values if name != path}
        if fact.voice:
            said["according-to"] = [fact.voice]
        members = given if isinstance(given, list) else [given]
        return all(self.in_region({**said, path: [member]}) for member in members)

    def meets(self, given: Any, fact: Fact, path: str, lang: str | None = None) -> Verdict:
        """Whether what a stem or a condition gives is true of the fact."""
        kind = type_of(path)
        base = path.partition(".")[0]
        value = self.value(fact, path)
        if value is None:
            found: Verdict = False if self.world.complete and path == base else None
        else:
            found = self._meets(given, value, kind, lang)
        if found is False:
            for name, other in fact.otherwise:
                if name == base:
                    told = self.value(replace(fact, values={**fact.values, name: other}), path)
                    if told is not None and self._meets(given, told, kind, lang) is not False:
                        return None
            if TYPES[base] in LISTS and not self.is_closed(fact, path, given):
                return None
        return found

    def _meets(self, given: Any, value: Any, kind: str, lang: str | None) -> Verdict:
        if kind == "date":
            return self.date_in(value, given)
        if kind == "span":
            return self.span_meets(given, value)
        if kind == "spans":
            if isinstance(given, list):  # all of a list at once
                found = [either(self.span_meets(one, span) for span in value) for one in given]
                if {*given} == {*value}:
                    return True
                return False if False in found else None
            return either(self.span_meets(given, span) for span in value)
        if kind == "refs":
            if isinstance(given, list):
                found = [any(self.same(one, item, kind, lang) for item in value) for one in given]
                back = [any(self.same(one, item, kind, lang) for one in given) for item in value]
                return True if all(found) and all(back) else None if all(found) else False
            return any(self.same(given, item, kind, lang) for item in value)
        return self.same(given, value, kind, lang)

    def date_in(self, date: tuple[int, int, int], given: tuple[int, int, int]) -> Verdict:
        if first_day(given) <= first_day(date) and last_day(date) <= last_day(given):
            return True
        apart = last_day(date) < first_day(given) or last_day(given) < first_day(date)
        return False if apart else None

    def span_meets(self, given: Any, span: tuple[int, int | None]) -> Verdict:
        """A year lies in a span or not; two spans are the same, apart, or something between."""
        first, last = span
        if isinstance(given, int):
            return first <= given and (last is None or given <= last)
        if given == span:
            return True
        before = given[1] is not None and given[1] < first
        after = last is not None and last < given[0]
        return False if before or after else None

    def where(self, fact: Fact, conditions: dict[str, list[str]]) -> Verdict:
        return both(
            either(self._where(fact, path, text, len(texts)) for text in texts)
            for path, texts in conditions.items()
        )

    def _where(self, fact: Fact, path: str, text: str, count: int) -> Verdict:
        kind = type_of(path)
        if text in ("yes", "no") and count == 1 and kind != "text":
            return (self.value(fact, path) is not None) == (text == "yes")
        return self.meets(self.parsed(text, kind), fact, path)

    def parsed(self, text: str, kind: str) -> Any:
        if kind == "number":
            return int(text)
        if kind == "date":
            parts = [int(part) for part in text.split("-")]
            return (*parts, 0, 0)[:3]
        if kind == "span":
            if text.endswith("/"):
                return (int(text[:-1]), None)
            parts = [int(part) for part in text.split("-")]
            return parts[0] if len(parts) == 1 else (parts[0], parts[1])
        return text

    def fits(self, fact: Fact, asked: Asked) -> Verdict:
        """Whether the stem, as it reads in any one language, speaks of the fact."""
        return either(self.fits_in(fact, asked, lang) for lang in LANGUAGES)

    def fits_in(self, fact: Fact, asked: Asked, lang: str) -> Verdict:
        template = asked.template
        givens = [(path, self.value(asked.fact, path)) for path in template.gives]
        if template.each:
            givens.append((template.each, asked.each))
        met = [self.meets(given, fact, path, lang) for path, given in givens]
        return both([self.where(fact, template.where), *met])

    # What is known to be false

    def claim(self, asked: Asked, path: str | None = None, value: Any = None) -> dict[str, list]:
        """Everything that an option would say, by path."""
        said: dict[str, list] = {}
        for name, texts in asked.template.where.items():
            kind = type_of(name)
            if len(texts) == 1 and not (texts[0] in ("yes", "no") and kind != "text"):
                said.setdefault(name, []).append(self.parsed(texts[0], kind))
        for name in asked.template.gives:
            said.setdefault(name, []).extend(self.values(asked.fact, name))
        if asked.template.each:
            said.setdefault(asked.template.each, []).append(asked.each)
        if asked.fact.voice:
            said["according-to"] = [asked.fact.voice]
        if path is not None:
            said.setdefault(path, []).append(value)
        return said

    def in_region(self, said: dict[str, list]) -> bool:
        return any(
            all(self._inside(name, text, said) for name, text in region.items())
            for region in self.world.regions
        )

    def _inside(self, name: str, text: str, said: dict[str, list]) -> bool:
        if name == "on":
            first, _, last = text.partition("/")
            low = first_day(self.parsed(first, "date"))
            high = last_day(self.parsed(last or first, "date"))
            dates = [*said.get("on", []), *said.get("on.month", []), *said.get("on.day", [])]
            dates += [(year, 0, 0) for year in said.get("on.year", [])]
            return any(low <= first_day(date) and last_day(date) <= high for date in dates)
        if name in ("term", "terms"):
            low, _, high = text.partition("-")
            first, last = int(low), int(high or low)
            stretches = [
                (one, one) if isinstance(one, int) else one
                for one in [*said.get(name, []), *said.get(f"{name}.first", [])]
            ]
            return any(a <= last and (b is None or first <= b) for a, b in stretches)
        wanted = int(text) if name == "n" else text
        return wanted in said.get(name, [])

    def is_denied(self, said: dict[str, list]) -> bool:
        """Whether a fact that does not hold says no more than the claim."""
        for fact in self.negatives:
            if all(
                value in said.get(name, [])
                or (TYPES[name] in LISTS and len(value) == 1 and value[0] in said.get(name, []))
                for name, value in fact.values.items()
            ):
                return True
        return False

    def determined(self, asked: Asked, path: str) -> bool:
        """Whether what is given is true of one fact only, and the answer is a single value."""
        if TYPES[path.partition(".")[0]] in LISTS:
            return False
        pinned = {name for name in asked.template.gives if type_of(name) not in ("span", *LISTS)}
        for name, texts in asked.template.where.items():
            kind = type_of(name)
            plain = kind in ("text", "number", "ref") or (
                kind == "date" and texts[0].count("-") > 1
            )
            if len(texts) == 1 and plain and not (texts[0] in ("yes", "no") and kind != "text"):
                pinned.add(name)
        for names in self.world.unique:
            if pinned.issuperset(names) and ("on" not in names or self._exact(asked.fact)):
                return True
        return False

    def _exact(self, fact: Fact) -> bool:
        """Whether a date is known to the day, or all are known to the same precision."""
        dates = [fact.values["on"] for fact in self.world.facts if "on" in fact.values]
        precisions = {(bool(month), bool(day)) for _, month, day in dates}
        return len(precisions) == 1 or bool(fact.values["on"][2])

    def is_its_own(self, path: str, value: Any) -> bool:
        """Whether a value belongs to one fact only, and that fact is in the file."""
        single = path in TYPES and TYPES[path] not in LISTS and (path,) in self.world.unique
        return single and any(self.value(fact, path) == value for fact in self.held)

    # Options

    def candidates(self, option: dict[str, str], path: str) -> list[Any]:
        """The values that a reader, in any language, may take an option for."""
        kind = type_of(path)
        if kind == "number":
            return [int(option["en"])]
        known = [
            value
            for fact in self.world.facts
            for told in self.readings(fact)
            for value in self.values(told, path)
        ]
        if kind in ("ref", "refs"):
            known += list(self.things)
        return [value for value in known if self.reads(option, value, kind)]

    def reads(self, option: dict[str, str], value: Any, kind: str) -> bool:
        if kind in ("words", "ref", "refs", "text"):
            return any(
                fold(self.text(value, kind, lang)) == fold(option[lang]) for lang in LANGUAGES
            )
        return self.text(value, kind, "en") == option["en"]

    def may_be(self, truth: Any, value: Any, kind: str) -> bool:
        """Whether a value may be right where another one is recorded."""
        if kind == "date":
            return (
                self.date_in(truth, value) is not False or self.date_in(value, truth) is not False
            )
        if kind in ("span", "spans"):
            first, last = truth
            inside = last is None or (value[1] is not None and value[1] <= last)
            return truth == value or (first <= value[0] and inside)
        return any(self.same(truth, value, kind, lang) for lang in (None, *LANGUAGES))

    def is_right(self, option: dict[str, str], asked: Asked) -> bool:
        path = self.answer(asked.template)
        return any(
            self.reads(option, value, type_of(path))
            for fact in self.held
            if self.fits(fact, asked) is True
            for value in self.values(fact, path)
        )

    def is_wrong(self, option: dict[str, str], asked: Asked) -> bool:
        """Whether the option is known to be wrong, whatever it is taken for."""
        candidates = self.candidates(option, self.answer(asked.template))
        return bool(candidates) and all(self._is_wrong(value, asked) for value in candidates)

    def _is_wrong(self, value: Any, asked: Asked) -> bool:
        path = self.answer(asked.template)
        kind = type_of(path)
        gap = False
        for fact in self.held:
            if self.fits(fact, asked) is False:
                continue
            if not self.values(fact, path):
                absent = self.world.complete and path.partition(".")[0] not in fact.values
                gap = gap or not absent
            for told in self.readings(fact):
                if any(self.may_be(truth, value, kind) for truth in self.values(told, path)):
                    return False
        if self.determined(asked, path) or self.is_its_own(path, value):
            return True
        said = self.claim(asked, path, value)
        if self.is_denied(said):
            return True
        return not gap and (self.world.complete or self.in_region(said))

    def answer(self, template: Template) -> str:
        return self.world.label if template.answer == "fact" else template.answer

    # Names: the ways that show facts by one of their fields

    def named(self, option: dict[str, str], path: str) -> list[Fact]:
        """The facts that the option may name, by any source."""
        return [
            told
            for fact in self.held
            for told in self.readings(fact)
            if any(self.reads(option, value, type_of(path)) for value in self.values(told, path))
        ]

    def all_named(self, option: dict[str, str], path: str, asked: Asked) -> bool:
        """Whether no fact outside the file can bear the name."""
        if self.world.complete or (path in TYPES and TYPES[path] in ("words", "text")):
            return True
        candidates = self.candidates(option, path)
        return all(
            self.is_its_own(path, value) or self.in_region(self.claim(asked, path, value))
            for value in candidates
        )

    def is_outside(self, option: dict[str, str], path: str, asked: Asked) -> bool:
        """Whether what the option names is known not to meet ``where``."""
        if any(
            self.where(fact, asked.template.where) is not False for fact in self.named(option, path)
        ):
            return False
        candidates = self.candidates(option, path)
        denied = all(self.is_denied(self.claim(asked, path, value)) for value in candidates)
        return denied or self.all_named(option, path, asked)

    def is_inside(self, option: dict[str, str], path: str, asked: Asked) -> bool:
        bases = [path.partition(".")[0], *(p.partition(".")[0] for p in asked.template.where)]
        return any(
            self.where(fact, asked.template.where) is True
            and not fact.withheld(*bases)
            and fact.voice in (None, asked.fact.voice)
            for fact in self.named(option, path)
        )

    def bounds(self, fact: Fact, by: str) -> tuple[Any, Any] | None:
        """The earliest and the latest that a fact can lie; None where it is not told."""
        value = self.value(fact, by)
        if value is None:
            return None
        if type_of(by) == "span":
            value = (value[0], 0, 0)
        if isinstance(value, tuple):
            return first_day(value), last_day(value)
        return value, value

    def comes_after(self, option: dict[str, str], asked: Asked) -> bool:
        """Whether everything that the option names lies behind the fact for certain."""
        template = asked.template
        path, by = self.answer(template), template.by or ""
        own = self.bounds(asked.fact, by)
        assert own is not None
        for fact in self.named(option, path):
            if self.where(fact, template.where) is False:
                continue
            other = self.bounds(fact, by)
            if other is None:
                return False
            if template.way == "first" and not own[1] < other[0]:
                return False
            if template.way == "last" and not other[1] < own[0]:
                return False
        shown = [
            fact
            for fact in self.named(option, path)
            if self.where(fact, template.where) is True
            and not fact.withheld(path.partition(".")[0], by.partition(".")[0])
            and fact.voice in (None, asked.fact.voice)
        ]
        return bool(shown) and self.all_named(option, path, asked)

    # Pairs

    def is_true_pair(self, left: dict[str, str], right: dict[str, str], pair: tuple) -> bool:
        return any(
            any(self.reads(left, value, type_of(pair[0])) for value in self.values(fact, pair[0]))
            and any(
                self.reads(right, value, type_of(pair[1])) for value in self.values(fact, pair[1])
            )
            for fact in self.held
        )

    def is_false_pair(self, left: dict[str, str], right: dict[str, str], pair: tuple) -> bool:
        a, b = pair
        rights = self.candidates(right, b)
        for fact in self.named(left, a):
            told = self.values(fact, b)
            if not told and not self.world.complete:
                return False
            if any(self.may_be(truth, value, type_of(b)) for truth in told for value in rights):
                return False
        if self.world.complete:
            return True
        if any(TYPES[path.partition(".")[0]] in LISTS for path in pair):
            return False
        lefts = self.candidates(left, a)
        return all(self.is_its_own(a, value) for value in lefts) or all(
            self.is_its_own(b, value) for value in rights
        )

    # Counting

    def count(self, asked: Asked) -> int | None:
        """How many facts fit; None where one more may, or is not sure, or languages differ."""
        counts = {self.count_in(asked, lang) for lang in LANGUAGES}
        return counts.pop() if len(counts) == 1 else None

    def count_in(self, asked: Asked, lang: str) -> int | None:
        if not (self.world.complete or self.in_region(self.claim(asked))):
            return None
        found: list[Fact] = []
        for fact in self.held:
            verdict = self.fits_in(fact, asked, lang)
            if verdict is None:
                return None
            if verdict:
                if fact.open or fact.voice not in (None, asked.fact.voice):
                    return None
                if any(fact.values == other.values for other in found):
                    return None
                found.append(fact)
        return len(found)

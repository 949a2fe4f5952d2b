"""The bank: every item that the content gives, made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import replace
from functools import lru_cache

from azun_quiz.content.load import Content
from azun_quiz.content.problems import Problem, Problems
from azun_quiz.content.shortening import shortened
from azun_quiz.content.topics import Topic
from azun_quiz.content.values import Date, Value
from azun_quiz.generator.answering import Answering
from azun_quiz.generator.chance import Chance
from azun_quiz.generator.choosing import ANY
from azun_quiz.generator.compiling import Compiled, Compiler
from azun_quiz.generator.counting import Counting
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.entries import Clues, Entry, Kept
from azun_quiz.generator.explaining import Explainer, sources
from azun_quiz.generator.item import Item
from azun_quiz.generator.keeping import Comparison
from azun_quiz.generator.odd import OddOne
from azun_quiz.generator.ordering import Ordering
from azun_quiz.generator.pairing import Pairing
from azun_quiz.generator.rendering import Renderer
from azun_quiz.generator.rules import converges, echoes, key_is_longest
from azun_quiz.generator.sentences import Slot
from azun_quiz.generator.ways import Pools, Way

WAYS: Mapping[str, type[Way]] = {
    "answer": Answering,
    "first": Ordering,
    "last": Ordering,
    "odd": OddOne,
    "pair": Pairing,
    "count": Counting,
}

DEFAULT_LEVEL = "medium"

STARVED = "starved"
"""Why a question cannot be asked that has too few options."""

_TRIES = 60
"""How many sets of options are tried before one that is known to be sound is taken."""

_TRIES_AT_PLACE = 8
"""How many of them keep the key at its planned place."""

_TRIES_AT_LEVEL = 16
"""How many of them keep to the level."""


class Bank:
    """All items of a body of content.

    An item is a pure function of the content, its id, the seed, the level and the language; the
    options and their order are the same in every language. With an earlier bank at hand, what
    stays the same is taken over from it; the items are those of a bank made without it.

    Where the content is a part of a larger one, ``first`` is the place of its first item there.
    """

    def __init__(self, content: Content, before: Bank | None = None, *, first: int = 0) -> None:
        self.content = content
        self.digest = content.digest
        self._renderer = Renderer(content)
        self._explainer = Explainer(content, self._renderer)
        self._pools: dict[tuple[str, ...], Pools] = {}
        self._ways: dict[str, Way] = {}
        self._compiled: dict[str, Compiled] = {}
        self._entries: dict[str, Entry] | None = None
        self._first = first
        self._kept = {} if before is None else before.kept_for(content)
        self._faulty: set[str] = set()
        problems = Problems()
        compiler = Compiler(content, self._renderer, problems)
        for template in content.templates.values():
            told = len(problems)
            kept = self._kept.get(template.id)
            compiled = compiler.compile(template) if kept is None else kept.way.compiled
            if len(problems) > told:
                self._faulty.add(template.id)
            if compiled is not None and self._languages_of(compiled):
                self._compiled[template.id] = compiled
        self.problems: tuple[Problem, ...] = shortened(problems.sorted(), content.packs)

    def kept_for(self, content: Content) -> dict[str, Kept]:
        """The templates of other content that give the same items as here, with their items."""
        if self._entries is None:
            return {}
        entries: dict[str, list[Entry]] = {}
        for entry in self._entries.values():
            entries.setdefault(entry.way.compiled.template.id, []).append(entry)
        same = Comparison(self.content, content)
        kept = {}
        for template, found in entries.items():
            new = content.templates.get(template)
            if new is not None and template not in self._faulty and same.is_same(template):
                way = copy(self._ways[template])
                way.compiled = replace(way.compiled, template=new)
                kept[template] = Kept(way, tuple(found))
        return kept

    def _languages_of(self, compiled: Compiled) -> tuple[str, ...]:
        """The languages in which all that the template shows is complete."""
        template = compiled.template
        complete = self.content.languages.get(template.pack, ())
        kind_pack = compiled.kind.id.rpartition(":")[0]
        of_kind = self.content.languages.get(kind_pack, ())
        return tuple(lang for lang in template.ask if lang in complete and lang in of_kind)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there are items."""
        found: dict[str, None] = {}
        for compiled in self._compiled.values():
            found.update(dict.fromkeys(self._languages_of(compiled)))
        return tuple(found)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that have templates: first those asked by default, then the others."""
        found = dict.fromkeys(c.template.topic for c in self._compiled.values())
        return tuple(sorted(found, key=lambda topic: not self.content.topics[topic].by_default))

    @property
    def default_topics(self) -> tuple[str, ...]:
        """The topics that are asked unless a player chooses others."""
        return tuple(topic for topic in self.topics if self.content.topics[topic].by_default)

    def topic(self, topic: str) -> Topic:
        """What is known of a topic."""
        return self.content.topics[topic]

    @property
    def templates(self) -> tuple[str, ...]:
        """The ids of the templates that can be used."""
        return tuple(self._compiled)

    def way(self, template: str) -> Way:
        """The template at work; it is made when it is first asked for."""
        way = self._ways.get(template)
        if way is None:
            compiled = self._compiled[template]
            languages = self._languages_of(compiled)
            pools = self._pools.get(languages)
            if pools is None:
                pools = self._pools[languages] = Pools(self.content, self._renderer, languages)
            way = self._ways[template] = WAYS[compiled.template.way](compiled, pools)
        return way

    def _all(self) -> dict[str, Entry]:
        """Every item: its template at work, its subject and its place in the bank."""
        if self._entries is None:
            self._entries = {}
            for template in self._compiled:
                kept = self._kept.get(template)
                place = self._first + len(self._entries)
                if kept is not None and kept.entries[0].index == place:
                    self._ways[template] = kept.way
                    self._entries.update((entry.subject.id, entry) for entry in kept.entries)
                    continue
                way = self.way(template)
                for subject in way.subjects.values():
                    entry = Entry(way, subject, self._first + len(self._entries))
                    if self._can_be_sound(entry):
                        self._entries[subject.id] = entry
            self._kept = {}
        return self._entries

    def _can_be_sound(self, entry: Entry) -> bool:
        """Whether the item has options that break no item-writing rule; if not, say which."""
        draft, flaws = self._draft(entry, 0, DEFAULT_LEVEL)
        if draft is not None and not flaws:
            entry.sound = draft
            return True
        fact = entry.subject.fact.id
        if draft is None:
            entry.way.left_out.starved.append(fact)
        else:
            entry.way.left_out.flawed.append((fact, *flaws[0]))
        return False

    def ids(self, topics: Iterable[str] | None = None, lang: str | None = None) -> tuple[str, ...]:
        """The ids of all items of some topics (of the default ones, if None) in a language."""
        wanted = set(self.default_topics if topics is None else topics)
        templates = {
            template
            for template, compiled in self._compiled.items()
            if compiled.template.topic in wanted
            and (lang is None or lang in self._languages_of(compiled))
        }
        return tuple(
            item
            for item, entry in self._all().items()
            if entry.way.compiled.template.id in templates
        )

    def items_of(self, template: str) -> Mapping[str, Subject]:
        """What the items of one template are about, by their ids."""
        entries = self._all()
        subjects = self.way(template).subjects
        return {item: subject for item, subject in subjects.items() if item in entries}

    def count_of(self, templates: Iterable[str]) -> int:
        """How many items some templates have together."""
        wanted = set(templates)
        return sum(entry.way.compiled.template.id in wanted for entry in self._all().values())

    def __contains__(self, item: object) -> bool:
        return item in self._all()

    def __len__(self) -> int:
        return len(self._all())

    def topic_of(self, item: str) -> str:
        """The topic of an item."""
        return self._compiled[item.partition("/")[0]].template.topic

    def item(self, item: str, *, lang: str, seed: int = 0, level: str = DEFAULT_LEVEL) -> Item:
        """The item with that id, in words.

        Raises:
            KeyError: there is no such item, or not in that language.
        """
        entry = self._all()[item]
        draft, flaws = self._draft(entry, seed, level)
        if draft is None or flaws:
            assert entry.sound is not None
            draft = entry.sound
        template = entry.way.compiled.template
        stem, explanation = self._told(entry, lang)
        facts = draft.facts
        if len(facts) == 1:
            names: tuple[str, ...] = (facts[0].id,)
        else:
            names = tuple(dict.fromkeys([fact.id for fact in facts]))
        return Item(
            id=item,
            template=template.id,
            topic=template.topic,
            facts=names,
            lang=lang,
            stem=stem,
            options=tuple([option.texts[lang] for option in draft.options]),
            key=draft.key,
            explanation=explanation,
            sources=sources((entry.subject.fact, *facts)),
            level=level,
            seed=seed,
            holders=_holders(draft),
        )

    def _told(self, entry: Entry, lang: str) -> tuple[str, str]:
        """The stem and the explanation in a language."""
        told = entry.told.get(lang)
        if told is None:
            subject = entry.subject
            stem = self._explainer.attributed(entry.stems[lang], subject.fact, lang)
            explanation = self._explainer.explanation(entry.way.compiled, subject, lang)
            told = entry.told[lang] = stem, explanation
        return told

    def _draft(
        self, entry: Entry, seed: int, level: str
    ) -> tuple[Draft | None, list[tuple[str, str]]]:
        """The first set of options that breaks no rule, or the one that breaks fewest, and the
        rules it breaks; None where there are too few options."""
        way, subject = entry.way, entry.subject
        count = way.compiled.template.options
        planned = planned_place(seed, count, entry.index)
        best: Draft | None = None
        fewest: list[tuple[str, str]] = []
        for attempt in range(_TRIES):
            chance = Chance(seed, subject.id, level, attempt)
            place = planned if attempt < _TRIES_AT_PLACE else chance.below(count)
            tried = level if attempt < _TRIES_AT_LEVEL else ANY
            draft = way.draft(subject, count=count, place=place, level=tried, chance=chance)
            if draft is None:
                continue
            broken = self.flaws(entry, draft)
            if best is None or len(broken) < len(fewest):
                best, fewest = draft, broken
            if not broken:
                break
        return best, fewest

    def flaws(self, entry: Entry, draft: Draft) -> list[tuple[str, str]]:
        """The item-writing rules that the options break, as pairs of language and rule."""
        options, key = draft.options, draft.key
        found: list[tuple[str, str]] = []
        words = zip(*[option.words for option in options], strict=True)
        lengths = zip(*[option.lengths for option in options], strict=True)
        stems = entry.stem_words
        for lang, stem, its_words, its_lengths in zip(
            entry.languages, stems, words, lengths, strict=True
        ):
            if echoes(stem, its_words, key):
                found.append((lang, "key-echoes-stem"))
            if converges(its_words, key):
                found.append((lang, "key-converges"))
            if not entry.ordered and key_is_longest(its_lengths, key):
                found.append((lang, "key-longest"))
        return found

    def made(self, template: str) -> list[Entry] | None:
        """The items of a template, or None while no item has been asked for."""
        if self._entries is None:
            return None
        way = self.way(template)
        return [entry for entry in self._entries.values() if entry.way is way]

    def trial(self, subject: Subject, way: Way, index: int) -> tuple[Entry, str | None]:
        """The entry of a subject as if it stood at that place in the bank, and why it could not be
        asked: `STARVED`, an item-writing rule, or None if it could."""
        entry = Entry(way, subject, index)
        draft, flaws = self._draft(entry, 0, DEFAULT_LEVEL)
        if draft is None:
            return entry, STARVED
        entry.sound = draft
        return entry, flaws[0][1] if flaws else None

    def stems(self, item: str) -> dict[str, str]:
        """The stem of an item in every language, without attribution."""
        return self._all()[item].stems

    def remark(self, item: Item, index: int) -> str:
        """Where an option belongs, as a sentence; empty if it is taken from no single fact."""
        holder = item.holders[index] if item.holders else None
        if holder is None or holder not in self.content.facts:
            return ""
        compiled = self._compiled[item.template]
        fact = self.content.facts[holder]
        if fact.kind != compiled.kind.id:
            return ""
        return self._explainer.statement(compiled, Subject(item.id, fact), item.lang)

    def clues(self, item: str) -> Clues:
        """What the item shows and asks."""
        entry = self._all()[item]
        way, subject = entry.way, entry.subject
        compiled = way.compiled
        fact = subject.fact
        shows = {f"{fact.id}:{path.base}" for path in compiled.givens}
        shows.update(_marks(piece.get(fact) for piece in _slots(compiled) if piece.get))
        asked = [compiled.answer, *compiled.pair, *([compiled.by] if compiled.by else [])]
        asks = {f"{fact.id}:{path.base}" for path in asked} - shows
        if compiled.template.way in ("first", "last", "odd", "count"):
            asks = {f"{compiled.template.id}/{compiled.template.way}/{fact.id}"}
        elif compiled.template.way == "answer" and isinstance(way, Answering):
            asks.update(_marks([way.get(fact)]))
        if subject.each is not None and compiled.each is not None:
            shows.add(f"{fact.id}:{compiled.each.base}")
        return Clues(frozenset(shows), frozenset(asks - shows))


def _holders(draft: Draft) -> tuple[str | None, ...]:
    """The facts that the options were taken from; the right one is the subject's own."""
    held = [option.fact.id if option.fact else None for option in draft.options]
    if held[draft.key] is not None:
        held[draft.key] = draft.subject.fact.id
    return tuple(held)


def _slots(compiled: Compiled) -> list[Slot]:
    return [piece for piece in next(iter(compiled.ask.values())) if isinstance(piece, Slot)]


def _marks(values: Iterable[Value | None]) -> set[str]:
    """Marks of values that say much: ids of facts, and dates to the day."""
    return {
        f"={value}"
        for value in values
        if isinstance(value, str) or (isinstance(value, Date) and value.day)
    }


@lru_cache(maxsize=4096)
def _places(seed: int, count: int, block: int) -> tuple[int, ...]:
    return tuple(Chance(seed, "places", count, block).shuffled(range(count)))


def planned_place(seed: int, count: int, index: int) -> int:
    """Where the key of an item should stand, from its place in the bank.

    The items are taken in blocks as long as there are places, and each block gives every place
    once, in random order: so the places are even over the bank (permuted-block randomisation).
    """
    block, offset = divmod(index, count)
    return _places(seed, count, block)[offset]

"""The bank: every item that the content gives, made when it is asked for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from copy import copy
from dataclasses import replace
from itertools import accumulate, chain
from threading import RLock

from azun_quiz.content.gc_pause import gc_paused
from azun_quiz.content.load import Content
from azun_quiz.content.problems import Problem, Problems
from azun_quiz.content.shortening import shortened
from azun_quiz.content.topics import Topic
from azun_quiz.generator.answering import Answering
from azun_quiz.generator.clues import Clues, clues_of
from azun_quiz.generator.compiling import Compiled, Compiler
from azun_quiz.generator.counting import Counting
from azun_quiz.generator.draft import Draft, Subject
from azun_quiz.generator.drafting import drafted, first_draft, sound_draft
from azun_quiz.generator.entries import Entry, Kept
from azun_quiz.generator.explaining import Explainer, sources
from azun_quiz.generator.item import Item
from azun_quiz.generator.odd_one import OddOne
from azun_quiz.generator.ordering import Ordering
from azun_quiz.generator.pairing import Pairing
from azun_quiz.generator.rendering import Renderer
from azun_quiz.generator.reuse import Comparison
from azun_quiz.generator.ways import LeftOut, Pools, Way
from azun_quiz.levels import DEFAULT_LEVEL

WAYS: Mapping[str, type[Way]] = {
    "answer": Answering,
    "first": Ordering,
    "last": Ordering,
    "odd": OddOne,
    "pair": Pairing,
    "count": Counting,
}

Listing = Mapping[str, tuple[str, ...]]
"""The ids of all items, in their order, by the id of their template."""


class Bank:
    """All items of a body of content.

    An item is a pure function of the content, its id, the seed, the level and the language; the
    options and their order are the same in every language. With an earlier bank at hand, what
    stays the same is taken over from it; the items are those of a bank made without it.

    Which items there are takes a look at every fact. A bank that is given the ``listing`` of an
    earlier one of the same content looks only at the templates whose items are asked for.

    Where the content is a part of a larger one, ``first`` is the place of its first item there.
    """

    def __init__(
        self,
        content: Content,
        before: Bank | None = None,
        *,
        first: int = 0,
        listing: Listing | None = None,
    ) -> None:
        self.content = content
        self.digest = content.digest
        self._renderer = Renderer(content)
        self._explainer = Explainer(content, self._renderer)
        self._pools: dict[tuple[str, ...], Pools] = {}
        self._ways: dict[str, Way] = {}
        self._compiled: dict[str, Compiled] = {}
        self._entries: dict[str, Mapping[str, Entry]] = {}
        self._lock = RLock()
        self._first = first
        self._kept = {} if before is None else before.kept_for(content)
        self._faulty: set[str] = set()
        problems = Problems()
        compiler = Compiler(content, self._renderer, problems)
        for template in content.templates.values():
            problems_before = len(problems)
            kept = self._kept.get(template.id)
            compiled = kept.way.compiled if kept and kept.way else compiler.compile(template)
            if len(problems) > problems_before:
                self._faulty.add(template.id)
            if compiled is not None and self._languages_of(compiled):
                self._compiled[template.id] = compiled
        self.problems: tuple[Problem, ...] = shortened(problems.sorted(), content.packs)
        self._listing: Listing | None = None
        self._starts: Mapping[str, int] = {}
        self._known: frozenset[str] | None = None
        if listing is not None and listing.keys() == self._compiled.keys():
            self._list(listing)

    def kept_for(self, content: Content) -> dict[str, Kept]:
        """The templates of other content that give the same items as here, with their items."""
        if self._listing is None:
            return {}
        same = Comparison(self.content, content)
        kept = {}
        for template, items in self._listing.items():
            new = content.templates.get(template)
            if new is None or template in self._faulty or not same.is_same(template):
                continue
            entries = self._entries.get(template)
            way = copy(self._ways[template]) if entries else None
            if way is not None:
                way.compiled = replace(way.compiled, template=new)
            kept[template] = Kept(self._starts[template], items, way, entries)
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

    def left_out(self, template: str) -> LeftOut:
        """Why facts of a template's kind are not asked, once its items have been looked for."""
        self.entries(template)
        return self.way(template).left_out

    @property
    def listing(self) -> Listing:
        """The ids of all items, by template; they are looked for when they are first asked for."""
        with self._lock:
            if self._listing is None:
                found: dict[str, tuple[str, ...]] = {}
                place = self._first
                with gc_paused():
                    for template in self._compiled:
                        found[template] = self._found(template, place)
                        place += len(found[template])
                self._kept = {}
                self._list(found)
            assert self._listing is not None
            return self._listing

    def _list(self, listing: Listing) -> None:
        """Know the items, and the place of each template's first one in the bank."""
        counts = [len(listing[template]) for template in self._compiled]
        starts = accumulate(counts[:-1], initial=self._first)
        self._starts = dict(zip(self._compiled, starts, strict=False))
        self._listing = {template: tuple(listing[template]) for template in self._compiled}

    def _found(self, template: str, place: int) -> tuple[str, ...]:
        """The items of a template, the first of which stands at a place in the bank."""
        kept = self._kept.get(template)
        if kept is not None and kept.place == place:
            if kept.way is not None and kept.entries is not None:
                self._ways[template] = kept.way
                self._entries[template] = kept.entries
            return kept.items
        self._entries[template] = self._made(template, place, frozenset())
        return tuple(self._entries[template])

    def _made(self, template: str, place: int, known: Container[str]) -> dict[str, Entry]:
        """The items of a template, the first of which stands at a place in the bank; those that
        are ``known`` can be asked."""
        way = self.way(template)
        made: dict[str, Entry] = {}
        for subject in way.subjects.values():
            entry = Entry(way, subject, place + len(made))
            if subject.id in known or self._can_be_sound(entry):
                made[subject.id] = entry
        return made

    def entries(self, template: str) -> Mapping[str, Entry]:
        """What is known of each item of a template, by its id."""
        found = self._entries.get(template)
        if found is None:
            listing = self.listing
            with self._lock:
                found = self._entries.get(template)
                if found is None:
                    items, place = frozenset(listing[template]), self._starts[template]
                    found = self._entries[template] = self._made(template, place, items)
        return found

    def _entry(self, item: str) -> Entry:
        template = item.partition("/")[0]
        if template not in self._compiled:
            raise KeyError(item)
        return self.entries(template)[item]

    def _can_be_sound(self, entry: Entry) -> bool:
        """Whether the item has options that break no item-writing rule; if not, say which."""
        draft, flaws = first_draft(entry)
        if draft is not None and not flaws:
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
            [
                item
                for template, items in self.listing.items()
                if template in templates
                for item in items
            ]
        )

    def items_of(self, template: str) -> Mapping[str, Subject]:
        """What the items of one template are about, by their ids."""
        return {item: entry.subject for item, entry in self.entries(template).items()}

    def count_of(self, templates: Iterable[str]) -> int:
        """How many items some templates have together."""
        return sum(len(self.listing.get(template, ())) for template in set(templates))

    def __contains__(self, item: object) -> bool:
        if self._known is None:
            self._known = frozenset(chain.from_iterable(self.listing.values()))
        return item in self._known

    def __len__(self) -> int:
        return sum(map(len, self.listing.values()))

    def topic_of(self, item: str) -> str:
        """The topic of an item."""
        return self._compiled[item.partition("/")[0]].template.topic

    def item(self, item: str, *, lang: str, seed: int = 0, level: str = DEFAULT_LEVEL) -> Item:
        """The item with that id, in words.

        Raises:
            KeyError: there is no such item, or not in that language.
        """
        entry = self._entry(item)
        draft, flaws = drafted(entry, seed, level)
        if draft is None or flaws:
            draft = sound_draft(entry)
        template = entry.way.compiled.template
        stem, explanation = self._texts(entry, lang)
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

    def _texts(self, entry: Entry, lang: str) -> tuple[str, str]:
        """The stem and the explanation in a language."""
        texts = entry.texts.get(lang)
        if texts is None:
            subject = entry.subject
            stem = self._explainer.attributed(entry.stems[lang], subject.fact, lang)
            explanation = self._explainer.explanation(entry.way.compiled, subject, lang)
            texts = entry.texts[lang] = stem, explanation
        return texts

    def made(self, template: str) -> list[Entry] | None:
        """The items of a template, or None while none of them has been asked for."""
        found = self._entries.get(template)
        return None if found is None else list(found.values())

    def stems(self, item: str) -> dict[str, str]:
        """The stem of an item in every language, without attribution."""
        return self._entry(item).stems

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
        return clues_of(self._entry(item))


def _holders(draft: Draft) -> tuple[str | None, ...]:
    """The facts that the options were taken from; the right one is the subject's own."""
    held = [option.fact.id if option.fact else None for option in draft.options]
    if held[draft.key] is not None:
        held[draft.key] = draft.subject.fact.id
    return tuple(held)

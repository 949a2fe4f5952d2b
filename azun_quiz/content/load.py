"""Loading packs: from directories to one body of checked facts and templates.

Who reads or checks what (all in `azun_quiz.content`), in this order, as a value can only be read
when its field is known, and a field only when its kind and unit are:

- the trees of the files: `tree`, and `read_cache` for files that did not change;
- units: `units`; kinds: `kinds`; the names in them: `references.resolve_kinds`;
- facts: `facts`; topics: `topics`; templates: `templates`;
- the languages of a pack: `pack_languages`;
- the names in facts: `references.Linker`; facts side by side: `fact_checks`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from azun_quiz.content.fact_checks import check_same, check_terms, check_unique
from azun_quiz.content.facts import Fact, FactReader
from azun_quiz.content.faults import of_system
from azun_quiz.content.gc_pause import gc_paused
from azun_quiz.content.kinds import KIND_KEYS, Kind, read_kind
from azun_quiz.content.pack_languages import complete_languages
from azun_quiz.content.packs import Pack, find
from azun_quiz.content.problems import Place, Problem, Problems
from azun_quiz.content.read_cache import FactsOfFile, ReadCache, TemplatesOfFile
from azun_quiz.content.reader import Reader
from azun_quiz.content.references import (
    Linker,
    check_kind_paths,
    check_regions,
    resolve_kinds,
    unknown,
)
from azun_quiz.content.shapes import QUESTIONS, required
from azun_quiz.content.shortening import shortened
from azun_quiz.content.templates import FILE_KEYS, Template, TemplateReader
from azun_quiz.content.topics import Topic, Topics
from azun_quiz.content.tree import Node, is_whole, place
from azun_quiz.content.units import Unit, read_units
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import phrase

_THE_FILE = phrase(N_("The file"))


@dataclass(slots=True)
class Content:
    """All that was loaded and is sound, and the problems of what is not.

    ``facts`` are in the order of the files. ``languages`` are those in which a pack is complete,
    by the pack's name. ``unsound`` are the ids of kinds and facts that were left out, and
    ``shaken`` the kinds that may no longer be complete because of that. ``lost`` has the kind of
    each fact that was left out, and ``written`` the place of each template, the unsound ones too.
    ``unparsed`` are the packs that have a file of which nothing could be read: what is missing
    in them may be there. ``digest`` identifies the content: it changes with every byte of it.
    """

    kinds: dict[str, Kind] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    templates: dict[str, Template] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    languages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unsound: frozenset[str] = frozenset()
    shaken: frozenset[str] = frozenset()
    unparsed: frozenset[str] = frozenset()
    lost: dict[str, str] = field(default_factory=dict)
    written: dict[str, Place] = field(default_factory=dict)
    packs: tuple[Pack, ...] = ()
    digest: str = ""

    def by_kind(self) -> dict[str, list[Fact]]:
        """The facts of each kind that has any, in the order of the files, the false ones too."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            found.setdefault(fact.kind, []).append(fact)
        return found

    def of_kind(self, kind: str) -> list[Fact]:
        """All facts of a kind, the false ones too."""
        return self.by_kind().get(kind, [])


@dataclass(slots=True)
class _File:
    pack: Pack
    path: Path
    reader: Reader
    root: Node
    entries: dict[str, tuple[Node, Node]]


class _Loader:
    """One run of loading; the passes follow each other in `load`."""

    def __init__(self, cache: ReadCache) -> None:
        self.cache = cache
        self.content = Content()
        self.problems = Problems()
        self.digest = blake2b(digest_size=16)
        self.broken: set[str] = set()
        self.kind_files: dict[str, _File] = {}
        self.ref_nodes: dict[tuple[str, str], Node] = {}
        self.unread_packs: set[str] = set()
        self.unparsed: set[str] = set()
        self.shaken: set[str] = set()
        self.topics = Topics(self.content.topics)

    def open_files(self, pack: Pack, paths: Iterable[Path], what: str) -> list[_File]:
        files = []
        for path in paths:
            try:
                data = path.read_bytes()
            except OSError as error:
                self.problems.add("unreadable", Place(path), reason=of_system(error))
                self.unread_packs.add(pack.name)
                self.unparsed.add(pack.name)
                continue
            self.digest.update(f"{pack.name}/{what}/{path.name}:{len(data)}\n".encode())
            self.digest.update(data)
            root = self.cache.tree(data, path, self.problems)
            reader = Reader(path, self.problems)
            if root is None:
                self.unparsed.add(pack.name)
            entries = {} if root is None else reader.mapping(root, _THE_FILE)
            if root is not None and entries:
                files.append(_File(pack, path, reader, root, entries))
            if root is None or not is_whole(root, entries):
                self.unread_packs.add(pack.name)
        return files

    def read_kind(self, file: _File) -> None:
        """Declare the kind of a file, if it has one to declare."""
        reader = file.reader
        if "kind" not in file.entries:
            reader.report("missing-key", file.root, what=_THE_FILE, key="kind")
            self.unread_packs.add(file.pack.name)
            return
        reader.unknown_keys(file.entries, KIND_KEYS, _THE_FILE)
        if "fields" not in file.entries and "facts" not in file.entries:
            reader.report("missing-key", file.root, what=_THE_FILE, key="facts")
        node = file.entries["kind"][1]
        name = reader.text(node, "kind")
        if name is None or "fields" not in file.entries or not reader.name(node, name):
            return
        full = file.pack.qualify(name)
        if full in self.kind_files:
            other = self.kind_files[full].path.name
            reader.report("kind-declared-twice", node, kind=name, other=other)
            return
        self.kind_files[full] = file
        kind = read_kind(reader, full, file.entries)
        if kind is not None:
            self.content.kinds[full] = kind

    def check_kinds(self) -> None:
        """Kinds and units that fields name must exist; the names become full ids."""
        kinds = self.content.kinds
        resolve_kinds(
            kinds,
            {full: file.pack.name for full, file in self.kind_files.items()},
            self.content.units,
            {full: file.reader for full, file in self.kind_files.items()},
            self.kind_files,
            self.unparsed,
        )
        for full, kind in kinds.items():
            check_kind_paths(kind, kinds, self.kind_files[full].reader)

    def read_facts(self, file: _File) -> None:
        reader = file.reader
        if "facts" not in file.entries or "kind" not in file.entries:
            return
        full = self._kind_of(file)
        if full is None:
            return
        kind, pack = self.content.kinds[full], file.pack.name
        kept = self.cache.facts(file.root, kind, pack)
        if kept is not None and self.content.facts.keys().isdisjoint(f.id for f in kept.facts):
            self._take_facts(file, kept)
            return
        problems_before, worded, made = (
            len(self.problems),
            len(reader.wordings),
            len(self.content.facts),
        )
        facts = FactReader(reader, kind)
        self._read_each(file, facts, file.entries["facts"][1])
        self.ref_nodes.update(facts.ref_nodes)
        if len(self.problems) == problems_before and full not in self.shaken:
            read = islice(self.content.facts.values(), made, None)
            wordings = reader.wordings[worded:]
            self.cache.keep_facts(file.root, kind, pack, read, wordings, facts.ref_nodes)

    def _kind_of(self, file: _File) -> str | None:
        """The kind of the facts of a file; None if there is none, which is reported."""
        node = file.entries["kind"][1]
        name = file.reader.text(node, "kind") or ""
        full = find(name, file.pack.name, self.content.kinds)
        if full is None:
            self.unread_packs.add(file.pack.name)
            reported = file.pack.name in self.unparsed or find(
                name, file.pack.name, self.kind_files
            )
            if name and not reported:
                details = unknown(name, self.content.kinds, "kinds")
                file.reader.report("unknown-kind", node, kind=name, **details)
        return full

    def _read_each(self, file: _File, facts: FactReader, node: Node) -> None:
        reader, kind = file.reader, facts.kind.id
        entries = reader.mapping(node, "facts", may_be_empty=True)
        if not is_whole(node, entries):
            self.shaken.add(kind)
        for key, (key_node, value) in entries.items():
            if not reader.name(key_node, key):
                self.shaken.add(kind)
                continue
            fact_id = file.pack.qualify(key)
            earlier = self.content.facts.get(fact_id)
            if earlier is not None:
                self.shaken.add(kind)
                file_name, line = earlier.place.path.name, earlier.place.line
                reader.report("duplicate-id", key_node, id=key, file=file_name, line=line)
                continue
            fact = facts.read(fact_id, key_node, value)
            if fact is None:
                self.shaken.add(kind)
                self.broken.add(fact_id)
                self.content.lost[fact_id] = kind
            else:
                fact.pack = file.pack.name
                self.content.facts[fact_id] = fact

    def _take_facts(self, file: _File, kept: FactsOfFile) -> None:
        """Take over the facts of a file that did not change."""
        self.content.facts.update((fact.id, fact) for fact in kept.facts)
        file.reader.wordings.extend(kept.wordings)
        self.ref_nodes.update(kept.ref_nodes)

    def link(self) -> None:
        """Turn names into ids, compare facts, and see which kinds are still complete."""
        content = self.content
        kinds = {fact.id: fact.kind for fact in content.facts.values()}
        linker = Linker(content.kinds, content.facts, self.broken, self.problems, self.ref_nodes)
        self.shaken |= linker.link()
        self.shaken |= check_unique(content.kinds, content.facts.values(), self.problems)
        check_same(content.kinds, content.facts.values(), self.problems)
        check_terms(content.kinds, content.facts.values(), self.problems)
        for full, kind in content.kinds.items():
            file = self.kind_files[full]
            errors = self.problems.errors
            check_regions(kind, file.pack.name, content.facts, self.broken, file.reader)
            if file.pack.name in self.unread_packs or self.problems.errors > errors:
                self.shaken.add(full)
        for full in self.shaken:
            content.kinds[full] = replace(content.kinds[full], complete=False, regions=())
        content.lost.update({name: kinds[name] for name in self.broken if name in kinds})
        left_out = {*self.broken, *(full for full in self.kind_files if full not in content.kinds)}
        content.unparsed = frozenset(self.unparsed)
        content.unsound, content.shaken = frozenset(left_out), frozenset(self.shaken)

    def read_templates(self, file: _File) -> None:
        reader = file.reader
        reader.unknown_keys(file.entries, FILE_KEYS, _THE_FILE)
        for key in required(QUESTIONS):
            if key not in file.entries:
                reader.report("missing-key", file.root, what=_THE_FILE, key=key)
                return
        topic = reader.text(file.entries["topic"][1], "topic")
        if topic is None or not reader.name(file.entries["topic"][1], topic):
            return
        self.topics.add(topic, file.pack.name, reader, file.entries)
        kept = self.cache.templates(file.root, topic, file.pack.name)
        if kept is not None and self.content.written.keys().isdisjoint(
            template.id for template in kept.templates
        ):
            self._take_templates(file, kept)
            return
        problems_before, worded, made = (
            len(self.problems),
            len(reader.wordings),
            len(self.content.templates),
        )
        self._read_each_template(file, TemplateReader(reader, topic))
        if len(self.problems) == problems_before:
            read = islice(self.content.templates.values(), made, None)
            wordings = reader.wordings[worded:]
            self.cache.keep_templates(file.root, topic, file.pack.name, read, wordings)

    def _read_each_template(self, file: _File, templates: TemplateReader) -> None:
        reader = file.reader
        for key, (key_node, node) in reader.mapping(
            file.entries["templates"][1], "templates", may_be_empty=True
        ).items():
            if not reader.name(key_node, key):
                continue
            full = file.pack.qualify(key)
            self.content.written.setdefault(full, place(reader.path, key_node))
            earlier = self.content.templates.get(full)
            if earlier is not None:
                file_name, line = earlier.place.path.name, earlier.place.line
                reader.report("duplicate-id", key_node, id=key, file=file_name, line=line)
                continue
            template = templates.read(full, key_node, node)
            if template is not None:
                self.content.templates[full] = replace(template, pack=file.pack.name)

    def _take_templates(self, file: _File, kept: TemplatesOfFile) -> None:
        """Take over the templates of a file that did not change."""
        for template in kept.templates:
            self.content.templates[template.id] = template
            self.content.written[template.id] = template.place
        file.reader.wordings.extend(kept.wordings)


def load(packs: Iterable[Pack], cache: ReadCache | None = None) -> Content:
    """Load packs in order; what is unsound is reported and left out.

    With the ``cache`` of an earlier loading, files that did not change are not read again.
    """
    with gc_paused():
        return _load(packs, cache or ReadCache())


def _load(packs: Iterable[Pack], cache: ReadCache) -> Content:
    cache.begin()
    loader = _Loader(cache)
    data: list[_File] = []
    questions: list[_File] = []
    in_use = tuple(packs)
    for pack in in_use:
        data += loader.open_files(pack, pack.data_files(), "data")
        questions += loader.open_files(pack, pack.question_files(), "questions")
    with_kinds = [file for file in data if "units" not in file.entries]
    for file in data:
        if "units" in file.entries:
            for name, unit in read_units(file.reader, file.entries):
                loader.content.units[file.pack.qualify(name)] = unit
    for file in with_kinds:
        loader.read_kind(file)
    loader.check_kinds()
    for file in with_kinds:
        loader.read_facts(file)
    for file in questions:
        loader.read_templates(file)
    everything = [*data, *questions]
    for pack in {file.pack.name: file.pack for file in everything}.values():
        readers = [file.reader for file in everything if file.pack == pack]
        loader.content.languages[pack.name] = complete_languages(readers)
    loader.link()
    content = loader.content
    content.packs = in_use
    content.problems = shortened(loader.problems.sorted(), in_use)
    content.digest = loader.digest.hexdigest()
    return content

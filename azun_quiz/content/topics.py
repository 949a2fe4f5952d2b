"""Topics: groups of templates, in one file or several."""

from __future__ import annotations

from dataclasses import dataclass, replace

from azun_quiz.content.reader import Entries, Reader
from azun_quiz.content.values import Words


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of templates that a player can choose; those ``by_default`` are included
    unless the player picks topics."""

    id: str
    words: Words | None = None
    by_default: bool = True


class Topics:
    """Collects the topics of all files.

    What a topic is called, and whether it is included unless the player picks topics, is said by
    the pack that has it first, in the file that says so first. What another file says of it does
    not count and is reported.
    """

    def __init__(self, found: dict[str, Topic]) -> None:
        self.found = found
        self._first: dict[str, tuple[str, Reader]] = {}
        self._saying: dict[tuple[str, str], Reader] = {}

    def add(self, topic: str, pack: str, reader: Reader, entries: Entries) -> None:
        """Note the topic of a file, and what the file says of it."""
        words = reader.optional(entries, "name", reader.words)
        by_default = reader.optional(entries, "by-default", reader.yes_no)
        self._first.setdefault(topic, (pack, reader))
        known = self.found.get(topic, Topic(topic))
        if words is not None and self._counts(topic, "name", pack, reader):
            known = replace(known, words=words)
        if by_default is not None and self._counts(topic, "by-default", pack, reader):
            known = replace(known, by_default=by_default)
        self.found[topic] = known
        for key, said, holds in (
            ("name", words, known.words),
            ("by-default", by_default, known.by_default),
        ):
            if said is not None and said != holds:
                other = self._source(topic, key, pack, reader).path.name
                node = entries[key][0]
                reader.report("topic-declared-twice", node, topic=topic, key=key, other=other)

    def _counts(self, topic: str, key: str, pack: str, reader: Reader) -> bool:
        return self._source(topic, key, pack, reader) is reader

    def _source(self, topic: str, key: str, pack: str, reader: Reader) -> Reader:
        """The reader of the file that says this of the topic; the given one, if it is the first."""
        owner, first = self._first[topic]
        if owner != pack:
            return self._saying.get((topic, key), first)
        return self._saying.setdefault((topic, key), reader)

"""Content that is kept up to date while its files are edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from azun_quiz.errors import UserError
from azun_quiz.watching import Stamp, changes, stamp

if TYPE_CHECKING:
    from azun_quiz.content.load import Content
    from azun_quiz.content.packs import Pack
    from azun_quiz.content.read_cache import ReadCache
    from azun_quiz.library import Library
    from azun_quiz.listings import Listings


class Follower:
    """The library of some packs; what has not changed is not made again.

    ``packs`` names the packs in use and is asked each time; ``content`` is the user's own
    directory, in which further packs may appear. Items that ``listings`` know are not looked for
    again. Its methods may be called from any thread.
    """

    def __init__(
        self,
        packs: Callable[[], Sequence[Pack]],
        content: Path,
        listings: Listings | None = None,
    ) -> None:
        self._find_packs = packs
        self._listings = listings
        self._found: Sequence[Pack] = ()
        self._content = content
        self._cache: ReadCache | None = None
        self._lock = Lock()
        self._seen: Stamp | None = None
        self.library: Library | None = None

    def _packs(self) -> Sequence[Pack]:
        """The packs in use; those found last while a directory that was named is no pack."""
        try:
            self._found = list(self._find_packs())
        except UserError:
            if self.library is None:
                raise
        return self._found

    def open(self) -> Library:
        """The content as it is now, with all its items; the same library if nothing has changed.

        Raises:
            UserError: a directory that was named is no pack, when it is opened first.
        """
        from azun_quiz.library import bank_of, library_of

        with self._lock:
            in_use = self._packs()
            seen = stamp(in_use)
            if self.library is None or seen != self._seen:
                content = self._load(in_use)
                before = self.library.bank if self.library is not None else None
                if before is None or content.digest != before.digest:
                    bank = bank_of(content, before, self._listings)
                    len(bank)  # a bank looks for its items when it is first asked
                    self.library = library_of(bank, content)
                self._seen = seen
            return self.library  # type: ignore[return-value]

    def glimpse(self, template: str) -> Library:
        """The content as it is now with the items of one template only, which is soon there.

        The items are those that `open` will give, unless the number of items before them in the
        bank has changed: then the options may stand in another order.
        """
        from azun_quiz.generator.bank import Bank
        from azun_quiz.library import library_of

        with self._lock:
            content = self._load(self._packs())
            bank = Bank(_only(content, template), first=self._count_before(content, template))
            return library_of(bank, content)

    def _load(self, in_use: Sequence[Pack]) -> Content:
        """Load packs; the modules for it are imported when it is done first.

        What was read is remembered from the second time on: most programs load once only.
        """
        from azun_quiz.content.load import load
        from azun_quiz.content.read_cache import ReadCache

        if self.library is None:
            return load(in_use)
        if self._cache is None:
            self._cache = ReadCache()
        return load(in_use, self._cache)

    def _count_before(self, content: Content, template: str) -> int:
        """How many items come before those of a template in the bank, as far as it is known."""
        earlier = takewhile(lambda name: name != template, content.templates)
        return 0 if self.library is None else self.library.bank.count_of(earlier)

    def changes(self, stop: Event) -> Iterator[None]:
        """Waits, and yields each time files have changed since the library was opened."""
        return changes(self._packs, self._content, self._seen or frozenset(), stop)


def _only(content: Content, template: str) -> Content:
    """The content with one template."""
    found = content.templates.get(template)
    return replace(content, templates={} if found is None else {template: found})

"""All content that a player or teacher works with: the built-in pack, their own, and others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from azun_quiz.content.load import Content, load
from azun_quiz.content.packs import BUILT_IN, Pack, digest_of, is_pack
from azun_quiz.content.problems import Problem, Problems
from azun_quiz.content.read_cache import ReadCache
from azun_quiz.content.silencing import apply, kept
from azun_quiz.errors import UserError
from azun_quiz.generator.bank import Bank
from azun_quiz.listings import Listings
from azun_quiz.paths import Places
from azun_quiz.text.catalog import N_


@dataclass(frozen=True, slots=True)
class Library:
    """A bank and the problems of what had to be left out of it."""

    bank: Bank
    content: Content
    problems: tuple[Problem, ...]


def packs(places: Places, extra: Iterable[Path] = (), *, only: bool = False) -> list[Pack]:
    """The packs in use: the built-in one, the user's own, and those named by the user.

    Raises:
        UserError: a named directory is no pack.
    """
    found = [] if only else [Pack(BUILT_IN, places.built_in)]
    found += map(Pack.at, _own_packs(places.content))
    own = len(found)
    for directory in extra:
        if not is_pack(directory):
            raise UserError(
                N_("There is no pack in {path}."),
                N_("A pack is a directory that holds “data” or “questions”."),
                path=directory,
            )
        if all(other.directory.resolve() != directory.resolve() for other in found):
            found.append(Pack.at(directory))
    return _told_apart(found, own)


def _told_apart(found: list[Pack], own: int) -> list[Pack]:
    """The packs with different names: of several of one name, one of the first ``own`` keeps it,
    or else the one whose path comes first, so that the order of options does not matter. The
    names of the others end in characters worked out from their paths."""
    keepers: dict[str, int] = {}
    paths = [str(pack.directory.resolve()) for pack in found]
    for index in sorted(range(len(found)), key=lambda i: (i >= own, i if i < own else 0, paths[i])):
        keepers.setdefault(found[index].name, index)
    return [
        pack
        if keepers[pack.name] == index
        else replace(pack, name=f"{pack.name}-{digest_of(paths[index])}")
        for index, pack in enumerate(found)
    ]


def _own_packs(directory: Path) -> Sequence[Path]:
    """The user's own pack, and packs installed beside it in the same directory."""
    own = [directory] if is_pack(directory) else []
    try:
        inside = sorted(path for path in directory.iterdir() if path.is_dir())
    except OSError:
        return own
    return [*own, *(path for path in inside if is_pack(path))]


def open_library(
    packs_in_use: Iterable[Pack],
    cache: ReadCache | None = None,
    before: Library | None = None,
    listings: Listings | None = None,
) -> Library:
    """Load packs; what is unsound is left out and told in ``problems``.

    With the ``cache`` of an earlier loading, and the library that it gave, only what has changed
    since is made anew. With ``listings``, items that were found in an earlier run are not looked
    for again.
    """
    content = load(packs_in_use, cache)
    return library_of(bank_of(content, None if before is None else before.bank, listings), content)


def bank_of(content: Content, before: Bank | None, listings: Listings | None) -> Bank:
    """The bank of a body of content; with ``listings``, its items are known at once.

    With an earlier bank at hand only the items that may have changed are looked for.
    """
    listing = None if listings is None or before is not None else listings.find(content.digest)
    bank = Bank(content, before, listing=listing)
    if listings is not None and listing is None:
        listings.keep(bank)
    return bank


def library_of(bank: Bank, content: Content) -> Library:
    """A bank and its content, with the problems of both."""
    problems = {(p.code, p.place, p.message): p for p in (*content.problems, *bank.problems)}
    ordered = sorted(problems.values(), key=lambda problem: problem.sort_key)
    return Library(bank, content, kept(ordered))


def all_problems(library: Library, packs_in_use: Iterable[Pack]) -> tuple[Problem, ...]:
    """Everything that is wrong with packs, by file and line: what had to be left out, what a
    teacher should know of the questions, and catalogs that are not complete; without the warnings
    that the files silence."""
    from azun_quiz.content.catalogs import check_catalogs
    from azun_quiz.generator.checking import check

    found = Problems()
    in_use = list(packs_in_use)
    found.extend(library.content.problems)
    found.extend(check(library.bank))
    for pack in in_use:
        check_catalogs(pack, found)
    files = [path for pack in in_use for path in (*pack.data_files(), *pack.question_files())]
    return apply(found.sorted(), files)

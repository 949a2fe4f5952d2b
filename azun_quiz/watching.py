"""Following the files of packs while somebody edits them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from azun_quiz.content.packs import Pack

_QUIET = 20
"""Milliseconds without a further change after which changes are told."""
_MAX_WAIT_MS = 200
"""Milliseconds after which they are told in any case."""
_LOOK_AGAIN = 500
"""Milliseconds after which the files are looked at even if the machine told of no change: not
every file system tells."""

Stamp = frozenset[tuple[str, int, int, int]]
"""Paths, numbers on the disk, times of change in nanoseconds and sizes of files."""


def stamp(packs: Iterable[Pack]) -> Stamp:
    """What tells whether files of packs have changed, without reading them."""
    found = set()
    for pack in packs:
        for path in (*pack.data_files(), *pack.question_files()):
            with suppress(OSError):
                status = path.stat()
                found.add((str(path), status.st_ino, status.st_mtime_ns, status.st_size))
    return frozenset(found)


def changes(
    packs: Callable[[], Iterable[Pack]],
    content: Path,
    since: Stamp,
    stop: Event | None = None,
) -> Iterator[None]:
    """Waits, and yields each time files have changed.

    ``packs`` names the packs in use and is asked again each time; ``content`` is the user's own
    directory, in which further packs may appear. ``since`` is the stamp of the files that the
    caller has read. ``stop`` ends the waiting; KeyboardInterrupt goes through.
    """
    while stop is None or not stop.is_set():
        watched = _directories(packs(), content)
        for _ in _watch(watched, stop):
            now = stamp(packs())
            if now != since:
                since = now
                yield
            if _directories(packs(), content) != watched:
                break
        else:
            return


def _directories(packs: Iterable[Pack], content: Path) -> dict[Path, int]:
    """The directories in which a change matters, with their numbers on the disk: one that was
    made anew has another."""
    wanted = [content]
    for pack in packs:
        wanted += [pack.directory, pack.directory / "data", pack.directory / "questions"]
    found = {}
    for path in wanted:
        with suppress(OSError):
            found[path] = path.stat().st_ino
    return found


def _watch(directories: Iterable[Path], stop: Event | None) -> Iterator[Any]:
    from watchfiles import watch

    options: dict[str, Any] = {
        "watch_filter": None,
        "debounce": _MAX_WAIT_MS,
        "step": _QUIET,
        "stop_event": stop,
        "recursive": False,
        "rust_timeout": _LOOK_AGAIN,
        "yield_on_timeout": True,
    }
    try:
        yield from watch(*directories, **options)
    except OSError:  # the machine can watch no more files
        yield from watch(*directories, force_polling=True, **options)

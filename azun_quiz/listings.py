"""Lists of the items that content gives, kept between runs.

Finding the items takes a look at every fact with every template. What was found is kept in the
cache directory in files that are known by the content and by the program that read it; they can
be deleted at any time. A file that is damaged is as good as none, and one that cannot be written
is not missed.
"""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.writing import write_whole

if TYPE_CHECKING:
    from azun_quiz.generator.bank import Bank, Listing

KEPT = 16
"""So many lists are kept, those that were used last."""

_READERS = ("content/*.py", "generator/*.py", "text/*.py", "levels.py")
_PACKAGE = Path(__file__).parent


class Listings:
    """Lists of items in a directory, which is made when there is something to keep."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def find(self, digest: str) -> Listing | None:
        """The list for the content with that digest, or None if there is no sound one."""
        path = self._path(digest)
        try:
            check, _, items = path.read_bytes().partition(b"\n")
            if check != _digest(path.name.encode(), items):
                return None
        except OSError:
            return None
        with suppress(OSError):  # a cache that can only be read is used all the same
            os.utime(path)
        return {
            template: tuple([f"{template}/{subject}" for subject in subjects])
            for template, subjects in json.loads(items).items()
        }

    def keep(self, bank: Bank) -> None:
        """Find the items of a bank, if that was not done yet, and keep their list."""
        path = self._path(bank.digest)
        found = {
            template: [item.removeprefix(f"{template}/") for item in items]
            for template, items in bank.listing.items()
        }
        items = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError):
            self._directory.mkdir(parents=True, exist_ok=True)
            write_whole(path, [_digest(path.name.encode(), items), b"\n", items])
            self._forget_oldest()

    def _path(self, digest: str) -> Path:
        return self._directory / f"items-{_digest(digest.encode(), _program()).decode()}.json"

    def _forget_oldest(self) -> None:
        files = sorted(self._directory.glob("items-*.json"), key=lambda path: path.stat().st_mtime)
        for path in files[:-KEPT]:
            path.unlink(missing_ok=True)


def _digest(*parts: bytes) -> bytes:
    """A digest in hexadecimal digits."""
    total = blake2b(digest_size=16)
    for part in parts:
        total.update(b"%d:" % len(part))
        total.update(part)
    return total.hexdigest().encode()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """What tells this program from others that may find other items in the same content: its
    modules for that, by size and time, and the versions of what they rest on."""
    import babel

    files = sorted(path for name in _READERS for path in _PACKAGE.glob(name))
    stamps = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return repr((sys.version, unicodedata.unidata_version, babel.__version__, stamps)).encode()

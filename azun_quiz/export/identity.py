"""What an item is called in the systems that it is exported to, in the letters they allow."""

from __future__ import annotations

import re
from hashlib import blake2b

_NO_NAME = re.compile(r"[^A-Za-z0-9.-]")
_DIGEST_BYTES = 8


def shortened(name: str, limit: int) -> str:
    """The name if it has at most ``limit`` (over 17) characters; else its beginning, a tilde and
    sixteen hexadecimal digits that depend on the whole of it."""
    if len(name) <= limit:
        return name
    return f"{name[: limit - 2 * _DIGEST_BYTES - 1]}~{digest(name)}"


def digest(text: str) -> str:
    """Sixteen hexadecimal digits that stand for a text."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).hexdigest()


def xml_name(prefix: str, name: str) -> str:
    """A name as XML identifiers allow it (NCName), which is a valid name of a file too.

    Letters of ASCII, digits, points and hyphens stay; any other character becomes its number in
    hexadecimal between two low lines: ``unsc/853`` is ``unsc_2f_853``. No two names give the same.
    A name that grows over 180 characters is shortened.
    """
    spelled = _NO_NAME.sub(lambda match: f"_{ord(match[0]):x}_", name)
    return f"{prefix}-{shortened(spelled, 180).replace('~', '_')}"

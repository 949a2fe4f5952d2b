"""Archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can hold."""

_UNIX = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip archive with these files by name, in this order.

    They are stored as they are: what compression gives differs between versions of zlib.
    """
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as opened:
        for name, content in files.items():
            info = ZipInfo(name, _TIME)
            info.create_system = _UNIX
            info.external_attr = 0o644 << 16
            opened.writestr(info, content)
    return stream.getvalue()

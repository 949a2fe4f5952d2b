"""The files of a QTI package."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from azun_quiz.export import qti
from azun_quiz.export.sheet import Sheet


def written(sheet: Sheet) -> bytes:
    return b"".join(qti.pieces(sheet))


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}

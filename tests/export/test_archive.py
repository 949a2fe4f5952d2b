"""Archives with the same bytes at any time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from azun_quiz.export.archive import archive


def test_what_is_in_it_and_when_and_how() -> None:
    files = {"b/ə.txt": b"two", "a": bytes(1000)}
    with ZipFile(BytesIO(archive(files))) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == files
        assert opened.namelist() == list(files)
        for info in opened.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.compress_type, info.create_system) == (ZIP_STORED, 3)

"""A file is there whole or not at all, and what is no file stays what it is."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from azun_quiz.writing import write_whole


def failing() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("no more")


def test_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    write_whole(path, [b"one\n", b"two\n"])
    assert path.read_bytes() == b"one\ntwo\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_whole(path, failing())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, [b"one", b"two"])
    reader.join(timeout=10)
    assert read == [b"onetwo"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_null_device_survives() -> None:
    before = os.stat(os.devnull).st_mode
    write_whole(Path(os.devnull), [b"gone"])
    assert os.stat(os.devnull).st_mode == before


@pytest.mark.parametrize("place", ["missing/items.jsonl", "."])
def test_a_place_where_nothing_can_be_written(tmp_path: Path, place: str) -> None:
    with pytest.raises(OSError, match=r"."):
        write_whole(tmp_path / place, [b"x"])
    assert list(tmp_path.iterdir()) == []

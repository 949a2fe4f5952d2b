"""JSON Lines, as other programs rely on them: golden records, and the same bytes everywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from azun_quiz.export import jsonl
from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from azun_quiz.text.catalog import messages
from tests.golden.comparing import assert_golden

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("en", "ar", "az")

KEPT = (
    "event-date/millennium-speech",
    "resolution-date/unsc-853",
    "resolution-place/unsc-884",
    "resolution-odd/unsc-883",
    "resolution-pair/unsc-874",
    "resolutions-in-year/1993",
    "membership-body-in-year/az-security-council-2012.2012",
    "membership-years/az-unicef-board-1995",
    "admission-same-day/admission-armenia",
    "assembly-titled/ga-48-114",
)
"""An item of each way of asking, of each topic, with an attribution and with a dispute."""


def exported(items: list[Item]) -> bytes:
    return b"".join(jsonl.pieces(Sheet(items, messages("en"), "")))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_records_that_were_looked_at(library: Library, lang: str) -> None:
    bank = library.bank
    kept = [item for item in KEPT if item in bank]
    assert len(kept) >= 8
    lines = exported([bank.item(item, lang=lang) for item in kept])
    records = [json.loads(line) for line in lines.splitlines()]
    shown = "\n".join(json.dumps(record, ensure_ascii=False, indent=1) for record in records)
    assert_golden(f"items.{lang}.txt", shown + "\n")


def test_a_line_is_an_object_and_nothing_is_escaped_that_need_not_be(
    items: Callable[..., dict[str, Item]],
) -> None:
    made = list(items("ar").values())
    lines = exported(made).decode().split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(made)
    for line, item in zip(lines, made, strict=True):
        record = json.loads(line)
        assert record["stem"] == item.stem
        assert record["options"] == list(item.options)
        assert "\\u" not in line


SCRIPT = """
import sys
from hashlib import blake2b
from azun_quiz.content.load import load
from azun_quiz.content.packs import BUILT_IN, Pack
from azun_quiz.export import jsonl
from azun_quiz.export.sheet import Sheet
from azun_quiz.text.catalog import messages
from azun_quiz.generator.bank import Bank
from azun_quiz.paths import built_in
bank = Bank(load([Pack(BUILT_IN, built_in())]))
digest = blake2b()
ids = bank.ids(bank.topics)
for lang in ("en", "ar", "az"):
    made = (bank.item(item, lang=lang, seed=5, level="hard") for item in ids)
    for line in jsonl.pieces(Sheet(made, messages(lang), "")):
        digest.update(line)
print(digest.hexdigest())
"""


def test_the_whole_bank_is_the_same_in_every_process(
    items: Callable[..., dict[str, Item]], tmp_path: Path
) -> None:
    here = blake2b()
    for lang in LANGUAGES:
        here.update(exported(list(items(lang, 5, "hard").values())))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Baku"},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("0", "1", "12345")
    ]
    found = {process.communicate(timeout=60)[0].strip() for process in running}
    assert found == {here.hexdigest()}

"""What exports cost: the whole command against two other programs, and an item of each format.

python -m tests.bench.bench_exports

The others are text2qti and mkdocs-quiz, taken from the environment (``pip install '.[bench]'``) or
put into a temporary one. They convert the items that this program exports, stem, options, key and
explanation, from their own text formats into QTI; ours is measured from the start of the process
with facts and templates as its input, so that it reads, checks and makes the items too.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from azun_quiz.content.load import load
from azun_quiz.errors import UserError
from azun_quiz.export.registry import FORMATS, format_named
from azun_quiz.export.sheet import Format, Sheet
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.item import Item
from azun_quiz.text.catalog import messages
from tests.bench.bench_content import best, pack_of
from tests.bench.terminal import CACHE

ITEMS = 1_000
ROUNDS = 5
SIZES = (100, 1_000, 10_000)
OTHERS = ("text2qti", "mkdocs-quiz")

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Taken:
    """The least time of a command in seconds: on the clock, and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s, processor {self.processor:.2f} s"


def taken(commands: Mapping[str, Sequence[str]], home: Path) -> dict[str, Taken]:
    """The least times of commands, run in turn so that a busy moment meets them all.

    Python's bytecode is kept, as for programs that are installed.
    """
    environment = {
        **os.environ,
        "AZUN_QUIZ_HOME": str(home),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": CACHE,
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            before, start = _children(), time.perf_counter()
            subprocess.run(
                command, check=True, cwd=home, env=environment, stdout=subprocess.DEVNULL
            )
            times[name].append((time.perf_counter() - start, _children() - before))
    return {name: Taken(*map(min, zip(*found, strict=True))) for name, found in times.items()}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def exporting(form: str, *options: str) -> list[str]:
    """The command that exports all questions."""
    return [sys.executable, "-m", "azun_quiz", "export", form, "--all", "--lang", "en", *options]


def text2qti_text(records: Sequence[Record]) -> str:
    """The items in the words of text2qti; numbered, since it refuses to ask the same twice."""
    lines = ["Quiz title: Items", ""]
    for number, record in enumerate(records, start=1):
        lines.append(f"{number}. {record['stem']} ({number})")
        if record["explanation"]:
            lines.append(f"... {record['explanation']}")
        for index, option in enumerate(record["options"]):
            lines.append(f"{'*' if index == record['key'] else ''}{'abcde'[index]}) {option}")
        lines.append("")
    return "\n".join(lines)


def mkdocs_text(records: Sequence[Record]) -> str:
    """The items in the words of mkdocs-quiz."""
    lines = ["# Items", ""]
    for record in records:
        lines += ["<quiz>", record["stem"]]
        for index, option in enumerate(record["options"]):
            lines.append(f"- [{'x' if index == record['key'] else ' '}] {option}")
        lines += ["", record["explanation"], "</quiz>", ""]
    return "\n".join(lines)


def programs(place: Path) -> dict[str, str]:
    """The other programs by name: installed already, or put into an environment of their own."""
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    found = {name: path for name in OTHERS if (path := shutil.which(name, path=beside))}
    lacking = [name for name in OTHERS if name not in found]
    if lacking:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        binaries = place / "bin"
        pip = [str(binaries / "pip"), "install", "-q", *lacking]
        if subprocess.run(pip, check=False).returncode == 0:
            found |= {name: str(binaries / name) for name in lacking}
        else:
            print(f"missing, not measured: {', '.join(lacking)}")
    return found


def against_others() -> None:
    """The whole process for 1,000 items, against others that convert the same items."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "pack").mkdir()
        pack_of(home / "pack", ITEMS // 4)
        made = ("--only-content", "--content", str(home / "pack"))
        lines = subprocess.run(
            exporting("jsonl", *made), check=True, capture_output=True, text=True, cwd=home
        ).stdout.splitlines()
        records = [json.loads(line) for line in lines]
        (home / "items.txt").write_text(text2qti_text(records), encoding="utf-8")
        (home / "quiz").mkdir()
        (home / "quiz" / "items.md").write_text(mkdocs_text(records), encoding="utf-8")
        others = programs(home / "environment")
        commands = {
            f"azun-quiz, a pack of {len(records)} items": exporting("qti", *made, "-o", "a.zip"),
            "azun-quiz, its own questions": exporting("qti", "-o", "b.zip"),
            "azun-quiz, the same as jsonl": exporting("jsonl", "-o", "c.jsonl"),
        }
        if "text2qti" in others:
            commands["text2qti"] = [others["text2qti"], "items.txt"]
        if "mkdocs-quiz" in others:
            commands["mkdocs-quiz"] = [
                *(others["mkdocs-quiz"], "export", "qti", "quiz"),
                *("--qti-version", "2.1", "--output", str(home / "quiz.zip")),
            ]
        for shown, least in taken(commands, home).items():
            print(f"{shown:36}{least}")


def written(form: Format, items: Sequence[Item], bank: Bank) -> int:
    """The size of the file."""
    sheet = Sheet(items, messages("en"), "Items", remark=bank.remark)
    return sum(map(len, form.pieces(sheet)))


def growing() -> None:
    """Processor time an item of each format, with 100, 1,000 and 10,000 items."""
    with tempfile.TemporaryDirectory() as name:
        bank = Bank(load([pack_of(Path(name), SIZES[-1] // 4)]))
        made = [bank.item(item, lang="en") for item in bank.ids(bank.topics)]
    for name in FORMATS:
        try:
            form = format_named(name)
        except (UserError, ModuleNotFoundError) as error:
            print(f"{name:8} missing: {error}")
            continue
        costs = [
            best(partial(written, form, made[:size], bank), 3) / min(size, len(made))
            for size in SIZES
        ]
        told = ", ".join(f"{1e6 * cost:.0f}" for cost in costs)
        print(
            f"{name:8} µs an item of {', '.join(f'{size:,}' for size in SIZES)}: {told},"
            f" ratio {costs[-1] / costs[0]:.2f}"
        )


if __name__ == "__main__":
    against_others()
    growing()

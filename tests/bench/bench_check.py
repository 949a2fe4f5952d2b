"""What checking a pack costs, against a bare YAML loader over the same bytes.

python -m tests.bench.bench_check

A pack has 100 templates over 20 kinds, so each fact gives five questions. A check is all that
``azun-quiz check`` does: loading, compiling, checking every template, looking for comments that
silence warnings. The broken files of the tests are timed as well, each by itself.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import yaml

from azun_quiz.content.packs import Pack
from azun_quiz.library import all_problems, open_library
from tests.bench.bench_content import best
from tests.bench.table import row
from tests.content.broken_files import ASKED, DATA, GOOD
from tests.content.examining import examine, write

KINDS = 20
ASKS = (
    ("On what day was number {number} found?", "day"),
    ("What is the name of number {number}?", "name"),
    ("In which year was {name} found?", "day.year"),
    ("Which number has {name}?", "number"),
    ("To which group does {name} belong?", "group"),
)


def pack_of(directory: Path, facts: int) -> Pack:
    """A pack of so many facts and 100 templates."""
    (directory / "data").mkdir()
    (directory / "questions").mkdir()
    for kind in range(KINDS):
        lines = [f"kind: thing-{kind}", "name: {en: thing}", "fields:", "  name: {type: words}",
                 "  number: {type: number}", "  day: {type: date}", "  group: {type: text}",
                 "unique: [number, name]", "complete: yes", "facts:"]  # fmt: skip
        for number in range(facts // KINDS):
            day = f"{1900 + number % 120}-{1 + number % 12:02}-{1 + number % 28:02}"
            name = f"Thing {chr(65 + number % 26)}{number}"
            lines += [f"  thing-{kind}-{number}:", f"    name: {{en: {name}}}",
                      f"    number: {number}", f"    day: {day}", f"    group: g{number % 50}",
                      "    sources: [made up]"]  # fmt: skip
        asked = [
            f"  ask-{kind}-{number}:\n    about: thing-{kind}\n    ask:\n      en: {ask}\n"
            f"    answer: {answer}\n"
            for number, (ask, answer) in enumerate(ASKS)
        ]
        text = "\n".join(lines) + "\n"
        (directory / "data" / f"thing-{kind}.yaml").write_text(text, encoding="utf-8")
        text = "topic: things\ntemplates:\n" + "".join(asked)
        (directory / "questions" / f"thing-{kind}.yaml").write_text(text, encoding="utf-8")
    return Pack("", directory)


def checking() -> list[float]:
    """The ratio to CBaseLoader for each size of pack; the cost of a fact is printed too."""
    ratios = []
    for facts in (1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory() as name:
            pack = pack_of(Path(name), facts)
            rounds = 3 if facts < 100_000 else 1
            files = [path.read_bytes() for path in (*pack.data_files(), *pack.question_files())]

            def bare(files: list[bytes] = files) -> None:
                for text in files:
                    yaml.load(text, Loader=yaml.CBaseLoader)

            def ours(pack: Pack = pack) -> None:
                assert all_problems(open_library([pack]), [pack]) == ()

            theirs, mine = best(bare, rounds), best(ours, rounds)
        ratios.append(mine / theirs)
        reference, goal = f"CBaseLoader {theirs:.2f} s", "2" if facts == 10_000 else ""
        row(f"checking {facts:,} facts", f"{mine:.2f} s", reference, ratios[-1], goal)
        row("  a fact", f"{1e6 * mine / facts:.0f} µs", goal="flat")
    return ratios


def broken() -> float:
    """The slowest of the broken files of the tests, in seconds."""
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as name:
        for number, (case, data) in enumerate((DATA | ASKED).items()):
            directory = Path(name) / str(number)
            files = {"data/city.yaml": data}
            if case in ASKED:
                files = {"data/city.yaml": GOOD.encode(), "questions/cities.yaml": data}
            start = time.process_time()
            examine(write(directory, files), directory)
            slowest = max(slowest, (time.process_time() - start, case))
    name = f"slowest of {number + 1} broken files"
    row(name, f"{1000 * slowest[0]:.0f} ms", f"1 s ({slowest[1]})", slowest[0], "1")
    return slowest[0]


if __name__ == "__main__":
    checking()
    broken()

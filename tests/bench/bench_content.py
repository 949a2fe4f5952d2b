"""What content costs: loading it against a bare YAML loader, and making items of it.

python -m tests.bench.bench_content
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import yaml

from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.generator.bank import Bank
from azun_quiz.generator.item import Item
from azun_quiz.paths import built_in
from tests.bench.table import row

ROUNDS = 7


def best(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of an action, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def loading() -> float:
    """Loading the built-in content, against CBaseLoader over the same bytes."""
    pack = Pack("", built_in())
    files = [path.read_bytes() for path in (*pack.data_files(), *pack.question_files())]
    bare = best(lambda: [yaml.load(text, Loader=yaml.CBaseLoader) for text in files])
    ours = best(lambda: load([pack]))
    reference = f"CBaseLoader {1000 * bare:.0f} ms"
    row("loading all content", f"{1000 * ours:.0f} ms", reference, ours / bare, "1.3")
    return ours / bare


def generating() -> float:
    """Items of the built-in bank a second: the whole bank in one language, seed after seed."""
    bank = Bank(load([Pack("", built_in())]))
    start = time.process_time()
    ids = bank.ids(bank.topics)
    row(f"finding the {len(ids)} items", f"{1000 * (time.process_time() - start):.0f} ms")
    seeds = iter(range(1, 1000))

    def whole() -> None:
        seed = next(seeds)
        for item in ids:
            bank.item(item, lang="en", seed=seed)

    rate = len(ids) / best(whole)
    row("items a second", f"{rate:,.0f}", goal="50,000")
    return rate


def pack_of(directory: Path, facts: int) -> Pack:
    """A pack of so many facts with a date and a name, and four templates."""
    (directory / "data").mkdir()
    (directory / "questions").mkdir()
    lines = ["kind: thing", "name: {en: thing}", "fields:", "  name: {type: words}",
             "  number: {type: number}", "  day: {type: date}", "  group: {type: text}",
             "unique: [number, name]", "complete: yes", "facts:"]  # fmt: skip
    for number in range(facts):
        day = f"{1900 + number % 120}-{1 + number % 12:02}-{1 + number % 28:02}"
        lines += [f"  thing-{number}:", f"    name: {{en: Thing {chr(65 + number % 26)}{number}}}",
                  f"    number: {number}", f"    day: {day}", f"    group: g{number % 50}",
                  "    sources: [made up]"]  # fmt: skip
    (directory / "data" / "thing.yaml").write_text("\n".join(lines), encoding="utf-8")
    (directory / "questions" / "thing.yaml").write_text(
        "topic: things\ntemplates:\n"
        "  day-of:\n    about: thing\n    ask: {en: 'On what day was number {number} found?'}\n"
        "    answer: day\n"
        "  name-of:\n    about: thing\n    ask: {en: 'What is the name of number {number}?'}\n"
        "    answer: name\n"
        "  number-of:\n    about: thing\n    ask: {en: 'Which number was found on {day}?'}\n"
        "    answer: number\n    several: yes\n"
        "  first-of:\n    about: thing\n    way: first\n    by: day\n"
        "    ask: {en: 'Which of these was found first?'}\n",
        encoding="utf-8",
    )
    return Pack("", directory)


def made(bank: Bank, ids: Sequence[str]) -> list[Item]:
    """All of some items."""
    return [bank.item(item, lang="en", seed=2) for item in ids]


def growing() -> list[float]:
    """Processor time an item as the content grows; 1 is the smallest pack."""
    costs = []
    for facts in (100, 1_000, 10_000):
        with tempfile.TemporaryDirectory() as name:
            pack = pack_of(Path(name), facts)
            bank = Bank(load([pack]))
            ids = bank.ids(bank.topics)
            ids = ids[:: max(1, len(ids) // 400)]
            bank.item(ids[0], lang="en", seed=1)
            costs.append(best(partial(made, bank, ids), 3) / len(ids))
    for facts, cost in zip((100, 1_000, 10_000), costs, strict=True):
        name = f"an item of {facts:,} facts"
        row(name, f"{1e6 * cost:.0f} µs", "one of 100 facts", cost / costs[0], "1 (flat)")
    return costs


if __name__ == "__main__":
    loading()
    generating()
    growing()

"""The same bytes under every hash seed, also where a pool is too large to be looked at whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from tests.packs import write_pack

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """
import sys
from pathlib import Path
from azun_quiz.content.load import load
from azun_quiz.content.packs import Pack
from azun_quiz.generator.bank import Bank
bank = Bank(load([Pack("", Path(sys.argv[1]))]))
for item in bank.ids():
    print(bank.item(item, lang="en", seed=3, level="hard").options)
"""


def test_large_pools_do_not_depend_on_hashes(tmp_path: Path) -> None:
    syllables = ["ba", "co", "du", "fe", "gi", "ho"]
    names = [f"{a}{b}{c}".capitalize() for a in syllables for b in syllables for c in syllables]
    facts = "".join(
        f"  f{n}: {{name: {{en: {name}}}, n: {n}, a: a{n % 5}, b: b{n % 7}, c: c{n % 3},"
        " sources: [x]}\n"
        for n, name in enumerate(names)
    )
    head = """\
        kind: thing
        name: {en: thing}
        fields:
          name: {type: words}
          n: {type: number}
          a: {type: text}
          b: {type: text}
          c: {type: text}
        unique: [n, name]
        facts:
        """
    asked = """\
        topic: t
        templates:
          it: {about: thing, ask: {en: "Which thing has the number {n}?"}, answer: name}
        """
    write_pack(tmp_path, data_thing=dedent(head) + facts, questions_all=asked)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("0", "1", "12345")
    ]
    outputs = {process.communicate(timeout=60)[0] for process in running}
    assert len(outputs) == 1
    assert outputs.pop().count("\n") > 150

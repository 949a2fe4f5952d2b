"""Good files with random faults: python -m tests.content.fuzz 10000 [SEED]

Each case takes a sound pack, changes one of its files at random places (bytes, lines, or the
structure of the YAML), and does with it all that a teacher and a player do. A failure is a
traceback, a case that takes longer than a second, or a problem that is not told with its file and
line. Prints cases, seconds and failures; each failing file is kept and named.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from textwrap import dedent

from tests.content.broken_files import ASK, GOOD
from tests.content.broken_packs import SOUND, in_two_languages
from tests.content.examining import examine, lie_in, write

MAX_SECONDS = 1.0
GIVEN_UP = 20

EVENTS = dedent(
    """\
    # Events at the seas.
    kind: event
    name: {en: event, az: hadisə}
    fields:
      name:   {type: words}
      code:   {type: text}
      number: {type: number, unit: vote, optional: yes}
      day:    {type: date}
      term:   {type: span, optional: yes}
      terms:  {type: spans, optional: yes}
      sea:    {type: ref, of: sea}
      seas:   {type: refs, of: sea, optional: yes}
    label: name
    unique: [name, [code, day]]
    complete:
      - {day: 1990/1999, sea: black}
    facts:
      one:
        name:
          en: {default: First day, the: the first day}
          az: {default: Birinci gün, gen: Birinci günün}
        code: A
        number: 12
        day: 1992-03-02
        term: 1992-1995
        terms: [1992-1993, 1997]
        sea: black
        seas: [black, red]
        sources: [&book "A book: page 1", map]
      two:
        name: {en: Second day, az: {default: İkinci gün, gen: İkinci günün}}
        code: B
        day: 1993-07
        term: 1996/
        sea: red
        otherwise:
          - {field: day, value: 1993-08, source: map, reason: {en: other count, az: başqa say}}
        certainty: known
        sources: [*book]
      three:
        name: {en: "Third: day", az: {default: Üçüncü gün, gen: Üçüncü günün}}
        code: C
        number: 7
        day: 1994
        sea: white
        not-asked: {number: unsure}
        note: {en: A note., az: Qeyd.}
        sources:
          - map
      four:
        name: {en: Fourth day, az: {default: Dördüncü gün, gen: Dördüncü günün}}
        code: D
        day: 1995-01-01
        sea: caspian
        sources: [map]
      false:
        name: {en: Fifth day, az: Beşinci gün}
        sea: red
        holds: no
    """
)

ASKED = dedent(
    """\
    topic: events
    name: {en: Events, az: Hadisələr}
    by-default: yes
    templates:
      day:   # azun: ignore small-pool
        about: event
        only: {sea: [black, red, white, caspian]}
        ask:
          en: On what day was {name:the}?
          az: "{name:gen} günü nədir?"
        answer: day
        explain:
          en: "{name}: {day}, {number:counted}."
          az: "{name}: {day}, {number:counted}."
      sea:
        about: event
        where: {day: 1990/1999}
        ask:
          en: "At which sea was {name:the} in {day.year}?"
          az: "{name} hansı dənizdə olub, {day.year}?"
        answer: sea
        options: 3
      each:   # azun: ignore small-pool
        about: event
        each: {sea: seas}
        several: yes
        ask: {en: "Which of these belongs to {sea}?", az: "Bunlardan hansı {sea} ilə bağlıdır?"}
        answer: fact
      first:   # azun: ignore small-pool
        about: event
        way: first
        by: day
        ask: {en: "Which of these was first?", az: "Bunlardan hansı birincidir?"}
      pair:
        about: event
        way: pair
        pair: [name, code]
        ask: {en: "Which two belong together?", az: "Hansı ikisi birlikdədir?"}
      odd:   # azun: ignore small-pool
        about: event
        way: odd
        where: {sea: black}
        ask: {en: "Which one lies elsewhere?", az: "Hansı başqa yerdədir?"}
      count:
        about: event
        way: count
        where: {day: 1990/1999, sea: black}
        ask: {en: "How many were there?", az: "Neçəsi olub?"}
    """
)

UNITS = 'units:\n  vote:\n    en: {one: "# vote", other: "# votes"}\n    az: {other: "# səs"}\n'

PACKS: tuple[dict[str, bytes], ...] = (
    {
        "data/city.yaml": GOOD.replace("facts:", "unique: [name]\nfacts:").encode(),
        "questions/cities.yaml": ASK.encode(),
    },
    {
        **{name: text.encode() for name, text in in_two_languages(SOUND).items()},
        "data/event.yaml": EVENTS.encode(),
        "data/units.yaml": UNITS.encode(),
        "questions/events.yaml": ASKED.encode(),
    },
)

_TOKEN = re.compile(r"[\w.-]+|[^\w\s]")
_PIECES = [
    *"{}[]'\"#%@`~?,0\t\x00\x07\x1b\u200b\u202e\u2028\x85\ufeff|>&*!", ": ", "\n", "\r", "\n  ",
    "- ", "&a ", "*a", "!!str ", "---\n", "...\n", "<<: ", "yes", "no", "~", "{}", "[]", "{a: b}",
    "[a]", "1993", "1993-02-30", "2005-2003", "9" * 40, "x" * 5000, "{name}", "{{", "{name.x}",
    "# azun: ignore ", "en", "name", "🎉", "ـ", "اسم", "İ",
]  # fmt: skip


def _bytes(good: bytes, random: Random) -> bytes:
    """A few bytes changed, added or taken out."""
    data = bytearray(good)
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(data) + 1)
        cut = random.choice((0, 0, 1, 1, 2, 7, 60))
        new = random.choice(
            (b"", random.randbytes(1), random.randbytes(3), data[place : place + 9])
        )
        data[place : place + cut] = new
    return bytes(data)


def _pieces(good: bytes, random: Random) -> bytes:
    """Something that means much in YAML or in a template put into the text."""
    text = good.decode("utf-8", "replace")
    for _ in range(random.randint(1, 3)):
        place = random.randrange(len(text) + 1)
        cut = random.choice((0, 0, 1, 3))
        text = text[:place] + random.choice(_PIECES) + text[place + cut :]
    return text.encode("utf-8", "replace")


def _lines(good: bytes, random: Random) -> bytes:
    """Lines lost, doubled, moved, or indented otherwise."""
    lines = good.decode("utf-8", "replace").splitlines(keepends=True)
    for _ in range(random.randint(1, 4)):
        if not lines:
            break
        place = random.randrange(len(lines))
        line = lines[place]
        change = random.randrange(6)
        if change == 0 and len(lines) > 1:
            del lines[place]
        elif change == 1:
            lines.insert(random.randrange(len(lines) + 1), line)
        elif change == 2:
            other = random.randrange(len(lines))
            lines[place], lines[other] = lines[other], line
        elif change == 3:
            lines[place] = " " * random.randint(1, 5) + line
        elif change == 4:
            lines[place] = line[random.randint(0, 3) :]
        else:
            lines[place] = line.rstrip("\n")
    return "".join(lines).encode()


def _tokens(good: bytes, random: Random) -> bytes:
    """Words and signs exchanged for others of the same file, taken out, or doubled."""
    text = good.decode("utf-8", "replace")
    for _ in range(random.randint(1, 3)):
        places = list(_TOKEN.finditer(text))
        if not places:
            break
        token = random.choice(places)
        other = random.choice(places)[0]
        new = random.choice(("", other, token[0] * 2, f"[{token[0]}]", f"{{{token[0]}: {other}}}"))
        text = text[: token.start()] + new + text[token.end() :]
    return text.encode()


def _cut(good: bytes, random: Random) -> bytes:
    """The file broken off, or begun in the middle, or a part of it repeated."""
    first, second = sorted(random.randrange(len(good) + 1) for _ in range(2))
    return random.choice((good[:first], good[second:], good[:second] + good[first:]))


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (_bytes, _pieces, _lines, _tokens, _cut)


def mutated(number: int, seed: int) -> tuple[dict[str, bytes], str]:
    """The files of a case, and which of them has a fault."""
    random = Random(f"{seed}/{number}")
    files = dict(random.choice(PACKS))
    name = random.choice(sorted(files))
    for _ in range(random.choice((1, 1, 1, 2))):
        if files[name]:
            files[name] = random.choice(MUTATIONS)(files[name], random)
    return files, name


def _give_up(*_: object) -> None:
    raise TimeoutError


def run(number: int, seed: int, kept: Path) -> tuple[str, float, int]:
    """What is wrong with a case (an empty text if nothing is), seconds, and problems told."""
    files, name = mutated(number, seed)
    directory = Path(tempfile.mkdtemp(prefix="fuzz"))
    started = time.process_time()
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(GIVEN_UP)
    told = 0
    try:
        problems = examine(write(directory, files), directory, sound=0)
        told = len(problems)
        wrong = "" if lie_in(problems, directory) else "a problem without a place"
    except Exception:
        wrong = traceback.format_exc(limit=-3)
    signal.alarm(0)
    seconds = time.process_time() - started
    shutil.rmtree(directory, ignore_errors=True)
    if not wrong and seconds > MAX_SECONDS:
        wrong = f"{seconds:.1f} seconds"
    if wrong:
        kept.mkdir(parents=True, exist_ok=True)
        (kept / f"{number}-{Path(name).name}").write_bytes(files[name])
    return wrong, seconds, told


def main(cases: int, seed: int) -> int:
    """Run the cases on all processors; 1 if there was a failure."""
    kept = Path(tempfile.gettempdir()) / f"azun-quiz-fuzz-{seed}"
    started = time.perf_counter()
    failures = Counter[str]()
    slowest, with_problems = 0.0, 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        task = partial(run, seed=seed, kept=kept)
        for number, done in enumerate(pool.map(task, range(cases), chunksize=50)):
            wrong, seconds, told = done
            slowest = max(slowest, seconds)
            with_problems += told > 0
            if wrong:
                if wrong not in failures:
                    print(f"case {number}: {wrong}")
                failures[wrong] += 1
    print(
        f"{cases:,} cases in {time.perf_counter() - started:.0f} s, seed {seed}:"
        f" {with_problems:,} with problems, slowest {slowest:.2f} s,"
        f" {sum(failures.values())} failures"
    )
    if failures:
        print(f"The files are in {kept}.")
    return 1 if failures else 0


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:3]]
    raise SystemExit(main(*arguments, *(10_000, 1)[len(arguments) :]))

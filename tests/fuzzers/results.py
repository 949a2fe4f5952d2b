"""Files of results: read whole, or refused with the place that is wrong."""

from __future__ import annotations

import json
from random import Random

from azun_quiz.analysis.node import ResultsError
from azun_quiz.analysis.reading import read
from azun_quiz.analysis.results import written
from tests.analysis.classes import answer, played, results
from tests.fuzzers.mutation import broken, spoil

WHOLE = b"".join(
    written(results("9f2c", played(answer(1, "t/a", 0), answer(2, "t/b", None)), name="Leyla"))
)


def fuzz(chance: Random) -> None:
    """Read a broken file."""
    data = broken(chance, WHOLE)
    if chance.random() < 0.5:
        state = json.loads(WHOLE)
        for _ in range(chance.randint(1, 3)):
            spoil(chance, state)
        data = json.dumps(state).encode()
    try:
        found = read(data, "x.json")
    except ResultsError:
        return
    assert read(b"".join(written(found)), "x.json") == found

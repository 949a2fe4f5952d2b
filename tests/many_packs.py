"""Many random packs, each loaded from its files, checked, played, exported and judged.

    python -m tests.many_packs 500

The packs are those of `test_random_packs`, with other numbers in each run. The first number may
be given too, to see the same ones again: ``python -m tests.many_packs 1 30088``.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random, SystemRandom

from tests.generator.worlds import random_world
from tests.test_random_packs import (
    examine,
    test_a_round_is_played_and_taken_up_again,
    test_every_item_keeps_the_rules,
    test_the_same_files_give_the_same_bytes,
)

WILD = (
    test_every_item_keeps_the_rules,
    test_a_round_is_played_and_taken_up_again,
    test_the_same_files_give_the_same_bytes,
)


def main(count: int, first: int) -> int:
    """Judge packs; 1 if something is wrong with one, after its number was printed."""
    seen: Counter[str] = Counter()
    for number in range(first, first + count):
        try:
            for test in WILD:
                test.hypothesis.inner_test(number)  # type: ignore[attr-defined]
            seen += examine(random_world(Random(number)), number)
        except BaseException:
            print(f"pack {number}")
            raise
    print(f"{count} packs from {first}; items of known worlds: {dict(seen)}")
    return 0


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    start = numbers[1] if len(numbers) > 1 else SystemRandom().randrange(10**9)
    sys.exit(main(numbers[0] if numbers else 100, start))

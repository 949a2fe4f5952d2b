"""Codes of rounds, mistyped: refused in a sentence, or the round that somebody meant."""

from __future__ import annotations

from functools import cache
from random import Random

from azun_quiz.game.round_code import CodeError, RoundRequest, decode, encode
from azun_quiz.generator.bank import Bank
from tests.fuzzers.mutation import word
from tests.plain.script import small_bank


@cache
def bank() -> Bank:
    """A bank that many cases share."""
    return small_bank()


def fuzz(chance: Random) -> None:
    """Read a code with a letter or two changed, or anything else."""
    topics = tuple(chance.sample(bank().topics, chance.randint(1, len(bank().topics))))
    request = RoundRequest(topics, "easy", chance.randint(1, 200), chance.randrange(1 << 19))
    text = encode(request, bank())
    found = decode(text.lower(), bank())
    assert (found.count, found.seed, {*found.topics}) == (request.count, request.seed, {*topics})
    letters = list(text)
    for _ in range(chance.randint(1, 2)):
        letters[chance.randrange(len(letters))] = chance.choice("0123456789ABCXYZ- \0Əأ٣O1lI")
    for typed in ("".join(letters), word(chance), word(chance) + text, text[: chance.randrange(9)]):
        try:
            found = decode(typed, bank())
        except CodeError:
            continue
        assert 1 <= found.count <= 200
        assert set(found.topics) <= set(bank().topics)

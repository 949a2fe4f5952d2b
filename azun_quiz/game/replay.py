"""The code by which others play a round that was played already."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.game.draw import Bank, draw
from azun_quiz.game.round_code import CodeError, RoundRequest, encode


def code_of(
    bank: Bank,
    request: RoundRequest,
    asked: Mapping[int, str],
    *,
    digest: str,
    origin: str,
    lang: str,
) -> str:
    """The code of a round, or an empty text if there is none.

    ``asked`` has the items by their places, as far as they are known; ``digest``, ``origin`` and
    ``lang`` are those of the round's plan. A round has no code if it reviewed what was missed, if
    it was made from other content, or if its items are not those that everybody would draw:
    whoever has played before is asked other things first.
    """
    if origin == "review" or digest != bank.digest:
        return ""
    try:
        code = encode(request, bank)
    except CodeError:
        return ""
    topics, count, seed = request.topics, request.count, request.seed
    drawn = draw(bank, topics=topics, count=count, seed=seed, lang=lang)
    same = all(place < len(drawn) and drawn[place] == item for place, item in asked.items())
    return code if same else ""

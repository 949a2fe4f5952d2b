"""``results export``: the answers of one player, taken from the store."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from azun_quiz.analysis.reading import MAX_ANSWERS
from azun_quiz.analysis.results import Answer, PlayedRound, Results, mark, written
from azun_quiz.commands.support import output, playing
from azun_quiz.commands.support.players import known_player
from azun_quiz.errors import UserError
from azun_quiz.game.replay import code_of
from azun_quiz.game.round_code import RoundRequest, decode, encode
from azun_quiz.store.players import tidy_name
from azun_quiz.text.catalog import N_, messages

if TYPE_CHECKING:
    from azun_quiz.commands.support.environment import Environment
    from azun_quiz.generator.bank import Bank
    from azun_quiz.generator.item import Item
    from azun_quiz.store.history import PastRound


def run(args: Namespace, env: Environment) -> int:
    """Write the answers; what is handed on is told beside them."""
    settings, lang = playing.settled(args, env)
    t = messages(lang)
    name = "" if args.name is None else tidy_name(args.name)
    bank = env.library(args).bank
    code = encode(decode(args.code, bank), bank) if args.code is not None else ""
    with playing.open_store(env) as store:
        player = known_player(store, args.player or settings.player)
        rounds = tuple(_rounds(store.history(player.id), bank, code))
        if not rounds:
            raise UserError(N_("There are no answers to export."), N_("Play a round first."))
        results = Results(store.pseudonym(player.id), name, rounds)
    if results.count > MAX_ANSWERS:
        message = N_("{count} answers are more than a file of results may hold ({most}).")
        advice = N_("Choose one round with --code.")
        raise UserError(message, advice, count=results.count, most=MAX_ANSWERS)
    output.write(args.output, written(results), env)
    env.say(t.plural("{count} answer written.", "{count} answers written.", results.count))
    if name:
        env.say(t("The file shows the name {name}.", name=name))
    else:
        env.say(t("The file names nobody; --name NAME would."))
    return 0


def _rounds(history: tuple[PastRound, ...], bank: Bank, wanted: str) -> Iterator[PlayedRound]:
    """The rounds as they are handed on; only those of a code, if one is wanted."""
    for past in history:
        code = code_of(
            bank,
            RoundRequest(past.topics, past.level, past.count, past.seed),
            {each.attempt.place: each.attempt.item for each in past.answers},
            digest=past.digest,
            origin=past.origin,
            lang=past.lang,
        )
        if not wanted or code == wanted:
            yield PlayedRound(
                number=past.number,
                day=past.day,
                mode=past.mode,
                level=past.level,
                lang=past.lang,
                origin=past.origin,
                code=code,
                count=past.count,
                digest=past.digest,
                answers=tuple(_answers(past, bank)),
            )


def _answers(past: PastRound, bank: Bank) -> Iterator[Answer]:
    for number, given in past.answers:
        shown = _shown(past, given.item, given.seed, bank)
        known = None if shown is None else shown.key
        yield Answer(
            number=number,
            place=given.place,
            item=given.item,
            seed=given.seed,
            chosen=given.chosen,
            key=given.chosen if given.right else known,
            right=given.right,
            ms=round(given.seconds * 1000),
            hints=given.hints,
            options="" if shown is None else mark(shown.options),
        )


def _shown(past: PastRound, item: str, seed: int, bank: Bank) -> Item | None:
    """The question as it was shown; None if the content has changed since."""
    if past.digest != bank.digest or item not in bank or past.lang not in bank.stems(item):
        return None
    return bank.item(item, lang=past.lang, seed=seed, level=past.level)

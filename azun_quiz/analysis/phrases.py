"""What the reports say in words: figures by the language's rules, and sentences they share."""

from __future__ import annotations

from azun_quiz.analysis.analysis import Analysis, LeftOut, PlayerScore
from azun_quiz.analysis.items import LEAST, Discrimination
from azun_quiz.analysis.reliability import MIN_PAIR
from azun_quiz.text.catalog import Messages
from azun_quiz.text.wording import decimal

NOTHING = "–"
"""What stands for a figure that is not known."""

FEW = 100
"""With fewer players the figures are told to be rough: half the width of the interval of a
correlation near 0 is 1.96 / sqrt(n - 3), which is 0.2 at 100."""

_RELIABLE = 0.7
"""Below this reliability no decision about a single person should rest on a score (Nunnally
1978)."""


def share(part: float | None, t: Messages) -> str:
    """A part of 1 in percent."""
    return NOTHING if part is None else t("{percent} %", percent=decimal(100 * part, 0, t.code))


def points(part: float | None, t: Messages) -> str:
    """A part of 1 in percent with one decimal place."""
    return NOTHING if part is None else t("{percent} %", percent=decimal(100 * part, 1, t.code))


def figure(value: float | None, t: Messages, places: int = 2) -> str:
    """A number with two decimal places."""
    return NOTHING if value is None else decimal(value, places, t.code)


def discrimination(known: Discrimination | None, t: Messages) -> str:
    """The discrimination with its interval; a dash where it is not known."""
    if known is None or known.rest is None or known.interval is None:
        return NOTHING
    low, high = known.interval
    return t(
        "{value} ({low} to {high})",
        value=figure(known.rest, t),
        low=figure(low, t),
        high=figure(high, t),
    )


def player_names(players: tuple[PlayerScore, ...]) -> list[str]:
    """Names to show, or the beginnings of pseudonyms, as short as they can be to differ."""
    length = 6
    ids = [player.id for player in players]
    while len({id_[:length] for id_ in ids}) < len(ids):
        length += 1
    return [player.name or player.id[:length] for player in players]


def summary(found: Analysis, t: Messages) -> str:
    """How much was analysed."""
    return t.joined(
        [
            t.plural("{count} player", "{count} players", len(found.players)),
            t.plural("{count} question", "{count} questions", len(found.items)),
            t.plural("{count} answer", "{count} answers", found.answers),
        ]
    )


def treatment(found: Analysis, t: Messages) -> list[str]:
    """What counts and what does not, and how far the figures can be trusted."""
    said = []
    if found.code:
        said.append(t("Only the round {code} is looked at.", code=found.code))
    if found.attempts == "first":
        said.append(t("Of each player the first answer to each question counts."))
    else:
        said.append(t("Of each player the last answer to each question counts."))
    said.extend(text for count, text in _left_out(found.left_out, t) if count)
    caution = _caution(len(found.players), t)
    return [*said, caution] if caution else said


def _left_out(out: LeftOut, t: Messages) -> list[tuple[int, str]]:
    """What does not count, or not wholly: how many answers, and a sentence."""
    repeated = t.plural(
        "{count} repeated answer does not count.",
        "{count} repeated answers do not count.",
        out.repeated,
    )
    twice = t.plural(
        "{count} answer stood in more than one file and counts once.",
        "{count} answers stood in more than one file and count once.",
        out.twice,
    )
    disputed = t.plural(
        "{count} answer is told in two ways by files of one player; one of them counts.",
        "{count} answers are told in two ways by files of one player; one of them counts.",
        out.disputed,
    )
    unknown = t.plural(
        "{count} answer is left out because its question is not in this content.",
        "{count} answers are left out because their questions are not in this content.",
        out.unknown,
    )
    misfits = t.plural(
        "{count} answer is left out because it does not fit its question.",
        "{count} answers are left out because they do not fit their questions.",
        out.misfits,
    )
    changed = t.plural(
        "{count} answer was given to other options: it counts, but not the option chosen.",
        "{count} answers were given to other options: they count, but not the options chosen.",
        out.changed,
    )
    return [
        (out.repeated, repeated),
        (out.twice, twice),
        (out.disputed, disputed),
        (out.unknown, unknown),
        (out.misfits, misfits),
        (out.changed, changed),
    ]


def _caution(players: int, t: Messages) -> str:
    if players < LEAST:
        return t(
            "Discrimination is not told for fewer than {least} players: it would be chance.",
            least=LEAST,
        )
    if players < FEW:
        return t(
            "With fewer than {few} players discrimination is rough: mind the range in brackets.",
            few=FEW,
        )
    return ""


def scores(found: Analysis, t: Messages) -> str:
    """The distribution of scores in a sentence."""
    known = found.distribution
    return t(
        "Mean {mean}, median {median}, standard deviation {deviation}, lowest {lowest}, highest"
        " {highest}; skewness {skewness}, kurtosis {kurtosis}.",
        mean=points(known.mean, t),
        median=points(known.median, t),
        deviation=points(known.deviation, t),
        lowest=points(known.lowest, t),
        highest=points(known.highest, t),
        skewness=figure(known.skewness, t),
        kurtosis=figure(known.kurtosis, t),
    )


def reliability(found: Analysis, t: Messages) -> list[str]:
    """The reliability in sentences, or why there is none."""
    known = found.reliability
    if known.items < 2:
        return [
            t("Not told: fewer than two questions were answered by at least half of the players.")
        ]
    if known.pair < MIN_PAIR:
        return [
            t(
                "Not told: it needs {least} players who answered the same questions, and here there"
                " are {pair}.",
                least=MIN_PAIR,
                pair=known.pair,
            )
        ]
    if known.alpha is None or known.error is None:
        return [t("Not told: the scores do not differ enough.")]
    said = [
        t(
            "{alpha} over {items} questions; answers missing: {missing}. Standard error of"
            " measurement: {error} questions of {items}.",
            alpha=figure(known.alpha, t),
            items=known.items,
            missing=points(known.missing, t),
            error=figure(known.error, t, 1),
        )
    ]
    if known.alpha < _RELIABLE:
        said.append(t("That is too little to rest a decision about a single person on."))
    return said

"""The analysis in lines of text, at most 80 columns wide, those that need attention first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from azun_quiz.analysis import phrases
from azun_quiz.analysis.analysis import Analysis, ItemAnalysis
from azun_quiz.analysis.distribution import BINS
from azun_quiz.analysis.formulas import FORMULAS
from azun_quiz.analysis.options import OptionFigures
from azun_quiz.text.catalog import Messages

WIDTH = 80
_BAR = 40


def lines(found: Analysis, t: Messages) -> Iterator[str]:
    """The report, line by line."""
    yield from _wrapped(t("Item analysis: {summary}", summary=phrases.summary(found, t)))
    yield ""
    for sentence in phrases.treatment(found, t):
        yield from _wrapped(sentence)
    yield from _title(t("Scores"))
    yield from _wrapped(phrases.scores(found, t))
    yield from _bars(found, t)
    yield from _title(t("Reliability (KR-20)"))
    for sentence in phrases.reliability(found, t):
        yield from _wrapped(sentence)
    attention = found.attention
    yield from _title(t("Questions that need attention"))
    yield from _wrapped(t("* is the right answer, - an option that hardly anyone chose."))
    if not attention:
        yield t("None.")
    for each in attention:
        yield from _item(each, t)
    rest = [each for each in found.items if not each.reasons]
    if rest:
        yield from _title(t("Other questions"))
    for each in rest:
        yield from _item(each, t)
    yield from _title(t("Players"))
    yield from _players(found, t)
    yield from _title(t("How the figures are made"))
    for formula in FORMULAS:
        yield from _wrapped(f"{t(formula.name)}: {t(formula.meaning)}")
        yield from _wrapped(f"{formula.formula} ({formula.source})", "  ")


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    after = first if rest is None else rest
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False
    )


def _title(text: str) -> list[str]:
    return ["", text, "=" * len(text)]


def _bars(found: Analysis, t: Messages) -> Iterator[str]:
    """The scores in tenths, a bar each."""
    bins = found.distribution.bins
    most = max(bins)
    for index, count in enumerate(bins):
        bar = "#" * round(_BAR * count / most)
        if count and not bar:
            bar = "#"
        low, high = index * 100 // BINS, (index + 1) * 100 // BINS
        end = high if index == BINS - 1 else high - 1
        name = t("{low}–{high} %", low=low, high=end)
        yield f"  {name:>9}  {bar} {count}".rstrip() if count else f"  {name:>9}"


def _item(each: ItemAnalysis, t: Messages) -> Iterator[str]:
    figures = each.figures
    yield ""
    yield from _wrapped(each.stem)
    yield f"  {each.item}"
    for reason in each.reasons:
        yield from _wrapped(reason.sentence(t), "  ! ", "    ")
    said = t(
        "Right: {facility} of {count}; by guessing {guess}; standard deviation {deviation}.",
        facility=phrases.share(figures.facility, t),
        count=figures.answered,
        guess=phrases.share(figures.guess, t),
        deviation=phrases.figure(figures.deviation, t),
    )
    yield from _wrapped(said, "  ")
    known = figures.discrimination
    if known is not None:
        said = t(
            "Discrimination {discrimination}, point-biserial {total}, upper less lower group"
            " {groups}, discriminative efficiency {efficiency}. Working wrong options:"
            " {distractors}.",
            discrimination=phrases.discrimination(known, t),
            total=phrases.figure(known.total, t),
            groups=phrases.figure(known.groups, t),
            efficiency=phrases.figure(known.efficiency, t),
            distractors=phrases.share(each.distractors, t),
        )
        yield from _wrapped(said, "  ")
    for option in each.options:
        yield from _option(option, t)


def _option(option: OptionFigures, t: Messages) -> list[str]:
    mark = "*" if option.is_key else "-" if option.is_idle else " "
    count = t("{chosen} of {shown}", chosen=option.chosen, shown=option.shown)
    head = f"  {mark} {phrases.share(option.share, t):>5}  {count:<11} "
    return _wrapped(option.text, head, " " * len(head))


def _players(found: Analysis, t: Messages) -> Iterator[str]:
    names = phrases.player_names(found.players)
    ordered = sorted(zip(names, found.players, strict=True), key=lambda each: each[0].casefold())
    for name, player in ordered:
        words = t("{right} of {total}", right=player.right, total=player.answered)
        yield from _wrapped(f"{name}: {words}", "  ", "    ")

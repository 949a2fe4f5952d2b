"""The analysis as a page with charts: one file that fetches nothing, fit to be printed.

All text is escaped; no script runs, which the page itself forbids as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from azun_quiz.analysis import phrases
from azun_quiz.analysis.analysis import Analysis, ItemAnalysis
from azun_quiz.analysis.charts import columns, scatter
from azun_quiz.analysis.formulas import FORMULAS
from azun_quiz.analysis.options import OptionFigures
from azun_quiz.text.catalog import Messages

_STYLE = Path(__file__).with_name("report.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def pieces(found: Analysis, t: Messages) -> Iterator[bytes]:
    """The file, piece by piece."""
    for piece in _page(found, t):
        yield f"{piece}\n".encode()


def _page(found: Analysis, t: Messages) -> Iterator[str]:
    direction = "rtl" if t.right_to_left else "ltr"
    title = escape(t("Item analysis"))
    style = _STYLE.read_text(encoding="utf-8")
    yield f'<!DOCTYPE html>\n<html lang="{escape(t.code)}" dir="{direction}">\n<head>'
    yield f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>"
    yield f'<h1>{title}</h1>\n<p class="summary">{escape(phrases.summary(found, t))}</p>'
    yield _list(phrases.treatment(found, t), "notes")
    yield _heading(t("Scores"))
    yield f"<p>{escape(phrases.scores(found, t))}</p>"
    yield f"<figure>{columns(found.distribution.bins, t)}</figure>"
    yield _heading(t("Reliability (KR-20)"))
    yield f"<p>{escape(' '.join(phrases.reliability(found, t)))}</p>"
    yield from _items(found, t)
    yield from _overview(found, t)
    yield from _players(found, t)
    yield from _formulas(t)
    yield "</main>\n</body>\n</html>"


def _items(found: Analysis, t: Messages) -> Iterator[str]:
    """The map of all items, then those that need attention, then the others."""
    chart = scatter(found.items, t)
    if chart:
        yield _heading(t("Facility and discrimination of each question"))
        yield f"<figure>{chart}</figure>"
    yield _heading(t("Questions that need attention"))
    attention = len(found.attention)
    if not attention:
        yield f"<p>{escape(t('None.'))}</p>"
    for number, each in enumerate(found.items, start=1):
        if number == attention + 1:
            yield _heading(t("Other questions"))
        yield _item(number, each, t)


def _item(number: int, each: ItemAnalysis, t: Messages) -> str:
    figures, known = each.figures, each.figures.discrimination
    told = [
        (t("Facility"), phrases.share(figures.facility, t)),
        (t("Answers"), str(figures.answered)),
        (t("By guessing"), phrases.share(figures.guess, t)),
        (t("Standard deviation"), phrases.figure(figures.deviation, t)),
        (t("Discrimination"), phrases.discrimination(known, t)),
    ]
    if known is not None and known.rest is not None:
        told += [
            (t("Point-biserial correlation"), phrases.figure(known.total, t)),
            (t("Upper less lower group"), phrases.figure(known.groups, t)),
            (t("Discriminative efficiency"), phrases.figure(known.efficiency, t)),
        ]
    told += [
        (t("Working wrong options"), phrases.share(each.distractors, t)),
        (t("Median time"), t("{seconds} s", seconds=phrases.figure(figures.seconds, t, 0))),
    ]
    pairs = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in told
    )
    sentences = [reason.sentence(t) for reason in each.reasons]
    return (
        f'<section class="item u{each.urgency}" id="q{number}">'
        f"<h3>{number}. {escape(each.stem)}</h3>"
        f'<div class="id"><bdi dir="ltr">{escape(each.item)}</bdi></div>'
        f"{_list(sentences, 'reasons') if sentences else ''}"
        f'<dl class="figures">{pairs}</dl>{_options(each.options, t)}</section>'
    )


def _options(options: Iterable[OptionFigures], t: Messages) -> str:
    rows = "".join(_option(option, t) for option in options)
    return f'<table class="options">{rows}</table>' if rows else ""


def _option(option: OptionFigures, t: Messages) -> str:
    kind = "of-key" if option.is_key else "idle" if option.is_idle else ""
    mark = "✓ " if option.is_key else ""
    width = round(100 * option.share, 1)
    count = t("{chosen} of {shown}", chosen=option.chosen, shown=option.shown)
    return (
        f'<tr><td class="text{" key" if option.is_key else ""}">{mark}{escape(option.text)}</td>'
        f'<td class="bar {kind}"><span style="width:{width}%"></span></td>'
        f'<td class="count">{escape(phrases.share(option.share, t))}</td>'
        f'<td class="count">{escape(count)}</td></tr>'
    )


def _overview(found: Analysis, t: Messages) -> Iterator[str]:
    yield _heading(t("All questions"))
    names = (
        t("Question"),
        t("Answers"),
        t("Facility"),
        t("Discrimination"),
        t("Working wrong options"),
    )
    rows = []
    for number, each in enumerate(found.items, start=1):
        known = each.figures.discrimination
        rows.append(
            (
                f'<a href="#q{number}">{number}. {escape(each.stem)}</a>',
                str(each.figures.answered),
                escape(phrases.share(each.figures.facility, t)),
                escape(phrases.figure(None if known is None else known.rest, t)),
                escape(phrases.share(each.distractors, t)),
            )
        )
    yield _table(names, rows)


def _players(found: Analysis, t: Messages) -> Iterator[str]:
    yield _heading(t("Players"))
    shown = phrases.player_names(found.players)
    rows = [
        (
            _isolated(name),
            str(player.answered),
            str(player.right),
            escape(phrases.share(player.right / player.answered, t)),
        )
        for name, player in sorted(
            zip(shown, found.players, strict=True), key=lambda each: each[0].casefold()
        )
    ]
    yield _table((t("Player"), t("Answers"), t("Right answers"), t("Score")), rows)


def _formulas(t: Messages) -> Iterator[str]:
    yield _heading(t("How the figures are made"))
    entries = "".join(
        f"<dt>{escape(t(each.name))}</dt><dd>{escape(t(each.meaning))}</dd>"
        f'<dd class="made"><bdi dir="ltr">{escape(each.formula)} ({escape(each.source)})</bdi></dd>'
        for each in FORMULAS
    )
    yield f'<dl class="formulas">{entries}</dl>'


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _isolated(text: str) -> str:
    """A name whose direction does not depend on what stands round it."""
    return f"<bdi>{escape(text)}</bdi>"


def _list(sentences: Iterable[str], kind: str) -> str:
    entries = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f'<ul class="{kind}">{entries}</ul>'


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; names are texts, cells are HTML."""
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="all"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'

"""The analysis as one JSON object, for other programs. Parts of 1 are rounded to four places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from azun_quiz.analysis.analysis import Analysis, ItemAnalysis
from azun_quiz.analysis.distribution import Distribution
from azun_quiz.analysis.formulas import FORMULAS
from azun_quiz.analysis.items import Discrimination
from azun_quiz.analysis.options import OptionFigures
from azun_quiz.analysis.reliability import Reliability
from azun_quiz.text.catalog import Messages

FORMAT = "azun-quiz-analysis"
VERSION = 1


def pieces(found: Analysis, t: Messages) -> Iterator[bytes]:
    """The file, piece by piece."""
    yield json.dumps(as_values(found, t), ensure_ascii=False, indent=2).encode()
    yield b"\n"


def as_values(found: Analysis, t: Messages) -> dict[str, Any]:
    """The analysis as JSON values; sentences are in the language of ``t``."""
    out = found.left_out
    return {
        "format": FORMAT,
        "version": VERSION,
        "lang": t.code,
        "files": found.files,
        "code": found.code or None,
        "attempts": found.attempts,
        "answers": found.answers,
        "left_out": {
            "repeated": out.repeated,
            "twice": out.twice,
            "disputed": out.disputed,
            "unknown": out.unknown,
            "misfits": out.misfits,
        },
        "changed_content": out.changed,
        "scores": _scores(found.distribution),
        "reliability": _reliability(found.reliability),
        "items": [_item(each, t) for each in found.items],
        "players": [
            {
                "id": each.id,
                "name": each.name or None,
                "answered": each.answered,
                "right": each.right,
            }
            for each in found.players
        ],
        "formulas": [
            {
                "name": t(each.name),
                "meaning": t(each.meaning),
                "formula": each.formula,
                "source": each.source,
            }
            for each in FORMULAS
        ],
    }


def _scores(scores: Distribution) -> dict[str, Any]:
    return {
        "mean": _short(scores.mean),
        "median": _short(scores.median),
        "lowest": _short(scores.lowest),
        "highest": _short(scores.highest),
        "deviation": _short(scores.deviation),
        "skewness": _short(scores.skewness),
        "kurtosis": _short(scores.kurtosis),
        "tenths": list(scores.bins),
    }


def _reliability(reliable: Reliability) -> dict[str, Any]:
    return {
        "kr20": _short(reliable.alpha),
        "items": reliable.items,
        "rarest_pair": reliable.pair,
        "missing": _short(reliable.missing),
        "deviation": _short(reliable.deviation),
        "standard_error": _short(reliable.error),
    }


def _item(each: ItemAnalysis, t: Messages) -> dict[str, Any]:
    figures = each.figures
    return {
        "item": each.item,
        "stem": each.stem,
        "reasons": [
            {"code": reason.code, "urgency": reason.urgency, "sentence": reason.sentence(t)}
            for reason in each.reasons
        ],
        "answered": figures.answered,
        "right": figures.right,
        "facility": _short(figures.facility),
        "deviation": _short(figures.deviation),
        "guess": _short(figures.guess),
        "timeouts": figures.timeouts,
        "hinted": figures.hinted,
        "seconds": round(figures.seconds, 1),
        "discrimination": _discrimination(figures.discrimination),
        "distractor_efficiency": _short(each.distractors),
        "options": [_option(option) for option in each.options],
    }


def _discrimination(known: Discrimination | None) -> dict[str, Any] | None:
    if known is None:
        return None
    return {
        "players": known.count,
        "rest": _short(known.rest),
        "interval": None if known.interval is None else [_short(end) for end in known.interval],
        "total": _short(known.total),
        "upper_less_lower": _short(known.groups),
        "group_size": known.size,
        "efficiency": _short(known.efficiency),
    }


def _option(option: OptionFigures) -> dict[str, Any]:
    return {
        "text": option.text,
        "key": option.is_key,
        "shown": option.shown,
        "chosen": option.chosen,
        "share": _short(option.share),
        "rest": _short(option.rest),
        "best": _short(option.best),
        "working": None if not option.is_judged else not option.is_idle,
    }


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4) + 0.0

"""The fields of a note in Anki and the two sides of its card, without any script."""

from __future__ import annotations

from pathlib import Path

from azun_quiz.content.templates import MAX_OPTIONS
from azun_quiz.export.markup import html
from azun_quiz.text.catalog import Messages

_STYLE = Path(__file__).with_name("anki_card.css")


def option_field(index: int) -> str:
    """The name of the field that holds an option, counted from 0."""
    return f"Option {index + 1}"


def remark_field(index: int) -> str:
    """The name of the field that says where a wrong option belongs."""
    return f"Remark {index + 1}"


FIELDS = (
    "Id",
    "Question",
    *map(option_field, range(MAX_OPTIONS)),
    "Key",
    "Answer",
    *map(remark_field, range(MAX_OPTIONS)),
    "Explanation",
    "Sources",
    "Topic",
    "Level",
)
"""The names of the fields, the same in every language. The first one, by which Anki finds
duplicates, is unique; ``Key`` counts from 1."""


def style() -> str:
    """The style sheet of the card."""
    return _STYLE.read_text(encoding="utf-8")


def front(t: Messages) -> str:
    """The question with its options."""
    return _card(_stem_and_options("", remarks=False), t)


def back(t: Messages) -> str:
    """The same with the right option marked, remarks, the explanation and the sources."""
    right = t("The right answer is option {number}: {text}", number="{{Key}}", text="{{Answer}}")
    named = t("Sources: {sources}", sources="{{Sources}}")
    return _card(
        _stem_and_options(" key-{{Key}}", remarks=True)
        + f'<p id="answer" class="right">{html(right)}</p>\n'
        "{{#Explanation}}<p>{{Explanation}}</p>{{/Explanation}}\n"
        f'{{{{#Sources}}}}<p class="small">{html(named)}</p>{{{{/Sources}}}}\n'
        '<p class="small"><bdi>{{Topic}}</bdi> · <bdi>{{Level}}</bdi> · <bdi>{{Id}}</bdi></p>\n',
        t,
    )


def _card(inside: str, t: Messages) -> str:
    """A side of the card; its classes keep formulas from being read into the text."""
    direction = "rtl" if t.right_to_left else "ltr"
    return (
        f'<div class="azun-quiz mathjax_ignore tex2jax_ignore" lang="{html(t.code)}"'
        f' dir="{direction}">\n{inside}</div>\n'
    )


def _stem_and_options(key_class: str, *, remarks: bool) -> str:
    options = "".join(_option(index, remarks) for index in range(MAX_OPTIONS))
    return (
        f'<p class="stem">{{{{Question}}}}</p>\n<ol class="options{key_class}">\n{options}</ol>\n'
    )


def _option(index: int, remarks: bool) -> str:
    """An option, if the note has so many, and perhaps its remark."""
    name, remark = option_field(index), remark_field(index)
    told = f'{{{{#{remark}}}}}<p class="small">{{{{{remark}}}}}</p>{{{{/{remark}}}}}'
    return (
        f'{{{{#{name}}}}}<li><span class="text">{{{{{name}}}}}</span>'
        f"{told if remarks else ''}</li>{{{{/{name}}}}}\n"
    )

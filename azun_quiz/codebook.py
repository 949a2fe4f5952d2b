"""What a problem code means, in plain words for a teacher."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent, wrap

from azun_quiz.content.codes import CODES
from azun_quiz.content.explanations import EXPLANATIONS
from azun_quiz.content.problem_code import Severity
from azun_quiz.content.problems import severity_name
from azun_quiz.content.silencing import UNSILENCED
from azun_quiz.text.catalog import Messages

_WIDTH = 88


def explained(code: str, t: Messages) -> Iterator[str]:
    """Severity, meaning, reason, and a wrong and a right example of a known code."""
    known, explanation = CODES[code], EXPLANATIONS[code]
    yield f"{severity_name(known.severity, t)}[{code}]"
    for paragraph in (
        t(explanation.meaning),
        t("Why it matters: {reason}", reason=t(explanation.why)),
    ):
        yield ""
        yield from wrap(paragraph, _WIDTH)
    for heading, example in ((t("Wrong:"), explanation.wrong), (t("Right:"), explanation.right)):
        yield ""
        yield heading
        yield indent(example, "    ")
    if known.severity == "warning" and code not in UNSILENCED:
        yield ""
        comment = f"# azun: ignore {code}"
        yield t("To silence it where it is meant so, write the comment: {comment}", comment=comment)


def listed(t: Messages) -> Iterator[str]:
    """All codes with their meaning, errors first."""
    severities: tuple[Severity, ...] = ("error", "warning")
    for severity in severities:
        codes = [code for code, known in CODES.items() if known.severity == severity]
        for code in codes:
            yield f"{severity_name(severity, t)}[{code}]"
            yield from wrap(
                t(EXPLANATIONS[code].meaning), _WIDTH, initial_indent="  ", subsequent_indent="  "
            )
    yield ""
    command = "azun-quiz check --explain CODE"
    yield t("{command} says more of one, with examples.", command=command)

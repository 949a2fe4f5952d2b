"""What a code of a problem is: how severe, and in which words it is reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ADVICE = "{advice}"
"""Advice that differs from problem to problem: the detail ``advice`` has it, as a phrase."""

Severity = Literal["error", "warning"]
"""What is wrong and left out, or what a teacher should know."""

Words = tuple[str, str]
"""The message ids of what is wrong and of what to do."""


@dataclass(frozen=True, slots=True)
class Code:
    """How a kind of problem is reported: what is wrong, and what to do.

    ``cases`` has other words for special cases; the detail ``case`` of a problem names one.
    """

    severity: Severity
    message: str
    advice: str
    cases: Mapping[str, Words] = field(default_factory=dict)

    def words(self, details: Mapping[str, object]) -> Words:
        """The words for a problem with these details."""
        return self.cases.get(str(details.get("case", "")), (self.message, self.advice))


def error(message: str, advice: str, **cases: Words) -> Code:
    """A code for what is wrong and left out."""
    return Code("error", message, advice, cases)


def warning(message: str, advice: str, **cases: Words) -> Code:
    """A code for what a teacher should know."""
    return Code("warning", message, advice, cases)

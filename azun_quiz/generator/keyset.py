"""What is right for one question, and what may be."""

from __future__ import annotations

from dataclasses import dataclass

from azun_quiz.content.facts import Fact
from azun_quiz.content.values import Value
from azun_quiz.generator.closure import may_be
from azun_quiz.generator.pool import Option


@dataclass(frozen=True, slots=True)
class KeySet:
    """What is right for a subject, and what may be.

    ``barred`` are groups of options that read alike; ``vague`` are right values that others may
    be the same as, or lie inside: dates without a day, stretches of time. ``gap``: a fact that
    fits may hold a value that the file does not tell.
    """

    right: tuple[Option, ...]
    facts: tuple[Fact, ...]
    barred: frozenset[int]
    vague: tuple[Value, ...]
    gap: bool

    def may_hold(self, option: Option) -> bool:
        """Whether the option is right or may be."""
        if option.group in self.barred:
            return True
        return any(may_be(value, option.value) for value in self.vague)

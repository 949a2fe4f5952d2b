"""A question before it is put into words: which options, in which order, and which is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from azun_quiz.content.facts import Fact
from azun_quiz.content.values import Value
from azun_quiz.generator.pool import ShownOption


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item is about: a fact, and the one value of it that is asked one by one."""

    id: str
    fact: Fact
    each: Value | None = None


class Draft(NamedTuple):
    """A question in no language yet: ``key`` is the index of the right option."""

    subject: Subject
    options: tuple[ShownOption, ...]
    key: int
    facts: tuple[Fact, ...]

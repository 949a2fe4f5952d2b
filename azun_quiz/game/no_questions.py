"""Why there is nothing to ask, and what to choose instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from azun_quiz.errors import UserError
from azun_quiz.text.catalog import N_


class Topical(Protocol):
    """What is needed of a bank here: its topics, its languages and the ids of its items."""

    @property
    def topics(self) -> Collection[str]:
        """All topics."""

    @property
    def languages(self) -> Collection[str]:
        """The languages in which there are items."""

    def ids(self, topics: Iterable[str] | None = None, lang: str | None = None) -> tuple[str, ...]:
        """The items of topics in a language."""


def no_questions_error(bank: Topical, topics: Collection[str], lang: str) -> UserError:
    """The error of a choice of topics that holds no question in a language."""
    if not topics and bank.topics:
        return UserError(
            N_("No topic here is asked unless it is chosen."),
            N_("Choose one, as with “--topic”: {known}."),
            known=", ".join(bank.topics),
        )
    others = [other for other in bank.languages if bank.ids(topics, other)]
    if others:
        return UserError(
            N_("There are no questions on these topics in the language {language}."),
            N_("Choose other topics, or another language: {known}."),
            language=lang,
            known=", ".join(others),
        )
    return UserError(N_("There are no questions on these topics."), N_("Choose other topics."))

"""One question, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """A template applied to a fact, in one language.

    ``key`` is the index (from 0) of the right option. ``remarks`` has one entry an option: a
    sentence that says where the option belongs ("29 July 1993 is the date of resolution 853"),
    or an empty string. ``clues`` are the folded texts that this item shows or answers; two items
    of which one shows what the other asks are not put into one round.
    """

    id: str
    template: str
    topic: str
    facts: tuple[str, ...]
    lang: str
    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    sources: tuple[str, ...]
    level: str
    seed: int
    remarks: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The text of the right option."""
        return self.options[self.key]

    def as_json(self) -> dict[str, Any]:
        """The JSON Lines record of the item; its field names are a contract."""
        return {
            "id": self.id,
            "template": self.template,
            "topic": self.topic,
            "facts": list(self.facts),
            "lang": self.lang,
            "stem": self.stem,
            "options": list(self.options),
            "key": self.key,
            "explanation": self.explanation,
            "sources": list(self.sources),
            "level": self.level,
            "seed": self.seed,
        }

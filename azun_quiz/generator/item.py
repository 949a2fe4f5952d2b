"""One question, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """A template applied to a fact, in one language.

    ``key`` is the index (from 0) of the right option. ``holders`` has one entry an option: the
    id of the fact that the option was taken from, or None; `Bank.remark` makes the sentence of it
    that says where a wrong option belongs.
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
    holders: tuple[str | None, ...] = ()

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

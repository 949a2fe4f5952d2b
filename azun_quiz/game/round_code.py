"""Round codes: a few characters from which every machine makes the same round.

A code is a number in base 31, written with digits and capital letters without 0, O, 1, I and L, in
groups of four. The number holds, from the lowest part on: a mark of the content (and of the rules
of this version), the level, the number of questions, the topics, and the seed. Two check
characters follow. They make the code a Reed-Solomon word over the field of 31 elements: any two
wrong characters are noticed, and a single one can be found and put right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import ClassVar, Protocol

from azun_quiz.game.errors import WordedError
from azun_quiz.levels import LEVELS, MAX_COUNT
from azun_quiz.text.catalog import N_
from azun_quiz.text.safe import printable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
BASE = len(ALPHABET)
CODE_SEEDS = 1 << 64
"""Seeds below this number fit into a code; those below ``plan.SEEDS`` make short ones."""

RULES = 1
"""Grows when rounds are drawn by other rules, so that older codes are not misread."""

_MARKS = 1 << 15
_MIN_LENGTH, _MAX_LENGTH = 4, BASE - 1
_GROUP = 4
_ROOT = 3  # Its powers run through all 30 elements but 0.
_IGNORED = "-‐‑‒–—−_.·/"


class Bank(Protocol):
    """The part of the generator's bank that codes refer to."""

    @property
    def digest(self) -> str:
        """The content version."""

    @property
    def topics(self) -> tuple[str, ...]:
        """All topics, in their order."""


@dataclass(frozen=True, slots=True)
class RoundRequest:
    """The wish for a round: what to draw, from which everything else follows."""

    topics: tuple[str, ...]
    level: str
    count: int
    seed: int


class CodeError(WordedError):
    """A text that is no code for this content."""


class CodeEmptyError(CodeError):
    """Nothing was typed."""

    code: ClassVar[str] = "code-empty"
    message: ClassVar[str] = N_("Type the code of a round.")


class CodeCharacterError(CodeError):
    """A character that codes do not use; ``place`` counts from 1, separators left out."""

    code: ClassVar[str] = "code-character"
    message: ClassVar[str] = N_(
        "Character {place} of the code is “{character}”. Codes use 2 to 9 and the letters"
        " A to Z without I, L and O."
    )


class CodeLengthError(CodeError):
    """Too few or too many characters for any code."""

    code: ClassVar[str] = "code-length"
    message: ClassVar[str] = N_("A code cannot have {count} characters.")


class CodeTypoError(CodeError):
    """The check characters do not fit, and no single mistake explains it."""

    code: ClassVar[str] = "code-typo"
    message: ClassVar[str] = N_(
        "There are mistakes in the code. Compare it character by character."
    )


class CodeNearlyError(CodeError):
    """A single mistake, or two neighbours exchanged; ``suggestion`` is the code it would be."""

    code: ClassVar[str] = "code-nearly"
    message: ClassVar[str] = N_(
        "There is a mistake at character {place} of the code. Should it be {suggestion}?"
    )


class CodeContentError(CodeError):
    """A sound code, made from other content or by another version of the program."""

    code: ClassVar[str] = "code-content"
    message: ClassVar[str] = N_(
        "This code was made with other questions or another version of the program."
        " Both sides need the same ones."
    )


class CodeImpossibleError(CodeError):
    """The wish does not fit into a code."""

    code: ClassVar[str] = "code-impossible"
    message: ClassVar[str] = N_("This round cannot be put into a code.")


def encode(request: RoundRequest, bank: Bank) -> str:
    """The code of a round.

    Raises:
        CodeImpossibleError: a topic is not in the bank, or a number is out of range.
    """
    topics = set(request.topics)
    possible = (
        0 <= request.seed < CODE_SEEDS
        and 1 <= request.count <= MAX_COUNT
        and request.level in LEVELS
        and topics
        and topics <= set(bank.topics)
    )
    if not possible:
        raise CodeImpossibleError
    chosen = sum(1 << place for place, topic in enumerate(bank.topics) if topic in topics)
    number = request.seed
    number = (number << len(bank.topics)) | chosen
    number = number * MAX_COUNT + request.count - 1
    number = number * len(LEVELS) + LEVELS.index(request.level)
    number = number * _MARKS + mark(bank)
    digits: list[int] = []
    while number:
        number, digit = divmod(number, BASE)
        digits.append(digit)
    if len(digits) + 2 > _MAX_LENGTH:
        raise CodeImpossibleError
    return _written(_with_checks(digits))


def decode(text: str, bank: Bank) -> RoundRequest:
    """The round that a code names.

    Case, spaces and hyphens do not matter, and digits may be those of any script.

    Raises:
        CodeError: the text is no code for this content.
    """
    digits = _digits(text)
    if any(_syndromes(digits)):
        raise _explained(digits, bank)
    if digits[-3] == 0:  # No number is written with a 0 before it.
        raise CodeTypoError
    number, found = divmod(_number(digits), _MARKS)
    if found != mark(bank):
        raise CodeContentError
    number, level = divmod(number, len(LEVELS))
    number, count = divmod(number, MAX_COUNT)
    seed, chosen = divmod(number, 1 << len(bank.topics))
    if not chosen or seed >= CODE_SEEDS:
        raise CodeTypoError
    topics = tuple(topic for place, topic in enumerate(bank.topics) if chosen >> place & 1)
    return RoundRequest(topics, LEVELS[level], count + 1, seed)


def mark(bank: Bank) -> int:
    """A short mark of content and rules: another content has another one, but for 1 in 32,768."""
    names = "\x1f".join([str(RULES), bank.digest, *bank.topics])
    return int.from_bytes(blake2b(names.encode(), digest_size=8).digest(), "big") % _MARKS


def _digits(text: str) -> list[int]:
    digits: list[int] = []
    for char in unicodedata.normalize("NFKC", text).upper():
        if char.isspace() or char in _IGNORED or unicodedata.category(char) == "Cf":
            continue
        value = unicodedata.digit(char, None)
        place = ALPHABET.find(char if value is None else str(value))
        if place < 0:
            raise CodeCharacterError(place=len(digits) + 1, character=printable(char))
        digits.append(place)
        if len(digits) > _MAX_LENGTH:
            raise CodeLengthError(count=len(digits))
    if not digits:
        raise CodeEmptyError
    if len(digits) < _MIN_LENGTH:
        raise CodeLengthError(count=len(digits))
    return digits


def _number(digits: Sequence[int]) -> int:
    return sum(digit * BASE**place for place, digit in enumerate(digits[:-2]))


def _written(digits: Sequence[int]) -> str:
    text = "".join(ALPHABET[digit] for digit in digits)
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def _syndromes(digits: Sequence[int]) -> tuple[int, int]:
    """Two sums that are 0 in a sound code: of the digits, and of the digits times powers of 3."""
    total = sum(digits) % BASE
    weighted = sum(digit * pow(_ROOT, place, BASE) for place, digit in enumerate(digits)) % BASE
    return total, weighted


def _with_checks(payload: Sequence[int]) -> list[int]:
    """The payload and the two check digits that make both syndromes 0."""
    total, weighted = _syndromes(payload)
    first_weight = pow(_ROOT, len(payload), BASE)
    second_weight = first_weight * _ROOT % BASE
    second = (total * first_weight - weighted) * pow(second_weight - first_weight, -1, BASE) % BASE
    return [*payload, (-total - second) % BASE, second]


def _explained(digits: Sequence[int], bank: Bank) -> CodeError:
    """What a wrong code most likely was: neighbours exchanged, or one wrong character.

    Only a code of this content is suggested, so that a guess is hardly ever a wrong one.
    """
    guesses = [*_with_neighbours_exchanged(digits), *_with_one_mended(digits)]
    for place, guess in guesses:
        if _number(guess) % _MARKS == mark(bank):
            return CodeNearlyError(place=place + 1, suggestion=_written(guess))
    return CodeTypoError()


def _with_neighbours_exchanged(digits: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    for place in range(len(digits) - 1):
        guess = list(digits)
        guess[place : place + 2] = [digits[place + 1], digits[place]]
        if not any(_syndromes(guess)):
            yield place, guess


def _with_one_mended(digits: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    total, weighted = _syndromes(digits)
    for place in range(len(digits)):
        if total and total * pow(_ROOT, place, BASE) % BASE == weighted:
            guess = list(digits)
            guess[place] = (digits[place] - total) % BASE
            yield place, guess

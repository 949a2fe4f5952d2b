"""Who visits: a name asked for once, and a signed cookie by which the browser is known again.

The cookie holds language and name with an HMAC (RFC 2104, SHA-256) under a key that only this
machine knows. Nobody can make a cookie for a name that they were not given, so a visitor reaches
their own history alone. The names themselves are the players of the store.
"""

from __future__ import annotations

import hmac
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from azun_quiz.errors import UserError
from azun_quiz.names import DEFAULT_PLAYER, MAX_NAME_LENGTH
from azun_quiz.store.players import folded, tidy_name
from azun_quiz.text.catalog import N_, available, messages

KEY_FILE = "serve.key"
"""The name of the file with the key, beside the learner's data."""

MAX_PLAYERS = 5000
"""So many players are kept; then no visitor is entered any more."""

_KEY_BYTES = 32
_MAX_TOKEN_LENGTH = 1000


class NameRefusedError(UserError):
    """A name that a visitor cannot have; the message says why."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who plays in a browser: the name they play under, and their language."""

    name: str
    lang: str


class Visitors:
    """Gives names away and knows them again.

    ``names`` lists the players that there are, ``enter`` makes one of that name; both may raise
    StoreError. ``reserved`` are names that no visitor gets, such as the one of the machine's owner.
    """

    def __init__(
        self,
        key: bytes,
        names: Callable[[], Iterable[str]],
        enter: Callable[[str], object],
        reserved: Iterable[str] = (),
    ) -> None:
        self._key = key
        self._names = names
        self._enter = enter
        self._reserved = {folded(name) for name in (DEFAULT_PLAYER, *reserved) if name}

    def welcome(self, name: str, lang: str, known: Visitor | None = None) -> Visitor:
        """Give a visitor a name of their own; without one, they are a guest with a number.

        ``known`` is who the browser was so far: the same name may be given to them again.

        Raises:
            NameRefusedError: somebody has the name, or it is too long, or there is no room.
            PlayerNameError: nothing of the name can be seen.
        """
        taken = {folded(each) for each in self._names()} | self._reserved
        if len(name.strip()) > MAX_NAME_LENGTH:
            raise NameRefusedError(
                N_("A name has at most {count} characters."), count=MAX_NAME_LENGTH
            )
        tidy = tidy_name(name) if name.strip() else _guest(lang, taken)
        if known is not None and folded(known.name) == folded(tidy):
            return Visitor(known.name, lang)
        if folded(tidy) in taken:
            raise NameRefusedError(
                N_("Somebody plays under the name {name} already. Choose another one."), name=tidy
            )
        if len(taken) >= MAX_PLAYERS:
            raise NameRefusedError(N_("No more players can be entered here."))
        self._enter(tidy)
        return Visitor(tidy, lang)

    def token(self, visitor: Visitor) -> str:
        """What the browser keeps."""
        said = f"{visitor.lang}:{visitor.name}".encode()
        return f"{_encoded(said)}.{_encoded(self._seal(said))}"

    def known(self, token: str) -> Visitor | None:
        """Who showed this token, or None if it is none of ours."""
        said, _, seal = token[:_MAX_TOKEN_LENGTH].partition(".")
        try:
            words, given = _decoded(said), _decoded(seal)
        except ValueError:
            return None
        if not hmac.compare_digest(self._seal(words), given):
            return None
        lang, _, name = words.decode().partition(":")
        return Visitor(name, lang if lang in available() else available()[0])

    def _seal(self, said: bytes) -> bytes:
        return hmac.digest(self._key, said, "sha256")


def _encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _guest(lang: str, taken: Iterable[str]) -> str:
    """The first free name for one who gives none."""
    t, known = messages(lang), frozenset(taken)
    for number in range(1, MAX_PLAYERS + 1):
        name = t("Guest {number}", number=number)
        if folded(name) not in known:
            return name
    raise NameRefusedError(N_("No more players can be entered here."))


def key_in(directory: Path) -> bytes:
    """The key kept in a directory, made if there is none; one for this run where none can be kept.

    Only the owner of the file may read it.
    """
    path = directory / KEY_FILE
    with suppress(OSError):
        directory.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            _make(path)
        kept = path.read_bytes()
        if len(kept) == _KEY_BYTES:
            return kept
    return secrets.token_bytes(_KEY_BYTES)


def _make(path: Path) -> None:
    """Write a new key, whole or not at all.

    Raises:
        FileExistsError: there is one.
    """
    if path.exists():
        raise FileExistsError(path)
    aside = path.with_name(f"{path.name}.{os.getpid()}.new")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)

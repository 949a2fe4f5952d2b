"""What a command is given: its streams, the environment, the content and the language."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from azun_quiz.errors import UserError
from azun_quiz.paths import Places, places
from azun_quiz.text.catalog import N_, Messages, add_catalogs, available, messages
from azun_quiz.text.languages import BUILT_IN, DEFAULT
from azun_quiz.text.safe import for_terminal

if TYPE_CHECKING:
    from azun_quiz.clocks import Clocks
    from azun_quiz.content.packs import Pack
    from azun_quiz.library import Library
    from azun_quiz.listings import Listings

LANG = "AZUN_QUIZ_LANG"
PLAIN = "AZUN_QUIZ_PLAIN"

_CODE = re.compile("[a-z]{2,3}").fullmatch


@dataclass
class Environment:
    """The surroundings of one call of the program; a stream that is closed counts as empty.

    ``clocks`` are those of the machine if None.
    """

    stdin: TextIO = field(default_factory=lambda: sys.stdin or StringIO())
    stdout: TextIO = field(default_factory=lambda: sys.stdout or StringIO())
    stderr: TextIO = field(default_factory=lambda: sys.stderr or StringIO())
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    clocks: Clocks | None = None

    @property
    def places(self) -> Places:
        """The directories in use."""
        return places(self.environ)

    @property
    def binary_output(self) -> BinaryIO:
        """Standard output for bytes."""
        return self.stdout.buffer

    @property
    def is_terminal(self) -> bool:
        """Whether both ends of the conversation are a terminal."""
        return _on_terminal(self.stdin) and _on_terminal(self.stdout)

    @property
    def writes_to_terminal(self) -> bool:
        """Whether what is written to standard output is read on a terminal."""
        return _on_terminal(self.stdout)

    @property
    def talks_to_terminal(self) -> bool:
        """Whether what is said beside the data is read on a terminal."""
        return _on_terminal(self.stderr)

    def wants_plain(self, args: Namespace) -> bool:
        """Whether the game is played line by line: where asked for, and where no screen can be."""
        asked = args.plain or self.environ.get(PLAIN, "") not in ("", "0")
        return bool(asked) or not self.is_terminal or self.environ.get("TERM") == "dumb"

    def language(self, chosen: str | None, preferred: str | None = None) -> str:
        """The language in use: as chosen, else by the environment, the settings or the locale.

        A chosen one may be a language that only a pack speaks; see `spoken`.
        """
        if chosen is not None:
            return chosen
        for name in (self.environ.get(LANG), preferred):
            code = _code_of(name)
            if _CODE(code):
                return code
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            code = _code_of(self.environ.get(variable))
            if code in BUILT_IN or (_CODE(code) and code in available()):
                return code
        return DEFAULT

    def messages(self, args: Namespace) -> Messages:
        """The words of the interface in the language in use."""
        return messages(self.language(getattr(args, "lang", None)))

    def use_catalogs(self, args: Namespace) -> None:
        """Let the interface speak the languages whose catalogs come with packs."""
        own = self.places.content
        for pack in (own, *_directories_in(own), *content_of(args)):
            add_catalogs(pack / "locale")

    def library(self, args: Namespace) -> Library:
        """The content that the options name.

        Raises:
            UserError: a named directory is no pack.
        """
        from azun_quiz.library import open_library

        return open_library(self.packs(args), listings=self.listings)

    @property
    def listings(self) -> Listings:
        """The lists of items that earlier runs have kept."""
        from azun_quiz.listings import Listings

        return Listings(self.places.cache)

    def packs(self, args: Namespace) -> list[Pack]:
        """The packs that the options name.

        Raises:
            UserError: a named directory is no pack.
        """
        from azun_quiz.library import packs

        return packs(self.places, content_of(args), only=args.only_content)

    def say(self, text: str) -> None:
        """Talk to the user, beside the data; what a terminal would obey becomes a mark."""
        print(for_terminal(text), file=self.stderr)


def _on_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def _code_of(locale: str | None) -> str:
    """The code of the language in the name of a locale, such as ``az_AZ.UTF-8``."""
    return re.split("[._@-]", locale or "")[0].lower()


def _directories_in(directory: Path) -> list[Path]:
    try:
        return sorted(path for path in directory.iterdir() if path.is_dir())
    except OSError:
        return []


def spoken(lang: str, chosen: str | None, languages: tuple[str, ...]) -> str:
    """The language to ask in: the one in use if the content speaks it, else one it speaks.

    Raises:
        UserError: the language was chosen, and the content does not speak it; or it has no
            questions at all.
    """
    if lang in languages:
        return lang
    if not languages:
        raise UserError(
            N_("The packs in use hold no questions."),
            N_("Add templates; “azun-quiz check” tells what is wrong with those there are."),
        )
    if chosen is not None:
        raise UserError(
            N_("There are no questions in the language {language}."),
            N_("The languages are: {known}."),
            language=lang,
            known=", ".join(languages),
        )
    return languages[0]


def content_of(args: Namespace) -> list[Path]:
    """The packs named by ``--content``, before the command or after it."""
    return [*(args.content_before or ()), *(getattr(args, "content", None) or ())]

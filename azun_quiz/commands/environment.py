"""What a command is given: its streams, the environment, the content and the language."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from azun_quiz.errors import UserError
from azun_quiz.paths import Places, places
from azun_quiz.text.catalog import N_, Messages, messages
from azun_quiz.text.languages import BUILT_IN, DEFAULT

if TYPE_CHECKING:
    from azun_quiz.library import Library

LANG = "AZUN_QUIZ_LANG"
PLAIN = "AZUN_QUIZ_PLAIN"


@dataclass
class Environment:
    """The surroundings of one call of the program."""

    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)

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
        try:
            return self.stdin.isatty() and self.stdout.isatty()
        except ValueError:
            return False

    def wants_plain(self, args: Namespace) -> bool:
        """Whether the game is played line by line."""
        asked = getattr(args, "plain", False) or self.environ.get(PLAIN, "") not in ("", "0")
        return bool(asked) or not self.is_terminal

    def language(self, chosen: str | None, preferred: str | None = None) -> str:
        """The language in use: as chosen, else by the environment, the settings or the locale.

        A chosen one may be a language that only a pack speaks; see `spoken`.
        """
        if chosen is not None:
            return chosen
        wanted = [self.environ.get(LANG), preferred]
        wanted += [self.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
        for name in wanted:
            code = (name or "").partition(".")[0].partition("_")[0].lower()
            if code in BUILT_IN:
                return code
        return DEFAULT

    def messages(self, args: Namespace) -> Messages:
        """The words of the interface in the language in use."""
        return messages(self.language(getattr(args, "lang", None)))

    def library(self, args: Namespace) -> Library:
        """The content that the options name.

        Raises:
            UserError: a named directory is no pack.
        """
        from azun_quiz.library import open_library, packs

        return open_library(packs(self.places, content_of(args), only=args.only_content))

    def say(self, text: str) -> None:
        """Talk to the user, beside the data."""
        print(text, file=self.stderr)


def spoken(lang: str, chosen: str | None, languages: tuple[str, ...]) -> str:
    """The language to ask in: the one in use if the content speaks it, else one it speaks.

    Raises:
        UserError: the language was chosen, and the content does not speak it.
    """
    if lang in languages:
        return lang
    if chosen is not None or not languages:
        raise UserError(
            N_("There are no questions in the language {language}."),
            N_("The languages are: {known}."),
            language=lang,
            known=", ".join(languages) or "-",
        )
    return languages[0]


def content_of(args: Namespace) -> list[Path]:
    """The packs named by ``--content``, before the command or after it."""
    return [*(args.content_before or ()), *(getattr(args, "content", None) or ())]

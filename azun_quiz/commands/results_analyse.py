"""``results analyse``: the files of a class, read, put together and reported on."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.analysis.analysis import Analysis, analyse
from azun_quiz.analysis.merging import merge
from azun_quiz.analysis.node import ResultsError
from azun_quiz.analysis.reading import MAX_BYTES, read
from azun_quiz.analysis.results import mark
from azun_quiz.analysis.sample import Shown
from azun_quiz.commands.support import output, playing
from azun_quiz.commands.support.environment import spoken
from azun_quiz.errors import UserError
from azun_quiz.game.round_code import decode, encode
from azun_quiz.levels import DEFAULT_LEVEL
from azun_quiz.text.catalog import N_, Messages, messages
from azun_quiz.text.safe import one_line

if TYPE_CHECKING:
    from azun_quiz.analysis.results import PlayedRound, Results
    from azun_quiz.commands.support.environment import Environment
    from azun_quiz.generator.bank import Bank
    from azun_quiz.generator.item import Item

MAX_FILES = 5_000
"""The most files that are put together."""

MAX_ANSWERS = 1_000_000
"""The most answers in all files together."""

_SUFFIXES = {".json": "json", ".csv": "csv", ".html": "html", ".htm": "html"}
_TOLD = 10
"""So many of the files that cannot be used are named."""


class BankQuestions:
    """The questions of a bank, in one language where they have it."""

    def __init__(self, bank: Bank, lang: str) -> None:
        self._bank = bank
        self._lang = lang
        self._item = lru_cache(maxsize=4096)(self._made)

    @property
    def digest(self) -> str:
        """The content version."""
        return self._bank.digest

    def stem(self, item: str) -> str | None:
        """The stem of an item, or None if there is no such item."""
        return self._item(item, 0, DEFAULT_LEVEL).stem if item in self._bank else None

    def shown(self, item: str, seed: int, level: str) -> Shown:
        """The options of an item that exists."""
        made = self._item(item, seed, level)
        return Shown(made.options, made.key)

    def mark(self, item: str, seed: int, level: str, lang: str) -> str:
        """The mark of the options of an item; empty if it is not in that language."""
        if lang not in self._bank.stems(item):
            return ""
        return mark(self._bank.item(item, lang=lang, seed=seed, level=level).options)

    def _made(self, item: str, seed: int, level: str) -> Item:
        known = self._bank.stems(item)
        lang = self._lang if self._lang in known else next(iter(known))
        return self._bank.item(item, lang=lang, seed=seed, level=level)


def run(args: Namespace, env: Environment) -> int:
    """Analyse the files and write the report."""
    _, lang = playing.settled(args, env)
    files = list(_listed(args.files))
    results = _read(files, env, messages(lang))
    bank = env.library(args).bank
    lang = spoken(lang, args.lang, bank.languages)
    code = encode(decode(args.code, bank), bank) if args.code is not None else ""

    def wanted(played: PlayedRound) -> bool:
        return not code or played.code == code

    merged = merge(results, wanted=wanted, attempts=args.attempts)
    questions = BankQuestions(bank, lang)
    found = analyse(merged, questions, files=len(files), code=code, attempts=args.attempts)
    if found is None:
        raise _nothing_left(code)
    output.write(args.output, _pieces(found, _form(args), messages(lang)), env)
    return 0


def _nothing_left(code: str) -> UserError:
    if code:
        return UserError(
            N_("None of the files has answers from the round {code}."),
            N_("Leave --code out to look at all rounds."),
            code=code,
        )
    return UserError(
        N_("None of the files has answers to questions of this content."),
        N_("Name the pack that was played with --content."),
    )


def _listed(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those with the ending .json in directories; each once.

    Raises:
        UserError: one is not there, a directory has none, or there are too many.
    """
    listed: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(path.glob("*.json"))
            if not inside:
                message = N_("There is no file of results in {path}.")
                raise UserError(message, path=path)
            listed.update(dict.fromkeys(inside))
        else:
            listed[path] = None
        if len(listed) > MAX_FILES:
            raise UserError(N_("More than {most} files are too many."), most=MAX_FILES)
    return iter(listed)


def _read(files: Iterable[Path], env: Environment, t: Messages) -> list[Results]:
    """What all files say. Each that cannot be used is told.

    Raises:
        UserError: a file cannot be used, or there are too many answers.
    """
    found, answers = [], 0
    faults: list[UserError] = []
    for path in files:
        try:
            found.append(_read_one(path))
        except UserError as fault:
            faults.append(fault)
            continue
        answers += found[-1].count
        if answers > MAX_ANSWERS:
            raise UserError(N_("More than {most} answers are too many."), most=MAX_ANSWERS)
    for other in faults[1:_TOLD]:
        env.say(t(other.message, **other.params))
    if faults:
        raise faults[0]
    return found


def _read_one(path: Path) -> Results:
    name = one_line(str(path))
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = N_("{file} cannot be read: {reason}.")
        raise ResultsError(message, file=name, reason=error.strerror or error) from error
    return read(data, name)


def _form(args: Namespace) -> str:
    """The format: the one asked for, else the one that the name of the file tells."""
    form: str = args.format or _SUFFIXES.get(Path(args.output).suffix.lower(), "text")
    return form


def _pieces(found: Analysis, form: str, t: Messages) -> Iterable[bytes]:
    from azun_quiz.analysis import as_csv, as_html, as_json, as_text

    if form == "text":
        return (f"{one_line(line)}\n".encode() for line in as_text.lines(found, t))
    writers = {"json": as_json.pieces, "csv": as_csv.pieces, "html": as_html.pieces}
    return writers[form](found, t)

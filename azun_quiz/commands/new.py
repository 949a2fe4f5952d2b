"""``new``: commented files to start from, which already pass ``check``."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from azun_quiz import schema
from azun_quiz.commands.support import choosing
from azun_quiz.commands.support.environment import Environment, content_of
from azun_quiz.content.packs import Pack, find, is_pack
from azun_quiz.content.reader import NAME
from azun_quiz.errors import UserError
from azun_quiz.library import Library, open_library, packs
from azun_quiz.starters import LANGUAGES, filled
from azun_quiz.text.catalog import N_
from azun_quiz.workshop import near_ids

if TYPE_CHECKING:
    from azun_quiz.content.kinds import Kind

_MAX_NAME_LENGTH = 60
_FEWEST_VALUES = 4
_ASKABLE = ("number", "date", "text", "ref", "words", "span")
_PLANET = {"en": "planet", "ar": "كوكب", "az": "planet"}


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    choosing.add_language(parser)
    parser.add_argument("what", choices=("template", "kind", "pack"), help="what to begin")
    parser.add_argument("name", metavar="NAME", help="its name: small letters, digits and hyphens")
    parser.add_argument(
        "--in",
        dest="directory",
        type=Path,
        metavar="DIR",
        help="put it into the pack in this directory (a new pack: into this directory), and not"
        " into your own pack",
    )
    parser.add_argument(
        "--about", metavar="KIND", help="template: ask about this kind, which may be your own"
    )


def run(args: Namespace, env: Environment) -> int:
    """Write the files; print their paths and, beside the data, the command to type next."""
    if not re.fullmatch(NAME, args.name) or len(args.name) > _MAX_NAME_LENGTH:
        raise UserError(
            N_("{name} cannot be used as a name."),
            N_("Use small letters a to z, digits and hyphens, starting with a letter."),
            name=args.name,
        )
    files, command = _MAKERS[args.what](args, env)
    for path in files:
        if path.exists():
            raise UserError(
                N_("There is a file {path} already."),
                N_("It stays as it is. Choose another name."),
                path=path,
            )
    for path, text in files.items():
        _write(path, text)
        print(path, file=env.stdout)
    for directory in {path.parent.parent: None for path in files}:
        schema.put_beside(directory)
    t = env.messages(args)
    env.say(t("Edit it with any editor for plain text. Next, type: {command}", command=command))
    return 0


def _write(path: Path, text: str) -> None:
    """Write a file that must not be there yet.

    Raises:
        UserError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise UserError(
            N_("The file {path} cannot be written: {reason}."),
            N_("Choose another place with --in."),
            path=path,
            reason=error.strerror or str(error),
        ) from error


Files = tuple[dict[Path, str], str]
"""Paths with their texts, and the command to type next."""


class _Target:
    """The pack that files are put into, as it is now."""

    def __init__(self, args: Namespace, env: Environment) -> None:
        self.directory: Path = args.directory or env.places.content
        extra = list(content_of(args))
        if is_pack(self.directory):
            extra.append(self.directory)
        in_use = packs(env.places, extra, only=args.only_content)
        resolved = self.directory.resolve()
        mine = next((pack for pack in in_use if pack.directory.resolve() == resolved), None)
        self.pack = mine or Pack.at(self.directory)
        self.library: Library = open_library(in_use)
        spoken = self.library.content.languages.get(self.pack.name, ())
        self.languages = spoken or LANGUAGES
        elsewhere = args.directory is not None
        self.option = f" --content {quote(str(self.directory))}" if elsewhere else ""

    def path(self, part: str, name: str) -> Path:
        """The place of a file."""
        return self.directory / part / f"{name}.yaml"

    def refuse_known(self, what: str, name: str, known: Mapping[str, object]) -> None:
        """Check that neither the pack nor the built-in one has something of that name.

        Raises:
            UserError: one of them has.
        """
        full = find(name, self.pack.name, known)
        if full is not None and (what == "kind" or full == self.pack.qualify(name)):
            raise UserError(
                N_("The name {name} is in use already."), N_("Choose another name."), name=full
            )


def _template(args: Namespace, env: Environment) -> Files:
    target = _Target(args, env)
    target.refuse_known("template", args.name, target.library.content.written)
    values = {"NAME": args.name}
    source = "template"
    if args.about:
        kind = _kind_named(target, args.about)
        label, answer = _two_fields(target, kind)
        values |= {"KIND": args.about, "LABEL": label, "ANSWER": answer}
        source = "about"
    text = filled(source, values, _titles(args.name), target.languages)
    command = f"azun-quiz preview {args.name} --watch{target.option}"
    return {target.path("questions", args.name): text}, command


def _kind_named(target: _Target, name: str) -> Kind:
    """The kind to ask about.

    Raises:
        UserError: there is none.
    """
    kinds = target.library.content.kinds
    full = find(name, target.pack.name, kinds)
    if full is None:
        near = near_ids(name, kinds) or list(kinds)
        raise UserError(
            N_("There is no kind named {kind}."),
            N_("Kinds are, for example: {near}."),
            kind=name,
            near=", ".join(near),
        )
    return kinds[full]


def _two_fields(target: _Target, kind: Kind) -> tuple[str, str]:
    """What names a fact in the question, and another field to ask for: the first of which the
    facts have several values, and one that every fact has if possible.

    Raises:
        UserError: no such field is there.
    """
    facts = target.library.content.of_kind(kind.id)
    fields = [item for item in kind.fields.values() if item.name != kind.label]
    askable = [item for item in fields if item.type in _ASKABLE]
    varied = [
        item for item in askable if len({fact.get(item.name) for fact in facts}) >= _FEWEST_VALUES
    ]
    found = sorted(varied or askable, key=lambda item: item.optional)
    if not found:
        raise UserError(
            N_("The kind {kind} has no second field that could be asked for."),
            N_("Add a field to the kind first."),
            kind=kind.id,
        )
    return kind.label, found[0].name


def _kind(args: Namespace, env: Environment) -> Files:
    target = _Target(args, env)
    target.refuse_known("kind", args.name, target.library.content.kinds)
    text = filled("kind", {"NAME": args.name}, _titles(args.name), target.languages)
    command = f"azun-quiz new template {args.name}-place --about {args.name}"
    if args.directory is not None:
        command += f" --in {quote(str(target.directory))}"
    return {target.path("data", args.name): text}, command


def _pack(args: Namespace, env: Environment) -> Files:
    parent: Path = args.directory or env.places.content
    directory = parent / args.name
    if directory.exists():
        raise UserError(
            N_("There is a directory {path} already."), N_("Choose another name."), path=directory
        )
    values = {"NAME": args.name}
    titles = _titles(args.name)
    command = f"azun-quiz preview {args.name}-place --watch"
    if args.directory is not None:
        command += f" --content {quote(str(directory))}"
    return {
        directory / "data" / "planet.yaml": filled("kind", {"NAME": "planet"}, _PLANET, LANGUAGES),
        directory / "questions" / f"{args.name}.yaml": filled(
            "questions", values, titles, LANGUAGES
        ),
    }, command


def _titles(name: str) -> dict[str, str]:
    """The name in words, the same in every language until somebody translates it."""
    title = name.replace("-", " ").capitalize()
    return dict.fromkeys(LANGUAGES, title)


_MAKERS = {"template": _template, "kind": _kind, "pack": _pack}

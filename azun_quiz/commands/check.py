"""``check``: facts and templates, with every problem where it stands."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from azun_quiz.commands.support import choosing
from azun_quiz.commands.support.environment import Environment, content_of
from azun_quiz.content.packs import is_pack
from azun_quiz.content.problems import Problem
from azun_quiz.diagnostics import FORMATS, summary
from azun_quiz.errors import UserError
from azun_quiz.library import all_problems, open_library, packs
from azun_quiz.text.catalog import N_


def add(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "path",
        nargs="*",
        type=Path,
        help="packs, or single files of a pack; without one, everything in use",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar="CODE",
        help="tell in plain words what a problem code means; without a code, list all of them",
    )
    choosing.add_language(parser)


def run(args: Namespace, env: Environment) -> int:
    """Print the problems; 0 if there are none, 1 if there are."""
    if args.explain is not None:
        return _explain(args.explain, args, env)
    directories = [_pack_of(path) for path in args.path]
    extra = [*content_of(args), *directories]
    in_use = packs(env.places, extra, only=args.only_content)
    library = open_library(in_use)
    problems = all_problems(library, in_use)
    if args.path:
        problems = tuple(problem for problem in problems if _is_under(problem, args.path))
    t = env.messages(args)
    for line in FORMATS[args.format](problems, Path.cwd(), t):
        print(line, file=env.stdout)
    if args.format != "text":
        env.say(summary(problems, t))
    elif problems:
        command = f"azun-quiz check --explain {problems[0].code}"
        env.say(t("{command} says more, with examples.", command=command))
    return 1 if problems else 0


def _explain(code: str, args: Namespace, env: Environment) -> int:
    """Print what a code means, or all codes there are.

    Raises:
        UserError: there is no such code.
    """
    from azun_quiz.codebook import explained, listed
    from azun_quiz.content.explanations import EXPLANATIONS

    t = env.messages(args)
    if code and code not in EXPLANATIONS:
        near = get_close_matches(code, EXPLANATIONS, n=3, cutoff=0.5)
        raise UserError(
            N_("There is no problem code {code}."),
            N_("Did you mean {near}?") if near else N_("{command} lists them all."),
            code=code,
            near=", ".join(near),
            command="azun-quiz check --explain",
        )
    for line in explained(code, t) if code else listed(t):
        print(line, file=env.stdout)
    return 0


def _pack_of(path: Path) -> Path:
    """The pack that a path belongs to: itself, or the one round a file or a part of it.

    Raises:
        UserError: the path does not exist or lies in no pack.
    """
    if not path.exists():
        raise UserError(
            N_("There is no file or directory {path}."), N_("Check its name."), path=path
        )
    resolved = path.resolve()
    for directory in (resolved, resolved.parent, resolved.parent.parent):
        if is_pack(directory):
            return directory
    raise UserError(
        N_("{path} belongs to no pack."),
        N_("Facts lie in a directory “data” and templates in “questions” of one pack."),
        path=path,
    )


def _is_under(problem: Problem, paths: Sequence[Path]) -> bool:
    place = problem.place.path.resolve()
    return any(place == path.resolve() or path.resolve() in place.parents for path in paths)

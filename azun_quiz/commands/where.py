"""``where``: the directories in use."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from azun_quiz.commands.support.environment import Environment


def add(parser: ArgumentParser) -> None:
    """Declare the options; there are none."""


def run(args: Namespace, env: Environment) -> int:  # noqa: ARG001 (as all commands)
    """Print one ``name: path`` a line."""
    from azun_quiz.schema import DIRECTORY

    for name, path in (*env.places.listed(), ("schema", DIRECTORY)):
        print(f"{name}: {path}", file=env.stdout)
    return 0

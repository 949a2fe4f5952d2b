"""A bar on the terminal for work that takes long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from azun_quiz.commands.support.environment import Environment

Step = TypeVar("Step")

LONG = 500
"""Fewer steps than this are over before a bar can be read."""


def with_progress_bar(steps: Iterable[Step], count: int, env: Environment) -> Iterable[Step]:
    """The steps as they are, with a bar on standard error where that is a terminal."""
    if count < LONG or not env.talks_to_terminal:
        return steps
    return _stepping(steps, count, env)


def _stepping(steps: Iterable[Step], count: int, env: Environment) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

    columns = BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(file=env.stderr), transient=True) as progress:
        yield from progress.track(steps, total=count)

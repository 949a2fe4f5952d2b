"""What the interface is given from outside: content, store, settings and clocks."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from azun_quiz.paths import downloads
from azun_quiz.settings import Settings, Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from azun_quiz.content.problems import Problem
    from azun_quiz.following import Follower
    from azun_quiz.generator.bank import Bank
    from azun_quiz.store.store import Store


def _not_kept(_settings: Settings) -> None:
    """Settings that last as long as the program."""


@dataclass
class Services:
    """Everything that the interface needs and that is slow, or depends on the machine.

    ``load_content`` gives the bank and the problems found; it is called in a thread, after the
    first picture is on the screen. ``open_store`` opens the learner's data, in the interface's own
    thread; it may raise a StoreError. ``recover_store`` sets damaged data aside and puts a backup,
    or nothing, in their place. ``save_settings`` may raise OSError. ``clock`` is the time of day
    in seconds since 1970, ``steady_clock`` one that never jumps. ``player`` is the name to play
    under. ``served`` is True in a browser: a visitor has one name, and reaches no file.
    ``follower`` keeps the content up to date while it is edited, if somebody may edit it.
    ``downloads`` gives the directory for files that the player asks for.
    """

    load_content: Callable[[], tuple[Bank, Sequence[Problem]]]
    open_store: Callable[[], Store]
    recover_store: Callable[[Path | None], object] | None = None
    settings: Settings = field(default_factory=Settings)
    troubles: Sequence[Trouble] = ()
    save_settings: Callable[[Settings], None] = _not_kept
    clock: Callable[[], float] = time.time
    steady_clock: Callable[[], float] = time.monotonic
    player: str = ""
    served: bool = False
    follower: Follower | None = None
    downloads: Callable[[], Path] = downloads


@dataclass(frozen=True)
class ByCode:
    """Start with the round that a code names, in a mode or in that of the settings."""

    code: str
    mode: str | None = None


@dataclass(frozen=True)
class Reviewing:
    """Start with the review: of some topics, or with a round of what is due."""

    topics: tuple[str, ...] = ()
    due: bool = False

"""What the interface is given from outside: content, store, settings and clocks."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from azun_quiz.settings import Settings, Trouble

if TYPE_CHECKING:
    from azun_quiz.content.problems import Problem


@dataclass
class Services:
    """Everything that the interface needs and that is slow, or depends on the machine.

    ``load_content`` gives the bank and the problems found; it is called in a thread, after the
    first picture is on the screen. ``open_store`` is called once, in the interface's own thread.
    ``save_settings`` may raise OSError. ``clock`` is the time of day in seconds since 1970,
    ``steady_clock`` one that never jumps. ``player`` is the name to play under.
    """

    load_content: Callable[[], tuple[Any, Sequence[Problem]]]
    open_store: Callable[[], Any]
    settings: Settings = field(default_factory=Settings)
    troubles: Sequence[Trouble] = ()
    save_settings: Callable[[Settings], None] = lambda settings: None
    clock: Callable[[], float] = time.time
    steady_clock: Callable[[], float] = time.monotonic
    player: str = ""

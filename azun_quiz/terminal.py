"""Which terminals put right-to-left text in order by themselves, and how to tell them not to.

The program can put Arabic in order itself (mode ``app``) or print logical order and leave that to
the terminal (mode ``terminal``); done by both, a line is turned round twice. What is known:

================  ========  ==========================================================  ========
terminal          reorders  told by CSI 8 l                                             mode
================  ========  ==========================================================  ========
VTE 0.57.3 on     yes       yes; GNOME Terminal, Console, Ptyxis, Tilix, Xfce, MATE     app
mintty            yes       yes; shows lines of boxes as paragraphs otherwise           app
WezTerm           no        yes; ``bidi_enabled`` in its configuration makes it         app
Konsole           yes       no; "Bi-Directional text rendering" in the profile          terminal
mlterm            yes       no; option ``--ctl=false``                                  terminal
Terminal.app      yes       no, and no setting                                          terminal
iTerm2 3.7 on     yes       no; Settings > General > Experimental                       terminal
iTerm2 before     no                                                                    app
kitty             words     no; each word is turned round unless its configuration has  app
                            ``force_ltr yes``, which this program needs
Windows Terminal  no        its present engine draws cell after cell                    app
Alacritty, foot   no                                                                    app
Ghostty           no                                                                    app
xterm, urxvt, st  no                                                                    app
Linux console     no        and has few Arabic letters                                  app
xterm.js          no        in a browser (``serve``), drawn on a canvas; VS Code        app
tmux, screen      no        they pass CSI 8 l on to nobody, so the terminal around      see left
                            them decides: the one that the variables name
PuTTY             yes       no, and not to be known from variables: choose by hand      terminal
================  ========  ==========================================================  ========

Variables may be out of date (tmux keeps those of its first client) or missing (ssh), so a person
can choose. Sources: the recommendation "BiDi in Terminal Emulators" with its survey of terminals
(terminal-wg.pages.freedesktop.org/bidi), where CSI 8 h and CSI 8 l (BDSM of ECMA-48, implicit and
explicit mode) come from; the sources of VTE, Konsole, mlterm, mintty, kitty, WezTerm, iTerm2 and
tmux (2026); issues 538, 17904 and 18659 of Windows Terminal, 701 of xterm.js, 663 of Alacritty,
1936 of tmux, 1442 of Ghostty.
"""

from __future__ import annotations

import atexit
import os
import re
import signal
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Literal, NamedTuple, Protocol

Mode = Literal["app", "terminal", "off"]
Setting = Literal["auto", "app", "terminal", "off"]

EXPLICIT = "\x1b[8l"
"""BDSM, explicit mode: the terminal shows each character where it is told to."""
IMPLICIT = "\x1b[8h"
"""BDSM, implicit mode, the usual one: the terminal may put right-to-left text in order."""

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")


class Terminal(NamedTuple):
    """What is known of a terminal.

    ``reorders`` says whether it puts right-to-left text in order as it comes, ``obeys`` whether
    :data:`EXPLICIT` stops it.
    """

    name: str
    reorders: bool = False
    obeys: bool = False

    @property
    def mode(self) -> Mode:
        """Who has to put lines in order."""
        return "terminal" if self.reorders and not self.obeys else "app"


UNKNOWN = Terminal("unknown")
VTE = Terminal("VTE", reorders=True, obeys=True)

# The first variable that is set (to that value, if one is given) names the terminal. Those that a
# terminal sets for itself alone come before those that are inherited from one around it.
_BY_VARIABLE: tuple[tuple[str, str, Terminal], ...] = (
    ("TERM_PROGRAM", "textual", Terminal("xterm.js")),
    ("TERM_PROGRAM", "vscode", Terminal("xterm.js")),
    ("TERM_PROGRAM", "Apple_Terminal", Terminal("Terminal.app", reorders=True)),
    ("TERM_PROGRAM", "WezTerm", Terminal("WezTerm", obeys=True)),
    ("TERM_PROGRAM", "mintty", Terminal("mintty", reorders=True, obeys=True)),
    ("TERM_PROGRAM", "ghostty", Terminal("Ghostty")),
    ("TERM", "xterm-kitty", Terminal("kitty")),
    ("TERM", "alacritty", Terminal("Alacritty")),
    ("TERM", "foot", Terminal("foot")),
    ("TERM", "linux", Terminal("Linux console")),
    ("MLTERM", "", Terminal("mlterm", reorders=True)),
    ("KONSOLE_VERSION", "", Terminal("Konsole", reorders=True)),
    ("KITTY_WINDOW_ID", "", Terminal("kitty")),
    ("WEZTERM_PANE", "", Terminal("WezTerm", obeys=True)),
    ("ALACRITTY_WINDOW_ID", "", Terminal("Alacritty")),
    ("WT_SESSION", "", Terminal("Windows Terminal")),
    ("XTERM_VERSION", "", Terminal("xterm")),
)
_MULTIPLEXERS = (("TMUX", "tmux"), ("STY", "screen"))
_FIRST_VTE = 5703
_FIRST_ITERM = (3, 7)


def _vte(environ: Mapping[str, str]) -> Terminal | None:
    version = environ.get("VTE_VERSION", "")
    if not version.isdecimal():
        return None
    return VTE if int(version) >= _FIRST_VTE else Terminal("VTE")


def _iterm(environ: Mapping[str, str]) -> Terminal | None:
    for program, version in (
        ("TERM_PROGRAM", "TERM_PROGRAM_VERSION"),
        ("LC_TERMINAL", "LC_TERMINAL_VERSION"),
    ):
        if environ.get(program) in ("iTerm.app", "iTerm2"):
            numbers = tuple(map(int, re.findall(r"\d+", environ.get(version, ""))[:2]))
            return Terminal("iTerm2", reorders=numbers >= _FIRST_ITERM)
    return None


def _outer_terminal(environ: Mapping[str, str]) -> Terminal:
    for variable, value, terminal in _BY_VARIABLE:
        found = environ.get(variable, "")
        if found and (not value or found == value):
            return terminal
    return _iterm(environ) or _vte(environ) or UNKNOWN


def detect(environ: Mapping[str, str]) -> Terminal:
    """The terminal that the variables of the environment speak of.

    In tmux and screen it is the one around them as it behaves there: it cannot be told.
    """
    outer = _outer_terminal(environ)
    for variable, name in _MULTIPLEXERS:
        if environ.get(variable):
            inside = name if outer is UNKNOWN else f"{name} in {outer.name}"
            return Terminal(inside, reorders=outer.reorders)
    return outer


def bidi_mode(setting: Setting, environ: Mapping[str, str]) -> Mode:
    """Who puts right-to-left lines in order: the setting, or for ``auto`` what suits the terminal.

    ``app``: this program. ``terminal``: the terminal. ``off``: nobody, lines stay logical.
    """
    return detect(environ).mode if setting == "auto" else setting


class Stream(Protocol):
    """What is needed of an output stream."""

    def isatty(self) -> bool:
        """Whether it leads to a terminal."""

    def fileno(self) -> int:
        """Its file descriptor."""

    def flush(self) -> Any:
        """Writes what is waiting."""


class ExplicitMode:
    """Tells the terminal not to reorder lines while the block runs.

    Nothing is written where the stream leads to no terminal or ``active`` is False. The usual
    mode comes back at the end of the block, at the end of the program, and when the signals
    SIGTERM, SIGHUP or SIGQUIT end it; it is written once. A program that is killed outright
    (SIGKILL) cannot do that: the terminal's own reset then does.
    """

    def __init__(self, stream: Stream, active: bool = True) -> None:
        self._stream = stream
        self._active = active
        self._descriptor: int | None = None
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> ExplicitMode:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Switches to explicit mode; does nothing if that is so already."""
        if not self._active or self._descriptor is not None or not self._stream.isatty():
            return
        self._stream.flush()
        self._descriptor = self._stream.fileno()
        atexit.register(self._restore)
        self._catch_signals()
        self._write(EXPLICIT)

    def stop(self) -> None:
        """Switches back; does nothing if that has happened."""
        if self._descriptor is None:
            return
        with suppress(OSError, ValueError):
            self._stream.flush()
        self._restore()
        atexit.unregister(self._restore)
        for number, handler in self._handlers.items():
            if signal.getsignal(number) == self._on_signal:
                signal.signal(number, handler)
        self._handlers.clear()

    def _write(self, sequence: str) -> None:
        # Straight to the descriptor: a signal may come while the stream's buffer is being filled.
        if self._descriptor is not None:
            with suppress(OSError):
                os.write(self._descriptor, sequence.encode("ascii"))

    def _restore(self) -> None:
        self._write(IMPLICIT)
        self._descriptor = None

    def _catch_signals(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            return  # signals can be caught from the main thread alone
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) == signal.SIG_DFL:
                self._handlers[number] = signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Restores the terminal, then lets the signal do what it would have done."""
        self._restore()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

"""Which terminals reorder lines by themselves, and telling them not to, on a real terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Mapping

import pytest

from azun_quiz.terminal import EXPLICIT, IMPLICIT, ExplicitMode, Setting, bidi_mode, detect

ENVIRONMENTS: list[tuple[Mapping[str, str], str, str]] = [
    ({}, "unknown", "app"),
    ({"TERM": "xterm-256color"}, "unknown", "app"),
    ({"TERM": "xterm-256color", "VTE_VERSION": "6800"}, "VTE", "app"),
    ({"VTE_VERSION": "5202"}, "VTE", "app"),
    ({"VTE_VERSION": "new"}, "unknown", "app"),
    ({"KONSOLE_VERSION": "230401"}, "Konsole", "terminal"),
    ({"MLTERM": "3.9.3"}, "mlterm", "terminal"),
    ({"TERM_PROGRAM": "Apple_Terminal"}, "Terminal.app", "terminal"),
    ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6.10"}, "iTerm2", "app"),
    ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.7.0beta9"}, "iTerm2", "terminal"),
    ({"LC_TERMINAL": "iTerm2", "LC_TERMINAL_VERSION": "3.10.1"}, "iTerm2", "terminal"),
    ({"TERM_PROGRAM": "iTerm.app"}, "iTerm2", "app"),
    ({"TERM_PROGRAM": "WezTerm"}, "WezTerm", "app"),
    ({"TERM_PROGRAM": "mintty"}, "mintty", "app"),
    ({"TERM_PROGRAM": "vscode", "VTE_VERSION": "6800"}, "xterm.js", "app"),
    ({"TERM_PROGRAM": "textual", "KONSOLE_VERSION": "230401"}, "xterm.js", "app"),
    ({"TERM": "xterm-kitty"}, "kitty", "app"),
    ({"KITTY_WINDOW_ID": "1"}, "kitty", "app"),
    ({"WT_SESSION": "1"}, "Windows Terminal", "app"),
    ({"TERM": "alacritty"}, "Alacritty", "app"),
    ({"XTERM_VERSION": "XTerm(390)"}, "xterm", "app"),
    ({"TMUX": "/tmp/tmux", "TERM_PROGRAM": "tmux"}, "tmux", "app"),
    ({"TMUX": "/tmp/tmux", "VTE_VERSION": "6800"}, "tmux in VTE", "terminal"),
    ({"TMUX": "/tmp/tmux", "KITTY_WINDOW_ID": "1"}, "tmux in kitty", "app"),
    ({"STY": "1.pts", "KONSOLE_VERSION": "230401"}, "screen in Konsole", "terminal"),
]


@pytest.mark.parametrize(("environ", "name", "mode"), ENVIRONMENTS)
def test_detection(environ: Mapping[str, str], name: str, mode: str) -> None:
    assert detect(environ).name == name
    assert bidi_mode("auto", environ) == mode


@pytest.mark.parametrize("setting", ["app", "terminal", "off"])
def test_a_setting_beats_detection(setting: Setting) -> None:
    for environ, _, _ in ENVIRONMENTS:
        assert bidi_mode(setting, environ) == setting


def test_nothing_is_written_where_no_terminal_is(tmp_path: object) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as stream, ExplicitMode(stream):
        pass
    assert os.read(reading, 100) == b""
    os.close(reading)


pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX")


def run_on_terminal(program: str, stop: int | None = None) -> tuple[str, int]:
    """What a program writes to its terminal, and how it ended; ``stop`` is sent once it waits."""
    master, slave = pty.openpty()
    code = textwrap.dedent(program)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=slave, stdout=slave, stderr=subprocess.DEVNULL
    ) as process:
        os.close(slave)
        output = b""
        try:
            while True:
                output += os.read(master, 1000)
                if stop is not None and b"waiting\r\n" in output:
                    process.send_signal(stop)
                    stop = None
        except OSError:  # the other end is closed
            pass
        process.wait(20)
    os.close(master)
    return output.decode().replace("\r\n", "\n"), process.returncode


HEAD = """
import sys, time
from azun_quiz.terminal import ExplicitMode
def wait():
    # In short naps: a signal that comes right before a nap begins is handled after it.
    for _ in range(300):
        time.sleep(0.05)
"""


def test_the_terminal_is_told_and_put_back() -> None:
    program = HEAD + "with ExplicitMode(sys.stdout):\n print('inside')\nprint('after')"
    assert run_on_terminal(program) == (f"{EXPLICIT}inside\n{IMPLICIT}after\n", 0)


def test_it_can_be_interrupted_and_taken_up_again() -> None:
    program = (
        HEAD
        + "mode = ExplicitMode(sys.stdout)\nmode.start(); mode.start()\nmode.stop(); mode.stop()\n"
        + "mode.start()\nprint('x')\nmode.stop()"
    )
    expected = f"{EXPLICIT}{IMPLICIT}{EXPLICIT}x\n{IMPLICIT}"
    assert run_on_terminal(program) == (expected, 0)


def test_it_is_left_alone_if_not_active() -> None:
    program = HEAD + "with ExplicitMode(sys.stdout, active=False):\n print('x')"
    assert run_on_terminal(program) == ("x\n", 0)


@pytest.mark.parametrize(
    ("ending", "status"),
    [("raise RuntimeError", 1), ("sys.exit(3)", 3), ("raise KeyboardInterrupt", -signal.SIGINT)],
)
def test_it_is_put_back_after_a_crash(ending: str, status: int) -> None:
    for start in ("with ExplicitMode(sys.stdout):\n ", "ExplicitMode(sys.stdout).start()\n"):
        assert run_on_terminal(HEAD + start + ending) == (EXPLICIT + IMPLICIT, status)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_it_is_put_back_when_a_signal_ends_the_program(number: signal.Signals) -> None:
    program = HEAD + "with ExplicitMode(sys.stdout):\n print('waiting', flush=True)\n wait()"
    started = time.monotonic()
    output, status = run_on_terminal(program, number)
    assert output == f"{EXPLICIT}waiting\n{IMPLICIT}"
    assert status == -number
    assert time.monotonic() - started < 20


def test_a_handler_of_the_program_is_kept() -> None:
    program = (
        HEAD
        + "import signal\nsignal.signal(signal.SIGTERM, lambda *a: sys.exit(4))\n"
        + "with ExplicitMode(sys.stdout):\n print('waiting', flush=True)\n wait()"
    )
    assert run_on_terminal(program, signal.SIGTERM) == (f"{EXPLICIT}waiting\n{IMPLICIT}", 4)

"""The program never reaches for the network: every command runs where sockets are forbidden.

Only ``serve`` opens one, to listen on.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from azun_quiz.cli import COMMANDS
from azun_quiz.export.registry import FORMATS
from tests.plain.script import PACK

ROOT = Path(__file__).resolve().parent.parent

GUARD = """
import os, sys

FORBIDDEN = {
    "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyaddr",
    "socket.gethostbyname", "socket.getnameinfo", "socket.sendmsg", "socket.sendto",
}

def write(line):
    with open(os.environ["WATCHED"], "a") as file:
        file.write(line + "\\n")

def forbid(event, arguments):
    if event in FORBIDDEN:
        write(event)
        raise PermissionError(event)

write("watched")
sys.addaudithook(forbid)
"""

CALLS = """
import io, json, sys
from azun_quiz.cli import main

for arguments, code in json.loads(sys.argv[1]):
    sys.stdin = io.StringIO("1\\n" * 20)
    found = main(arguments)
    assert found == code, (arguments, found)
"""

COMMANDS_AS_TYPED: dict[str, list[list[str]]] = {
    "play": [["--questions", "3", "--seed", "1"], ["--questions", "2", "--lang", "ar"]],
    "review": [["--due"]],
    "stats": [["--json"]],
    "check": [[]],
    "export": [[name, "--questions", "3", "-o", f"items.{name}"] for name in FORMATS],
    "backup": [["mine.db"]],
    "restore": [["mine.db"]],
    "where": [[]],
    "preview": [["decision-date"]],
    "results": [["export", "-o", "results.json"], ["analyse", "results.json"]],
    "new": [["pack", "mine"]],
}
LISTENS = {"serve"}


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """An environment whose Python processes cannot use sockets, and write down that they tried."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return {
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "guard"), str(ROOT)]),
        "WATCHED": str(tmp_path / "watched"),
        "AZUN_QUIZ_HOME": str(tmp_path / "home"),
        "AZUN_QUIZ_PLAIN": "1",
    }


def attempts(watched: dict[str, str]) -> list[str]:
    """What was tried; each process says first that it is watched."""
    lines = Path(watched["WATCHED"]).read_text(encoding="utf-8").splitlines()
    assert "watched" in lines
    return [line for line in lines if line != "watched"]


def python(code: str, *arguments: str, environ: dict[str, str], directory: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        cwd=directory,
        env={**os.environ, **environ},
    )
    return done.stderr if done.returncode else ""


def test_the_guard_sees_what_is_tried(watched: dict[str, str], tmp_path: Path) -> None:
    port = socket.create_server(("127.0.0.1", 0))
    code = f"import socket; socket.create_connection(('127.0.0.1', {port.getsockname()[1]}))"
    errors = python(code, environ=watched, directory=tmp_path)
    port.close()
    assert "PermissionError" in errors
    assert attempts(watched) == ["socket.getaddrinfo"]


def test_every_command_is_in_this_test() -> None:
    assert set(COMMANDS) <= {*COMMANDS_AS_TYPED, *LISTENS}


def test_no_command_uses_the_network(watched: dict[str, str], tmp_path: Path) -> None:
    calls = [
        (["--content", str(PACK), "--only-content", name, *arguments], 0)
        for name, variants in COMMANDS_AS_TYPED.items()
        if name in COMMANDS
        for arguments in variants
    ]
    errors = python(CALLS, json.dumps(calls), environ=watched, directory=tmp_path)
    assert errors == ""
    assert attempts(watched) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals there")
def test_the_full_screen_does_not_use_the_network(watched: dict[str, str], tmp_path: Path) -> None:
    from tests.plain.talk import Talk

    environ = {**watched, "TERM": "xterm-256color", "AZUN_QUIZ_PLAIN": "0"}
    del environ["AZUN_QUIZ_HOME"]
    with Talk(
        "play", "--questions", "3", "--seed", "1", "--lang", "en", home=tmp_path, **environ
    ) as talk:
        talk.until("Question 1 of")
        start = len(talk.said)
        talk.type("1")
        talk.until("Right", "Not right", start=start)
        talk.type("\x11")  # leaves
        assert talk.code() == 0
    assert attempts(watched) == []

"""`azun-quiz serve` as a process: how it starts, what it says, and how it ends."""

from __future__ import annotations

import io
import re
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from azun_quiz.cli import main
from azun_quiz.commands.support.environment import Environment
from azun_quiz.errors import UserError
from azun_quiz.store.store import Store
from azun_quiz.web.listening import opened, reached_at
from tests.web.driver import Program, alive, program

_ESCAPES = re.compile(r"\x1b\[[^A-Za-z]*[A-Za-z]")


@asynccontextmanager
async def visiting(served: Program, name: str, lang: str) -> AsyncIterator[str]:
    """Somebody whose first screen is shown; its text."""
    async with aiohttp.ClientSession(
        served.url,
        cookie_jar=aiohttp.CookieJar(unsafe=True),
        headers={"Origin": served.url},
    ) as client:
        async with client.post("/play", data={"name": name, "lang": lang}) as answer:
            assert answer.status == 200
        async with client.ws_connect("/ws") as page:
            shown = ""
            while name not in _ESCAPES.sub("", shown):
                message = await page.receive(timeout=30)
                assert message.type is aiohttp.WSMsgType.BINARY, shown
                shown += message.data.decode("utf-8", "replace")
            yield _ESCAPES.sub("", shown)


def gone(pids: list[int]) -> bool:
    """Whether processes end within a while."""
    for _ in range(500):
        if not any(map(alive, pids)):
            return True
        time.sleep(0.02)
    return False


async def test_ctrl_c_ends_it_with_all_games_and_no_other_word(tmp_path: Path) -> None:
    with program(tmp_path) as served:
        assert "Warning" not in served.said
        async with visiting(served, "Anna", "en") as shown, visiting(served, "Ben", "az"):
            assert "Statistics" in shown
            assert "Players" not in shown  # the game of a visitor, not that of the owner
            games = served.children()
            assert len(games) == 2
            assert served.interrupt() == 130
        assert gone(games)
        assert served.process.stderr is not None
        assert served.process.stderr.read() == ""
        assert served.process.stdout is not None
        assert served.process.stdout.read() == ""
    with Store.open(tmp_path / "data" / "learner.db", now_ms=0) as store:
        assert [player.name for player in store.players()] == ["Anna", "Ben"]


async def test_when_it_is_killed_no_game_stays_behind(tmp_path: Path) -> None:
    with program(tmp_path) as served:
        async with visiting(served, "Anna", "en"):
            games = served.children()
            assert games
            served.process.kill()
            served.process.wait(20)
            assert gone(games)


def test_opened_wider_it_warns_of_the_risk_and_asked_to_end_it_is_done(tmp_path: Path) -> None:
    with program(tmp_path, "--host", "0.0.0.0") as served:
        warning = next(line for line in served.said.splitlines() if "Warning" in line)
        for risk in ("everybody in the network", "no password", "nothing is encrypted"):
            assert risk in warning
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(20) == 0


def run(home: Path, *options: str) -> tuple[int, str]:
    """The exit code, and what is said."""
    said = io.StringIO()
    env = Environment(stderr=said, environ={"AZUN_QUIZ_HOME": str(home), "AZUN_QUIZ_LANG": "en"})
    return main(["serve", *options], env), said.getvalue()


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, said = run(tmp_path, "--port", str(port))
    assert code == 1
    assert f"Another program uses port {port} already." in said
    assert f"--port {port + 1}" in said or "--port 8000" in said


def test_an_address_of_another_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_asked: object, **_how: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    for host in ("192.0.2.7", "school.example"):
        with pytest.raises(UserError) as caught:
            opened(host, 0)
        assert caught.value.message == "This computer has no address {host}."
        monkeypatch.setattr("socket.getaddrinfo", unknown)


def test_the_address_that_visitors_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("azun_quiz.web.listening.own_address", lambda: "192.168.1.7")
    told = {"localhost": "localhost", "127.0.0.1": "localhost", "0.0.0.0": "192.168.1.7",
            "::": "192.168.1.7", "10.0.0.5": "10.0.0.5", "fe80::1": "[fe80::1]"}  # fmt: skip
    assert {host: reached_at(host) for host in told} == told


def test_both_addresses_of_localhost_have_one_port() -> None:
    sockets = opened("localhost", 0)
    assert len({each.getsockname()[1] for each in sockets}) == 1
    for each in sockets:
        each.close()


@pytest.mark.parametrize("options", [("--port", "65536"), ("--port", "x"), ("--visitors", "0")])
def test_wrong_usage(tmp_path: Path, options: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(tmp_path, *options)


@pytest.mark.parametrize("library", ["aiohttp", "textual_serve"])
def test_without_the_extra_it_says_what_to_install(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (library, "textual_serve.app_service"):
        monkeypatch.setitem(sys.modules, name, None)
    code, said = run(tmp_path)
    assert code == 1
    assert "pip install 'azun-quiz[web]'" in said


def test_damaged_data_are_told_before_anybody_comes(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "learner.db").write_bytes(b"nonsense" * 500)
    code, said = run(tmp_path, "--port", "0")
    assert code == 1
    assert "learner.db" in said


async def test_where_nothing_can_be_written_the_game_runs_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")  # a file where a directory has to be
    with program(tmp_path) as served:
        assert "Answers will not be kept." in served.said
        async with visiting(served, "Anna", "en") as shown:
            assert "What you play now is not kept." in " ".join(shown.split())
        assert served.interrupt() == 130

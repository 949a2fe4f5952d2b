"""Which hosts and origins are this server's own."""

from __future__ import annotations

import pytest

from azun_quiz.web.guard import Guard, is_loopback


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost:8000", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1:8000", True),
        ("127.9.9.9:8000", True),
        ("[::1]:8000", True),
        ("localhost", False),
        ("localhost:80", False),
        ("localhost:8001", False),
        ("192.168.1.7:8000", False),
        ("evil.example:8000", False),
        ("localhost.evil.example:8000", False),
        ("user@localhost:8000", False),
        ("localhost:8000/path", False),
        ("localhost:8000#", False),
        ("localhost:x", False),
        ("[::1:8000", False),
        ("", False),
    ],
)
def test_on_localhost_only_names_of_this_machine(host: str, known: bool) -> None:
    assert Guard("localhost", 8000).knows(host) is known


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("192.168.1.7:8000", True),
        ("[fe80::1]:8000", True),
        ("localhost:8000", True),
        ("laptop:8000", True),
        ("laptop.local:8000", True),
        ("evil.example:8000", False),
        ("school.example:8000", False),
    ],
)
def test_in_a_network_addresses_and_the_machines_name(
    host: str, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "Laptop")
    assert Guard("0.0.0.0", 8000).knows(host) is known


def test_a_name_that_was_asked_for_is_known() -> None:
    assert Guard("school.example", 8000).knows("school.example:8000")


def test_the_usual_port_needs_no_number() -> None:
    assert Guard("localhost", 80).knows("localhost")


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.7", False),
        ("laptop", False),
        ("", False),
    ],
)
def test_what_is_reached_from_this_machine_alone(host: str, local: bool) -> None:
    assert is_loopback(host) is local

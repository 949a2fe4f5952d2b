"""What the server gives to whom; the games are played by a process that only echoes."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import aiohttp
import pytest

from azun_quiz.store.errors import StoreBusyError
from azun_quiz.web import listening, server, visit
from azun_quiz.web.server import COOKIE, STATIC
from azun_quiz.web.visit import Close
from tests.web.driver import Play, Running, alive, running
from tests.web.fake_game import OFFERED

ELSEWHERE = re.compile(rb"""(?:src|href|action)=["'](?!/)|url\(["']?(?!["'/]|data:)|@import""")


async def page(house: Running, name: str = "", lang: str = "en", path: str = "/") -> str:
    async with house.client(name, lang) as client, client.get(path) as answer:
        return str(await answer.text())


async def test_a_visitor_gives_a_name_and_plays_under_it() -> None:
    async with running() as house, house.client() as client:
        async with client.get("/") as answer:
            assert "What is your name?" in await answer.text()
        async with client.post("/play", data={"name": "Anna & <Ben>", "lang": "az"}) as answer:
            assert answer.url.path == "/"
            text = await answer.text()
        assert f'data-session-websocket-url="ws://localhost:{house.port}/ws"' in text
        assert 'lang="az"' in text
        async with client.ws_connect("/ws") as socket:
            await Play(socket).hear("--Anna & <Ben> az")
        async with client.post("/leave") as answer:
            assert "What is your name?" in await answer.text()


async def test_a_cookie_is_for_the_server_alone() -> None:
    wish = {"data": {"guest": "1"}, "allow_redirects": False}
    async with (
        running() as house,
        house.client() as client,
        client.post("/play", **wish) as answer,
    ):
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"name": "ANNA"}, "Somebody plays under the name ANNA already."),
        ({"name": "player"}, "Somebody plays under the name player already."),
        ({"name": "<b>" * 21}, "A name has at most 60 characters."),
        ({"name": "  "}, "Write a name, or play without one."),
        ({}, "Write a name, or play without one."),
        ({"name": "\u200b"}, "name"),
    ],
)
async def test_a_name_that_cannot_be_had_is_told(given: dict[str, str], told: str) -> None:
    async with running(names=["Anna"]) as house, house.client() as client:
        async with client.post("/play", data=given, allow_redirects=False) as answer:
            text = await answer.text()
            assert "Set-Cookie" not in answer.headers
        assert told in text
        assert "<b>" not in text


async def test_what_the_store_says_is_told_to_the_owner_alone() -> None:
    async with running() as house, house.client() as client:

        def busy(_name: str) -> None:
            raise StoreBusyError(path=Path("/secret/learner.db"))

        house.visitors._enter = busy
        async with client.post("/play", data={"name": "Anna"}, allow_redirects=False) as answer:
            assert answer.status == 503
            assert "Set-Cookie" not in answer.headers
            assert "/secret" not in await answer.text()
    assert "/secret/learner.db" in house.said[0]


async def test_the_pages_speak_the_visitors_language() -> None:
    async with running() as house:
        assert 'dir="rtl"' in await page(house, path="/?lang=ar")
        assert 'lang="en"' in await page(house, path="/?lang=%22%3E")
        async with house.client() as client:
            wish = {"Accept-Language": "de, az;q=0.9, ar;q=0.5"}
            async with client.get("/", headers=wish) as answer:
                assert 'lang="az"' in await answer.text()
        assert 'dir="rtl"' in await page(house, "ليلى", "ar")


async def test_nothing_is_fetched_from_elsewhere() -> None:
    async with running(places=1) as house, house.client("Anna") as client:
        pages = [await page(house), await page(house, "Anna"), await page(house, "Anna", "ar")]
        async with house.playing("Ben"):
            pages.append(await page(house, "Anna"))
            assert "All places are taken" in pages[-1] or "room for 1 player" in pages[-1]
        for name in STATIC:
            async with client.get(f"/static/{name}") as answer:
                assert answer.status == 200
                if name.endswith((".css", ".svg")):
                    pages.append(await answer.text())
        for text in pages:
            assert not ELSEWHERE.findall(text.encode())
        for path in re.findall(r'(?:src|href)="(/static/[^"]*)"', "".join(pages)):
            async with client.get(path) as answer:
                assert answer.status == 200, path


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/../server.py",
        "/static/%2e%2e%2fserver.py",
        "/static/..%5cserver.py",
        "/static//etc/passwd",
        "/download/..%2f..%2fetc%2fpasswd",
        "/download/x",
        "/etc/passwd",
        "/ws/..",
    ],
)
async def test_no_other_file_is_given_out(path: str) -> None:
    async with running() as house:
        reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost:{house.port}\r\n\r\n".encode())
        assert (await reader.readline()).split()[1] == b"404"
        writer.close()


async def test_every_answer_forbids_what_no_page_needs() -> None:
    async with running() as house, house.client("Anna") as client:
        for path in ("/", "/static/serve.js", "/static/none", "/download/x", "/nowhere"):
            async with client.get(path) as answer:
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "frame-ancestors 'none'" in policy
                assert "script-src 'self';" in policy
                assert "Python" not in answer.headers["Server"]
        assert "<script>" not in await page(house, "Anna")


async def raw(house: Running, head: str, *headers: str) -> int:
    """The status of a request as it is written here."""
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
    writer.write("\r\n".join([head, *headers, "Content-Length: 0", "", ""]).encode())
    line = await asyncio.wait_for(reader.readline(), 10)
    writer.close()
    return int(line.split()[1])


UPGRADE = (
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
)


async def test_only_the_page_of_this_server_is_heard() -> None:
    async with running() as house:
        port = house.port
        own, evil = f"Host: localhost:{port}", "Host: evil.example"
        here, there = f"Origin: http://localhost:{port}", "Origin: http://evil.example"
        cookie = f"Cookie: {COOKIE}={house.cookie('Anna')[COOKIE]}"
        socket = ("GET /ws HTTP/1.1", cookie, *UPGRADE)
        assert await raw(house, "GET / HTTP/1.1", own) == 200
        assert await raw(house, "GET / HTTP/1.1", f"{evil}:{port}") == 421
        assert await raw(house, "GET / HTTP/1.1", evil) == 421
        assert await raw(house, "GET / HTTP/1.0") == 421
        assert await raw(house, "GET / HTTP/1.1", own, there) == 403
        assert await raw(house, "POST /leave HTTP/1.1", own) == 403
        assert await raw(house, "POST /leave HTTP/1.1", own, there) == 403
        assert await raw(house, "POST /leave HTTP/1.1", own, "Origin: null") == 403
        assert await raw(house, "POST /leave HTTP/1.1", own, here) == 303
        assert await raw(house, *socket, own) == 403
        assert await raw(house, *socket, own, there) == 403
        assert await raw(house, *socket, own, f"Origin: http://localhost:{port + 1}") == 403
        assert await raw(house, *socket, own, f"Origin: http://127.0.0.1:{port}") == 403
        assert await raw(house, *socket, f"{evil}:{port}", there) == 421
        assert await raw(house, *socket, own, here) == 101
        assert await raw(house, "GET /ws HTTP/1.1", *UPGRADE, own, here) == 403
        assert await raw(house, "GET /ws HTTP/1.1", cookie, own, here) == 400


async def test_each_visitor_has_a_game_of_their_own() -> None:
    async with running() as house, house.playing("Anna") as anna, house.playing("Ben") as ben:
        await anna.type("only anna")
        await ben.type("only ben")
        await anna.hear("only anna")
        await ben.hear("only ben")
        assert "ben" not in anna.heard.lower()
        assert "anna" not in ben.heard.lower()


async def test_a_second_window_takes_the_game_over() -> None:
    async with (
        running(places=1) as house,
        house.playing("Anna") as first,
        house.playing("Anna") as second,
    ):
        assert await first.closed() == Close.ELSEWHERE
        await second.type("still here")
        await second.hear("still here")


async def test_when_all_places_are_taken_one_is_told_so_until_somebody_leaves() -> None:
    async with running(places=2) as house, house.client("Cem") as client:
        async with house.playing("Anna"), house.playing("Ben"):
            async with client.get("/") as answer:
                assert answer.status == 503
                assert "All places are taken: 2 players are playing." in await answer.text()
            with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
                await client.ws_connect("/ws")
            assert "websocket" in await page(house, "Anna")
        await house.until("/", 200, "Cem")
        async with house.playing("Cem"):
            pass


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "{}",
        "[]",
        '["stdin"]',
        '["stdin", 7]',
        '["resize", {"width": "7", "height": 3}]',
        '["resize", {"width": 1e99, "height": 3}]',
        '["resize", [1, 2]]',
        '["deliver_file_start", "x"]',
        '["quit"]',
        "[" * 20_000,
        '"' + "x" * 31_000,
    ],
)
async def test_a_message_that_no_page_sends_ends_the_game(text: str) -> None:
    async with running() as house, house.playing("Anna") as play:
        await play.socket.send_str(text)
        assert await play.closed() == Close.MISUSE
    assert house.said == []


async def test_bytes_and_messages_that_are_too_long_end_the_game() -> None:
    async with running() as house:
        async with house.playing("Anna") as play:
            await play.socket.send_bytes(b"M\x00\x00\x00\x02{}")
            await play.closed()
        async with house.playing("Anna") as play:
            await play.socket.send_json(["stdin", "x" * server.MAX_MESSAGE_BYTES])
            assert await play.closed() == aiohttp.WSCloseCode.MESSAGE_TOO_BIG


async def test_a_flood_ends_the_game() -> None:
    async with running() as house, house.playing("Anna") as play:
        for _ in range(visit.MAX_TYPED // 10_000 + 1):
            await play.socket.send_json(["stdin", "x" * 10_000])
        assert await play.closed() == Close.MISUSE


async def test_any_text_may_be_typed_and_a_screen_has_a_largest_size() -> None:
    async with running() as house, house.playing("Anna", width="9" * 9, height="-1") as play:
        await play.socket.send_str('["stdin", "\\ud800\\u0000 lone"]')
        await play.hear("lone")
        await play.socket.send_json(["resize", {"width": 10**9, "height": 10**9}])
        await play.socket.send_json(["ping", "12"])
        await play.type("size")
        await play.hear(f"{visit.MAX_COLUMNS}x{visit.MAX_LINES}")


async def test_who_does_nothing_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "IDLE_SECONDS", 0.01)
    async with (
        running() as house,
        house.client("Anna") as client,
        client.ws_connect("/ws") as socket,
    ):
        assert await Play(socket).closed() == Close.IDLE


async def test_leaving_the_game_closes_the_page() -> None:
    async with running() as house, house.playing("Anna") as play:
        await play.type("quit")
        assert await play.closed() == Close.ENDED
    assert house.said == []


async def test_a_game_that_breaks_is_told_to_both_and_shows_no_traceback() -> None:
    async with running() as house, house.playing("Anna") as play:
        await play.type("die")
        assert await play.closed() == Close.FAILED
        assert "Oops" not in play.heard
    reason = "Oops: <U+001B>[31m/secret/path"
    assert house.said == [f"The game of a visitor ended unexpectedly: {reason}"]


async def test_a_game_that_does_not_start_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.web import driver

    monkeypatch.setattr(driver, "GAME", ["/no/such/program"])
    async with (
        running() as house,
        house.client("Anna") as client,
        client.ws_connect("/ws") as socket,
    ):
        assert await Play(socket).closed() == Close.FAILED
    assert house.said == ["The game of a visitor ended unexpectedly: No such file or directory"]


async def test_a_game_cannot_send_the_browser_elsewhere() -> None:
    async with running() as house, house.playing("Anna") as play:
        await play.type("open")
        await play.hear("open")  # bytes alone: a text message would be an order to the page


async def test_a_file_goes_to_who_asked_for_it_and_is_never_run() -> None:
    async with running() as house, house.playing("Anna") as anna, house.playing("Ben"):
        await anna.type('offer ../../x"y\r\nSet-Cookie: a=b;ü.html')
        message = await anna.socket.receive(timeout=10)
        kind, key = json.loads(message.data)
        assert kind == "deliver_file_start"
        async with house.client("Ben") as ben, ben.get(f"/download/{key}") as answer:
            assert answer.status == 404
        async with house.client() as nobody, nobody.get(f"/download/{key}") as answer:
            assert answer.status == 404
        async with house.client("Anna") as client:
            async with client.get(f"/download/{key}") as answer:
                assert answer.status == 200
                assert await answer.read() == OFFERED
                said = answer.headers["Content-Disposition"]
                assert re.fullmatch(r'attachment; filename="[A-Za-z0-9._-]+\.html"', said)
                assert answer.headers["Content-Security-Policy"].startswith("sandbox")
                assert "Set-Cookie" not in answer.headers
            async with client.get(f"/download/{key}") as answer:
                assert answer.status == 404


async def test_only_the_newest_files_wait_to_be_fetched() -> None:
    async with running() as house, house.playing("Anna") as play:
        keys = []
        for name in "abcdef":
            await play.type(f"offer {name}")
            keys.append(json.loads((await play.socket.receive(timeout=10)).data)[1])
            await play.hear(f"offer {name}")
        async with house.client("Anna") as client:
            found = []
            for key in keys:
                async with client.get(f"/download/{key}") as answer:
                    await answer.read()
                    found.append(answer.status)
    assert found == [404, 404, 200, 200, 200, 200]


async def test_a_game_that_does_not_want_to_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "_STOP_SECONDS", 0.1)
    async with running() as house:
        async with house.playing("Anna") as play:
            await play.type("pid")
            await play.hear(".")
            pid = int(play.heard.partition("pid ")[2].partition(".")[0])
            await play.type("stay")
        for _ in range(500):
            if not alive(pid):
                break
            await asyncio.sleep(0.02)
        assert not alive(pid)


async def test_who_says_nothing_is_shown_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "REQUEST_SECONDS", 0.3)
    async with running() as house:
        reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: ")
        assert await asyncio.wait_for(reader.read(), 10) == b""
        writer.close()


async def test_connections_beyond_measure_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_SPARE_CONNECTIONS", 2)
    monkeypatch.setattr(listening, "_CONNECTIONS_A_PLACE", 0)
    async with running() as house:
        open_ones = [await asyncio.open_connection("127.0.0.1", house.port) for _ in range(2)]
        for _, writer in open_ones:
            writer.write(f"GET / HTTP/1.1\r\nHost: localhost:{house.port}\r\n\r\n".encode())
        for reader, _ in open_ones:
            assert b"200" in await reader.readline()
        reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
        assert await asyncio.wait_for(reader.read(), 10) == b""
        for each in (writer, *(one for _, one in open_ones)):
            each.close()


async def test_a_long_form_is_refused() -> None:
    long = {"name": "x" * 10_000}
    async with (
        running() as house,
        house.client() as client,
        client.post("/play", data=long) as answer,
    ):
        assert answer.status == 413


async def test_nothing_in_what_comes_from_here_leads_elsewhere() -> None:
    own = Path(server.__file__).parent
    for path in [*own.glob("pages/*"), *own.glob("static/*.css"), *own.glob("static/*.js")]:
        found = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", path.read_text(encoding="utf-8"))
        assert not found, path

"""A process that speaks as a game does, and does at once what it is told to type.

It writes back its arguments at the start and then all that is typed; `die` ends it with an error,
`stay` makes it deaf to requests to end, `offer NAME` offers a file of that name, `open` asks the
browser to open another page, `quit` leaves the game, `size` tells the last size it was given,
`pid` its own number.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any

from textual_serve._binary_encode import dump

OFFERED = b"<script>alert(1)</script>"


def packet(kind: bytes, payload: bytes) -> None:
    sys.stdout.buffer.write(kind + len(payload).to_bytes(4, "big") + payload)
    sys.stdout.buffer.flush()


def meta(**said: Any) -> None:
    packet(b"M", json.dumps(said).encode())


def offer(name: str) -> None:
    meta(
        type="deliver_file_start",
        key=name.encode().hex()[:32],
        path=f"/somewhere/{name}",
        open_method="browser",
        mime_type="text/html",
        encoding="",
        name=None,
    )


def typed(text: str, size: dict[str, Any]) -> None:
    word, _, rest = text.partition(" ")
    if word == "die":
        sys.exit("Traceback\nOops: \x1b[31m/secret/path")
    elif word == "stay":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while True:
            signal.pause()
    elif word == "offer":
        offer(rest)
    elif word == "open":
        meta(type="open_url", url="https://evil.example", new_tab=True)
    elif word == "quit":
        meta(type="exit")
        sys.exit()
    elif word == "pid":
        text = f"pid {os.getpid()}."
    elif word == "size":
        text = f"{size.get('width')}x{size.get('height')}"
    packet(b"D", text.encode())


def main() -> None:
    read = sys.stdin.buffer.read
    sys.stdout.buffer.write(b"__GANGLION__\n")
    packet(b"D", " ".join(sys.argv[1:]).encode())
    size: dict[str, Any] = {}
    left = OFFERED
    while head := read(5):
        payload = read(int.from_bytes(head[1:], "big"))
        if head[:1] == b"D":
            typed(payload.decode(), size)
            continue
        said = json.loads(payload)
        if said["type"] == "resize":
            size = said
        elif said["type"] == "quit":
            return
        elif said["type"] == "deliver_chunk_request":
            packet(b"P", dump(("deliver_chunk", said["key"], left)))
            left = b""


if __name__ == "__main__":
    main()

"""The file of settings: never an error, and what cannot be read is set aside as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from azun_quiz.settings import Settings, as_toml, load, save
from tests.fuzzers.mutation import broken

WHOLE = as_toml(
    Settings(
        language="ar",
        count=20,
        topics=("dates", "my-pack:x"),
        player="Rəşad",
        keys={"round.hint": "x"},
        rest={"future": {"a": [1, 2.5, True, {"b": "c"}]}, "when": 7},
    )
)


def fuzz(chance: Random) -> None:
    """Load broken settings, and save and load what came of them."""
    content = broken(chance, WHOLE.encode())
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "settings.toml"
        path.write_bytes(content)
        settings, troubles = load(path)
        for trouble in troubles:
            trouble.message.format_map(trouble.values)
        kept = path if path.exists() else path.with_name("settings.toml.broken-1")
        assert kept.read_bytes() == content
        save(path, settings)
        again, troubles = load(path)
        assert not troubles
        assert again.changed(rest={}) == settings.changed(rest={})

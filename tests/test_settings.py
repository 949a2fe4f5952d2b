"""Settings survive everything that can happen to their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azun_quiz.settings import Settings, as_toml, load, save

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_no_file_gives_the_usual_settings(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == (Settings(), ())


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    settings = Settings(
        language="ar",
        theme="day",
        count=20,
        topics=("dates", "my-pack:x"),
        keys={"round.hint": "x"},
    )
    save(path, settings)
    assert load(path) == (settings, ())
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


@given(
    language=TEXT,
    player=TEXT,
    topics=st.lists(TEXT),
    keys=st.dictionaries(TEXT, TEXT),
    rest=st.dictionaries(TEXT.map("x-{}".format), TEXT | st.integers() | st.booleans()),
)
def test_any_text_survives(tmp_path_factory, language, player, topics, keys, rest) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    settings = Settings(
        language=language, player=player, topics=tuple(topics), keys=keys, rest=rest
    )
    path.write_text(as_toml(settings), encoding="utf-8", newline="")
    assert load(path) == (settings, ())


@pytest.mark.parametrize("broken", ["theme = ", "\0", "[[", "theme = 'night'\ntheme = 'day'"])
def test_a_broken_file_is_set_aside_and_told(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(broken)
    settings, troubles = load(path)
    assert settings == Settings()
    assert len(troubles) == 1
    assert "{reason}" in troubles[0].message
    assert not path.exists()
    assert (tmp_path / "settings.toml.broken-1").read_text() == broken


def test_a_second_broken_file_gets_another_name(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for number in (1, 2):
        path.write_text(f"{number} =")
        load(path)
    assert (tmp_path / "settings.toml.broken-1").read_text() == "1 ="
    assert (tmp_path / "settings.toml.broken-2").read_text() == "2 ="


def test_a_file_that_is_no_text_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    settings, troubles = load(path)
    assert (settings, len(troubles)) == (Settings(), 1)


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    settings, troubles = load(tmp_path / "nul\0byte.toml")
    assert (settings, len(troubles)) == (Settings(), 1)


def test_a_disk_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    save(path, Settings(theme="day"))

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        save(path, Settings(theme="night"))
    assert load(path) == (Settings(theme="day"), ())
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]


def test_a_directory_in_its_place_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    settings, troubles = load(path)
    assert (settings, len(troubles)) == (Settings(), 1)
    with pytest.raises(OSError):
        save(path, Settings())
    assert path.is_dir()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("theme = 'purple'", "theme"),
        ("count = 0", "count"),
        ("count = true", "count"),
        ("count = 1000", "count"),
        ("topics = 'dates'", "topics"),
        ("topics = [1]", "topics"),
        ("language = 7", "language"),
        ("keys = ['x']", "keys"),
        ("keys = {a = 1}", "keys"),
        ("pace = '9'", "pace"),
    ],
)
def test_a_value_without_sense_is_told_and_left_out(tmp_path: Path, line: str, name: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"{line}\nlevel = 'hard'\n" if "keys" not in line else f"level='hard'\n{line}")
    settings, troubles = load(path)
    assert settings == Settings(level="hard")
    assert [trouble.values["name"] for trouble in troubles] == [name]
    assert path.exists()


def test_what_another_version_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("future = 'yes'\nsound = true\n[shape]\nround = 1\n")
    settings, troubles = load(path)
    assert troubles == ()
    save(path, settings.changed(theme="day"))
    text = path.read_text()
    assert 'future = "yes"' in text
    assert "sound = true" in text
    again, _ = load(path)
    assert again.rest == {"future": "yes", "sound": True, "shape": {"round": 1}}
    assert again.theme == "day"

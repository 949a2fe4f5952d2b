"""Where the program keeps things."""

from __future__ import annotations

from pathlib import Path

import pytest

from azun_quiz.paths import built_in, places


def test_one_directory_for_everything(tmp_path: Path) -> None:
    found = places({"AZUN_QUIZ_HOME": str(tmp_path)})
    assert found.store == tmp_path / "data" / "learner.db"
    assert found.settings == tmp_path / "config" / "settings.toml"
    written = [path for name, path in found.listed() if name != "built-in"]
    assert all(path.is_relative_to(tmp_path) for path in written)


@pytest.mark.parametrize("home", ["~", "~nobody-of-that-name/x", "relative/place"])
def test_any_name_of_a_directory_will_do(home: str) -> None:
    assert places({"AZUN_QUIZ_HOME": home}).data.name == "data"


def test_without_it_the_places_of_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for environ in ({}, {"AZUN_QUIZ_HOME": ""}):
        found = places(environ)
        assert all("azun-quiz" in path.parts for name, path in found.listed() if name != "built-in")
        assert found.content.is_relative_to(found.data)


def test_the_built_in_pack_is_where_the_program_is() -> None:
    assert (built_in() / "data" / "resolution.yaml").is_file()
    assert (built_in() / "questions" / "resolutions.yaml").is_file()

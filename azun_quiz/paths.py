"""Where the program keeps things, and where its own content lies."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APP = "azun-quiz"
HOME = "AZUN_QUIZ_HOME"
STORE = "learner.db"
"""The name of the file with the learner's data, wherever it lies."""

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Places:
    """The directories in use. ``content`` is the user's own pack; ``built_in`` comes with the
    program and is only read."""

    config: Path
    data: Path
    cache: Path
    content: Path
    built_in: Path

    @property
    def store(self) -> Path:
        """The file with the learner's data."""
        return self.data / STORE

    @property
    def settings(self) -> Path:
        """The file with the settings."""
        return self.config / "settings.toml"

    def listed(self) -> list[tuple[str, Path]]:
        """Names and paths, as the command ``where`` tells them."""
        return [
            ("config", self.config),
            ("settings", self.settings),
            ("data", self.data),
            ("store", self.store),
            ("cache", self.cache),
            ("content", self.content),
            ("built-in", self.built_in),
        ]


def built_in() -> Path:
    """The pack that comes with the program: inside the installed package, or in the checkout."""
    installed = _PACKAGE / "_content"
    return installed if (installed / "data").is_dir() else _PACKAGE.parent


def downloads(environ: Mapping[str, str] = os.environ) -> Path:
    """Where files are put that the player asks for: among the downloads of the platform, or
    inside ``AZUN_QUIZ_HOME``."""
    home = environ.get(HOME)
    if home:
        return Path(os.path.expanduser(home)) / "downloads"
    from platformdirs import user_downloads_path

    return user_downloads_path()


def places(environ: Mapping[str, str] = os.environ) -> Places:
    """The directories in use: those of the platform, or all inside ``AZUN_QUIZ_HOME``."""
    home = environ.get(HOME)
    if home:
        base = Path(os.path.expanduser(home))
        return Places(base / "config", base / "data", base / "cache", base / "content", built_in())
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP, appauthor=False)
    data = Path(dirs.user_data_dir)
    return Places(
        Path(dirs.user_config_dir), data, Path(dirs.user_cache_dir), data / "content", built_in()
    )

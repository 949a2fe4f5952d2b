"""What a player has chosen: language, theme, who orders Arabic, and how rounds start.

The settings live in one TOML file. A file that cannot be understood is set aside under another
name and told, so that nothing that a person wrote is lost; a value that makes no sense is told
and replaced by the default. Keys that this version does not know are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from azun_quiz.levels import DEFAULT_LEVEL, DEFAULT_MODE, LEVELS, MAX_COUNT, MODES
from azun_quiz.text.catalog import N_
from azun_quiz.toml_text import toml
from azun_quiz.writing import write_whole

THEMES = ("night", "day", "contrast")
BIDI_MODES = ("auto", "app", "terminal", "off")
COUNTS = (5, 10, 15, 20, 30, 50)
PACES = ("1", "1.5", "2", "3")


class Trouble(NamedTuple):
    """Something about the settings that the player has to know: a message and its values."""

    message: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class Settings:
    """The choices of a player on this machine.

    An empty ``language`` means the one of the environment; empty ``topics`` mean the usual ones.
    ``pace`` multiplies the time that timed rounds give. ``keys`` gives actions other keys.
    ``rest`` holds what the file says beyond that.
    """

    language: str = ""
    theme: str = "night"
    bidi: str = "auto"
    level: str = DEFAULT_LEVEL
    count: int = 10
    mode: str = DEFAULT_MODE
    pace: str = "1"
    topics: tuple[str, ...] = ()
    player: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    rest: Mapping[str, Any] = field(default_factory=dict)

    def changed(self, **values: Any) -> Settings:
        """The same settings with some values replaced."""
        return replace(self, **values)


_CHOICES: Mapping[str, tuple[Any, ...]] = {
    "theme": THEMES,
    "bidi": BIDI_MODES,
    "level": LEVELS,
    "mode": MODES,
    "pace": PACES,
}
_NAMES = tuple(entry.name for entry in fields(Settings) if entry.name != "rest")


def _accepted(name: str, value: Any) -> Any:
    """The value as the settings hold it.

    Raises:
        ValueError: it makes no sense.
    """
    if name in _CHOICES:
        if value not in _CHOICES[name]:
            raise ValueError(name)
        return value
    if name == "count":
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MAX_COUNT:
            raise ValueError(name)
        return value
    if name == "topics":
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise ValueError(name)
        return tuple(value)
    if name == "keys":
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value.values()):
            raise ValueError(name)
        return dict(value)
    if not isinstance(value, str):
        raise ValueError(name)
    return value


def _set_aside(path: Path) -> Path | None:
    """Rename a file that cannot be read, to a name that is free; None if that fails."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.broken-{number}")
        if aside.exists():
            continue
        try:
            path.rename(aside)
        except (OSError, ValueError):
            return None
        return aside
    return None


def _broken(path: Path, reason: str) -> Trouble:
    aside = _set_aside(path)
    if aside is None:
        return Trouble(
            N_("The settings in {file} cannot be read ({reason}). The usual ones are in use."),
            {"file": path, "reason": reason},
        )
    return Trouble(
        N_(
            "The settings could not be read ({reason}). The usual ones are in use; "
            "the old file is now called {aside}."
        ),
        {"reason": reason, "aside": aside},
    )


def load(path: Path) -> tuple[Settings, tuple[Trouble, ...]]:
    """The settings in a file, and what is wrong with them. Never raises."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        message = N_("The settings in {file} cannot be read ({reason}). The usual ones are in use.")
        values = {"file": path, "reason": error.strerror or str(error)}
        return Settings(), (Trouble(message, values),)
    except (ValueError, RecursionError) as error:
        return Settings(), (_broken(path, str(error)),)
    return _read(data, path)


def _read(data: dict[str, Any], path: Path) -> tuple[Settings, tuple[Trouble, ...]]:
    values: dict[str, Any] = {}
    troubles = []
    for name in _NAMES:
        if name not in data:
            continue
        try:
            values[name] = _accepted(name, data[name])
        except ValueError:
            message = N_("The setting {name} in {file} makes no sense; the usual value is in use.")
            troubles.append(Trouble(message, {"name": name, "file": path}))
    rest = {name: value for name, value in data.items() if name not in _NAMES}
    return Settings(**values, rest=rest), tuple(troubles)


def save(path: Path, settings: Settings) -> None:
    """Write the settings in one step, so that a crash leaves the old file or the new one.

    Raises:
        OSError: nothing can be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, [as_toml(settings).encode()])


_HEAD = """\
# Settings of azun-quiz. The program writes this file; comments are not kept.
# The table [keys] gives actions other keys, for example: "round.hint" = "x"
"""


def as_toml(settings: Settings) -> str:
    """The file that holds the settings."""
    values = asdict(settings)
    return _HEAD + "\n" + toml({**values.pop("rest"), **values})

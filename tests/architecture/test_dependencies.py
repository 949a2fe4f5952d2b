"""Which libraries the program is made with: named, bounded, and each of them used."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MODULES = {"pyyaml": "yaml", "textual-serve": "textual_serve"}
"""What a library is imported as, where that is not its name."""

ACCEPTED = {
    "babel": "languages: dates, numbers and plurals by CLDR",
    "fsrs": "memory",
    "platformdirs": "directories of each system",
    "pyyaml": "facts and templates",
    "rich": "a bar for long exports",
    "textual": "screens",
    "watchfiles": "files that a teacher edits",
    "genanki": "exports to Anki",
    "xlsxwriter": "exports to Kahoot",
    "aiohttp": "the browser",
    "textual-serve": "the browser",
}
"""Every library that a user may come to install, and what for: a new one is a decision."""

REQUIREMENT = re.compile(r"(?P<name>[a-z0-9-]+)(\[[a-z,]+\])?(?P<range>>=[\d.]+,<[\d.]+)")


def requirements(*extras: str) -> dict[str, str]:
    """The version ranges by name, of the program itself and of some extras."""
    lines = list(PROJECT["dependencies"])
    for extra in extras:
        lines += PROJECT["optional-dependencies"][extra]
    found = {}
    for line in lines:
        match = REQUIREMENT.fullmatch(line)
        assert match, f"{line} has no lower and upper bound"
        found[match["name"]] = match["range"]
    return found


def imported() -> Iterator[str]:
    """The top-level names of all that the package imports, its own and Python's left out."""
    for path in (ROOT / "azun_quiz").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            for name in names:
                top = name.partition(".")[0]
                if top not in sys.stdlib_module_names and top not in ("azun_quiz", "__future__"):
                    yield top


def test_every_library_is_bounded_and_was_decided_on() -> None:
    assert requirements("export", "web").keys() == ACCEPTED.keys()


def test_every_library_is_used_and_every_import_declared() -> None:
    declared = {MODULES.get(name, name) for name in requirements("export", "web")}
    assert set(imported()) == declared


@pytest.mark.parametrize("extra", ["test", "bench", "mutation"])
def test_libraries_for_developers_are_bounded_too(extra: str) -> None:
    for line in PROJECT["optional-dependencies"][extra]:
        assert line.startswith("azun-quiz[") or re.search(r">=[\d.]+,<[\d.]+$", line), line

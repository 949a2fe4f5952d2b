"""Values as TOML text: Python reads TOML but does not write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE = re.compile("[A-Za-z0-9_-]+").fullmatch


def toml(values: Mapping[str, Any]) -> str:
    """A TOML document of texts, numbers, truth values, dates, lists, and tables of these.

    Tables come last, as a value after a table's heading would belong to the table.
    """
    tables = {name: value for name, value in values.items() if isinstance(value, Mapping)}
    plain = {name: value for name, value in values.items() if name not in tables}
    lines = list(_entries(plain))
    for name, table in tables.items():
        lines += ["", f"[{_name(name)}]", *_entries(table)]
    return "\n".join(lines) + "\n"


def _entries(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        yield f"{_name(name)} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(_entries(value)).replace("\n", " ") + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value) if isinstance(value, str) else str(value)


def _name(name: str) -> str:
    return name if _BARE(name) else _text(name)


def _text(text: str) -> str:
    """A TOML string: JSON's escapes, and the one character that JSON leaves alone."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

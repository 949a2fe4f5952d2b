"""The rows that all measurements print: what it was, ours, the reference, their ratio, the goal."""

from __future__ import annotations

_ROW = "{:<34}{:>12}  {:<26}{:>7}  {}"


def heading() -> None:
    """Print the names of the columns."""
    print(_ROW.format("measured", "ours", "reference", "ratio", "goal"))


def row(
    name: str, ours: str, reference: str = "", ratio: float | None = None, goal: str = ""
) -> None:
    """Print one measurement; a ratio is ours by the reference's."""
    print(
        _ROW.format(name, ours, reference, "" if ratio is None else f"{ratio:.2f}", goal),
        flush=True,
    )

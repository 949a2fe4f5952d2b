"""Writes the schemas anew: ``python -m azun_quiz.schema``."""

from __future__ import annotations

import json

from azun_quiz.schema import DIRECTORY
from azun_quiz.schema.building import schemas


def as_file(schema: object) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for name, schema in schemas().items():
        (DIRECTORY / name).write_text(as_file(schema), encoding="utf-8")

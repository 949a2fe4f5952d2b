"""Programs of others that the tests read files with, where they are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NODE_PACKAGES = ROOT / ".tools" / "node_modules"


def missing(reason: str) -> NoReturn:
    """Skip the test; where everything has to be installed (CI=true), let it fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


class GiftReader:
    """The npm package gift-pegjs in a process of its own: a file in, its questions out."""

    _PROGRAM = """
        const {parse} = require('gift-pegjs');
        require('readline').createInterface({input: process.stdin}).on('line', (line) => {
            let told;
            try { told = {questions: parse(JSON.parse(line))}; }
            catch (error) { told = {error: String(error)}; }
            process.stdout.write(JSON.stringify(told) + '\\n');
        });
    """

    def __init__(self) -> None:
        node = shutil.which("node")
        if node is None or not (NODE_PACKAGES / "gift-pegjs").is_dir():
            missing("needs Node.js and: npm install --prefix .tools gift-pegjs")
        self._process = subprocess.Popen(
            [node, "-e", self._PROGRAM],
            env={**os.environ, "NODE_PATH": str(NODE_PACKAGES)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def read(self, text: str) -> list[dict[str, Any]]:
        """The questions and categories of a file."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        assert "error" not in told, told["error"]
        return told["questions"]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

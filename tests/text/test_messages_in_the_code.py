"""Every message that the code asks for is in the catalogs, in the shape in which it is asked for.

Babel collects messages by reading tokens, and can take a plural for a single message; here the
calls are found in the syntax tree.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from azun_quiz.text.catalog import LOCALE

PACKAGE = LOCALE.parent
SINGLE = {"t", "say", "N_"}


def texts(call: ast.Call) -> list[str]:
    """The literal texts that a call begins with."""
    found = []
    for argument in call.args:
        if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            break
        found.append(argument.value)
    return found


def asked() -> Iterator[tuple[str, str | None, str | tuple[str, str]]]:
    """Where a message is asked for, its context, and its id: two texts for a plural."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(
                node.func, ast.Name | ast.Attribute
            ):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            place, words = f"{path.relative_to(PACKAGE)}:{node.lineno}", texts(node)
            if name == "plural" and len(words) >= 2:
                yield place, None, (words[0], words[1])
            elif name == "context" and len(words) >= 2:
                yield place, words[0], words[1]
            elif name in SINGLE and words and words[0].strip():
                yield place, None, words[0]


@pytest.mark.parametrize("lang", ["ar", "az"])
def test_each_is_translated_as_it_is_asked_for(lang: str) -> None:
    with (LOCALE / lang / "LC_MESSAGES" / "azun_quiz.po").open("rb") as file:
        catalog = read_po(file, locale=lang)
    missing = []
    seen = 0
    for place, context, message in asked():
        seen += 1
        found = catalog.get(message if isinstance(message, str) else message[0], context)
        forms = (
            (found.string,) if found and isinstance(found.string, str) else found and found.string
        )
        if not found or found.id != message or not forms or not all(forms):
            missing.append((place, message))
    assert missing == []
    assert seen > 800

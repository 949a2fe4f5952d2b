"""What the operating system and the YAML parser say of a file, as messages.

They say it in English, in sentences that do not change; those that teachers meet are translated,
any other stays English.
"""

from __future__ import annotations

import re

import yaml

from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import Phrase, phrase
from azun_quiz.text.safe import printable

SAID_OF_FILES = (
    N_("Bad magic number"),
    N_("Is a directory"),
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("control characters are not allowed"),
    N_("incomplete UTF-8 octet sequence"),
    N_("invalid Unicode character"),
    N_("invalid leading UTF-8 octet"),
    N_("invalid length of a UTF-8 sequence"),
    N_("invalid trailing UTF-8 octet"),
)
"""What the system says of a file that cannot be opened, and the parser of bytes."""

SAID_BEFORE = (
    N_("while parsing a block collection"),
    N_("while parsing a block mapping"),
    N_("while parsing a flow mapping"),
    N_("while parsing a flow node"),
    N_("while parsing a flow sequence"),
    N_("while parsing a block node"),
    N_("while parsing a node"),
    N_("while parsing a quoted scalar"),
    N_("while scanning a block scalar"),
    N_("while scanning a directive"),
    N_("while scanning a plain scalar"),
    N_("while scanning a quoted scalar"),
    N_("while scanning a simple key"),
    N_("while scanning a tag"),
    N_("while scanning an alias"),
    N_("while scanning an anchor"),
    N_("while scanning for the next token"),
)
"""What the parser was about when something was wrong."""

SAID_OF_YAML = (
    N_("block sequence entries are not allowed in this context"),
    N_("could not find expected ':'"),
    N_("could not find expected directive name"),
    N_("did not find expected '-' indicator"),
    N_("did not find expected ',' or ']'"),
    N_("did not find expected ',' or '}'"),
    N_("did not find expected <document start>"),
    N_("did not find expected alphabetic or numeric character"),
    N_("did not find expected comment or line break"),
    N_("did not find expected key"),
    N_("did not find expected node content"),
    N_("did not find expected whitespace or line break"),
    N_("found a tab character that violates indentation"),
    N_("found a tab character where an indentation space is expected"),
    N_("found character that cannot start any token"),
    N_("found undefined tag handle"),
    N_("found unexpected ':'"),
    N_("found unexpected document indicator"),
    N_("found unexpected end of stream"),
    N_("found unknown escape character"),
    N_("mapping keys are not allowed in this context"),
    N_("mapping values are not allowed in this context"),
)
"""What the parser says is wrong."""


def of_system(error: OSError) -> Phrase:
    """Why a file cannot be opened."""
    return of_bytes(error.strerror or str(error))


def of_bytes(reason: str) -> Phrase:
    """Why bytes cannot be read as text."""
    return phrase(plain(reason) or N_("it cannot be parsed"))


def of_parser(error: yaml.MarkedYAMLError) -> Phrase:
    """Why text is no YAML."""
    context, problem = plain(error.context or ""), plain(error.problem or "")
    if context and problem:
        return phrase(N_("{context} {problem}"), context=phrase(context), problem=phrase(problem))
    return phrase(context or problem or N_("it cannot be parsed"))


def plain(reason: str) -> str:
    """A message in one line, without characters that a terminal would obey."""
    return printable(re.sub(r"\s+", " ", reason).strip().rstrip("."))

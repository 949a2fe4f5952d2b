"""Reading the nodes of one file, with every problem reported where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from azun_quiz.content.problems import Place, Problems, alternatives
from azun_quiz.content.tree import ListNode, MapNode, Node, Scalar, place
from azun_quiz.content.values import Words
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import What, phrase

T = TypeVar("T")

Entries = Mapping[str, tuple[Node, Node]]
"""The entries of a mapping by key, as pairs of key node and value node."""

NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
"""What may serve as an id or a field's name."""
LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
"""What may be the code of a language."""

_NAME = re.compile(NAME, re.ASCII)
_LANGUAGE = re.compile(LANGUAGE, re.ASCII)
_CONTROL = re.compile(
    "[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"\s+")

YES_NO = {"yes": True, "true": True, "no": False, "false": False}


_WORDING = N_("{what} ({part})")
_FORM = N_("{what}, {part}")


def _is_plain(text: str) -> bool:
    """Whether a text is one line of what can be seen, without spaces round it."""
    return text.isprintable() and bool(text) and text[0] != " " and text[-1] != " "


class Reader:
    """Reads values out of the nodes of one file.

    Every method returns None (or leaves an entry out) after it has reported a problem.
    ``wordings`` collects all words that were read: which languages a pack has to be complete in
    is known only when all its files are read.
    """

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.problems = problems
        self.wordings: list[tuple[Node, What, Words]] = []

    def report(self, code: str, node: Node | None, /, **details: object) -> None:
        """Report a problem at a node, or about the file as a whole."""
        where = Place(self.path) if node is None else place(self.path, node)
        self.problems.add(code, where, **details)

    def text(self, node: Node, what: What) -> str | None:
        """The text of a scalar: one line, no control characters."""
        if node.__class__ is not Scalar:
            self.report("expected-text", node, what=what)
            return None
        text = node.text
        return text if _is_plain(text) else self._odd_text(node, text, what)

    def _part(self, node: Node, what: What, message: str, part: str) -> str | None:
        """The text of a scalar that is a part of something; ``message`` names the part."""
        if node.__class__ is Scalar and _is_plain(node.text):
            return node.text
        return self.text(node, phrase(message, what=what, part=part))

    def _odd_text(self, node: Node, text: str, what: What) -> str | None:
        text = _SPACES.sub(" ", text.replace("\t", " ").replace("\n", " ")).strip()
        if not text:
            self.report("empty-value", node, what=what)
            return None
        control = _CONTROL.search(text)
        if control:
            character = f"U+{ord(control[0]):04X}"
            self.report("control-character", node, what=what, character=character)
            return None
        return text

    def mapping(
        self, node: Node, what: What, *, may_be_empty: bool = False
    ) -> dict[str, tuple[Node, Node]]:
        """The entries of a mapping by key, as pairs of key node and value node."""
        if node.__class__ is not MapNode:
            self.report("expected-mapping", node, what=what)
            return {}
        if not node.items and not may_be_empty:
            self.report("empty-value", node, what=what)
        entries: dict[str, tuple[Node, Node]] = {}
        items = iter(node.items)
        for key_node in items:
            value = next(items)
            key = self._part(key_node, what, N_("a key of {what}"), "")
            if key is None:
                continue
            if key in entries:
                first = place(self.path, entries[key][0]).line
                self.report("duplicate-key", key_node, key=key, first=first)
                continue
            entries[key] = (key_node, value)
        return entries

    def sequence(self, node: Node, what: What, *, may_be_empty: bool = False) -> list[Node]:
        """The items of a list; a single value is a list of one."""
        if isinstance(node, Scalar):
            return [node]
        if not isinstance(node, ListNode):
            self.report("expected-list", node, what=what)
            return []
        if not node.items and not may_be_empty:
            self.report("empty-value", node, what=what)
        return node.items

    def texts(self, node: Node, what: What) -> tuple[str, ...]:
        """A list of texts."""
        found = (self.text(item, what) for item in self.sequence(node, what))
        return tuple(text for text in found if text is not None)

    def name(self, node: Node, name: str) -> bool:
        """Whether a key may serve as an id or a field's name."""
        if _NAME.fullmatch(name):
            return True
        self.report("bad-name", node, name=name)
        return False

    def yes_no(self, node: Node, what: What) -> bool | None:
        """Yes or no."""
        text = self.text(node, what)
        if text is None:
            return None
        if text.lower() not in YES_NO:
            self.report("bad-yes-no", node, value=text)
            return None
        return YES_NO[text.lower()]

    def words(self, node: Node, what: What) -> Words | None:
        """One wording a language, plain or as named forms."""
        if node.__class__ is not MapNode:
            case = {"case": "words", "text": node.text} if isinstance(node, Scalar) else {}
            self.report("expected-mapping", node, what=what, **case)
            return None
        wordings: dict[str, str | dict[str, str]] = {}
        sound = True
        for lang, (key_node, value) in self.mapping(node, what).items():
            if not _LANGUAGE.fullmatch(lang):
                broken_off = isinstance(value, Scalar) and not value.text
                case = {"case": "comma"} if broken_off else {}
                self.report("unknown-language", key_node, language=lang, **case)
                continue
            wording = self._wording(value, what, lang)
            if wording is None:
                sound = False
            else:
                wordings[lang] = wording
        if not sound or not wordings:
            return None
        words = Words(wordings)
        self.wordings.append((node, what, words))
        return words

    def _wording(self, node: Node, of: What, lang: str) -> str | dict[str, str] | None:
        if node.__class__ is Scalar:
            return self._part(node, of, _WORDING, lang)
        what = phrase(_WORDING, what=of, part=lang)
        forms: dict[str, str] = {}
        for form, (_, value) in self.mapping(node, what).items():
            text = self._part(value, what, _FORM, form)
            if text is None:
                return None
            forms[form] = text
        if not forms:
            return None
        if "default" not in forms:
            self.report("missing-default", node, what=what)
            return None
        return forms

    def optional(
        self,
        entries: Entries,
        key: str,
        read: Callable[[Node, What], T | None],
        what: What | None = None,
    ) -> T | None:
        """What ``read`` makes of the value of a key, which is called ``what`` (the key itself
        without it); None where there is no such key."""
        return read(entries[key][1], what or key) if key in entries else None

    def unknown_keys(self, entries: Entries, known: Iterable[str], what: What) -> None:
        """Report every key that is not among the known ones."""
        names = list(known)
        for key, (node, _) in entries.items():
            if key not in names:
                advice = alternatives(key, names, "keys")
                self.report("unknown-key", node, what=what, key=key, advice=advice)

"""Units: how what a number counts is written, in each language and plural class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from azun_quiz.content.reader import Entries, Reader
from azun_quiz.content.tree import MapNode, Node
from azun_quiz.text.catalog import N_
from azun_quiz.text.phrase import phrase

Unit = Mapping[str, Mapping[str, str]]
"""By language, the wording of each plural class; ``other`` is always among them."""


def read_units(reader: Reader, entries: Entries) -> Iterator[tuple[str, Unit]]:
    """The units of a file, by name; a language that lacks ``other`` is left out."""
    others = {key: nodes for key, nodes in entries.items() if key != "units"}
    reader.unknown_keys(others, (), phrase(N_("A file of units")))
    for name, (_, node) in reader.mapping(entries["units"][1], "units").items():
        wordings: dict[str, Mapping[str, str]] = {}
        for lang, (_, forms_node) in reader.mapping(node, name).items():
            forms = _read_forms(reader, name, forms_node)
            if "other" not in forms:
                reader.report("missing-key", forms_node, what=name, key="other")
            else:
                wordings[lang] = forms
        yield name, wordings


def _read_forms(reader: Reader, name: str, node: Node) -> dict[str, str]:
    """The wordings of a unit in one language; a single one serves every plural class."""
    if not isinstance(node, MapNode):
        return {"other": reader.text(node, name) or ""}
    forms = reader.mapping(node, name)
    return {category: reader.text(form, name) or "" for category, (_, form) in forms.items()}

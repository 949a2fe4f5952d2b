"""QTI against the schemas of IMS, where a directory holds them.

The schemas are not ours to hand on: download imsqti_v2p1p2.xsd, qtiv2p1_imscpv1p2_v1p0.xsd and what
they import from 1EdTech and W3C into one directory and name it in AZUN_QUIZ_QTI_SCHEMAS.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from azun_quiz.export.sheet import Sheet
from azun_quiz.generator.item import Item
from azun_quiz.library import Library
from tests.export.hostile import filled_sheets
from tests.export.qti_files import unpacked, written
from tests.export.reading import LANGUAGES, sheet_of

Items = Callable[..., dict[str, Item]]

DIRECTORY = os.environ.get("AZUN_QUIZ_QTI_SCHEMAS", "")

pytestmark = pytest.mark.skipif(
    not DIRECTORY, reason="AZUN_QUIZ_QTI_SCHEMAS names no directory with the schemas of QTI 2.1"
)


class _Local(etree.Resolver):
    """Finds in the directory what a schema imports from the web."""

    def resolve(self, url: str, public: str, context: object) -> object:
        if not url.startswith(("http:", "https:")):
            return None
        name = url.rpartition("/")[2]
        [found] = Path(DIRECTORY).rglob(name)
        return self.resolve_filename(str(found), context)


@pytest.fixture(scope="module")
def valid() -> Callable[[Sheet], bool]:
    """Asserts that every file of a package is valid."""

    def schema(name: str) -> etree.XMLSchema:
        parser = etree.XMLParser()
        parser.resolvers.add(_Local())
        [found] = Path(DIRECTORY).rglob(name)
        return etree.XMLSchema(etree.parse(found, parser))

    items, manifests = schema("imsqti_v2p1p2.xsd"), schema("qtiv2p1_imscpv1p2_v1p0.xsd")

    def check(sheet: Sheet) -> bool:
        for name, content in unpacked(written(sheet)).items():
            if name.endswith(".xml"):
                against = manifests if name == "imsmanifest.xml" else items
                against.assertValid(etree.fromstring(content))
        return True

    return check


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_bank_is_valid(
    library: Library, items: Items, lang: str, valid: Callable[[Sheet], bool]
) -> None:
    assert valid(sheet_of(library, items(lang).values(), lang))


@settings(max_examples=50)
@given(sheet=filled_sheets())
def test_hostile_text_is_valid(sheet: Sheet, valid: Callable[[Sheet], bool]) -> None:
    assert valid(sheet)

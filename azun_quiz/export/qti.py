"""QTI 2.1: a content package with a file an item, a test of them all, and a manifest.

The test has a section a topic. The manifest tells of each item its id, language, topic, level and
sources as metadata (IEEE LOM). An identifier comes from the item's id and language alone, so that
a system which knows an item by its identifier brings it up to date when it meets it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from azun_quiz.export.archive import archive
from azun_quiz.export.identity import digest, xml_name
from azun_quiz.export.qti_item import (
    NAMESPACE,
    SCHEMA,
    STYLE,
    STYLE_NAME,
    TOOL,
    item_file,
    item_name,
)
from azun_quiz.export.sheet import Sheet
from azun_quiz.export.xml_text import DECLARATION, content, quoted
from azun_quiz.generator.item import Item
from azun_quiz.text.sources import source_name

SUFFIX = ".zip"
BINARY = True

_FOLDER = "items"
_TEST = "test.xml"
_MANIFEST = "imsmanifest.xml"
_STYLE = f"{_FOLDER}/{STYLE_NAME}"

_DIFFICULTY: Mapping[str, str] = {"easy": "easy", "medium": "medium", "hard": "difficult"}
"""Levels in the words of IEEE LOM, section 5.8."""

_MANIFEST_SCHEMA = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 '
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd "
    "http://ltsc.ieee.org/xsd/LOM http://www.imsglobal.org/xsd/imsmd_loose_v1p3p2.xsd "
    "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1 "
    'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_metadata_v2p1p1.xsd"'
)

_QTI_METADATA = (
    '<qtiMetadata xmlns="http://www.imsglobal.org/xsd/imsqti_metadata_v2p1">'
    "<timeDependent>false</timeDependent><composite>false</composite>"
    "<interactionType>choiceInteraction</interactionType><feedbackType>nonadaptive</feedbackType>"
    "<solutionAvailable>true</solutionAvailable></qtiMetadata>"
)


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The package, as one piece."""
    files: dict[str, bytes] = {_MANIFEST: b"", _TEST: b""}
    if sheet.t.right_to_left:
        files[_STYLE] = STYLE.encode()
    sections: dict[str, list[str]] = {}
    topics: dict[str, str] = {}
    resources = []
    for item in sheet.items:
        name = item_name(item)
        files[f"{_FOLDER}/{name}.xml"] = item_file(item, sheet).encode()
        resources.append(_resource(item, name, sheet))
        sections.setdefault(item.topic, []).append(name)
        topics.setdefault(item.topic, sheet.topic(item))
    files[_TEST] = _test(sheet, sections, topics).encode()
    files[_MANIFEST] = _manifest(sheet, resources, sections).encode()
    yield archive(files)


def _name(kind: str, sheet: Sheet) -> str:
    """An identifier of the package that is the same for the same title and language."""
    return f"{kind}-{xml_name(sheet.t.code, digest(sheet.title))}"


def _test(sheet: Sheet, sections: Mapping[str, list[str]], topics: Mapping[str, str]) -> str:
    shown = "".join(
        [
            f'<assessmentSection identifier="{xml_name("topic", topic)}"'
            f' title={quoted(topics[topic])} visible="true">\n'
            + "".join(
                [
                    f'<assessmentItemRef identifier="{name}" href="{_FOLDER}/{name}.xml"/>\n'
                    for name in names
                ]
            )
            + "</assessmentSection>\n"
            for topic, names in sections.items()
        ]
    )
    return (
        f'{DECLARATION}<assessmentTest xmlns="{NAMESPACE}" {SCHEMA}'
        f' identifier="{_name("test", sheet)}" title={quoted(sheet.title)} {TOOL}>\n'
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
        "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>\n"
        '<testPart identifier="all" navigationMode="nonlinear" submissionMode="individual">\n'
        '<itemSessionControl maxAttempts="1" showFeedback="true"/>\n'
        f"{shown}</testPart>\n"
        '<outcomeProcessing><setOutcomeValue identifier="SCORE"><sum>'
        '<testVariables variableIdentifier="SCORE" baseType="float"/>'
        "</sum></setOutcomeValue></outcomeProcessing>\n"
        "</assessmentTest>\n"
    )


def _manifest(sheet: Sheet, resources: list[str], sections: Mapping[str, list[str]]) -> str:
    dependencies = "".join(
        [f'<dependency identifierref="{name}"/>\n' for names in sections.values() for name in names]
    )
    style = (
        f'<resource identifier="style" type="webcontent" href="{_STYLE}">\n'
        f'<file href="{_STYLE}"/>\n</resource>\n'
        if sheet.t.right_to_left
        else ""
    )
    return (
        f'{DECLARATION}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"'
        f' {_MANIFEST_SCHEMA} identifier="{_name("package", sheet)}">\n'
        "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion>"
        f"{_lom(_general(sheet.t.code, sheet.title, ''))}</metadata>\n"
        "<organizations/>\n<resources>\n"
        f'<resource identifier="test" type="imsqti_test_xmlv2p1" href="{_TEST}">\n'
        f'<file href="{_TEST}"/>\n{dependencies}</resource>\n'
        f"{style}{''.join(resources)}</resources>\n</manifest>\n"
    )


def _resource(item: Item, name: str, sheet: Sheet) -> str:
    href = f"{_FOLDER}/{name}.xml"
    style = '<dependency identifierref="style"/>\n' if sheet.t.right_to_left else ""
    return (
        f'<resource identifier="{name}" type="imsqti_item_xmlv2p1" href="{href}">\n'
        f"<metadata>{_QTI_METADATA}{_item_lom(item, sheet)}</metadata>\n"
        f'<file href="{href}"/>\n{style}</resource>\n'
    )


def _item_lom(item: Item, sheet: Sheet) -> str:
    known = (
        f"<identifier><catalog>azun-quiz</catalog><entry>{content(item.id)}</entry></identifier>"
    )
    level = _DIFFICULTY.get(item.level, "medium")
    return _lom(
        _general(item.lang, "", known, sheet.topic(item))
        + "<educational><difficulty><source>LOMv1.0</source>"
        f"<value>{level}</value></difficulty></educational>"
        + "".join(
            [
                "<relation><kind><source>LOMv1.0</source><value>isbasedon</value></kind><resource>"
                f"<description>{_string(item.lang, source_name(source, sheet.t))}</description>"
                "</resource></relation>"
                for source in item.sources
            ]
        )
    )


def _lom(inside: str) -> str:
    return f'<lom xmlns="http://ltsc.ieee.org/xsd/LOM">{inside}</lom>'


def _general(lang: str, title: str, identifier: str, keyword: str = "") -> str:
    titled = f"<title>{_string(lang, title)}</title>" if title else ""
    keyed = f"<keyword>{_string(lang, keyword)}</keyword>" if keyword else ""
    return f"<general>{identifier}{titled}<language>{lang}</language>{keyed}</general>"


def _string(lang: str, text: str) -> str:
    return f'<string language="{lang}">{content(text)}</string>'

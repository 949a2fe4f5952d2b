"""One item as a QTI 2.1 assessmentItem (IMS Question and Test Interoperability, version 2.1.2)."""

from __future__ import annotations

from azun_quiz import __version__
from azun_quiz.export.identity import xml_name
from azun_quiz.export.sheet import Sheet
from azun_quiz.export.sources import sources_told
from azun_quiz.export.xml_text import DECLARATION, content, quoted
from azun_quiz.generator.item import Item

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"

SCHEMA = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd"'
)

TOOL = f'toolName="azun-quiz" toolVersion="{__version__}"'

RIGHT_TO_LEFT = "right-to-left"
"""The class of what reads from right to left: QTI 2.1 has no attribute for it, but style sheets."""

STYLE_NAME = "right-to-left.css"
STYLE = f".{RIGHT_TO_LEFT} {{ direction: rtl; text-align: right; }}\n"

_TITLE_LIMIT = 255
_CUT = "…"

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_OUTCOMES = """<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" \
normalMaximum="1" normalMinimum="0">\
<defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">\
<defaultValue><value>1</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="REMARK" cardinality="single" baseType="identifier"/>
<outcomeDeclaration identifier="SOLUTION" cardinality="single" baseType="identifier"/>
"""

_PROCESSING = """<responseProcessing>
<responseCondition>
<responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
</responseIf>
<responseElse>
<setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue>
</responseElse>
</responseCondition>
<setOutcomeValue identifier="REMARK"><variable identifier="RESPONSE"/></setOutcomeValue>
<setOutcomeValue identifier="SOLUTION">\
<baseValue baseType="identifier">explanation</baseValue></setOutcomeValue>
</responseProcessing>
"""


def item_name(item: Item) -> str:
    """The identifier of an item, which is the name of its file too; it differs by language."""
    return xml_name(f"item-{item.lang}", item.id)


def item_file(item: Item, sheet: Sheet) -> str:
    """The file of one item.

    The option that was chosen gets its remark as modal feedback, and every answer the explanation
    with the sources. The style sheet lies beside the file.
    """
    right_to_left = sheet.t.right_to_left
    marked = f' class="{RIGHT_TO_LEFT}"' if right_to_left else ""
    choices = "".join(
        [
            f'<simpleChoice identifier="{_LETTERS[index]}">{content(option)}</simpleChoice>\n'
            for index, option in enumerate(item.options)
        ]
    )
    linked = f'<stylesheet href="{STYLE_NAME}" type="text/css"/>\n' if right_to_left else ""
    return (
        f'{DECLARATION}<assessmentItem xmlns="{NAMESPACE}" {SCHEMA}'
        f' identifier="{item_name(item)}" title={quoted(_title(item.stem))} label={quoted(item.id)}'
        f' xml:lang={quoted(item.lang)} adaptive="false" timeDependent="false" {TOOL}>\n'
        '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">'
        f"<correctResponse><value>{_LETTERS[item.key]}</value></correctResponse>"
        "</responseDeclaration>\n"
        f"{_OUTCOMES}{linked}"
        f"<itemBody{marked}>\n"
        '<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">\n'
        f"<prompt>{content(item.stem)}</prompt>\n{choices}"
        "</choiceInteraction>\n</itemBody>\n"
        f"{_PROCESSING}{_feedback(item, sheet, marked)}</assessmentItem>\n"
    )


def _feedback(item: Item, sheet: Sheet, marked: str) -> str:
    shown: list[tuple[str, str, tuple[str, ...]]] = []
    for index in range(len(item.options)):
        remark = sheet.remark(item, index) if index != item.key else ""
        if remark:
            shown.append(("REMARK", _LETTERS[index], (remark,)))
    told = tuple(text for text in (item.explanation, sources_told(item, sheet.t)) if text)
    if told:
        shown.append(("SOLUTION", "explanation", told))
    return "".join(
        [
            f'<modalFeedback outcomeIdentifier="{outcome}" identifier="{name}" showHide="show">'
            f"{''.join([f'<p{marked}>{content(text)}</p>' for text in texts])}</modalFeedback>\n"
            for outcome, name, texts in shown
        ]
    )


def _title(stem: str) -> str:
    """What lists of items show."""
    return stem if len(stem) <= _TITLE_LIMIT else stem[: _TITLE_LIMIT - len(_CUT)] + _CUT

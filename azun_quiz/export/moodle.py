"""Moodle XML: everything that Moodle's own multiple-choice question has a place for.

Texts are HTML with their language and direction, which plain text could not carry: a question in
Arabic reads right in a course in English, and the other way round. The id is the id number (cut to
the 100 characters that Moodle keeps), the level a tag, the topic a category; the sentence that
tells where a wrong option belongs is that option's feedback, the explanation with the sources the
general one. Options are not shuffled, since numbers and dates stand in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from azun_quiz.export.moodle_text import category, explained, html, id_number
from azun_quiz.export.sheet import Sheet
from azun_quiz.export.xml_text import DECLARATION, content
from azun_quiz.generator.item import Item
from azun_quiz.names import level_name

SUFFIX = ".xml"
BINARY = False

_NAME_LIMIT = 255
_CUT = "…"


def pieces(sheet: Sheet) -> Iterator[bytes]:
    """The file, question by question."""
    yield f"{DECLARATION}<quiz>\n".encode()
    current = None
    for item in sheet.items:
        path = category(item, sheet)
        if path != current:
            current = path
            yield _category(path).encode()
        yield _question(item, sheet).encode()
    yield b"</quiz>\n"


def _category(path: str) -> str:
    return (
        '<question type="category">\n'
        f"<category><text>{content(path)}</text></category>\n"
        '<info format="plain_text"><text></text></info>\n'
        "<idnumber></idnumber>\n"
        "</question>\n"
    )


def _question(item: Item, sheet: Sheet) -> str:
    direction = "rtl" if sheet.t.right_to_left else "ltr"
    opened = f'<p dir="{direction}" lang="{item.lang}">'

    def told(*texts: str) -> str:
        paragraphs = "".join([f"{opened}{html(text)}</p>" for text in texts if text])
        # No text ends the section: in HTML every > of a text is written &gt;.
        return f"<text><![CDATA[{paragraphs}]]></text>" if paragraphs else "<text></text>"

    answers = "".join(
        [
            f'<answer fraction="{100 if index == item.key else 0}" format="html">{told(option)}'
            f'<feedback format="html">'
            f"{told(sheet.remark(item, index) if index != item.key else '')}</feedback></answer>\n"
            for index, option in enumerate(item.options)
        ]
    )
    return (
        '<question type="multichoice">\n'
        f"<name><text>{content(_name(item.stem))}</text></name>\n"
        f'<questiontext format="html">{told(item.stem)}</questiontext>\n'
        f'<generalfeedback format="html">{told(*explained(item, sheet))}</generalfeedback>\n'
        "<defaultgrade>1</defaultgrade>\n<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n"
        f"<idnumber>{content(id_number(item))}</idnumber>\n"
        "<single>true</single>\n<shuffleanswers>false</shuffleanswers>\n"
        "<answernumbering>ABCD</answernumbering>\n"
        "<showstandardinstruction>0</showstandardinstruction>\n"
        '<correctfeedback format="html"><text></text></correctfeedback>\n'
        '<partiallycorrectfeedback format="html"><text></text></partiallycorrectfeedback>\n'
        '<incorrectfeedback format="html"><text></text></incorrectfeedback>\n'
        f"{answers}"
        f"<tags><tag><text>{content(level_name(item.level, sheet.t))}</text></tag></tags>\n"
        "</question>\n"
    )


def _name(stem: str) -> str:
    """The name of the question in a list of questions, no longer than Moodle keeps."""
    return stem if len(stem) <= _NAME_LIMIT else stem[: _NAME_LIMIT - len(_CUT)] + _CUT

"""The codes of problems: how severe each is, and the words that tell it.

This table is the only place that knows a code's severity and wording; the modules that find
problems name the code and give the details. `azun_quiz.content.explanations` says more of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from azun_quiz.text.catalog import N_


@dataclass(frozen=True, slots=True)
class Code:
    """How a kind of problem is told: what is wrong, and what to do."""

    severity: str
    message: str
    advice: str


def _error(message: str, advice: str) -> Code:
    return Code("error", message, advice)


def _warning(message: str, advice: str) -> Code:
    return Code("warning", message, advice)


CODES: Mapping[str, Code] = {
    # Files and YAML
    "unreadable": _error(
        N_("The file cannot be read: {reason}."), N_("Check its name and its permissions.")
    ),
    "not-utf8": _error(
        N_("The file is not UTF-8 text: {reason}."),
        N_("Save it as UTF-8 in your editor."),
    ),
    "bad-yaml": _error(
        N_("This is not valid YAML: {reason}."),
        N_(
            "Look here and one line above: indent with spaces and no tabs, and put a text that"
            " holds “: ” or begins with {{ in quotation marks."
        ),
    ),
    "several-documents": _error(
        N_("The file holds more than one YAML document."),
        N_("Remove the line of three hyphens, or use two files."),
    ),
    "too-deep": _error(
        N_("The lists and mappings are nested more than {limit} levels deep."),
        N_("Facts and templates need a few levels only: flatten this."),
    ),
    "too-many-aliases": _error(
        N_("Aliases (*name) repeat more text than the file holds."),
        N_("Write the values out."),
    ),
    "unknown-alias": _error(
        N_("The alias *{name} stands for nothing that is finished above it."),
        N_("Write the value out, or put the anchor &{name} before it."),
    ),
    "python-tag": _error(
        N_("The tag {tag} is not allowed."), N_("Remove the tag: every value is plain text.")
    ),
    "empty-file": _error(
        N_("The file is empty."), N_("Start from a file that works, or delete this one.")
    ),
    "duplicate-key": _error(
        N_("The key {key} stands twice in the same place; the first one is on line {first}."),
        N_("Remove one of them, or give it another name."),
    ),
    "expected-mapping": _error(
        N_("{what} must be a mapping (lines of the form “key: value”)."),
        N_("Write “key: value” lines there, indented alike."),
    ),
    "expected-list": _error(
        N_("{what} must be a list."), N_("Write [first, second], or one “- item” a line.")
    ),
    "expected-text": _error(
        N_("{what} must be a single value."), N_("Write the value on the same line, as text.")
    ),
    "empty-value": _error(N_("{what} is empty."), N_("Write the value, or remove the line.")),
    "control-character": _error(
        N_("{what} holds the invisible character {character}."),
        N_("Delete it: control and direction marks are not allowed in facts and templates."),
    ),
    "ignore-unknown": _warning(
        N_("The comment silences {name}, and there is no code of that name."), N_("{advice}")
    ),
    "ignore-error": _warning(
        N_("The comment silences {name}, which is an error."),
        N_("Mend the error, and remove the comment: only warnings can be silenced."),
    ),
    "ignore-nothing": _warning(
        N_("The comment silences {name}, and there is no such warning here."),
        N_("Remove the comment, or put it at the end of the line or above what it speaks of."),
    ),
    "bad-catalog": _warning(
        N_("The catalog of the language {language} cannot be read: {reason}."),
        N_("Compile it again from its .po file."),
    ),
    "incomplete-catalog": _warning(
        N_(
            "The catalog of the language {language} lacks {count} of {total} messages"
            " (for example “{message}”)."
        ),
        N_("Translate them: until then the program says them in English."),
    ),
    # Kinds
    "unknown-key": _error(N_("{what} has no key named {key}."), N_("{advice}")),
    "missing-key": _error(N_("{what} lacks the key {key}."), N_("Add a line “{key}: ...”.")),
    "bad-name": _error(
        N_("{name} cannot be used as a name."),
        N_("Use small letters a to z, digits and hyphens, starting with a letter."),
    ),
    "reserved-name": _error(
        N_("{name} is reserved: every fact may have a key of that name."),
        N_("Choose another name for the field."),
    ),
    "unknown-type": _error(
        N_("There is no field type {type}."), N_("The types are: {known}.{near}")
    ),
    "ref-without-kind": _error(
        N_("The field {field} refers to facts but does not say of which kind."),
        N_("Add “of: kind”."),
    ),
    "unknown-kind": _error(N_("There is no kind named {kind}."), N_("{advice}")),
    "kind-declared-twice": _error(
        N_("The kind {kind} is declared a second time; the first is in {other}."),
        N_("Keep the fields in one file; other files of the kind only list facts."),
    ),
    "bad-label": _error(
        N_("The label {label} of the kind {kind} leads to no words."),
        N_("Name a field of words, text, a number or a date; references must end in one."),
    ),
    "unknown-unit": _error(N_("There is no unit named {unit}."), N_("{advice}")),
    # Facts
    "unknown-field": _error(N_("The kind {kind} has no field named {field}."), N_("{advice}")),
    "missing-field": _error(
        N_("The fact {fact} lacks the field {field}."),
        N_("Add “{field}: ...”, or mark the field “optional: yes” in the kind."),
    ),
    "no-sources": _error(
        N_("The fact {fact} names no source."),
        N_("Add “sources: [...]”: a document symbol, a page or a book."),
    ),
    "bad-number": _error(
        N_("{value} is not a whole number."), N_("Write digits only, for example 15.")
    ),
    "bad-date": _error(
        N_("{value} is not a date."),
        N_("Write year-month-day as in 1993-07-29, or 1993-07, or 1993."),
    ),
    "bad-span": _error(
        N_("{value} is not a span of years or dates."),
        N_("Write 2003-2005, or 2012-01-01/2013-12-31, or 2017/ for an open end."),
    ),
    "span-backwards": _error(
        N_("The span {value} ends before it begins."), N_("Exchange the two ends.")
    ),
    "bad-yes-no": _error(N_("{value} is neither yes nor no."), N_("Write yes or no.")),
    "unknown-language": _warning(
        N_("{language} is no language code."),
        N_("Use the two-letter code: en, ar, az."),
    ),
    "missing-language": _error(
        N_("{what} is missing in: {languages}."),
        N_("Add the wording: nothing is shown in a language that is incomplete."),
    ),
    "stray-language": _warning(
        N_("Only {count} of {total} wordings are there in the language {language}."),
        N_("Complete the language, or remove it: what is incomplete is not shown."),
    ),
    "missing-default": _error(
        N_("The forms of {what} lack the form “default”."), N_("Add “default: ...” first.")
    ),
    "unknown-choice": _error(
        N_("{value} is not one of the words allowed for {what}."),
        N_("The words are: {known}.{near}"),
    ),
    "unknown-fact": _error(N_("There is no {kind} with the id {fact}."), N_("{advice}")),
    "duplicate-id": _error(
        N_("The id {id} is used a second time; the first is in {other}."),
        N_("Give one of the two another id."),
    ),
    "not-unique": _error(
        N_("{fact} and {other} have the same {fields}, which should tell facts apart."),
        N_("Correct one of the two, or remove the line from “unique”."),
    ),
    "same-fact-twice": _warning(
        N_("{fact} and {other} say the same."), N_("Remove one of the two.")
    ),
    "terms-overlap": _warning(
        N_("The terms {term} ({fact}) and {another} ({other}) overlap."),
        N_(
            "Correct one of the two, or join them; two terms may touch, as 2003-2005 and 2005-2007."
        ),
    ),
    "idle-denial": _warning(
        N_("No question can use the false statement {fact}: none says all of {fields}."),
        N_(
            "Leave out of it what no question says, or say it in a stem or in “where” of a"
            " template."
        ),
    ),
    # Templates
    "unknown-placeholder": _error(
        N_("{kind} has no field that answers to {placeholder}."), N_("{advice}")
    ),
    "bad-placeholder": _error(
        N_("{placeholder} is not a placeholder."),
        N_("Write a field's name in braces, as in {{adopted}} or {{organ:the}}; a brace is {{{{."),
    ),
    "unknown-form": _error(
        N_("{placeholder}: the {type} has no form “{form}”."), N_("The forms are: {known}.{near}")
    ),
    "missing-form": _error(
        N_("{placeholder}: {fact} has no form “{form}” in {language}."),
        N_("Add the form to the fact's words, or use another one in the template."),
    ),
    "form-nowhere": _warning(
        N_("{placeholder}: no {kind} has the form “{form}” in {language}."),
        N_("The default form is shown.{near}"),
    ),
    "condition-on-words": _error(
        N_("{path} holds words, which cannot be a condition."), N_("{advice}")
    ),
    "unmet-condition": _warning(
        N_("The condition “{path}: {value}” is met by no {kind}."), N_("{advice}")
    ),
    "disputed-value": _warning(
        N_("Only another source gives {value} as “{path}” of {fact}."),
        N_("A disputed value is never shown: use the value that the fact itself has."),
    ),
    "unequal-placeholders": _error(
        N_("The stem names other fields in {language} than in {first}: {fields}."),
        N_("Every language must give the reader the same facts."),
    ),
    "unknown-way": _error(
        N_("There is no way of asking named {way}."), N_("The ways are: {known}.{near}")
    ),
    "bad-answer": _error(N_("{answer} cannot be asked for with the way “{way}”."), N_("{advice}")),
    "answer-in-stem": _error(
        N_("The stem names the field {field} that the question asks for."),
        N_("Take it out of the stem."),
    ),
    "placeholder-not-here": _error(
        N_("The stem names the field {field}, but the way “{way}” asks about several facts."),
        N_("Say in words what the facts share, and fix it with “where”."),
    ),
    "needs-complete": _error(
        N_("Counting needs a kind that is complete, and {kind} is not."),
        N_("Write “complete: yes” in the kind if no fact is missing; else do not count."),
    ),
    "no-items": _warning(N_("The template {template} gives no question."), N_("{advice}")),
    "ambiguous": _error(
        N_("{template} has two right answers: with {givens}, both {first} and {second} fit."),
        N_(
            "Name one more field in the stem or in “where”; or, if the stem says “which of"
            " these”, write “several: yes”."
        ),
    ),
    "small-pool": _warning(
        N_(
            "{template}: {count} of {total} facts are not asked, for want of safe wrong options"
            " (for example {fact})."
        ),
        N_("Add facts of the kind, say “complete: yes” where it is true, or widen “among”."),
    ),
    "stem-no-question": _warning(
        N_("The stem of {item} does not end with a question mark ({lang})."),
        N_("Write a full question."),
    ),
    "stem-blank": _warning(
        N_("The stem of {item} holds a blank to be filled in ({lang})."),
        N_("Write a full question."),
    ),
    "stem-negative": _warning(
        N_("The stem of {item} asks negatively ({word}) without emphasis ({lang})."),
        N_("Ask for what is true, or write the word in capital letters."),
    ),
    "stem-absolute": _warning(
        N_("The stem of {item} holds the absolute or vague word {word} ({lang})."),
        N_("Name what you mean."),
    ),
    "stem-join": _warning(
        N_("The words of {item} do not join well: “{text}” ({lang})."),
        N_("Use a form of the name (for example {{name:the}}), or write the words otherwise."),
    ),
    "key-stands-out": _warning(
        N_(
            "{template}: {count} of {total} facts are not asked, because the right option would"
            " give itself away ({rule}; for example {fact})."
        ),
        N_("Choose other options with “among”, or ask for another field."),
    ),
    "key-often-longest": _warning(
        N_(
            "{template}: the right option is the longest one in {count} of {total} questions"
            " ({lang})."
        ),
        N_("Choose longer wrong options with “among”, or shorten the wording of the long ones."),
    ),
}

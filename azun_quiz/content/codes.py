"""The codes of problems: how severe each is, and the words that tell it.

These tables are the only place that knows a code's severity and wording; the modules that find
problems name the code and give the details. `azun_quiz.content.explanations` says more of each.
"""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.problem_code import ADVICE, Code, error, warning
from azun_quiz.content.template_codes import TEMPLATE_CODES
from azun_quiz.text.catalog import N_

_USE = N_(
    "What stands before a colon is the name of a pack: name its directory with “--content”, or"
    " install it."
)
CODES: Mapping[str, Code] = {
    # Files and YAML
    "unreadable": error(
        N_("The file cannot be read: {reason}."), N_("Check its name and its permissions.")
    ),
    "not-utf8": error(
        N_("The file is not UTF-8 text: {reason}."),
        N_("Save it as UTF-8 in your editor."),
    ),
    "bad-yaml": error(
        N_("This is not valid YAML: {reason}."),
        N_(
            "Look here and one line above: indent with spaces and no tabs, and put a text that"
            " holds “: ” or begins with {{ in quotation marks. Between braces, part the entries"
            " with commas, and close every brace."
        ),
    ),
    "several-documents": error(
        N_("The file holds more than one YAML document."),
        N_("Remove the line of three hyphens, or use two files."),
    ),
    "too-deep": error(
        N_("The lists and mappings are nested more than {limit} levels deep."),
        N_("Facts and templates need a few levels only: flatten this."),
    ),
    "too-many-aliases": error(
        N_("Aliases (*name) repeat more text than the file holds."),
        N_("Write the values out."),
    ),
    "unknown-alias": error(
        N_("The alias *{name} stands for nothing that is finished above it."),
        N_("Write the value out, or put the anchor &{name} before it."),
    ),
    "python-tag": error(
        N_("The tag {tag} is not allowed."), N_("Remove the tag: every value is plain text.")
    ),
    "empty-file": error(
        N_("The file is empty."), N_("Start from a file that works, or delete this one.")
    ),
    "duplicate-key": error(
        N_("The key {key} stands twice in the same place; the first one is on line {first}."),
        N_("Remove one of them, or give it another name."),
    ),
    "expected-mapping": error(
        N_("{what} must be a mapping (lines of the form “key: value”)."),
        N_("Write “key: value” lines there, indented alike."),
        words=(
            N_("{what} needs a wording for each language."),
            N_('Say which language it is: {{en: "{text}"}}.'),
        ),
    ),
    "expected-list": error(
        N_("{what} must be a list."), N_("Write [first, second], or one “- item” a line.")
    ),
    "expected-text": error(
        N_("{what} must be a single value."),
        N_("Write the value on the same line, as text."),
        region=(
            N_("{what} must be a single value in a region of “complete”."),
            N_("Write one region for each value."),
        ),
    ),
    "empty-value": error(N_("{what} is empty."), N_("Write the value, or remove the line.")),
    "control-character": error(
        N_("{what} holds the invisible character {character}."),
        N_("Delete it: control and direction marks are not allowed in facts and templates."),
    ),
    "ignore-unknown": warning(
        N_("The comment silences {name}, and there is no code of that name."), ADVICE
    ),
    "ignore-error": warning(
        N_("The comment silences {name}, which is an error."),
        N_("Correct the error, and remove the comment: only warnings can be silenced."),
    ),
    "ignore-nothing": warning(
        N_("The comment silences {name}, and there is no such warning here."),
        N_("Remove the comment, or put it at the end of the line or above what it speaks of."),
    ),
    "bad-catalog": warning(
        N_("The catalog of the language {language} cannot be read: {reason}."),
        N_("Compile it again from its .po file."),
    ),
    "incomplete-catalog": warning(
        N_(
            "The catalog of the language {language} lacks {count} of {total} messages"
            " (for example “{message}”)."
        ),
        N_("Translate them: until then the program says them in English."),
    ),
    # Kinds
    "unknown-key": error(N_("{what} has no key named {key}."), ADVICE),
    "missing-key": error(N_("{what} lacks the key {key}."), N_("Add a line “{key}: ...”.")),
    "bad-name": error(
        N_("{name} cannot be used as a name."),
        N_("Use small letters a to z, digits and hyphens, starting with a letter."),
    ),
    "reserved-name": error(
        N_("{name} is reserved: every fact may have a key of that name."),
        N_("Choose another name for the field."),
    ),
    "unknown-type": error(
        N_("There is no field type {type}."),
        N_("The types are: {known}."),
        near=(
            N_("There is no field type {type}."),
            N_("The types are: {known}. Did you mean “{near}”?"),
        ),
    ),
    "ref-without-kind": error(
        N_("The field {field} refers to facts but does not say of which kind."),
        N_("Add “of: kind”."),
    ),
    "unknown-kind": error(
        N_("There is no kind named {kind}."),
        ADVICE,
        pack=(N_("There is no kind named {kind}: no pack “{pack}” with a kind is in use."), _USE),
    ),
    "kind-declared-twice": error(
        N_("The kind {kind} is declared a second time; the first is in {other}."),
        N_("Keep the fields in one file; other files of the kind only list facts."),
    ),
    "bad-label": error(
        N_("The label {label} of the kind {kind} leads to no words."),
        N_("Name a field of words, text, a number or a date; references must end in one."),
    ),
    "unknown-unit": error(
        N_("There is no unit named {unit}."),
        ADVICE,
        pack=(N_("There is no unit named {unit}: no pack “{pack}” with a unit is in use."), _USE),
    ),
    "idle-region": warning(
        N_("No {kind} lies in the region “{path}: {value}”."),
        ADVICE,
        plain=(
            N_("No {kind} lies in the region “{path}: {value}”."),
            N_("Correct the value; or silence this warning, if it is true that there is none."),
        ),
    ),
    # Facts
    "unknown-field": error(
        N_("The kind {kind} has no field named {field}."),
        ADVICE,
        fields=(
            N_("The kind {kind} has no field named {field}."),
            N_("The fields are: {known}."),
        ),
        near=(
            N_("The kind {kind} has no field named {field}."),
            N_("The fields are: {known}. Did you mean “{near}”?"),
        ),
    ),
    "missing-field": error(
        N_("The fact {fact} lacks the field {field}."),
        N_("Add “{field}: ...”, or mark the field “optional: yes” in the kind."),
    ),
    "no-sources": error(
        N_("The fact {fact} names no source."),
        N_("Add “sources: [...]”: a document symbol, a page or a book."),
    ),
    "bad-number": error(
        N_("{value} is not a whole number."), N_("Write digits only, for example 15.")
    ),
    "bad-date": error(
        N_("{value} is not a date."),
        N_("Write year-month-day as in 1993-07-29, or 1993-07, or 1993."),
    ),
    "bad-span": error(
        N_("{value} is not a span of years or dates."),
        N_("Write 2003-2005, or 2012-01-01/2013-12-31, or 2017/ for an open end."),
    ),
    "span-backwards": error(
        N_("The span {value} ends before it begins."), N_("Exchange the two ends.")
    ),
    "bad-yes-no": error(N_("{value} is neither yes nor no."), N_("Write yes or no.")),
    "listed-twice": warning(
        N_("{value} stands twice in the list {what}."), N_("Remove one of the two.")
    ),
    "unknown-language": error(
        N_("{language} is no language code."),
        N_("Use the two-letter code: en, ar, az."),
        comma=(
            N_("{language} is no language code, but the rest of a text that a comma broke off."),
            N_('Put the whole text in quotation marks: {{en: "When, in 1990, ..."}}.'),
        ),
    ),
    "missing-language": error(
        N_("{what} is missing in: {languages}."),
        N_("Add the wording: nothing is shown in a language that is incomplete."),
    ),
    "stray-language": warning(
        N_("Only {count} of {total} wordings are there in the language {language}."),
        N_("Complete the language, or remove it: what is incomplete is not shown."),
    ),
    "missing-default": error(
        N_("The forms of {what} lack the form “default”."), N_("Add “default: ...” first.")
    ),
    "unknown-choice": error(
        N_("{value} is not one of the words allowed for {what}."),
        N_("The words are: {known}."),
        near=(
            N_("{value} is not one of the words allowed for {what}."),
            N_("The words are: {known}. Did you mean “{near}”?"),
        ),
    ),
    "unknown-fact": error(
        N_("There is no {kind} with the id {fact}."),
        ADVICE,
        pack=(
            N_("There is no {kind} with the id {fact}: no pack “{pack}” with facts is in use."),
            _USE,
        ),
    ),
    "duplicate-id": error(
        N_("The id {id} is used a second time; the first is in {file}, line {line}."),
        N_("Give one of the two another id: an id may stand once in the whole pack."),
    ),
    "not-unique": error(
        N_("{fact} and {other} have the same {fields}, which should tell facts apart."),
        N_("Correct one of the two, or remove the line from “unique”."),
    ),
    "same-fact-twice": warning(
        N_("{fact} and {other} say the same."), N_("Remove one of the two.")
    ),
    "terms-overlap": warning(
        N_("The terms {term} ({fact}) and {another} ({other}) overlap."),
        N_(
            "Correct one of the two, or join them; two terms may touch, as 2003-2005 and 2005-2007."
        ),
    ),
    "idle-denial": warning(
        N_("No question can use the false statement {fact}: none says all of {fields}."),
        N_(
            "Leave out of it what no question says, or say it in a stem or in “where” of a"
            " template."
        ),
    ),
    **TEMPLATE_CODES,
}

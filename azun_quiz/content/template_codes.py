"""The codes of problems that templates and their questions have."""

from __future__ import annotations

from collections.abc import Mapping

from azun_quiz.content.problem_code import ADVICE, Code, error, warning
from azun_quiz.text.catalog import N_

_ONE_MORE = N_(
    "Name one more field in the stem or in “where”; or, if the stem says “which of these”, write"
    " “several: yes”."
)
_TOO_FEW = N_(
    "{template}: {count} of {total} facts are not asked, for want of safe wrong options (for"
    " example {fact})."
)

TEMPLATE_CODES: Mapping[str, Code] = {
    "unknown-placeholder": error(
        N_("{kind} has no field that answers to {placeholder}."),
        ADVICE,
        no_parts=(
            N_("{placeholder} leads nowhere: the field {field} is of the type {type}."),
            N_("Name the field alone; single members of a list are asked for with “each”."),
        ),
    ),
    "bad-placeholder": error(
        N_("{placeholder} is not a placeholder."),
        N_("Write a field's name in braces, as in {{adopted}} or {{organ:the}}; a brace is {{{{."),
    ),
    "unknown-form": error(
        N_("{placeholder}: the {type} has no form “{form}”."),
        N_("The forms are: {known}."),
        near=(
            N_("{placeholder}: the {type} has no form “{form}”."),
            N_("The forms are: {known}. Did you mean “{near}”?"),
        ),
    ),
    "missing-form": error(
        N_("{placeholder}: {fact} has no form “{form}” in {language}."),
        N_("Add the form to the fact's words, or use another one in the template."),
    ),
    "form-nowhere": warning(
        N_("{placeholder}: no {kind} has the form “{form}” in {language}."),
        N_("The default form is shown."),
        near=(
            N_("{placeholder}: no {kind} has the form “{form}” in {language}."),
            N_("The default form is shown. Did you mean “{near}”?"),
        ),
    ),
    "condition-on-words": error(N_("{path} holds words, which cannot be a condition."), ADVICE),
    "unmet-condition": warning(N_("The condition “{path}: {value}” is met by no {kind}."), ADVICE),
    "disputed-value": warning(
        N_("Only another source gives {value} as “{path}” of {fact}."),
        N_("A disputed value is never shown: use the value that the fact itself has."),
    ),
    "unequal-placeholders": error(
        N_("The stem names other fields in {language} than in {first}: {fields}."),
        N_("Every language must give the reader the same facts."),
    ),
    "unknown-way": error(
        N_("There is no way of asking named {way}."),
        N_("The ways are: {known}."),
        near=(
            N_("There is no way of asking named {way}."),
            N_("The ways are: {known}. Did you mean “{near}”?"),
        ),
    ),
    "bad-answer": error(N_("{answer} cannot be asked for with the way “{way}”."), ADVICE),
    "answer-in-stem": error(
        N_("The stem names the field {field} that the question asks for."),
        N_("Take it out of the stem."),
    ),
    "placeholder-not-here": error(
        N_("The stem names the field {field}, but the way “{way}” asks about several facts."),
        N_("Say in words what the facts share, and fix it with “where”."),
    ),
    "each-not-said": error(
        N_("The stem does not name {placeholder}, which is asked one by one ({language})."),
        N_("Write {placeholder} into the stem: without it all its questions read alike."),
    ),
    "idle-key": warning(
        N_("The way “{way}” does not use the key “{key}”."),
        N_("Remove the line, or choose another way."),
    ),
    "idle-explanation": warning(
        N_("The explanation is never shown: no fact that is asked has {placeholder} ({language})."),
        N_("Add the value to the facts, or take it out of the explanation."),
    ),
    "topic-declared-twice": warning(
        N_("The topic {topic} has its “{key}” from {other}; what stands here does not count."),
        N_("Remove the line, or give the topic an id of its own."),
    ),
    "needs-complete": error(
        N_("Counting needs a kind that is complete, and {kind} is not."),
        N_("Write “complete: yes” in the kind if no fact is missing; else do not count."),
    ),
    "no-items": warning(
        N_("The template {template} gives no question."),
        N_("No fact of the kind meets “where” and “only”."),
        withheld=(
            N_("The template {template} gives no question."),
            N_("All its facts are marked “not-asked”, or not certain enough."),
        ),
        incomplete=(
            N_("The template {template} gives no question."),
            N_("No fact has all the fields that it needs (for example {fact})."),
        ),
        odd=(
            N_("The template {template} gives no question: no fact is known not to meet “where”."),
            N_("Write “complete: yes” in the kind {kind}, if no fact is missing."),
        ),
        pair=(
            N_("The template {template} gives no question: no other pair is known to be wrong."),
            N_(
                "Say in the kind {kind} what belongs to one fact only (“unique: [{field}]”), or"
                " write “complete: yes”, if that is true."
            ),
        ),
        count=(
            N_("The template {template} gives no question: what is counted may not be all."),
            N_(
                "Write “complete: yes” in the kind {kind}, or a region in which nothing is"
                " missing, if that is true."
            ),
        ),
    ),
    "ambiguous": error(
        N_("{template} has two right answers: with {givens}, both {first} and {second} fit."),
        _ONE_MORE,
        plain=(
            N_("{template} has two right answers: both {first} and {second} fit."),
            _ONE_MORE,
        ),
        alone=(
            N_("{template} has two right answers: {first} alone gives {one} and {another}."),
            N_(
                "Name one more field in the stem, or ask for each with “each”; or, if the stem"
                " says “which of these”, write “several: yes”."
            ),
        ),
    ),
    "small-pool": warning(
        _TOO_FEW,
        N_("Add facts of the kind, say “complete: yes” where it is true, or widen “among”."),
        unique=(
            _TOO_FEW,
            N_(
                "If it is true, write “unique: {unique}” in the kind (these belong to one fact"
                " only) or “complete: yes”; else add facts, or widen “among”."
            ),
        ),
        alike=(
            _TOO_FEW,
            N_("The options read alike: ask for something that differs from fact to fact."),
        ),
    ),
    "not-an-option": warning(
        N_("“{value}” ({field} of {fact}) speaks of the other options, so it is never asked."),
        N_("Write what is meant itself, or leave the value out of the fact."),
        bare=(
            N_("The field {field} holds nothing but yes and no (for example “{value}” of {fact})."),
            N_("Ask for something else: a question needs options that say something themselves."),
        ),
    ),
    "stem-no-question": warning(
        N_("The stem of {item} does not end with a question mark ({lang})."),
        N_("Write a full question."),
    ),
    "stem-blank": warning(
        N_("The stem of {item} holds a blank to be filled in ({lang})."),
        N_("Write a full question."),
    ),
    "stem-negative": warning(
        N_("The stem of {item} asks negatively ({word}) without emphasis ({lang})."),
        N_("Ask for what is true, or write the word in capital letters."),
    ),
    "stem-absolute": warning(
        N_("The stem of {item} holds the absolute or vague word {word} ({lang})."),
        N_("Name what you mean."),
    ),
    "stem-join": warning(
        N_("The words of {item} do not join well: “{text}” ({lang})."),
        N_("Use a form of the name (for example {{name:the}}), or write the words otherwise."),
    ),
    "key-stands-out": warning(
        N_(
            "{template}: {count} of {total} facts are not asked, because the right option would"
            " give itself away ({rule}; for example {fact})."
        ),
        N_("Choose other options with “among”, or ask for another field."),
    ),
    "key-often-longest": warning(
        N_(
            "{template}: the right option is the longest one in {count} of {total} questions"
            " ({lang})."
        ),
        N_("Choose longer wrong options with “among”, or shorten the wording of the long ones."),
    ),
}
